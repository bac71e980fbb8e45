import type { Look } from '../decision/looks.ts';
import type { OpenPair } from '../metrics/answered.ts';
import type { MetricResult } from '../decision/measurement.ts';
import type { ComparedFacts, MetricFacts, RegressionFacts, SideFacts } from '../facts.ts';
import { statusCounts, type StatusTest } from '../decision/statuses.ts';
import { shown } from '../shown.ts';
import { rerunOf } from './unanswered.ts';
import type { ResultSet } from '../samples/sample.ts';

export interface FactsInput {
  readonly results: readonly MetricResult[];
  readonly slices: readonly MetricResult[];
  readonly baseline: ResultSet;
  readonly candidate: ResultSet;
  readonly look: Look;
  readonly undecided: boolean;
  readonly statuses?: StatusTest;
  readonly unmeasured?: readonly OpenPair[];
}

/** The machine-readable part of the report: differences in the metric's own unit (0.018, not 1.8). */
export function factsOf({
  results,
  slices,
  baseline,
  candidate,
  look,
  undecided,
  statuses,
  unmeasured,
}: FactsInput): Omit<
  ComparedFacts,
  'mode' | 'alpha' | 'ledger' | 'history' | 'sampling' | 'anchor' | 'answered' | 'unjudged'
> &
  Partial<Pick<ComparedFacts, 'answered'>> &
  Pick<RegressionFacts, 'metrics' | 'nextSamples' | 'flipped'> {
  const [first] = results;
  return {
    metrics: results.map(metricFacts),
    slices: slices.map((result) => ({ slice: shown(result.slice ?? ''), ...metricFacts(result) })),
    look: { number: look.number, of: look.of, criticalValue: look.z },
    nextSamples: undecided ? look.next : 0,
    flipped: (first?.flipped.samples ?? []).map(({ sample, change }) => ({
      id: shown(sample.id),
      change,
      file: sample.file,
      ...(sample.line !== undefined && { line: sample.line }),
    })),
    flippedCount: { worse: first?.flipped.worse ?? 0, better: first?.flipped.better ?? 0 },
    baseline: sideFacts(baseline),
    candidate: sideFacts(candidate),
    rerun: rerunOf(results, statuses, unmeasured),
    ...(statuses !== undefined && { answered: metricFacts(statuses.answered) }),
  };
}

function sideFacts({ files, samples, aggregates, formats }: ResultSet): SideFacts {
  return {
    files: files.slice(0, 100),
    samples: samples.size,
    totals: aggregates.size,
    formats: [...formats],
    statuses: statusCounts(samples.values()),
  };
}

export function metricFacts(result: MetricResult): MetricFacts {
  return {
    name: shown(result.name),
    definition: shown(result.definition),
    n: result.n,
    clusters: result.clusters ?? result.n,
    baseline: result.baseline,
    candidate: result.candidate,
    delta: result.delta,
    ci: result.ci.map(finite),
    twoSided: result.twoSided.map(finite),
    bounds: result.bounds.map(finite),
    interval: result.interval,
    standardError: finite(result.error),
    p: result.p,
    pHolm: result.holm,
    pBenjaminiHochberg: result.bh,
    discordant: finite(result.discordant),
    better: result.flipped.better,
    worse: result.flipped.worse,
    minimalDetectableDrop: finite(result.minimalDetectableDrop),
    samplesForTolerance: finite(result.samplesForTolerance),
    samplesForMargin: finite(result.samplesForMargin),
    tolerance: result.tolerance,
    margin: result.margin,
    unit: result.unit,
    higherIsBetter: result.higherIsBetter,
    verdict: result.verdict,
  };
}

/** JSON has no NaN: what is unknown is null. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
