/** How far apart two runs of the same code may be: written down in docs/inputs.md, or learned from two runs of the base. */
import { dtypeOf } from '../read/dtypes.ts';

export interface Tolerance {
  /** Relative distance of two samples, as `distanceOf` has it. */
  readonly distance: number;
  /** Share by which all values of a tensor may be larger or smaller together. */
  readonly factor: number;
  /** Learned from two runs of the base, not the default of the type. */
  readonly learned: boolean;
  /** The distance that was learned. */
  readonly noise?: number;
}

/** One grey level of 256 in 2 % of the values, and what projections miss of it; of bfloat16 half a step. */
const defaults: Readonly<Record<string, readonly [distance: number, factor: number]>> = {
  float64: [3.5e-3, 2e-5],
  float32: [3.5e-3, 2e-5],
  float16: [3.5e-3, 2e-4],
  bfloat16: [4e-3, 1e-3],
  float8_e4m3: [3e-2, 1e-2],
  float8_e5m2: [6e-2, 2e-2],
};
const ofIntegers: readonly [number, number] = [3.5e-3, 1e-3];

/** Of the coarser of both types. */
export function defaultTolerance(before: string, after: string): Tolerance {
  const [one, other] = [before, after].map((name) => defaults[name] ?? ofIntegers);
  return {
    distance: Math.max(one?.[0] ?? 0, other?.[0] ?? 0),
    factor: Math.max(one?.[1] ?? 0, other?.[1] ?? 0),
    learned: false,
  };
}

/** Runs of the base that differ this much, times this, are noise. */
const margin = 3;
/** Two runs may be equal by chance: below this nobody is interested. */
const least = 1e-6;

/** The same for runs on different machines, whose processors add up in another order. */
export const elsewhere = 1e-5;

/** By the largest distance between two runs of the base. */
export function learnedTolerance(distance: number, floor = least): Tolerance {
  const tolerance = Math.max(floor, margin * distance);
  return { distance: tolerance, factor: tolerance, learned: true, noise: distance };
}

/** Half a step of a type, relative to a value: the most that rounding to it changes one. */
export function halfStep(dtype: string): number {
  return (
    { bfloat16: 2 ** -8, float16: 2 ** -11, float8_e4m3: 2 ** -4, float8_e5m2: 2 ** -3 }[dtype] ?? 2 ** -24
  );
}

/** Numbers with a point, whole numbers, truth values or text: within one kind a type is only how values are stored. */
export function kindOf(dtype: string): string {
  const kind = dtypeOf(dtype)?.kind ?? dtype;
  return kind === 'boolean' ? 'integer' : kind;
}
