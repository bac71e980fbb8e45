/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */
import picomatch from 'picomatch';
import {
  Collector,
  compareSets,
  gateName,
  openReader,
  type RegressionSettings,
  type ResultSet,
} from '../regression/index.ts';
import type { Finding, Report } from '../report/model.ts';
import type { FileTree, Gate, Ports } from './ports.ts';

/** Larger files need a tree that can stream. */
const maxBytes = 512 * 1024 * 1024;
const mostFiles = 2000;

/** Reads both sides and compares them; without a baseline the verdict is never a pass. */
export const judgeRegression: Gate<RegressionSettings> = async (settings, ports) => {
  const started = ports.now();
  const report = await judgeSides(settings, ports);
  return { ...report, durationMs: ports.now() - started };
};

async function judgeSides(settings: RegressionSettings, ports: Ports): Promise<Report> {
  if (settings.candidate.length === 0)
    return bare(
      'skipped',
      'No evaluation results are configured (regression.candidate), so there is nothing to compare.',
      [],
    );
  const globs = settings.baseline.length > 0 ? settings.baseline : settings.candidate;
  const [candidate, baseline] = await Promise.all([
    matching(ports.workspace, settings.candidate),
    matching(ports.change.base, globs),
  ]);
  ports.log.info(
    `regression: ${candidate.length} candidate files, ${baseline.length} baseline files at the ${ports.change.base.name}`,
  );
  if (candidate.length === 0) return noCandidate(settings, baseline.length, ports);
  if (baseline.length === 0) return noBaseline(globs, candidate, ports);
  const sides = await Promise.all([
    readSide(ports.change.base, baseline),
    readSide(ports.workspace, candidate),
  ]);
  return compareSets(...sides, settings);
}

/** A path without wildcards is read even where it is ignored by git: results often are. */
async function matching(tree: FileTree, globs: readonly string[]): Promise<string[]> {
  const matches = picomatch([...globs], { dot: true });
  const plain = globs.filter((glob) => !picomatch.scan(glob).isGlob).map((path) => path.replace(/^\.\//, ''));
  const listed = (await tree.list()).filter((path) => matches(path));
  const unlisted = plain.filter((path) => !listed.includes(path));
  const present = await Promise.all(
    unlisted.map(async (path) => ((await tree.read(path, maxBytes)) === undefined ? [] : [path])),
  );
  return [...listed, ...present.flat()].slice(0, mostFiles);
}

async function readSide(tree: FileTree, paths: readonly string[]): Promise<ResultSet> {
  const collector = new Collector();
  for (const path of paths) {
    const reader = openReader(path, collector);
    const bytes = await tree.read(path, maxBytes);
    if (bytes !== undefined) reader.push(bytes);
    reader.end();
  }
  return collector.result();
}

function noCandidate(settings: RegressionSettings, baselineFiles: number, ports: Ports): Report {
  const globs = settings.candidate.join(', ');
  const message = `No evaluation results match ${globs} in the ${ports.workspace.name}${baselineFiles > 0 ? `, though the ${ports.change.base.name} has some` : ''}.`;
  return bare(baselineFiles > 0 ? 'fail' : 'inconclusive', message, [
    {
      rule: 'regression/no-candidate',
      severity: baselineFiles > 0 ? 'error' : 'warning',
      message,
      help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
    },
  ]);
}

function noBaseline(globs: readonly string[], candidate: readonly string[], ports: Ports): Report {
  const message = `There is no baseline: nothing matches ${globs.join(', ')} at the ${ports.change.base.name}. Without one a pass would say nothing.`;
  const [file] = candidate;
  const finding: Finding = {
    rule: 'regression/no-baseline',
    severity: 'warning',
    message,
    ...(file !== undefined && { file, line: 1 }),
    help: 'Evaluate trunk once and commit its results there (or let the nightly workflow do so); set regression.baseline in the policy when they have another path.',
  };
  return bare('inconclusive', message, [finding]);
}

function bare(verdict: Report['verdict'], title: string, findings: readonly Finding[]): Report {
  return {
    schema: 1,
    gate: gateName,
    verdict,
    title,
    findings,
    facts: { metrics: [], nextSamples: 0, flipped: [] },
  };
}
