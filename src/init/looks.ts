/** How the regression gate decides in this repository: looks where there are samples for more than one, and what the ledger makes of them. */
import { count } from '../kernel/text.ts';
import type { FileTree } from '../ports/index.ts';
import { quoted, type Choices } from './choices.ts';
import { ratesOf } from './rates.ts';
import { isUnread, mostEvaluations, type RecordedTrunk, type Unread } from './recorded.ts';

/** Samples of the first look, and between two. */
const step = 500;
/** So many decide where two evaluations of one model agree on nine of ten samples. */
const most = 3000;
/** A look that adds fewer is not worth a round. */
const leastRound = 100;
/** From so many evaluations on, which samples flip is known (sampling: history). */
const leastEvaluations = 4;

/** What there is to compare a change with. */
export interface Measured {
  /** Of result files that are committed. */
  readonly globs: readonly string[];
  /** Samples of the largest of them. */
  readonly committed: number;
  /** Whether what the ledger has was written under the name of a committed file. */
  readonly isCommitted: (path: string) => boolean;
  readonly recorded?: RecordedTrunk | Unread | undefined;
}

const mostFiles = 50;

/** What the working tree has, and the ledger. `paths`: committed result files. */
export async function measuredIn(
  tree: FileTree,
  paths: readonly string[],
  recorded: Measured['recorded'],
): Promise<Measured> {
  const counts = await Promise.all(
    paths.slice(0, mostFiles).map(async (path) => rowsIn(await tree.read(path), path)),
  );
  const globs = new Set(paths.map((path) => path.replace(/[^/]+\.(jsonl|csv)$/, '*.$1')));
  return {
    globs: [...globs].toSorted(),
    committed: Math.max(0, ...counts),
    isCommitted: (path) => paths.includes(path),
    recorded,
  };
}

/** Lines of one file, as the formats that init finds have one a sample. */
function rowsIn(bytes: Uint8Array | undefined, path: string): number {
  if (bytes === undefined) return 0;
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  return path.endsWith('.csv') ? lines - 1 : lines;
}

/** Rising numbers of samples; none where one look takes nearly all there are. */
export function looksFor(samples: number): number[] {
  const last = Math.min(samples, most);
  const before = Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step).filter(
    (n) => last - n >= leastRound,
  );
  return before.length === 0 ? [] : [...before, last];
}

/** The ledger's evaluations of trunk, where they are what a change is compared with. */
function baselineOf({ globs, recorded }: Measured): RecordedTrunk | undefined {
  return globs.length > 0 || recorded === undefined || isUnread(recorded) ? undefined : recorded;
}

function samplesOf(measured: Measured): number {
  return baselineOf(measured)?.samples ?? measured.committed;
}

/** Lines of the policy below `regression:`. */
export function resultsText(measured: Measured, choices: Choices): string {
  return [...sources(measured), ...looksText(measured, choices)].map((line) => `  ${line}\n`).join('');
}

function sources(measured: Measured): string[] {
  const { globs } = measured;
  if (globs.length > 0) return ['candidate:', ...globs.map((glob) => `  - ${quoted(glob)}`)];
  const recorded = baselineOf(measured);
  const rows = '# Result files with one row a sample: {id, target, prediction} or {id, score}.';
  if (recorded === undefined) return [rows, '# candidate: [evals/*.jsonl]'];
  const path = quoted(recorded.path);
  return [
    '# Trunk is evaluated by its own workflow, and the ledger keeps the results: earlier ones of the same trunk are averaged with the baseline.',
    `baseline: [${path}]`,
    '# What the job of a pull request writes about the same samples, or a command that the gate runs:',
    `# candidate: [${path}]`,
    '# evaluate: python eval.py --ids {ids} --out {out}',
  ];
}

