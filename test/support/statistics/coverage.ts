/** How often the gate's interval contains the truth: exact, by all tables of lost and gained samples that can occur. */
import { intervalOf } from '../../../src/regression/statistics/interval.ts';
import { logGamma } from '../../../src/kernel/gamma.ts';
import { normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { tangoInterval } from '../../../src/regression/statistics/tango.ts';

type Limits = readonly [number, number];

/** From counts to the limits of the difference. */
export type IntervalOfCounts = (lost: number, gained: number, n: number) => Limits;

const z = normalQuantile(0.975);

/** The gate's, of samples that are right or wrong. */
export const gateInterval: IntervalOfCounts = (lost, gained, n) => {
  const delta = (gained - lost) / n;
  const squares = lost + gained - n * delta * delta;
  const values = new Float64Array(n).fill(-1, 0, lost).fill(1, lost, lost + gained);
  const error = Math.sqrt((squares + 2) / (n + 1) / (n + 2));
  return intervalOf(delta, error, { values, flip: 1, changed: lost + gained }).ci;
};

/** For comparison: Tango's alone. */
export const tango: IntervalOfCounts = (lost, gained, n) => tangoInterval(lost, gained, n, z);

/** Probability that the interval contains gained − lost, where each of n samples is lost and gained with these probabilities. */
export function coverage(n: number, lost: number, gained: number, interval: IntervalOfCounts): number {
  let [inside, all] = [0, 0];
  const truth = gained - lost;
  for (const b of likely(n, lost))
    for (const c of likely(n, gained)) {
      const weight = b + c > n ? 0 : Math.exp(logTrinomial(n, b, c, lost, gained));
      if (weight < 1e-9) continue;
      const [low, high] = interval(b, c, n);
      all += weight;
      if (low - 1e-9 <= truth && truth <= high + 1e-9) inside += weight;
    }
  return inside / all;
}

/** Counts within six standard deviations. */
function likely(n: number, share: number): number[] {
  const reach = 6 * Math.sqrt(n * share) + 6;
  const from = Math.max(0, Math.floor(n * share - reach));
  const to = share === 0 ? 0 : Math.min(n, Math.ceil(n * share + reach));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function logTrinomial(n: number, b: number, c: number, p: number, q: number): number {
  const times = (count: number, share: number): number => (count === 0 ? 0 : count * Math.log(share));
  return (
    logGamma(n + 1) -
    logGamma(b + 1) -
    logGamma(c + 1) -
    logGamma(n - b - c + 1) +
    times(b, p) +
    times(c, q) +
    times(n - b - c, 1 - p - q)
  );
}
