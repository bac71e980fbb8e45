import { describe, expect, it } from 'vitest';
import { nextPlaces, placeBeyond } from '../../../src/locate/choose.ts';

/** Sixteen merges after the first, evaluated at 4, 8, 12 and 16: steps 1 to 4. */
const candidates = Array.from({ length: 16 }, (_, at) => ({
  at: at + 1,
  step: Math.floor(at / 4) + 1,
  weight: 1,
}));
const isOpen = (at: number): boolean => at % 4 !== 0;

/** Probability by step, shared by its merges. */
function nextOf(bySteps: readonly number[], keep: number): number[] {
  const given = candidates.map(({ step }) => (bySteps[step - 1] ?? 0) / 4);
  return nextPlaces({ candidates, given, keepAt: () => keep }, isOpen);
}

describe('the next evaluation', () => {
  it.each([
    ['in the middle of the likeliest step', [0.1, 0.7, 0.1, 0.1], 0.95, 6],
    [
      'not between two likely steps, where answers stay and it would say nothing of either',
      [0.49, 0.01, 0.01, 0.49],
      0.95,
      2,
    ],
    ['between them where all answers are drawn anew', [0.49, 0.01, 0.01, 0.49], 0.0001, 6],
  ])('is %s', (_, bySteps, keep, first) => {
    expect(nextOf(bySteps, keep)[0]).toBe(first);
  });

  it('is none where nothing is open to doubt', () => {
    const given = candidates.map(({ at }) => Number(at === 4));
    expect(nextPlaces({ candidates, given, keepAt: () => 0.95 }, isOpen)).toEqual([]);
  });
});

describe('an evaluation that shows what samples answer', () => {
  it.each([
    ['before the fall, where fewer are known', 4, 0.1, 2],
    ['after it, where fewer are known', 13, 0.1, 14],
    ['nowhere, where answers stay what they are', 4, 0.9, undefined],
  ])('is %s', (_, culprit, keep, place) => {
    const given = candidates.map(({ at }) => Number(at === culprit));
    expect(placeBeyond({ candidates, given, keepAt: () => keep }, isOpen)).toBe(place);
  });

  it('is on the other side where all of one are known', () => {
    const given = candidates.map(({ at }) => Number(at === 1));
    expect(placeBeyond({ candidates, given, keepAt: () => 0 }, (at) => at === 3)).toBe(3);
  });
});
