import type { Commit } from '../../kernel/commit.ts';
import { decodeName, fieldsOf, splitNul } from '../names.ts';
import type { Git } from '../process/run.ts';
import { kindOf, type Entry } from './tree-paths.ts';

/** One line of git's own comparison: an entry before and after, each absent where there is none. */
export interface EntryChange {
  readonly path: string;
  /** Where a renamed entry was. */
  readonly previousPath?: string;
  readonly before?: Entry;
  readonly after?: Entry;
}

const plain = [
  '--raw',
  '--no-abbrev',
  '-z',
  '-r',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];
const options = [...plain, '--find-renames', '-l1000'];

/** For git's own fetches: to find renames, a partial clone needs contents. */
export type Variables = Readonly<Record<string, string>>;

/** Entries that differ between two commits, renames found. */
export async function changedBetween(
  git: Git,
  base: string,
  head: string,
  env: Variables,
): Promise<EntryChange[]> {
  return parseRaw(await git.run(['diff-tree', ...options, base, head, '--'], { env }));
}

/**
 * Paths that differ between each commit and the one before it in the list, for each but the first: by one git process, and without a look
 * at contents, so that a moved file is at both of its paths.
 */
export async function pathsAlong(git: Git, shas: readonly string[], env: Variables): Promise<string[][]> {
  const pairs = shas.slice(1).map((sha, at) => `${sha} ${shas[at] ?? ''}\n`);
  if (pairs.length === 0) return [];
  const how = ['--stdin', '--always', ...plain, '--no-renames'];
  const output = await git.run(['diff-tree', ...how], { env, input: pairs.join('') });
  const along: string[][] = [];
  const fields = splitNul(output).values();
  for (const field of fields)
    if (field[0] === colon) along.at(-1)?.push(decodeName(fields.next().value ?? field));
    else along.push([]);
  return along;
}

/** With which an entry begins; a commit does not. */
const colon = 0x3a;

export interface Compared {
  readonly changes: readonly EntryChange[];
  readonly isOnDisk: boolean;
  /** Whether the head has every other entry of the base: no sparse checkout leaves one out. */
  readonly isWhole: boolean;
  readonly index?: Index;
}

/** What the index lists, as `git ls-files -z --stage` prints it behind a letter, and how it differs from the base. */
export interface Index {
  readonly lines: Buffer;
  readonly staged: readonly EntryChange[];
}

/** How the index differs from a commit. A file that was only announced (`git add -N`) is one that the commit has not. */
export async function stagedSince(git: Git, base: string): Promise<EntryChange[]> {
  return parseRaw(await git.run(['diff-index', '--cached', '--ita-visible-in-index', ...plain, base, '--']));
}

/** The same, renames found. */
export async function stagedRenamed(git: Git, base: string, env: Variables): Promise<EntryChange[]> {
  return parseRaw(
    await git.run(['diff-index', '--cached', '--ita-visible-in-index', ...options, base, '--'], { env }),
  );
}

/** Tracked entries that differ between a commit and the disk, for which git looks at each file. */
export async function changedOnWalk(git: Git, base: string, env: Variables): Promise<EntryChange[]> {
  return parseRaw(await git.run(['diff', ...options, base, '--'], { env }));
}

export const unstored = '0'.repeat(40);

/** Whether git has not stored this content: it writes only zeros for it. */
export function isUnstored(oid: string): boolean {
  return /^0+$/.test(oid);
}

/** `:<mode> <mode> <oid> <oid> <letter><score>`, then one path, or two of a rename. */
function parseRaw(output: Buffer): EntryChange[] {
  const { fields: all, nameOf } = fieldsOf(output);
  const fields = all.values();
  const changes: EntryChange[] = [];
  for (const field of fields) {
    const [modeBefore = '', modeAfter = '', oidBefore = '', oidAfter = '', letter = ''] = field
      .slice(1)
      .split(' ');
    const first = nameOf(fields.next().value ?? field);
    const isPair = letter.startsWith('R') || letter.startsWith('C');
    const path = isPair ? nameOf(fields.next().value ?? field) : first;
    // A conflict has no modes: whatever the disk holds there is another file.
    const isConflict = letter === 'U';
    const before = letter.startsWith('C') ? undefined : entryOf(modeBefore, oidBefore, isConflict);
    const after = entryOf(modeAfter, oidAfter, isConflict);
    changes.push({
      path,
      ...(letter.startsWith('R') && { previousPath: first }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    });
  }
  return changes;
}

function entryOf(mode: string, oid: string, isConflict: boolean): Entry | undefined {
  return mode === '000000' && !isConflict ? undefined : { kind: kindOf(mode), oid };
}

/** The same files as `globMatcher` takes: `!` takes out. */
function pathspec(glob: string): string {
  return glob.startsWith('!') ? `:(top,glob,exclude)${glob.slice(1)}` : `:(top,glob)${glob}`;
}

/** How many commits of a change are looked at. */
export const maxCommits = 250;

export interface CommitRange {
  /** Default 250. */
  readonly most?: number;
  /** Globs: of commits that touch such a file alone. */
  readonly paths?: readonly string[];
  /** Of trunk as it was merged, not what was merged into it. */
  readonly firstParent?: boolean;
}

/** Commits of `head` that `base` has not, newest first. */
export async function commitsBetween(
  git: Git,
  base: string,
  head: string,
  { most = maxCommits, paths = [], firstParent = false }: CommitRange = {},
): Promise<Commit[]> {
  const format = '--format=tformat:%H%x00%P%x00%an <%ae>%x00%B';
  const line = firstParent ? ['--first-parent'] : [];
  const how = ['-z', '--no-show-signature', '--no-color', ...line, `--max-count=${most}`, format];
  const output = await git.run(['log', ...how, `${base}..${head}`, '--', ...paths.map(pathspec)], {
    // Elsewhere a path is a path; these are globs.
    env: { GIT_LITERAL_PATHSPECS: '0' },
  });
  const fields = splitNul(output).map(decodeName);
  return Array.from({ length: Math.floor(fields.length / 4) }, (_, index) => {
    const [sha = '', parents = '', author = '', message = ''] = fields.slice(index * 4, index * 4 + 4);
    return { sha, author, message: message.trimEnd(), ...(parents.includes(' ') && { isMerge: true }) };
  });
}
