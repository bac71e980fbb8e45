/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */
import {
  compareSets,
  gateName,
  idsOfRound,
  type RegressionSettings,
  type ResultSet,
} from '../regression/index.ts';
import type { Finding, Report } from '../report/model.ts';
import type { Gate, Ports } from './ports.ts';
import { mostAncestors, resultsAt, type TrunkResults } from './regression/baseline.ts';
import { evaluateInRounds } from './regression/evaluate.ts';
import { globsOf, readPast, type ReadPast } from './regression/past.ts';
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
  const measured = await withBaseline(settings, ports, ({ read }) => read());
  return idsOfRound(await poolOf(settings, measured, ports), settings, samples);
}

async function judgeSides(settings: RegressionSettings, ports: Ports): Promise<Report> {
  const evaluates = isEvaluated(settings);
  if (settings.candidate.length === 0 && !evaluates) {
    return bare(
      'skipped',
      'No evaluation results are configured (regression.candidate), so there is nothing to compare.',
    );
  }
  const judge = evaluates ? evaluated : compared;
  return withBaseline(settings, ports, (baseline) => judge(settings, baseline, ports));
}

function isEvaluated({ evaluate = '' }: RegressionSettings): boolean {
  return evaluate !== '';
}

/** Closes the ledger after the work, where it was asked. */
async function withBaseline<T>(
  settings: RegressionSettings,
  ports: Ports,
  work: (baseline: TrunkResults) => Promise<T>,
): Promise<T> {
  // What can be evaluated at the merge base itself needs no older results.
  const ancestors = isEvaluated(settings) && settings.pool !== undefined ? 0 : mostAncestors;
  try {
    return await work(await resultsAt(ports.change.base, globsOf(settings), ports, ancestors));
  } finally {
    await ports.evaluations?.close();
  }
}

/** Ids of all samples that may be evaluated: those that trunk has measured, else those that are named. */
async function poolOf(
  { pool }: RegressionSettings,
  measured: ResultSet,
  { change }: Ports,
): Promise<readonly string[]> {
  return measured.samples.size > 0 ? [...measured.samples.keys()] : readPool(pool, change.base);
}

async function compared(settings: RegressionSettings, baseline: TrunkResults, ports: Ports): Promise<Report> {
  const candidate = await matching(ports.workspace, settings.candidate);
  ports.log.info(
    `regression: ${candidate.length} candidate files, ${baseline.files.length} baseline files at the ${baseline.name}`,
  );
  if (candidate.length === 0) return noCandidate(settings, baseline, ports);
  if (baseline.files.length === 0) return noBaseline(settings, baseline, ports, candidate[0]);
  const before = await baseline.read();
  const after = await readSide(ports.workspace, candidate);
  const past = await pastOf(settings, baseline, ports);
  return held(compareSets(before, after, settings, past), past);
}

/** The baseline is what trunk has measured on the same samples; without it the merge base is evaluated beside the candidate. */
async function evaluated(
  settings: RegressionSettings,
  baseline: TrunkResults,
  ports: Ports,
): Promise<Report> {
  const { scratch } = ports;
  if (scratch === undefined) return noScratch();
  const measured = await baseline.read();
  const known = measured.samples.size > 0;
  const pool = await poolOf(settings, measured, ports);
  const folder = known || pool.length === 0 ? undefined : await ports.baseFolder?.();
  if (!known && folder === undefined) return noBaseline(settings, baseline, ports, undefined);
  const past = await pastOf(settings, baseline, ports);
  const report = await evaluateInRounds(
    { command: settings.evaluate ?? '', settings, past, pool, baseline: folder ?? measured },
    ports,
    scratch,
  );
  return held(report, past);
}

/** The past as it is read, with what is to be said of the baseline itself. */
async function pastOf(settings: RegressionSettings, baseline: TrunkResults, ports: Ports): Promise<ReadPast> {
  const { source } = baseline;
  const past = await readPast(settings, ports, source !== undefined);
  return {
    ...past,
    ...(source !== undefined && { source }),
    findings: [...baseline.findings, ...(past.findings ?? [])],
  };
}

/** Erosion that was to be watched and could not be: nobody may take that for a pass. */
function held(report: Report, { unread }: ReadPast): Report {
  return unread !== undefined && report.verdict === 'pass'
    ? { ...report, verdict: 'inconclusive', title: unread }
    : report;
}

function noCandidate(settings: RegressionSettings, baseline: TrunkResults, ports: Ports): Report {
  const there = baseline.files.length > 0;
  const message = `No evaluation results match ${settings.candidate.join(', ')} in the ${ports.workspace.name}${there ? `, though the ${baseline.name} has some` : ''}.`;
  return bare(there ? 'fail' : 'inconclusive', message, {
    rule: 'regression/no-candidate',
    severity: there ? 'error' : 'warning',
    message,
    help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
  });
}

function noBaseline(
  settings: RegressionSettings,
  { findings, unread }: TrunkResults,
  { change, evaluations }: Ports,
  file: string | undefined,
): Report {
  const asked = evaluations === undefined || unread === true ? '' : ', in its files or in the ledger';
  const message = `There is no baseline: no results match ${globsOf(settings).join(', ')} at the ${change.base.name}${asked}${unread === true ? ', and the ledger could not be read' : ''}. Without one a pass would say nothing.`;
  return bare(
    'inconclusive',
    message,
    {
      rule: 'regression/no-baseline',
      // Could not be read is not empty: until it is known, nothing goes through.
      severity: unread === true ? 'error' : 'warning',
      message,
      ...(file !== undefined && { file, line: 1 }),
      help: 'Let the workflow of merges or of each night evaluate trunk and record its results (record-lineage with `results`), or commit them; set regression.baseline in the policy when they have another path.',
    },
    ...findings,
  );
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
