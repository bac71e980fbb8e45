import { expect, test } from 'vitest';
import { effectAt, effectBeside } from '../../../src/locate/effect.ts';

/** Rows of evaluations, a value for each of four samples. */
const pool = (...rows: readonly (readonly number[])[]) => ({
  values: rows.map((row) => Float64Array.from(row)),
});
const by = (effect: { readonly by: number } | undefined) => effect?.by;

const stays = [1, 1, 1, 1];
const lost = [0, 1, 1, 1];
const more = [0, 0, 1, 1];

test('a fall is what the samples lose on average, with its bounds', () => {
  const effect = effectAt(1, pool(stays, lost), [], 1);
  // The mean of 1, 0, 0, 0 is 0.25, and its standard error 0.25.
  expect(effect?.by).toBe(0.25);
  expect(effect?.low).toBeCloseTo(0.25 - 1.645 * 0.25, 9);
  expect(effect?.high).toBeCloseTo(0.25 + 1.645 * 0.25, 9);
});

test('samples that turn together make it less sure', () => {
  const [alone, together] = [1, 4].map((many) => effectAt(1, pool(stays, lost), [], many));
  const width = (one: typeof alone) => (one?.high ?? 0) - (one?.low ?? 0);
  expect(width(together)).toBeCloseTo(2 * width(alone), 9);
});

test('a rise is below 0', () => {
  expect(by(effectAt(1, pool(lost, stays), [], 1))).toBe(-0.25);
});

test('answers that are drawn anew each time are averaged, those that stay are not', () => {
  const rows = Array.from({ length: 16 }, (_, at) =>
    Array.from({ length: 40 }, (_unused, i) => Number((i + at) % 2 === 0) - Number(at >= 8 && i < 10)),
  );
  const effect = effectAt(8, pool(...rows), [], 1);
  expect(effect?.by).toBeCloseTo(0.25, 9);
  expect((effect?.high ?? 1) - (effect?.low ?? 0)).toBeLessThan(0.3);
});

test('what changed at another step does not count', () => {
  const rows = pool(stays, stays, lost, lost, more, more);
  expect(by(effectAt(2, rows, [4], 1))).toBe(0.25);
  expect(by(effectAt(4, rows, [2], 1))).toBe(0.25);
});

test.each([
  ['nothing is known', [], 0.5],
  ['one fall is', [2], 0.25],
  ['both are', [2, 4], 0],
])('what is left where %s', (_, steps, left) => {
  expect(by(effectBeside(steps, pool(stays, stays, lost, lost, more, more), 1))).toBe(left);
});

test('samples that one side lacks do not count, and of one nothing is said', () => {
  expect(by(effectAt(1, pool([1, NaN, 1, 1], [0, 1, 1, 1]), [], 1))).toBeCloseTo(1 / 3, 9);
  expect(effectAt(1, pool([1, NaN, NaN, NaN], [0, 1, 1, 1]), [], 1)).toBeUndefined();
  expect(effectBeside([], pool(), 1)).toBeUndefined();
});
