import type { ComparedMetric, CompareVerdict } from '../facts.ts';

/** One verdict of many: a loss decides alone; a gain only where of everything else a loss beyond its margin is excluded. */
export function combined(metrics: readonly ComparedMetric[]): CompareVerdict {
  const deciding = metrics.filter(({ role }) => role !== 'aside');
  const goals = deciding.filter(({ role }) => role === 'goal');
  if (deciding.some(({ verdict }) => verdict === 'worse')) return 'worse';
  if (goals.length === 0) return 'keep-going';
  if (goals.some(({ verdict }) => verdict === 'better'))
    return deciding.every((one) => one.verdict !== 'keep-going' || isSafe(one)) ? 'better' : 'keep-going';
  return deciding.every(({ verdict }) => verdict !== 'keep-going') ? 'no-difference' : 'keep-going';
}

function isSafe({ ci: [low, high], margin, higherIsBetter }: ComparedMetric): boolean {
  const loss = higherIsBetter ? low : high === null ? null : -high;
  return loss !== null && margin !== null && loss > -margin;
}
