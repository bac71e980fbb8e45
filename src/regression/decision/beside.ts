/** Totals in files of their own, beside results of samples: the samples are judged, the totals are not. */
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { UnjudgedTotal } from '../facts.ts';
import { judgedByDefault } from '../metrics/recognised.ts';
import type { Aggregate, ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { shown, shownList } from '../shown.ts';
import type { Look } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import { assessTotals, pairTotals } from './totals.ts';

/** All of both sides, by name; the values in the metric's own unit. */
export function totalsBeside(baseline: ResultSet, candidate: ResultSet): UnjudgedTotal[] {
  const [before, after] = [besideSamples(baseline), besideSamples(candidate)];
  return [...new Set([...after.keys(), ...before.keys()])].map((name) => ({
    name: shown(name),
    file: (after.get(name) ?? before.get(name))?.file ?? '',
    baseline: valueOf(before.get(name)),
    candidate: valueOf(after.get(name)),
    reason: 'results of samples are judged',
  }));
}

/** The same of scores of samples. */
export function scoresUnjudged(results: readonly MetricResult[]): UnjudgedTotal[] {
  return results.map(({ name, place, baseline, candidate }) => ({
    name: shown(name),
    file: place?.file ?? '',
    baseline,
    candidate,
    reason: 'no metric is named, and others are judged then',
  }));
}

function valueOf(total: Aggregate | undefined): number | null {
  return total !== undefined && Number.isFinite(total.value) ? total.value : null;
}

function besideSamples({ samples, aggregates }: ResultSet): Map<string, Aggregate> {
  if (aggregates.size === 0) return new Map();
  const withSamples = new Set<string>();
  for (const { file } of samples.values()) withSamples.add(file);
  const beside = [...aggregates.values()].filter(
    ({ file, secondary }) => secondary !== true && !withSamples.has(file),
  );
  return new Map(judgedByDefault(beside, ({ name }) => name).map((total) => [total.name, total]));
}

/** Said once; a warning where one of them fell by more than is tolerated and `passed` says that the samples show nothing. */
export function besideFindings(
  totals: readonly UnjudgedTotal[],
  [baseline, candidate]: readonly [ResultSet, ResultSet],
  settings: RegressionSettings,
  look: Look,
  passed: boolean,
): Finding[] {
  const [first] = totals;
  if (first === undefined) return [];
  const names = new Set(totals.map(({ name }) => name));
  const fallen = passed
    ? pairTotals(baseline, candidate, [])
        .filter((pair) => names.has(shown(pair.candidate.name)))
        .map((pair) => assessTotals(pair, settings, look))
        .filter(({ delta, higherIsBetter, tolerance }) => (higherIsBetter ? -delta : delta) > tolerance)
    : [];
  const listed = totals.filter(
    ({ name }) => fallen.length === 0 || fallen.some((one) => shown(one.name) === name),
  );
  return [
    regressionRules['unjudged-totals'].finding({
      severity: fallen.length > 0 ? 'warning' : 'notice',
      message: `There are totals of whole evaluations beside the results of samples. Only the samples are judged; ${fallen.length > 0 ? 'these totals fell and are not' : 'these totals are not'}: ${shownList(listed.slice(0, 5).map(valuesOf), listed.length)}.`,
      file: first.file,
      help: 'Nothing to do where they are made of the same samples. Where they are of another evaluation, let it write its results of single samples too; or match only the files that count in regression.candidate and regression.baseline.',
    }),
  ];
}

function valuesOf({ name, baseline, candidate }: UnjudgedTotal): string {
  return `${name} (${baseline ?? 'none'} before, ${candidate ?? 'none'} now)`;
}
