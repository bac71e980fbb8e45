import { obrienFlemingZ } from '../statistics/sequential.ts';
import { normalQuantile } from '../statistics/normal.ts';

export interface Look {
  /** Critical value at this look. */
  readonly z: number;
  /** 1-based, of how many. */
  readonly number: number;
  readonly of: number;
  /** Samples of the next look; 0 at the last. */
  readonly next: number;
  /** Samples that trunk has, where looks are planned: more than the last look takes may be left. */
  readonly pool?: number;
}

/** Which planned look `n` samples are, and what it takes to decide there. `information`: what so many samples tell, where that is not in proportion to their number. */
export function lookAt(
  n: number,
  planned: readonly number[] | undefined,
  alpha: number,
  information: (samples: number) => number = (samples) => samples,
): Look {
  const looks = rising(planned ?? []);
  if (looks.length <= 1 || n === 0)
    return { z: normalQuantile(1 - alpha), number: 1, of: 1, next: nextAfter(looks, n) };
  const found = looks.findIndex((size) => size >= n);
  const at = found < 0 ? looks.length - 1 : found;
  const sizes = looks.map((size, i) => (i === at ? n : size));
  return {
    z: obrienFlemingZ(alpha, sizes.map(information), at),
    number: at + 1,
    of: looks.length,
    next: looks[at + 1] ?? 0,
  };
}

function nextAfter(looks: readonly number[], n: number): number {
  return looks.find((size) => size > n) ?? 0;
}

const mostLooks = 20;

function rising(planned: readonly number[]): number[] {
  return [...new Set(planned.filter((n) => Number.isInteger(n) && n > 0))]
    .toSorted((a, b) => a - b)
    .slice(0, mostLooks);
}
