import { describe, expect, it } from 'vitest';
import { posteriorOf, smallestSet, type Candidate } from '../../../src/locate/posterior.ts';
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
    ['every eighth, and clear', 8, 7, 8],
  ])('%s', (_name, every, peak, size) => {
    expect(sizeOf(every, peak)).toBe(size);
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
