/** Whether the scores of both sides are on one scale. */
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Outcomes } from '../metrics/measured.ts';
import { plainNumber } from '../presentation/wording.ts';
import type { MetricResult } from './measurement.ts';
import type { SetupPart } from '../samples/setup-parts.ts';
import { setupLine, whereStated, type StatedSetup } from '../samples/setup-stated.ts';

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
  if (!(small > 0)) return {};
  const isSmall = scales.baseline === small;
  const [smaller, larger] = isSmall ? [baseline, candidate] : [candidate, baseline];
  const factor = large / small;
  const means = mean(larger) / mean(smaller);
  const isWithin = (about: number): boolean => means >= factor / about && means <= factor * about;
  if (large > 1 && isStretched(smaller, larger)) return { scales };
  if (factor < another)
    return factor >= anotherRating &&
      isWithin(alikeRatings) &&
      ((isSmall && areOfTwoScales(smaller, larger)) || (isRating(smaller, small) && isRating(larger, large)))
      ? { scales }
      : {};
  const isOutOfShares = isSmall && scales.baseline <= 1 && baseline.every((value) => value >= 0);
  return isOutOfShares || isWithin(alike) ? { scales } : {};
}

/** Where ratings usually end, from the lowest on. */
export const tops: ReadonlySet<number> = new Set([5, 7, 10, 20, 100]);
const fewestRatings = 20;
const anotherRating = 1.9;
const alikeRatings = 1.4;

/** Nearly every sample is the same number of times what it was, whatever it was: {2, 4} and {4, 8}. No model does that. */
function isStretched(smaller: Float64Array, larger: Float64Array): boolean {
  const factors = new Map<number, number>();
  const stretched = new Map<number, Set<number>>();
  let compared = 0;
  for (const [i, value] of smaller.entries()) {
    const factor = Number(((larger[i] ?? NaN) / value).toPrecision(9));
    if (value === 0 || !Number.isFinite(factor)) continue;
    compared++;
    factors.set(factor, (factors.get(factor) ?? 0) + 1);
    if (factors.size > mostFactors) return false;
    const values = stretched.get(factor) ?? new Set<number>();
    if (values.size < 2) stretched.set(factor, values.add(value));
  }
  return [...factors].some(
    ([factor, count]) =>
      factor >= leastStretch &&
      count >= fewestRatings &&
      count >= mostly * compared &&
      stretched.get(factor)?.size === 2,
  );
}

/** 1 to 5 and 1 to 7 differ by more. */
const leastStretch = 1.2;
/** Of samples that are compared, so many by the same factor. */
const mostly = 0.8;
/** Differing more than this no factor is that of most. */
const mostFactors = 1000;

/** Marks that rose from within one usual scale, 1 to 5, beyond its end, all alike: they are of a wider one, 1 to 10. */
function areOfTwoScales(smaller: Float64Array, larger: Float64Array): boolean {
  return (
    areMarks(smaller) &&
    areMarks(larger) &&
    topOf(largest(smaller)) < topOf(largest(larger)) &&
    isSpread(smaller)
  );
}

/** The end of the narrowest scale that has this mark. */
function topOf(mark: number): number {
  return [...tops].find((top) => mark <= top) ?? Infinity;
}

/** One mark on every sample has risen like any other. */
function isSpread(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}

/** Whole or half steps from 1 on, on several samples: not shares, and not 0 or 1. */
function areMarks(values: Float64Array): boolean {
  return (
    values.length >= fewestRatings &&
    largest(values) > 1 &&
    values.every((value) => value >= 0 && Number.isInteger(2 * value))
  );
}

/** 1 to 5 beside 1 to 10: each side ends where ratings do, on several samples, in whole or half steps. */
function isRating(values: Float64Array, top: number): boolean {
  return areMarks(values) && tops.has(top) && values.filter((value) => value === top).length > 1;
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

/** An error, unless the policy or the change itself declares another scale: then that is shown. */
export function scaleFindings(
  { name, title, scales, place }: MetricResult,
  { changed, stated }: { readonly changed: readonly SetupPart[]; readonly stated: readonly StatedSetup[] },
): Finding[] {
  if (scales === undefined) return [];
  const [was, is] = [plainNumber(scales.baseline), plainNumber(scales.candidate)];
  const what = `${title} reaches ${was} in the baseline and ${is} in the candidate`;
  const line = setupLine(`scale of ${name}`, was, is);
  const where = changed.includes('scale') ? 'regression.changed' : whereStated(line, stated);
  if (where !== undefined)
    return [
      regressionRules['declared-setup'].finding({
        severity: changed.includes('scale') ? 'notice' : 'warning',
        message: `${what}: ${where} states that its scale was changed on purpose. The difference is that of the scales too.`,
        ...place,
        help: 'Judge the change by another metric until the baseline has this scale.',
      }),
    ];
  return [
    regressionRules['different-scale'].finding({
      message: `${what}: some or all of it is on another scale, and the difference says nothing.`,
      ...place,
      help: `Let both evaluations write the same scale. Where the scale is what was changed, state exactly that in a trailer of a commit message (\`Evaluation-Change: ${line}\`), or set regression.changed: [scale] in the policy.`,
    }),
  ];
}
