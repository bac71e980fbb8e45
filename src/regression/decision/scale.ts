/** Whether the scores of both sides are on one scale. */
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Outcomes } from '../metrics/measured.ts';
import { plainNumber } from '../presentation/wording.ts';
import type { MetricResult } from './measurement.ts';

/** How many times as large a scale is another one: 0 to 1 and 1 to 5 are, 1 to 3 and 1 to 5 are not. */
const another = 4;
/** All scores are then larger by about the same factor: a score that collapses is not. */
const alike = 2.5;

/** Set where the scores are on different scales; never where less is better: a latency may be ten times another. */
export function scalesOf(
  { baseline, candidate }: Outcomes,
  higherIsBetter: boolean,
): Pick<MetricResult, 'scales'> {
  if (!higherIsBetter || baseline.length === 0) return {};
  const scales = { baseline: largest(baseline), candidate: largest(candidate) };
  const [small, large] = [Math.min(...Object.values(scales)), Math.max(...Object.values(scales))];
  if (!(small > 0) || large < another * small) return {};
  const isSmall = scales.baseline === small;
  const means = isSmall ? mean(candidate) / mean(baseline) : mean(baseline) / mean(candidate);
  const isOutOfShares = isSmall && scales.baseline <= 1 && baseline.every((value) => value >= 0);
  const factor = large / small;
  const isScaled = means >= factor / alike && means <= factor * alike;
  return isOutOfShares || isScaled ? { scales } : {};
}

/** Of two totals: a share beside percents. */
export function scalesOfTotals(
  baseline: number,
  candidate: number,
  higherIsBetter: boolean,
): Pick<MetricResult, 'scales'> {
  const [small, large] = [Math.min(baseline, candidate), Math.max(baseline, candidate)];
  const factor = large / small;
  return higherIsBetter && small > 0 && small <= 1 && large > 1 && factor >= 30 && factor <= 300
    ? { scales: { baseline, candidate } }
    : {};
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

export function scaleFindings({ title, scales, place }: MetricResult): Finding[] {
  if (scales === undefined) return [];
  return [
    regressionRules['different-scale'].finding({
      message: `${title} reaches ${plainNumber(scales.baseline)} in the baseline and ${plainNumber(scales.candidate)} in the candidate: some or all of it is on another scale, and the difference says nothing.`,
      ...place,
      help: 'Let both evaluations write the same scale. Where the scale is what was changed, set regression.changed: [scale] in the policy.',
    }),
  ];
}
