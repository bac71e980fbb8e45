import { regressionRules } from '../rules.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import type { MetricResult } from '../decision/measurement.ts';
import type { DecisionMode } from '../settings.ts';
import { amount, change, tolerated, unseen } from './wording.ts';

/** The verdict in one sentence: about the metric that decided it. */
export function titleOf(
  verdict: Verdict,
  results: readonly MetricResult[],
  findings: readonly Finding[],
  mode: DecisionMode,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = errors.filter(({ rule }) => !decisive.has(rule));
  const broken = others.find(({ rule }) => !consequences.has(rule)) ?? others[0];
  if (broken !== undefined)
    return errors.length > 1 ? `${broken.message} (and ${errors.length - 1} more)` : broken.message;
  const failed = results.find((result) => result.verdict === 'fail');
  if (failed !== undefined) return `${change(failed)}${whyFailed(failed, mode)}`;
  if (errors[0] !== undefined) return errors[0].message;
  return quietTitle(verdict, results);
}

function whyFailed(result: MetricResult, mode: DecisionMode): string {
  return mode === 'non-inferiority'
    ? `: a drop of ${amount(result, result.margin)} is not excluded`
    : `; ${tolerated(result)}`;
}

const decisive = new Set([
  regressionRules.drop.id,
  regressionRules['slice-drop'].id,
  regressionRules.undecided.id,
  regressionRules.erosion.id,
]);

/** What a file that cannot be read brings about. */
const consequences: ReadonlySet<string> = new Set(
  (['no-pairs', 'unmatched-samples', 'metric-missing'] as const).map((name) => regressionRules[name].id),
);

function quietTitle(verdict: Verdict, results: readonly MetricResult[]): string {
  const open = results.find((result) => result.verdict === 'inconclusive');
  const [first] = results;
  if (open !== undefined && verdict === 'inconclusive')
    return `${change(open)}: ${['too little to tell', unseen(open)].filter((text) => text !== undefined).join('; ')}`;
  if (open !== undefined) return `${change(open)}: undecided, and let through by on-inconclusive`;
  return first === undefined ? 'No metric was compared' : `${change(first)}; ${whyPassed(first)}`;
}

/** A fall beyond the tolerance passes where a drop as large as the margin is excluded: then that is what is said. */
function whyPassed(result: MetricResult): string {
  const effect = result.higherIsBetter ? result.delta : -result.delta;
  const worst = result.higherIsBetter ? result.ci[0] : -result.ci[1];
  return effect < -result.tolerance
    ? `no drop is shown, and one of ${amount(result, result.margin)} is excluded${worst > -result.margin ? '' : ' (one-sided)'}`
    : tolerated(result);
}
