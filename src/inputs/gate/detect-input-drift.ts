/** The input gate: what the change feeds the model against what the merge base does. */
import {
  judgeInputs,
  learnNoise,
  readSide,
  type InputFacts,
  type InputJudgement,
  type InputSettings,
  type Learned,
  type Side,
} from '../index.ts';
import { inputRules } from '../rules.ts';
import { count, enumerate, shown } from '../../kernel/text.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { FileTree, Gate, Ports, Scratch } from '../../ports/index.ts';
import { matchingPaths } from '../../kernel/matching.ts';
import { besideIt } from './beside.ts';
import { declaredChanges } from './declared.ts';
import { runCommand } from './run-command.ts';
import { vocabularyOf } from './vocabulary.ts';
import { sourcesOf } from './sources.ts';

export const judgeInputDrift: Gate<InputSettings, InputFacts> = async (settings, ports) => {
  const started = ports.now();
  const judgement = await judged(settings, ports);
  return makeReport({ gate: 'detect-input-drift', ...judgement, durationMs: ports.now() - started });
};

async function judged(settings: InputSettings, ports: Ports): Promise<InputJudgement> {
  if (settings.command === undefined && settings.candidate.length === 0)
    return bare(
      'skipped',
      'Nothing says what the model is fed (inputs.command or inputs.candidate in the policy).',
    );
  const { harmless = [] } = settings;
  const paths = ports.change.files.map(({ path }) => path);
  if (paths.length > 0 && harmless.length > 0 && matchingPaths(paths, harmless).length === paths.length)
    return bare('skipped', 'Only files changed on which nothing that is fed depends (plan.harmless).');
  return settings.command === undefined
    ? compared(settings, ports)
    : commanded(settings, settings.command, ports);
}

/** Files of an earlier step against those that are committed. */
async function compared(settings: InputSettings, ports: Ports): Promise<InputJudgement> {
  const after = await sideAt(ports.workspace, settings.candidate);
  if (after === undefined)
    return bare('fail', `No file matches ${settings.candidate.join(', ')} in the ${ports.workspace.name}.`, [
      inputRules['no-candidate'].finding({
        message: `Nothing is there to judge: no file matches ${settings.candidate.join(', ')} in the ${ports.workspace.name}.`,
        help: 'Let a step before this gate write what the model is fed there, or correct inputs.candidate in the policy.',
      }),
    ]);
  const before = await committed(settings, ports);
  return before === undefined
    ? noBaseline(settings, ports)
    : concluded(before, after, new Map(), settings, ports);
}

/** The files of the merge base; never any of the head. */
async function committed(settings: InputSettings, ports: Ports): Promise<Side | undefined> {
  return sideAt(ports.change.base, settings.baseline.length > 0 ? settings.baseline : settings.candidate);
}

/** Names without wildcards are read even where git ignores them. */
async function sideAt(tree: FileTree, globs: readonly string[]): Promise<Side | undefined> {
  const listed = matchingPaths(await tree.list(), globs);
  const files = listed.length > 0 ? listed : await plainFiles(tree, globs);
  return files.length === 0 ? undefined : readSide(await sourcesOf(tree, files));
}

