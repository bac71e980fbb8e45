/** What differs between a commit and the disk, by one walk of git over its files. */
import { lstatSync, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { decodeName } from '../names.ts';
import type { Git } from '../process/run.ts';
import {
  changedOnWalk,
  stagedRenamed,
  stagedSince,
  unstored,
  type Compared,
  type EntryChange,
  type Variables,
} from './changes.ts';
import { kindOf } from './tree-paths.ts';

export interface DiskOptions {
  /** For git's own fetches. */
  readonly env: Variables;
  /** Fetches contents that a partial clone lacks: git 2.39 crashes where `git diff` has to fetch them by itself. */
  readonly bring: (oids: readonly string[]) => Promise<void>;
  /** Whether the index is large. */
  readonly isLarge?: boolean;
}

const walk = ['ls-files', '-z', '-t', '--stage', '--modified', '--others', '--exclude-standard'];

/** Entries that differ between a commit and the disk, new untracked ones included. `root`: real path of the working tree. */
export async function changedOnDisk(
  git: Git,
  root: string,
  base: string,
  options: DiskOptions,
): Promise<Compared> {
  const [staged, listed] = await Promise.all([
    stagedSince(git, base),
    git.run(walk, { isLong: options.isLarge ?? false }),
  ]);
  const { untracked, modified, lines } = partsOf(listed);
  const edited = isInConflict(lines) ? undefined : editedOf(root, staged, modified);
  const compared = await tracked({ git, base, staged, edited, options });
  const changes = new Map(compared.map((change) => [change.path, change]));
  for (const name of untracked) {
    const path = decodeName(name);
    const before = changes.get(path)?.before;
    const after = { kind: isLink(root, name) ? 'symlink' : 'file', oid: unstored } as const;
    // Removed from the index and still there: what the disk holds counts.
    changes.set(path, before === undefined ? { path, after } : { path, before, after });
  }
  return {
    changes: [...changes.values()],
    isOnDisk: true,
    isWhole: !leavesOut(lines),
    index: { lines, staged },
  };
}

/** So many are fetched at once, for gates read most of them; of more only what is read, each as it is asked for. */
const fewFiles = 200;

interface Tracked {
  readonly git: Git;
  readonly base: string;
  readonly staged: readonly EntryChange[];
  readonly edited: readonly EntryChange[] | undefined;
  readonly options: DiskOptions;
}

/** Renames are found by git. Where something was moved on disk alone, or what was staged differs there once more, all of it is git's to say. */
async function tracked({ git, base, staged, edited, options }: Tracked): Promise<readonly EntryChange[]> {
  const [come, gone] = [staged.some(isNew), staged.some(isGone)];
  const isMoved = edited === undefined || (come && edited.some(isGone));
  const files = staged.filter(({ before }) => before !== undefined && before.kind !== 'submodule');
  const isPlain = !isMoved && !(come && gone);
  if (!isPlain || files.length <= fewFiles) await options.bring(files.map(({ before }) => before?.oid ?? ''));
  if (isPlain) return [...staged, ...edited];
  return isMoved
    ? changedOnWalk(git, base, options.env)
    : [...(await stagedRenamed(git, base, options.env)), ...edited];
}

function isNew({ before }: EntryChange): boolean {
  return before === undefined;
}

function isGone({ after }: EntryChange): boolean {
  return after === undefined;
}

/** Files that differ from the index, which has them as the base does: edited, or deleted. `undefined` where there is anything else. */
function editedOf(
  root: string,
  staged: readonly EntryChange[],
  modified: readonly Buffer[],
): readonly EntryChange[] | undefined {
  const known = new Set(staged.map(({ path }) => path));
  const edited: EntryChange[] = [];
  for (const line of modified) {
    const [, mode = '', oid = ''] = line.toString('latin1').split(' ');
    const name = line.subarray(line.indexOf('\t') + 1);
    const path = decodeName(name);
    const [before, now] = [{ kind: kindOf(mode), oid }, onDisk(root, name)];
    if (known.has(path) || before.kind !== 'file' || now?.isFile() === false) return undefined;
    edited.push({ path, before, ...(now !== undefined && { after: { kind: 'file', oid: unstored } }) });
  }
  return edited;
}

interface Parts {
  readonly untracked: readonly Buffer[];
  /** Lines of files that differ from the index. */
  readonly modified: readonly Buffer[];
  /** The index, as `git ls-files -z -t --stage` prints it. */
  readonly lines: Buffer;
}

/** git lists untracked files first, each behind `? `; a nested repository, `? name/`, keeps its files to itself. */
function partsOf(listed: Buffer): Parts {
  const untracked: Buffer[] = [];
  let start = 0;
  while (listed[start] === 0x3f) {
    const end = listed.indexOf(0, start);
    const name = listed.subarray(start + 2, end);
    if (name.at(-1) !== 0x2f) untracked.push(name);
    start = end + 1;
  }
  return { untracked, ...indexOf(listed.subarray(start)) };
}

/** Lines that begin with `C ` say once more what stands in others, which begin with another letter. */
function indexOf(listed: Buffer): Omit<Parts, 'untracked'> {
  const modified: Buffer[] = [];
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = startOf(listed, 'C ', 0); at >= 0; at = startOf(listed, 'C ', start)) {
    const end = listed.indexOf(0, at);
    modified.push(listed.subarray(at, end));
    pieces.push(listed.subarray(start, at));
    start = end + 1;
  }
  const rest = listed.subarray(start);
  return { modified, lines: pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]) };
}

/** Where a line that begins so starts, from the start of a line on; -1 where none does. */
function startOf(listed: Buffer, letters: string, from: number): number {
  if (listed.toString('latin1', from, from + letters.length) === letters) return from;
  const before = listed.indexOf(`\0${letters}`, from);
  return before < 0 ? -1 : before + 1;
}

/** Whether a sparse checkout leaves out an entry: `S name`. */
function leavesOut(lines: Buffer): boolean {
  return startOf(lines, 'S ', 0) >= 0;
}

/** Whether the index has more than one state of an entry: `M name`. */
export function isInConflict(lines: Buffer): boolean {
  return startOf(lines, 'M ', 0) >= 0;
}

function isLink(root: string, name: Uint8Array): boolean {
  return onDisk(root, name)?.isSymbolicLink() === true;
}

function onDisk(root: string, name: Uint8Array): Stats | undefined {
  const full = Buffer.concat([Buffer.from(`${root}${sep}`), name]);
  return lstatSync(full, { throwIfNoEntry: false });
}
