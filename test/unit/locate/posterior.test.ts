import { describe, expect, it } from 'vitest';
import { isSettled } from '../../../src/locate/index.ts';
import { isOne, posteriorOf, smallestSet, type Candidate } from '../../../src/locate/posterior.ts';
import { classesFor } from '../../../src/locate/model/classes.ts';

const merges = 64;

/** The candidates where so manieth merges were evaluated. */
function candidatesOf(every: number): Candidate[] {
  return Array.from({ length: merges }, (_, at) => ({
    at: at + 1,
    step: Math.floor(at / every) + 1,
    weight: 1,
  }));
}

/** Size of the 90 % set where one step stands out by so much, and nothing speaks for or against the others. */
function sizeOf(every: number, peak: number): number {
  const log = Float64Array.from({ length: merges / every + 1 }, (_, step) =>
    step === 0 ? -Infinity : step === 2 ? peak : -3,
  );
  return smallestSet(posteriorOf(candidatesOf(every), log).given).length;
}

describe('the 90 % set', () => {
  it.each([
    ['each merge evaluated: what stands out a little is it', 1, 4, 1],
    ['every eighth: more is unseen', 8, 1, 57],
    ['every eighth, and clear', 8, 10, 8],
  ])('%s', (_name, every, peak, size) => {
    expect(sizeOf(every, peak)).toBe(size);
  });
});

describe('a search that has settled', () => {
  /** All the evidence speaks for one step; of its merges the first counts for so many, and the others changed nothing that matters. */
  const found = (every: number, weight: number, peak: number) => {
    const weightAt = (at: number, step: number): number => (step !== 2 ? 1 : at === every + 1 ? weight : 0.1);
    const candidates = candidatesOf(every).map((one) => ({ ...one, weight: weightAt(one.at, one.step) }));
    const log = Float64Array.from({ length: merges / every + 1 }, (_, step) => (step === 2 ? peak : -20));
    return posteriorOf(candidates, log);
  };

  it.each([
    ['the merge was evaluated, and it is clear', found(1, 1, 12), true],
    ['it is by far the likeliest by what it changed, and it is clear', found(8, 14, 12), true],
    [
      'a fall is hardly 22 times likelier than noise, and seven merges beside it were not evaluated',
      found(8, 14, 4.65),
      false,
    ],
  ])('points at one merge: where %s', (_name, posterior, is) => {
    expect(Math.max(...posterior.ifSeen)).toBeGreaterThan(0.95);
    expect(posterior.bayesFactor).toBeGreaterThan(20);
    expect(isSettled({ posterior })).toBe(is);
    expect(isOne(posterior)).toBe(is);
  });

  it('or noise is far likelier', () => {
    expect(isSettled({ posterior: found(8, 1, -10) })).toBe(true);
  });
});

describe('the shares of samples that a merge may have hit', () => {
  it.each([
    [60, [0.05]],
    [500, [0.02, 0.05]],
    [5000, [0.005, 0.02, 0.05]],
  ])('of %d samples, for those that lose most', (samples, shares) => {
    expect(classesFor(2, samples).kernels[0]?.shares).toEqual(shares);
  });
});
