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

/** `-v`: as `-t`, in small letters where `git update-index --assume-unchanged` lets git say that nothing changes. */
const walk = ['ls-files', '-z', '-v', '--stage', '--modified', '--others', '--exclude-standard'];

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
  const links = untracked.filter((name) => isLink(root, name));
  const isAsked = isInConflict(lines) || takeFolders(links, lines);
  const edited = isAsked ? undefined : editedOf(root, staged, modified);
  const compared = await tracked({ git, base, staged, edited, options });
  const changes = new Map(compared.map((change) => [change.path, change]));
  const isNewLink = new Set(links);
  for (const name of untracked) {
    const path = decodeName(name);
    const before = changes.get(path)?.before;
    const after = { kind: isNewLink.has(name) ? 'symlink' : 'file', oid: unstored } as const;
    // Removed from the index and still there: what the disk holds counts.
    changes.set(path, before === undefined ? { path, after } : { path, before, after });
  }
  return {
    changes: [...changes.values()],
    isOnDisk: true,
    isWhole: !leavesOut(listed),
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

/** The empty file's object, which a file has in the index too that was only announced (`git add -N`): modified for `git ls-files`, whatever it contains. */
const empty =
  /^(?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813)$/;

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
    if (isBehindLink(root, name) || empty.test(oid)) return undefined;
    edited.push({ path, before, ...(now !== undefined && { after: { kind: 'file', oid: unstored } }) });
  }
  return edited;
}

interface Parts {
  readonly untracked: readonly Buffer[];
  /** Lines of files that differ from the index. */
  readonly modified: readonly Buffer[];
  /** The index, as `git ls-files -z -v --stage` prints it. */
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

/**
 * Lines that begin with `C ` say once more what stands in others, which begin with another letter. So do those with `c `, of files that are
 * gone and assumed to be unchanged: for git they are not modified.
 */
function indexOf(listed: Buffer): Omit<Parts, 'untracked'> {
  const { taken: modified, left } = without(listed, 'C ');
  return { modified, lines: without(left, 'c ').left };
}

/** Lines that begin so, and all others. */
function without(listed: Buffer, letters: string): { taken: readonly Buffer[]; left: Buffer } {
  const taken: Buffer[] = [];
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = startOf(listed, letters, 0); at >= 0; at = startOf(listed, letters, start)) {
    const end = listed.indexOf(0, at);
    taken.push(listed.subarray(at, end));
    pieces.push(listed.subarray(start, at));
    start = end + 1;
  }
  const rest = listed.subarray(start);
  return { taken, left: pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]) };
}

/** Where a line that begins so starts, from the start of a line on; -1 where none does. */
function startOf(listed: Buffer, letters: string, from: number): number {
  if (listed.toString('latin1', from, from + letters.length) === letters) return from;
  const before = listed.indexOf(`\0${letters}`, from);
  return before < 0 ? -1 : before + 1;
}

/** Whether a sparse checkout leaves out an entry, `S name`, or one is gone that is assumed to be unchanged. */
function leavesOut(listed: Buffer): boolean {
  return ['S ', 's ', 'c '].some((letters) => startOf(listed, letters, 0) >= 0);
}

/** Whether the index has more than one state of an entry: `M name`. */
export function isInConflict(lines: Buffer): boolean {
  return startOf(lines, 'M ', 0) >= 0;
}

function isLink(root: string, name: Uint8Array): boolean {
  return onDisk(root, name)?.isSymbolicLink() === true;
}

/** `undefined` too where a folder on the way is now a file, or a link that leads nowhere. */
function onDisk(root: string, name: Uint8Array): Stats | undefined {
  const full = Buffer.concat([Buffer.from(`${root}${sep}`), name]);
  try {
    return lstatSync(full, { throwIfNoEntry: false });
  } catch (error) {
    const isGone =
      error instanceof Error && 'code' in error && /^(?:ENOTDIR|ELOOP)$/.test(String(error.code));
    if (isGone) return undefined;
    throw error;
  }
}

/** Whether a folder on the way is a link now: for `git ls-files` a file behind it is there, for `git diff` it is gone. */
function isBehindLink(root: string, name: Uint8Array): boolean {
  for (let at = name.indexOf(slash); at >= 0; at = name.indexOf(slash, at + 1))
    if (isLink(root, name.subarray(0, at))) return true;
  return false;
}

/** Of more new links nobody asks which stand where the index has a folder. */
const fewLinks = 100;

/** Whether a new link may stand where the index has a folder, whose files need not be modified then. */
function takeFolders(links: readonly Buffer[], lines: Buffer): boolean {
  const isFolder = (name: Buffer): boolean => lines.includes(`\t${name.toString('latin1')}/`, 0, 'latin1');
  return links.length > fewLinks || links.some(isFolder);
}

const slash = 0x2f;
