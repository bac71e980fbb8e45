/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */
import { compareSets, gateName, type RegressionSettings } from '../regression/index.ts';
import type { Finding, Report } from '../report/model.ts';
import type { Gate, Ports } from './ports.ts';
import { evaluateInRounds } from './regression/evaluate.ts';
import { readPast } from './regression/past.ts';
import { matching, readSide } from './regression/sides.ts';

/** Reads both sides, or runs the evaluation, and compares them; without a baseline the verdict is never a pass. */
export const judgeRegression: Gate<RegressionSettings> = async (settings, ports) => {
  const started = ports.now();
  const report = await judgeSides(settings, ports);
  return { ...report, durationMs: ports.now() - started };
};

async function judgeSides(settings: RegressionSettings, ports: Ports): Promise<Report> {
  const globs = settings.baseline.length > 0 ? settings.baseline : settings.candidate;
  if (globs.length === 0) {
    return bare(
      'skipped',
      'No evaluation results are configured (regression.candidate), so there is nothing to compare.',
    );
  }
  const baseline = await matching(ports.change.base, globs);
  if (settings.evaluate !== undefined && settings.evaluate !== '')
    return evaluated(settings, globs, baseline, ports);
  return compared(settings, globs, baseline, ports);
}

async function compared(
  settings: RegressionSettings,
  globs: readonly string[],
  baseline: readonly string[],
  ports: Ports,
): Promise<Report> {
  const { base } = ports.change;
  const candidate = await matching(ports.workspace, settings.candidate);
  ports.log.info(
    `regression: ${candidate.length} candidate files, ${baseline.length} baseline files at the ${base.name}`,
  );
  if (candidate.length === 0) return noCandidate(settings, baseline.length, ports);
  if (baseline.length === 0) return noBaseline(globs, candidate[0], ports);
  const before = await readSide(base, baseline);
  const after = await readSide(ports.workspace, candidate);
  return compareSets(before, after, settings, await readPast(settings.anchor, ports));
}

/** The command runs on the candidate only: its baseline is what trunk has measured on the same samples. */
async function evaluated(
  settings: RegressionSettings,
  globs: readonly string[],
  files: readonly string[],
  ports: Ports,
): Promise<Report> {
  const { scratch } = ports;
  if (scratch === undefined)
    return broken(
      'There is no folder to run the evaluation in.',
      'Run the evaluation in a step before this gate and set regression.candidate.',
    );
  const baseline = await readSide(ports.change.base, files);
  if (baseline.samples.size === 0) return noBaseline(globs, undefined, ports);
  const past = await readPast(settings.anchor, ports);
  return evaluateInRounds({ command: settings.evaluate ?? '', baseline, settings, past }, ports, scratch);
}

function noCandidate(settings: RegressionSettings, baselineFiles: number, ports: Ports): Report {
  const there = baselineFiles > 0;
  const message = `No evaluation results match ${settings.candidate.join(', ')} in the ${ports.workspace.name}${there ? `, though the ${ports.change.base.name} has some` : ''}.`;
  return bare(there ? 'fail' : 'inconclusive', message, {
    rule: 'regression/no-candidate',
    severity: there ? 'error' : 'warning',
    message,
    help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
  });
}

function noBaseline(globs: readonly string[], file: string | undefined, ports: Ports): Report {
  const message = `There is no baseline: no results match ${globs.join(', ')} at the ${ports.change.base.name}. Without one a pass would say nothing.`;
  return bare('inconclusive', message, {
    rule: 'regression/no-baseline',
    severity: 'warning',
    message,
    ...(file !== undefined && { file, line: 1 }),
    help: 'Evaluate trunk once and commit its results there (or let the nightly workflow do so); set regression.baseline in the policy when they have another path.',
  });
}

function broken(message: string, help: string): Report {
  return bare('fail', message, { rule: 'regression/evaluation-failed', severity: 'error', message, help });
}

function bare(verdict: Report['verdict'], title: string, ...findings: Finding[]): Report {
  return {
    schema: 1,
    gate: gateName,
    verdict,
    title,
    findings,
    facts: { metrics: [], nextSamples: 0, flipped: [] },
  };
}
