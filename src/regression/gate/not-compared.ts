/** Verdicts where one of the sides is not there. */
import { globsOf, type Comparison, type RegressionSettings } from '../index.ts';
import type { Ports } from '../../ports/index.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import { regressionRules } from '../rules.ts';
import type { TrunkResults } from './baseline.ts';

export function noCandidate(settings: RegressionSettings, baseline: TrunkResults, ports: Ports): Comparison {
  if (settings.merged === true && baseline.source !== undefined)
    return bare('skipped', 'The change is merged, and no evaluation ran in this job.');
  const there = baseline.files.length > 0;
  const message = `No evaluation results match ${settings.candidate.join(', ')} in the ${ports.workspace.name}${there ? `, though the ${baseline.name} has some` : ''}.`;
  return bare(
    there ? 'fail' : 'inconclusive',
    message,
    regressionRules['no-candidate'].finding({
      severity: there ? 'error' : 'warning',
      message,
      help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
    }),
  );
}

export function noBaseline(
  settings: RegressionSettings,
  { name, findings, unread }: TrunkResults,
  { evaluations }: Ports,
  file: string | undefined,
): Comparison {
  const asked = evaluations === undefined || unread === true ? '' : ', in its files or in the ledger';
  const message = `There is no baseline: no results match ${globsOf(settings).join(', ')} at the ${name}${asked}${unread === true ? ', and the ledger could not be read' : ''}. Without one a pass would say nothing.`;
  return bare(
    'inconclusive',
    message,
    regressionRules['no-baseline'].finding({
      // Could not be read is not empty: until it is known, nothing goes through.
      severity: unread === true ? 'error' : 'warning',
      message,
      ...(file !== undefined && { file, line: 1 }),
      help: 'Let the workflow of merges or of each night evaluate trunk and record its results (record-lineage with `results`), or commit them; set regression.baseline in the policy when they have another path.',
    }),
    ...findings,
  );
}

export function noScratch(): Comparison {
  const message = 'There is no folder to run the evaluation in.';
  const help = 'Run the evaluation in a step before this gate and set regression.candidate.';
  return bare('fail', message, regressionRules['evaluation-failed'].finding({ message, help }));
}

export function bare(verdict: Verdict, title: string, ...findings: Finding[]): Comparison {
  return { verdict, title, findings, facts: { metrics: [], nextSamples: 0, flipped: [] } };
}
