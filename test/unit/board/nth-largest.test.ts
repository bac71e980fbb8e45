import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nthLargest } from '../../../src/board/gate/nth-largest.ts';
import { samples } from '../../support/seed.ts';

const sorted = (values: readonly number[]) => Float64Array.from(values).toSorted();

test('is what sorting gives, equal and infinite ones among them', () => {
  const value = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.constant(-Infinity));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), fc.nat(), (values, at) => {
      const n = 1 + (at % values.length);
      // Minus zero is as large as zero.
      expect(nthLargest(Float64Array.from(values), n) + 0).toBe((sorted(values).at(-n) ?? NaN) + 0);
    }),
    { numRuns: samples(300) },
  );
});

test.each([
  ['ascending', (at: number) => at],
  ['descending', (at: number) => -at],
  ['equal', () => 7],
  ['of two values', (at: number) => at % 2],
  ['like a roof', (at: number) => Math.min(at, 9999 - at)],
])('of many that are %s', (_, valueAt) => {
  const values = Float64Array.from({ length: 10_000 }, (_, at) => valueAt(at));
  for (const n of [1, 2, 5000, 9999, 10_000])
    expect(nthLargest(values.slice(), n) + 0).toBe((values.toSorted().at(-n) ?? NaN) + 0);
});

test('of values in the order that is the worst for it', () => {
  const values = worst(4000);
  expect(nthLargest(values.slice(), 1)).toBe(values.toSorted().at(-1));
  expect(nthLargest(values.slice(), 4000)).toBe(values.toSorted().at(0));
});

/** The middle of what is left is always the least of it. */
function worst(length: number): Float64Array {
  const places = Array.from({ length }, (_, at) => at);
  const values = new Float64Array(length);
  for (let low = 0; low < length; low += 1) {
    const middle = (low + length - 1) >>> 1;
    values[places[middle] ?? 0] = low;
    [places[low], places[middle]] = [places[middle] ?? 0, places[low] ?? 0];
  }
  return values;
}