async function plainFiles(tree: FileTree, globs: readonly string[]): Promise<string[]> {
  const plain = globs.filter((glob) => !/[*?[\]{}!]/.test(glob)).map((glob) => glob.replace(/^\.\//, ''));
  const found = await Promise.all(
    plain.map((file) => (tree.readRange === undefined ? tree.read(file) : tree.readRange(file, 0, 1))),
  );
  return plain.filter((_, at) => found[at] !== undefined);
}

async function commanded(settings: InputSettings, command: string, ports: Ports): Promise<InputJudgement> {
  const { scratch } = ports;
  if (scratch === undefined) return bare('fail', 'There is no folder to run inputs.command in.');
  const deadline = ports.now() + settings.timeBudget * 60_000;
  ports.log.info('inputs: what the head feeds the model');
  const after = await runCommand({ command, name: 'candidate', deadline }, ports, scratch);
  if (isFinding(after)) return bare('fail', after.message, [after]);
  const known = await committed(settings, ports);
  if (known !== undefined) return concluded(known, after, new Map(), settings, ports);
  const base = await baseRuns(settings, command, deadline, ports, scratch);
  if (base === undefined) return noBaseline(settings, ports);
  return isFinding(base)
    ? bare('fail', base.message, [base])
    : concluded(base.side, after, base.learned, settings, ports, base.unsteady);
}

interface BaseRuns {
  readonly side: Side;
  readonly learned: Learned;
  readonly unsteady: readonly Finding[];
}

/** The merge base in a folder of its own, twice where its noise is to be learned. */
async function baseRuns(
  settings: InputSettings,
  command: string,
  deadline: number,
  ports: Ports,
  scratch: Scratch,
): Promise<BaseRuns | Finding | undefined> {
  const cwd = await ports.baseFolder?.();
  if (cwd === undefined) return undefined;
  ports.log.info('inputs: what the merge base feeds it');
  const side = await runCommand({ command, name: 'baseline', cwd, deadline }, ports, scratch);
  if (isFinding(side)) return side;
  if (settings.noise === 'defaults') return { side, learned: new Map(), unsteady: [] };
  const again = await runCommand({ command, name: 'baseline-again', cwd, deadline }, ports, scratch);
  if (isFinding(again)) return again;
  const { learned, distances } = learnNoise(side.fingerprints, again.fingerprints);
  return { side, learned, unsteady: unsteadyFindings(distances) };
}

/** Beyond this two runs of one code are not a noise of rounding any more: something is drawn at random. */
const steady = 1e-3;

function unsteadyFindings(distances: ReadonlyMap<string, number>): Finding[] {
  const names = [...distances].filter(([, distance]) => distance > steady).map(([name]) => shown(name));
  return names.length === 0
    ? []
    : [
        inputRules.unsteady.finding({
          message: `Two runs of the merge base differ in ${enumerate(names)}: changes that are smaller are not seen.`,
          help: 'Set the seeds of all random numbers, and turn augmentations off, in inputs.command.',
        }),
      ];
}

async function concluded(
  before: Side,
  after: Side,
  learned: Learned,
  settings: InputSettings,
  ports: Ports,
  more: readonly Finding[] = [],
): Promise<InputJudgement> {
  const declared = await declaredChanges(ports);
  const plain = judgeInputs(before, after, { learned, declared });
  const decode = plain.facts.tokens.first === null ? undefined : await vocabularyOf(ports.change.head);
  const judgement = decode === undefined ? plain : judgeInputs(before, after, { learned, declared, decode });
  const beside = besideIt(
    ports.change.files.map(({ path }) => path),
    settings.harmless ?? [],
  );
  ports.log.info(`inputs: ${count(judgement.facts.samples, 'sample')}: ${judgement.title}`);
  const findings = judgement.findings.map((finding) =>
    finding.rule === inputRules.changed.id && beside !== undefined
      ? {
          ...finding,
          message: `${finding.message} ${beside.text}`,
          ...(beside.file !== undefined && { file: beside.file, line: 1 }),
        }
      : finding,
  );
  return { ...judgement, findings: [...findings, ...more] };
}

function noBaseline(settings: InputSettings, ports: Ports): InputJudgement {
  const globs = settings.baseline.length > 0 ? settings.baseline : settings.candidate;
  const where =
    globs.length === 0 ? '' : `: no file matches ${globs.join(', ')} at the ${ports.change.base.name}`;
  const message = `Nothing is known of what trunk feeds the model${where}. Without it a pass would say nothing.`;
  return bare('inconclusive', message, [
    inputRules['no-baseline'].finding({
      message,
      help: 'Commit a fingerprint (`model-gates inputs --candidate FILE --fingerprint inputs.jsonl`) and name it in inputs.baseline, or set inputs.command, which runs for the merge base too.',
    }),
  ]);
}

function bare(verdict: Verdict, title: string, findings: readonly Finding[] = []): InputJudgement {
  return {
    verdict,
    title,
    findings,
    facts: { samples: 0, tensors: [], tokens: { changed: 0, first: null } },
  };
}

function isFinding(value: Side | BaseRuns | Finding): value is Finding {
  return 'rule' in value;
}