/** Of `paired`: the bare threshold of `strict` takes no second look. */
export function looksText(measured: Measured, { mode }: Choices): string[] {
  const samples = samplesOf(measured);
  const looks = looksFor(samples);
  if (mode === 'strict' || looks.length === 0) return [];
  return [
    `# A change may be evaluated on the first ${step} samples; only while that does not decide, the gate asks for the next.`,
    `# ${ratesText(samples, false)}.`,
    `# With one look at ${step} alone it is ${alone()} (docs/regression.md).`,
    `looks: [${looks.join(', ')}]`,
    `# Once the ledger has ${leastEvaluations} evaluations of these samples, those that flip are looked at first, each weighed by how many it stands for.`,
    'sampling: history',
  ];
}

function alone(): string {
  const [at95, at90] = [ratesOf(step, 95, false), ratesOf(step, 90, false)];
  return `${at95?.blocked} and ${at95?.caught} % (${at90?.blocked} and ${at90?.caught})`;
}

/** For the person who ran init: what was set up by what was found, how often the gate is wrong with it, and what would make it better. */
export function decisionNotes(measured: Measured, { mode }: Choices): string[] {
  const samples = samplesOf(measured);
  if (mode === 'strict') return [];
  if (samples === 0)
    return [
      'no results of trunk were found, neither committed nor in the ledger: the regression gate has nothing to compare with yet',
      ...historyNotes(measured),
    ];
  const recorded = baselineOf(measured);
  const looks = looksFor(samples);
  const found = `${count(samples, 'sample')} of trunk ${recorded === undefined ? 'are committed' : `are in the ledger as ${recorded.path}`}`;
  const how = looks.length === 0 ? 'one look' : `looks at ${looks.join(', ')}, and sampling: history`;
  return [
    `${found}: ${how}. ${ratesText(samples, false)}`,
    ...(recorded === undefined
      ? []
      : ['missing: candidate or evaluate, commented out in the policy: until then no change is compared']),
    ...historyNotes(measured),
    ...better(measured),
  ];
}

function historyNotes(measured: Measured): string[] {
  const { recorded, isCommitted } = measured;
  if (recorded === undefined) return [];
  if (isUnread(recorded))
    return [`the ledger could not be read, and nothing in it is counted on: ${recorded.problem}`];
  const { path, evaluations } = recorded;
  const all = `the ledger has ${count(evaluations, 'evaluation')} of trunk under ${path}`;
  if (baselineOf(measured) !== undefined)
    return [`${all}: those of the same trunk are averaged with the baseline, and ${flipsText(evaluations)}`];
  return [
    isCommitted(path)
      ? `${all}: ${flipsText(evaluations)}. They are not averaged with results that are committed`
      : `${all}, which do not count while other results are committed: baseline: [${quoted(path)}] compares with them`,
  ];
}

function flipsText(evaluations: number): string {
  return evaluations < leastEvaluations
    ? `from ${leastEvaluations} on, samples that flip are looked at first`
    : 'samples that flip are looked at first';
}

/** What would make the gate wrong less often, and by how much. */
function better(measured: Measured): string[] {
  const samples = samplesOf(measured);
  const history = `${mostEvaluations} evaluations of the same trunk in the ledger and none committed (input evaluate of model-merge.yml and model-nightly.yml), if answers are drawn anew`;
  return [
    ...(samples >= most ? [] : [`better: ${count(most, 'sample')} of trunk. ${ratesText(most, false)}`]),
    `better: ${history}. ${ratesText(Math.max(samples, step), true)}`,
  ];
}

function ratesText(samples: number, history: boolean): string {
  const [at95, at90] = [ratesOf(samples, 95, history), ratesOf(samples, 90, history)];
  if (at95 === undefined || at90 === undefined) return `${count(samples, 'sample')} decide little`;
  return `${at95.blocked} % of harmless changes are blocked at most and ${at95.caught} % of drops of 1.8 points caught at least, where two evaluations of one model agree on 95 % of the samples (90 %: ${at90.blocked} and ${at90.caught})`;
}
