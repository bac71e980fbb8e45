/** Results of the same samples on two sides: the paired comparison of the regression gate, read both ways. */
import {
  compareSets,
  holm,
  regressionRules,
  type Comparison,
  type MetricFacts,
  type RegressionSettings,
  type ResultSet,
} from '../../regression/index.ts';
import { worstFirst, type Finding, type Judgement } from '../../report/model.ts';
import { combined } from '../decision/combine.ts';
import { reportVerdicts } from '../decision/report-verdicts.ts';
import type { ComparedMetric, ComparedSlice, CompareFacts, CompareVerdict } from '../facts.ts';
import { aliases } from '../outcomes/columns.ts';
import { lossFindings } from '../presentation/findings.ts';
import { resultSections } from '../presentation/result-sections.ts';
import { resultTitle } from '../presentation/title.ts';
import { noSampleRatio } from '../statistics/sample-ratio.ts';

/** Error of one comparison, both ways. */
const alpha = 0.05;

/** What a loss is called; every other error means that the two sides cannot be compared. */
const losses: ReadonlySet<string> = new Set(
  (['drop', 'slice-drop', 'undecided'] as const).map((name) => regressionRules[name].id),
);

/**
 * Better, worse, no difference, or none of them yet, on paired samples. Rows of other samples on the two sides, another set-up or files that
 * cannot be read make it void. Shown means at 5 %, two-sided, by Holm over the metrics, and agreed by the interval.
 */
export function judgeResults(
  baseline: ResultSet,
  candidate: ResultSet,
  settings: RegressionSettings,
): Judgement<CompareFacts> {
  const comparison = compareSets(baseline, candidate, settings);
  const broken = comparison.findings.filter(
    ({ rule, severity }) => severity === 'error' && !losses.has(rule),
  );
  const slices = slicesOf(comparison);
  const metrics = [...goalsOf(comparison), ...asidesOf(baseline, candidate, settings)];
  const { flipped, baseline: before, candidate: after } = comparison.facts;
  const facts: CompareFacts = {
    verdict: broken.length > 0 ? 'void' : withSlices(combined(metrics), slices),
    void: broken.map(({ message }) => message),
    sampleRatio: noSampleRatio,
    metrics,
    alpha,
    slices,
    turned: flipped,
    ...(before !== undefined &&
      after !== undefined && { statuses: { baseline: before.statuses, candidate: after.statuses } }),
  };
  return {
    verdict: reportVerdicts[facts.verdict],
    title: resultTitle(facts, broken),
    findings: worstFirst([...broken, ...lossFindings(facts), ...remarks(comparison)]),
    facts,
    sections: resultSections(facts),
  };
}

/** A loss that is shown in one slice, counted over all of them, is a loss. */
function withSlices(verdict: CompareVerdict, slices: readonly ComparedSlice[]): CompareVerdict {
  return slices.some(({ isWorse }) => isWorse) ? 'worse' : verdict;
}

/** What is to be known beside the verdict. */
function remarks({ findings }: Comparison): Finding[] {
  return findings.filter(({ rule, severity }) => severity !== 'error' && !losses.has(rule));
}

function goalsOf({ facts: { metrics } }: Comparison): ComparedMetric[] {
  const adjusted = holm(metrics.map(({ p }) => Math.min(1, 2 * Math.min(p, 1 - p))));
  return metrics.map((metric, at) => metricOf(metric, 'goal', verdictOf(metric, adjusted[at] ?? 1)));
}

function metricOf(
  metric: MetricFacts,
  role: ComparedMetric['role'],
  verdict: CompareVerdict,
): ComparedMetric {
  const { name, baseline, candidate, delta, higherIsBetter, margin, n, better, worse } = metric;
  return {
    name,
    role,
    baseline: finite(baseline),
    candidate: finite(candidate),
    delta: finite(delta),
    ci: intervalOf(metric),
    verdict,
    higherIsBetter,
    margin,
    n,
    better,
    worse,
  };
}

function intervalOf({ twoSided: [low = null, high = null] }: MetricFacts): ComparedMetric['ci'] {
  return [low, high];
}

function verdictOf(
  { twoSided: [low, high], margin, higherIsBetter }: MetricFacts,
  p: number,
): CompareVerdict {
  if (typeof low !== 'number' || typeof high !== 'number') return 'keep-going';
  if (p < alpha && low > 0) return higherIsBetter ? 'better' : 'worse';
  if (p < alpha && high < 0) return higherIsBetter ? 'worse' : 'better';
  return Math.max(Math.abs(low), Math.abs(high)) <= margin ? 'no-difference' : 'keep-going';
}

function slicesOf({ facts: { slices = [] } }: Comparison): ComparedSlice[] {
  return slices.map((one) => ({
    slice: one.slice,
    name: one.name,
    baseline: finite(one.baseline),
    candidate: finite(one.candidate),
    delta: finite(one.delta),
    ci: intervalOf(one),
    n: one.n,
    higherIsBetter: one.higherIsBetter,
    pHolm: one.pHolm,
    isWorse: one.verdict === 'fail',
  }));
}

/** Cost and latency, where rows of both sides have them and nobody made them a goal. */
function asidesOf(baseline: ResultSet, candidate: ResultSet, settings: RegressionSettings): ComparedMetric[] {
  const goals = settings.metrics.map((text) => text.split(':', 1)[0]);
  const names = [aliases.cost, aliases.latency].flatMap(
    (known) =>
      known.find((name) => has(baseline, name) && has(candidate, name) && !goals.includes(name)) ?? [],
  );
  if (names.length === 0) return [];
  const asked = { ...settings, metrics: names.map((name) => `${name}:lower:unit=percent`) };
  const { facts } = compareSets(baseline, candidate, asked);
  return facts.metrics.map((metric) => {
    const [name = metric.name] = metric.name.split(':', 1);
    return metricOf({ ...metric, name }, 'aside', 'keep-going');
  });
}

/** Rows that are looked at for the names of their columns. */
const mostLooked = 100;

function has({ samples }: ResultSet, name: string): boolean {
  let looked = 0;
  for (const { scores } of samples.values()) {
    if (scores.has(name)) return true;
    if (++looked >= mostLooked) break;
  }
  return false;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
