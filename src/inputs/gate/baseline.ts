/** What trunk feeds the model: what is committed at the merge base, else what the ledger keeps of it. */
import {
  inputRules,
  readSide,
  recordedNoise,
  sourceOf,
  type InputSettings,
  type Learned,
  type Side,
} from '../index.ts';
import { matchingPaths } from '../../kernel/matching.ts';
import { count, shown } from '../../kernel/text.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Finding } from '../../report/model.ts';
import { atBase } from '../../report/standing.ts';
import type { FileTree, Ports, RecordedEvaluation } from '../../ports/index.ts';
import { eachOnce, readablePaths } from '../../ports/readable-paths.ts';
import { sourcesOf } from './sources.ts';

export interface Baseline {
  readonly side: Side;
  readonly learned: Learned;
  /** How far apart two runs were, by tensor, where anybody knows. */
  readonly noise?: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** First parents that may stand in for a merge base of which nothing is recorded, where no command can be run for it. */
export const mostAncestors = 30;

/** Never anything of the head. A ledger that cannot be read is reported, and is none. */
export async function knownBaseline(
  settings: InputSettings,
  ports: Ports,
  ancestors: number,
): Promise<Baseline | readonly Finding[]> {
  const globs = settings.baseline.length > 0 ? settings.baseline : settings.candidate;
  const { base } = ports.change;
  const side = await sideAt(base, globs);
  if (side !== undefined) return withNoise(base.sha === undefined ? side : ofTrunk(side, base.name), []);
  const { sha } = base;
  if (sha === undefined || ports.evaluations === undefined) return [];
  try {
    const { evaluation, findings } = await ports.evaluations.nearest(sha, {
      kind: 'inputs',
      wanted: () => true,
      ancestors,
    });
    return evaluation === undefined ? findings : await recorded(evaluation, findings, ports);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [
      inputRules['unread-ledger'].finding({
        message: `The ledger may keep what trunk feeds the model, and could not be read: ${shown(error.message)}.`,
        help: error.help ?? 'Run the job again.',
      }),
    ];
  }
}

/** What is wrong with a commit's files is nothing that the change brought. */
function ofTrunk(side: Side, name: string): Side {
  const unread = side.unread.map(({ file, message }) => {
    const { message: said, help } = atBase(inputRules.unreadable.finding({ message, file }), name);
    return { file, message: said, ...(help !== undefined && { help }) };
  });
  return { ...side, unread };
}

async function recorded(
  { files, sha, merges, by, at }: RecordedEvaluation,
  findings: readonly Finding[],
  { log }: Ports,
): Promise<Baseline> {
  log.info(`inputs: what commit ${sha.slice(0, 8)} feeds the model, recorded by ${by} on ${at.slice(0, 10)}`);
  const sources = [...files].map(([path, bytes]) => sourceOf(`${path}.jsonl`, bytes));
  const older =
    merges === 0
      ? []
      : [
          inputRules['older-baseline'].finding({
            message: `Nothing is recorded of the merge base: compared with commit ${sha.slice(0, 8)}, ${count(merges, 'merge')} before.`,
            help: 'Record what each merge feeds the model (model-merge.yml), or set inputs.command, which runs for the merge base too.',
          }),
        ];
  return withNoise(await readSide(sources), [...findings, ...older]);
}

function withNoise(side: Side, findings: readonly Finding[]): Baseline {
  const { noise } = side.fingerprints;
  const learned = recordedNoise(side.fingerprints);
  return { side, learned, findings, ...(noise !== undefined && { noise }) };
}

export function isBaseline(value: Baseline | readonly Finding[]): value is Baseline {
  return 'side' in value;
}

/** Names without wildcards are read even where git ignores them. */
export async function sideAt(tree: FileTree, globs: readonly string[]): Promise<Side | undefined> {
  const listed = await eachOnce(tree, matchingPaths(await readablePaths(tree), globs));
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
