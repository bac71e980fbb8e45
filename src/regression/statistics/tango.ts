import { bisect } from './beta.ts';

/**
 * Score interval of (gained − lost) / n, two-sided at the critical value `z`: Tango (1998), "Equivalence test and confidence
 * interval for the difference in proportions for the paired-sample design". Counts may be fractions; n > 0.
 */
export function tangoInterval(lost: number, gained: number, n: number, z: number): [number, number] {
  const observed = (gained - lost) / n;
  const score = (delta: number): number => scoreAt(delta, lost, gained, n);
  return [
    bisect((delta) => score(delta) > z, -1, observed),
    bisect((delta) => score(delta) >= -z, observed, 1),
  ];
}

/** (observed − delta) over the standard error that the likeliest shares with this difference have. */
function scoreAt(delta: number, lost: number, gained: number, n: number): number {
  const b = -lost - gained + (2 * n - gained + lost) * delta;
  const c = -lost * delta * (1 - delta);
  const share = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
  const variance = n * (2 * share + delta * (1 - delta));
  const distance = gained - lost - n * delta;
  if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Infinity;
  return distance / Math.sqrt(variance);
}
