/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */
import {
  compareSets,
  gateName,
  idsOfRound,
  type RegressionSettings,
  type ResultSet,
} from '../regression/index.ts';
import type { Finding, Report } from '../report/model.ts';
import type { FileTree, Gate, Ports } from './ports.ts';
import { evaluateInRounds } from './regression/evaluate.ts';
import { readPast } from './regression/past.ts';
import { matching, readPool, readSide } from './regression/sides.ts';

/** Reads both sides, or runs the evaluation, and compares them; without a baseline the verdict is never a pass. */
export const judgeRegression: Gate<RegressionSettings> = async (settings, ports) => {
  const started = ports.now();
  const report = await judgeSides(settings, ports);
  return { ...report, durationMs: ports.now() - started };
};

/**
 * Ids that the runners of one round are to evaluate: those that the look at `samples` adds, without it those of the first look.
 * None where neither a baseline nor a pool names any sample.
 */
export async function samplesOfRound(
  settings: RegressionSettings,
  ports: Ports,
  samples?: number,
): Promise<string[]> {
  const { tree, files } = await findBaseline(baselineGlobs(settings), ports);
  return idsOfRound(await poolOf(settings, await readSide(tree, files), ports), settings, samples);
}

async function judgeSides(settings: RegressionSettings, ports: Ports): Promise<Report> {
  const evaluates = settings.evaluate !== undefined && settings.evaluate !== '';
  if (settings.candidate.length === 0 && !evaluates) {
    return bare(
      'skipped',
      'No evaluation results are configured (regression.candidate), so there is nothing to compare.',
    );
  }
  const baseline = await findBaseline(baselineGlobs(settings), ports);
  return evaluates ? evaluated(settings, baseline, ports) : compared(settings, baseline, ports);
}

function baselineGlobs({ baseline, candidate }: RegressionSettings): readonly string[] {
  return baseline.length > 0 ? baseline : candidate;
}

/** Ids of all samples that may be evaluated: those that trunk has measured, else those that are named. */
async function poolOf(
  { pool }: RegressionSettings,
  measured: ResultSet,
  { change }: Ports,
): Promise<readonly string[]> {
  return measured.samples.size > 0 ? [...measured.samples.keys()] : readPool(pool, change.base);
}

interface Baseline {
  readonly globs: readonly string[];
  readonly tree: FileTree;
  readonly files: readonly string[];
}

/** At the merge base, else what the ledger holds for it; never at the head. */
async function findBaseline(globs: readonly string[], ports: Ports): Promise<Baseline> {
  const { base } = ports.change;
  const files = await matching(base, globs);
  if (files.length > 0 || base.sha === undefined) return { globs, tree: base, files };
  const recorded = await ports.recordedResults?.(base.sha);
  return recorded === undefined
    ? { globs, tree: base, files }
    : { globs, tree: recorded, files: await matching(recorded, globs) };
}

async function compared(settings: RegressionSettings, baseline: Baseline, ports: Ports): Promise<Report> {
  const { tree, files } = baseline;
  const candidate = await matching(ports.workspace, settings.candidate);
  ports.log.info(
    `regression: ${candidate.length} candidate files, ${files.length} baseline files at the ${tree.name}`,
  );
  if (candidate.length === 0) return noCandidate(settings, files.length, ports);
  if (files.length === 0) return noBaseline(baseline, candidate[0]);
  const before = await readSide(tree, files);
  const after = await readSide(ports.workspace, candidate);
  return compareSets(before, after, settings, await readPast(settings.anchor, ports));
}

/** The baseline is what trunk has measured on the same samples; without it the merge base is evaluated beside the candidate. */
async function evaluated(settings: RegressionSettings, baseline: Baseline, ports: Ports): Promise<Report> {
  const { scratch } = ports;
  if (scratch === undefined) return noScratch();
  const measured = await readSide(baseline.tree, baseline.files);
  const known = measured.samples.size > 0;
  const pool = await poolOf(settings, measured, ports);
  const folder = known || pool.length === 0 ? undefined : await ports.baseFolder?.();
  if (!known && folder === undefined) return noBaseline(baseline, undefined);
  const past = await readPast(settings.anchor, ports);
  return evaluateInRounds(
    { command: settings.evaluate ?? '', settings, past, pool, baseline: folder ?? measured },
    ports,
    scratch,
  );
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

function noBaseline({ globs, tree }: Baseline, file: string | undefined): Report {
  const message = `There is no baseline: no results match ${globs.join(', ')} at the ${tree.name}. Without one a pass would say nothing.`;
  return bare('inconclusive', message, {
    rule: 'regression/no-baseline',
    severity: 'warning',
    message,
    ...(file !== undefined && { file, line: 1 }),
    help: 'Evaluate trunk once and commit its results there (or let the nightly workflow do so); set regression.baseline in the policy when they have another path.',
  });
}

function noScratch(): Report {
  const message = 'There is no folder to run the evaluation in.';
  const help = 'Run the evaluation in a step before this gate and set regression.candidate.';
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
