import type { ArmValues } from '../statistics/confidence-sequence.ts';
import type { CollectedMetric } from './collected.ts';
import { counts, doubles } from './growing.ts';

/** Outcomes of one metric, summed by unit: what a unit did many times counts once, as its mean. */
export class MetricSums {
  readonly #sums = doubles();
  readonly #counts = counts();
  #outcomes = 0;
  #low = Infinity;
  #high = -Infinity;
  #binary = true;

  add(unit: number, value: number): void {
    this.#sums.add(unit, value);
    this.#counts.add(unit, 1);
    this.#outcomes++;
    if (value < this.#low) this.#low = value;
    if (value > this.#high) this.#high = value;
    if (value !== 0 && value !== 1) this.#binary = false;
  }

  result(
    arms: number,
    units: number,
    armOf: (unit: number) => number,
  ): Omit<CollectedMetric, 'name' | 'aside'> {
    const moments = Array.from({ length: arms }, () => ({ n: 0, mean: 0, squares: 0 }));
    for (let unit = 0; unit < units; unit++) {
      const times = this.#counts.at(unit);
      const arm = moments[armOf(unit)];
      if (times === 0 || arm === undefined) continue;
      const value = this.#sums.at(unit) / times;
      // Welford's update: sums of squares of large values would lose all digits.
      const step = value - arm.mean;
      arm.n++;
      arm.mean += step / arm.n;
      arm.squares += step * (value - arm.mean);
    }
    const range: [number, number] = this.#binary ? [0, 1] : [this.#low, this.#high];
    return {
      arms: moments.map((arm) => stabilised(arm, range)),
      outcomes: this.#outcomes,
      range,
    };
  }
}

/**
 * The variance as if two more units had been seen at both ends of the range (Agresti and Coull's idea, for any range): an arm in which
 * all units are alike so far has one too.
 */
function stabilised(
  { n, mean, squares }: { n: number; mean: number; squares: number },
  [low, high]: readonly [number, number],
): ArmValues {
  const middle = (low + high) / 2;
  const pseudo = (high - low) ** 2 / 2 + ((2 * n) / (n + 2)) * (mean - middle) ** 2;
  return {
    n,
    mean: n === 0 ? Number.NaN : mean,
    variance: n === 0 ? Number.NaN : (squares + pseudo) / (n + 1),
  };
}
