/** What release lines have that trunk lacks, by a handful of git processes whatever the number of lines. */
import type { LineCommit, LineHistory } from '../../ports/branches.ts';
import { UserError } from '../../kernel/user-error.ts';
import { decodeName, splitNul } from '../names.ts';
import { checkSha } from '../refs/refs.ts';
import type { Git } from '../process/run.ts';
import type { Environment } from '../process/environment.ts';
import { isShallow } from './resolve.ts';

/** Commits that lines have of their own, all together; more is a line that is not a line. */
const mostOwn = 5000;

/** Commits of trunk with which they are compared. */
const mostOfTrunk = 50_000;

/** Files by which trunk's commits are narrowed down; beyond it all of them are read. */
const mostPaths = 2000;

export interface LineHistoryOptions {
  readonly git: Git;
  /** For git's own fetches: differences need contents that a partial clone left out. */
  readonly variables: () => Promise<Environment>;
  /** Brings commits that this clone lacks. */
  readonly ensure: (shas: readonly string[]) => Promise<void>;
}

/** Throws a UserError in a shallow clone: what it lacks of trunk would pass for missing. */
export async function lineHistory(
  { git, variables, ensure }: LineHistoryOptions,
  trunk: string,
  tips: readonly string[],
): Promise<LineHistory> {
  if (await isShallow(git))
    throw new UserError(
      'this clone has only a part of the history, so what trunk lacks cannot be determined',
      {
        help: 'Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.',
      },
    );
  const read = () => ownOf(git, checkSha(trunk), tips.map(checkSha));
  // A clone of one branch lacks the others: only then each is looked for.
  const { own, boundary } = await read().catch(async () => ensure([trunk, ...tips]).then(read));
  const oldest = boundary.toSorted((a, b) => Date.parse(a.committedAt) - Date.parse(b.committedAt))[0];
  const plain = own.filter(({ parents }) => parents.length < 2).map(({ sha }) => sha);
  const left = new Set(boundary.map(({ sha }) => sha));
  if (plain.length === 0)
    return { own, boundary: left, patches: new Map(), trunk: [], trunkPatches: new Map(), cut: false };
  const env = definedOnly(await variables());
  const patches = await patchIds(git, ['--no-walk=unsorted', '--stdin'], env, `${plain.join('\n')}\n`);
  const range = [trunk, ...(oldest === undefined ? [] : [`^${oldest.sha}`])];
  const paths = await touchedBy(git, plain, env);
  const narrowed = paths.length <= mostPaths ? ['--full-diff', ...range, '--', ...paths] : [...range, '--'];
  const trunkPatches = await patchIds(git, [`--max-count=${mostOfTrunk}`, ...narrowed], env);
  const messages = await messagesOf(git, range);
  return {
    own,
    boundary: left,
    patches,
    trunk: messages,
    trunkPatches: new Map([...trunkPatches].map(([sha, id]) => [id, sha])),
    cut: own.length >= mostOwn || messages.length >= mostOfTrunk,
  };
}

function definedOnly(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface Own {
  readonly own: LineCommit[];
  /** Commits of trunk at which lines left it. */
  readonly boundary: LineCommit[];
}

async function ownOf(git: Git, trunk: string, tips: readonly string[]): Promise<Own> {
  const format = '--format=tformat:%m%x00%H%x00%P%x00%cI%x00%an%x00%B';
  const how = [
    '-z',
    '--no-show-signature',
    '--no-color',
    '--topo-order',
    '--boundary',
    `--max-count=${mostOwn}`,
  ];
  const input = `${[...new Set(tips), `^${trunk}`].join('\n')}\n`;
  const fields = splitNul(await git.run(['log', ...how, format, '--stdin'], { input })).map(decodeName);
  const all = Array.from({ length: Math.floor(fields.length / 6) }, (_, at) => {
    const [mark = '', sha = '', parents = '', committedAt = '', author = '', message = ''] = fields.slice(
      at * 6,
      at * 6 + 6,
    );
    return {
      mark,
      commit: {
        sha,
        parents: parents.split(' ').filter((one) => one !== ''),
        committedAt,
        author,
        message: message.trimEnd(),
      },
    };
  });
  return {
    own: all.flatMap(({ mark, commit }) => (mark === '-' ? [] : [commit])),
    boundary: all.flatMap(({ mark, commit }) => (mark === '-' ? [commit] : [])),
  };
}

const plainly = [
  '--no-merges',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-show-signature',
];

/** Commit → the id of its change, the same wherever it was picked to; none for an empty commit. */
export async function patchIds(
  git: Git,
  which: readonly string[],
  env: Record<string, string>,
  input?: string,
): Promise<Map<string, string>> {
  const log = ['log', '-p', ...plainly, '--format=tformat:commit %H', ...which];
  const text = await git.run(log, { env, ...(input === undefined ? {} : { input }) });
  // Byte by byte: contents may be in any encoding, and only their sameness counts.
  const ids = await git.text(['patch-id', '--stable'], { input: text.toString('latin1') });
  return new Map(
    ids.split('\n').flatMap((line): [string, string][] => {
      const [id = '', sha = ''] = line.split(' ');
      return sha === '' ? [] : [[sha, id]];
    }),
  );
}

async function touchedBy(git: Git, shas: readonly string[], env: Record<string, string>): Promise<string[]> {
  const how = ['--no-walk=unsorted', '--stdin', '-z', '--name-only', '--format=tformat:'];
  const listed = await git.run(['log', ...plainly, ...how], { env, input: `${shas.join('\n')}\n` });
  return [...new Set(splitNul(listed).map((path) => decodeName(path).replace(/^\n/, '')))].filter(
    (path) => path !== '',
  );
}

async function messagesOf(git: Git, range: readonly string[]): Promise<{ sha: string; message: string }[]> {
  const how = ['-z', '--no-show-signature', '--no-color', `--max-count=${mostOfTrunk}`];
  const fields = splitNul(await git.run(['log', ...how, '--format=tformat:%H%x00%B', ...range, '--']));
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, at) => ({
    sha: (fields[at * 2] ?? Buffer.alloc(0)).toString('latin1'),
    message: decodeName(fields[at * 2 + 1] ?? Buffer.alloc(0)),
  }));
}
