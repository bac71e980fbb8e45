/** Trunk itself, as it was evaluated last, against the anchor. */
import { worstFirst } from '../../report/model.ts';
import type { Comparison } from '../facts.ts';
import { amount, change, findsNone, tolerated, withoutCapital } from '../presentation/wording.ts';
import { errorAt } from '../presentation/outcome.ts';
import { regressionRules } from '../rules.ts';
import type { ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { shown } from '../shown.ts';
import type { Anchor } from './anchor.ts';
import { compareWith } from './compare.ts';
import type { MetricResult } from './measurement.ts';
import type { TrendPoint } from '../recorded/trend.ts';

/** Merges over which the test as a whole has its level. */
export const watchedMerges = 30;

/**
 * Each evaluated merge is tested against the same anchor at alpha / 30 (Bonferroni, for merges whose evaluations depend on each other as they
 * may): over 30 merges, one series of harmless ones in 1/alpha is blamed. What is not shown passes, with the smallest drop that would be.
 */
export function judgeTrunkAgainst(
  anchor: Anchor,
  trunk: { readonly name: string; readonly results: ResultSet },
  settings: RegressionSettings,
  trend: readonly TrendPoint[],
): Comparison {
  const { looks: _, ...rest } = settings;
  const strict: RegressionSettings = {
    ...rest,
    alpha: settings.alpha / watchedMerges,
    mode: 'paired',
    onInconclusive: 'pass',
    history: 0,
  };
  const { comparison, results } = compareWith(anchor.results, trunk.results, strict, { trend });
  const fallen = results.filter(({ verdict }) => verdict === 'fail');
  const outcomes = new Set([
    regressionRules.drop.id,
    regressionRules.undecided.id,
    regressionRules.underpowered.id,
    regressionRules['same-results'].id,
  ]);
  const others = comparison.findings.filter(({ rule }) => !outcomes.has(rule));
  const isBroken = others.some(({ severity }) => severity === 'error');
  return {
    ...comparison,
    verdict: isBroken
      ? comparison.verdict
      : fallen.length > 0
        ? 'fail'
        : results.length === 0
          ? 'inconclusive'
          : 'pass',
    title: isBroken ? comparison.title : titleOf(results, fallen, trunk.name, anchor),
    findings: worstFirst([...others, ...fallen.map((result) => fell(result, trunk.name, anchor))]),
  };
}

function titleOf(
  results: readonly MetricResult[],
  fallen: readonly MetricResult[],
  name: string,
  anchor: Anchor,
): string {
  const first = fallen[0] ?? results[0];
  if (first === undefined) return 'No metric of trunk was compared';
  const seen =
    findsNone(first) || !Number.isFinite(first.minimalDetectableDrop)
      ? 'so few samples show no drop reliably'
      : `drops from ${amount(first, first.minimalDetectableDrop)} on are found reliably`;
  return `Trunk at ${shown(name)} against ${shown(anchor.name)}: ${withoutCapital(change(first))}; ${fallen.length > 0 ? tolerated(first) : `no drop is shown, and ${seen}`}`;
}

function fell(result: MetricResult, name: string, anchor: Anchor) {
  return {
    ...errorAt(regressionRules['trunk-fell'], result),
    message: `Trunk at ${shown(name)}, against ${shown(anchor.name)}: ${withoutCapital(change(result))}; ${tolerated(result)}.`,
    help: 'Find the merge that did it: locate-regression, or the trend of the report. Fix or revert it, or release if the loss is accepted.',
  };
}
