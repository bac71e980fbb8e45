import type { Finding, Verdict } from '../report/model.ts';
import type { MetricResult } from './measurement.ts';
import { amount, change, tolerated } from './wording.ts';

/** The verdict in one sentence: about the metric that decided it. */
export function titleOf(
  verdict: Verdict,
  results: readonly MetricResult[],
  findings: readonly Finding[],
): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const broken = errors.find(({ rule }) => !decisive.has(rule));
  if (broken !== undefined)
    return errors.length > 1 ? `${broken.message} (and ${errors.length - 1} more)` : broken.message;
  const failed = results.find((result) => result.verdict === 'fail');
  if (failed !== undefined) return `${change(failed)}; ${tolerated(failed)}`;
  if (errors[0] !== undefined) return errors[0].message;
  return quietTitle(verdict, results);
}

const decisive = new Set([
  'regression/drop',
  'regression/slice-drop',
  'regression/undecided',
  'regression/erosion',
]);

function quietTitle(verdict: Verdict, results: readonly MetricResult[]): string {
  const open = results.find((result) => result.verdict === 'inconclusive');
  const [first] = results;
  if (open !== undefined && verdict === 'inconclusive')
    return `${change(open)}: ${Number.isFinite(open.minimalDetectableDrop) ? `too little to tell; a drop below ${amount(open, open.minimalDetectableDrop)} cannot be seen` : 'too little to tell'}`;
  if (open !== undefined) return `${change(open)}: undecided, and let through by on-inconclusive`;
  return first === undefined ? 'No metric was compared' : `${change(first)}; ${tolerated(first)}`;
}
