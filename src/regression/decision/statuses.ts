/** What became of the samples, as an outcome of its own. */
import { plainMetric } from '../metrics/spec.ts';
import { meanStatistic } from '../metrics/statistic.ts';
import { weightsOf } from '../metrics/weights.ts';
import type { Pair, PairSide } from '../samples/pair.ts';
import type { Sample } from '../samples/sample.ts';
import { isFailed, statuses, type Status } from '../samples/status.ts';
import type { RegressionSettings } from '../settings.ts';
import type { Look } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import { resultOf } from './result.ts';

/** How many samples of a side became what; only what occurs. */
export type StatusCounts = Readonly<Partial<Record<Status, number>>>;

export interface StatusTest {
  /** The share of samples that were answered, tested like any metric, a family of its own. */
  readonly answered: MetricResult;
  /** Of cut, unparsed and filtered answers those kinds of which one side has more than chance explains. */
  readonly moved: ReadonlySet<Status>;
}

export function statusCounts(samples: Iterable<Sample>): StatusCounts {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status = 'answered' } of samples) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** `undefined` where every sample of both sides was simply answered. */
export function testStatuses(
  pairs: readonly Pair[],
  settings: RegressionSettings,
  look: Look,
): StatusTest | undefined {
  const present = new Set<Status>();
  for (const { baseline, candidate } of pairs) {
    if (baseline.status !== undefined) present.add(baseline.status);
    if (candidate.status !== undefined) present.add(candidate.status);
  }
  present.delete('answered');
  if (present.size === 0) return undefined;
  const share = (wanted: (status: Status) => boolean): MetricResult => {
    const read = (side: PairSide): Float64Array =>
      Float64Array.from(pairs, (pair) => Number(wanted(pair[side].status ?? 'answered')));
    return shareResult({ baseline: read('baseline'), candidate: read('candidate') }, pairs, settings, look);
  };
  const moved = statuses.filter(
    (status) => present.has(status) && !isFailed(status) && hasMoved(share((one) => one === status)),
  );
  return { answered: share((status) => status === 'answered'), moved: new Set(moved) };
}

/** By its name in the facts: no evaluation gives its scores such a name. */
const answeredName = 'status:answered';

function shareResult(
  outcomes: { readonly baseline: Float64Array; readonly candidate: Float64Array },
  pairs: readonly Pair[],
  settings: RegressionSettings,
  look: Look,
): MetricResult {
  const spec = { ...plainMetric(answeredName), title: 'the share of samples that were answered' };
  const statistic = meanStatistic(outcomes.baseline, outcomes.candidate, weightsOf(pairs));
  return resultOf(
    {
      spec: { ...spec, higherIsBetter: true },
      pairs,
      settings: { ...settings, mode: 'paired', unit: 'points' },
      look,
      directions: new Map(),
      bare: true,
    },
    { ok: true, statistic, definition: 'share of samples that were answered', outcomes },
  );
}

/** In either direction, beyond chance and beyond what is tolerated. */
function hasMoved({ p, level, delta, tolerance, discordant }: MetricResult): boolean {
  const other = Math.max(1 - p, 0.5 ** discordant);
  return Math.abs(delta) > tolerance && (p < level || other < level);
}
