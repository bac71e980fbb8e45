import type { Report } from '../report/model.ts';
import { worstFirst } from '../report/model.ts';
import { factsOf } from './facts.ts';
import { readResults } from './formats/index.ts';
import { integrityFindings } from './integrity.ts';
import { judge } from './judge.ts';
import { lookAt } from './looks.ts';
import { verdictFor } from './outcome.ts';
import { pairSamples } from './pair.ts';
import type { ResultFile, ResultSet } from './sample.ts';
import { sectionsOf } from './sections.ts';
import type { RegressionSettings } from './settings.ts';
import { titleOf } from './title.ts';

export const gateName = 'regression-gate';

/** Compares two sides given as files; `clock` in milliseconds, for the report's duration. */
export function compareResults(
  baseline: readonly ResultFile[],
  candidate: readonly ResultFile[],
  settings: RegressionSettings,
  clock: () => number,
): Report {
  const started = clock();
  const report = compareSets(readResults(baseline), readResults(candidate), settings);
  return { ...report, durationMs: clock() - started };
}

/** Compares two sides that were read. */
export function compareSets(baseline: ResultSet, candidate: ResultSet, settings: RegressionSettings): Report {
  const pairing = pairSamples(baseline.samples, candidate.samples);
  const look = lookAt(pairing.pairs.length, settings.looks, settings.alpha);
  const judged = judge(baseline, candidate, pairing, settings, look);
  const findings = worstFirst([
    ...baseline.findings,
    ...candidate.findings,
    ...integrityFindings(baseline, candidate, pairing),
    ...judged.findings,
  ]);
  const verdict = verdictFor(findings, judged.results, settings, look);
  const undecided =
    verdict === 'inconclusive' && judged.results.some((result) => result.verdict === 'inconclusive');
  return {
    schema: 1,
    gate: gateName,
    verdict,
    title: titleOf(verdict, judged.results, findings),
    findings,
    facts: {
      mode: settings.mode,
      alpha: settings.alpha,
      ...factsOf({ ...judged, baseline, candidate, look, undecided }),
    },
    sections: sectionsOf(judged.results, judged.slices),
  };
}
