/** Where a repository is, what is checked out, and how the commits that are compared stand to each other: one question. */
import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve as resolvePath } from 'node:path';
import { UserError } from '../kernel/user-error.ts';
import type { Git } from './process/run.ts';
import { headBy, type Head } from './refs/head.ts';
import { isFullSha, isRevision } from './refs/refs.ts';

/** Two revisions, by their names; without a head the commit that is checked out. */
export interface Pair {
  readonly base: string;
  readonly head: string | undefined;
}

/** Two commits that are here, with all of their history. */
export interface Related {
  /** Full SHAs. */
  readonly commits: readonly [base: string, head: string];
  readonly mergeBase: string;
  /** By the names under which they were asked for. */
  readonly named: ReadonlyMap<string, string>;
}

export interface Located {
  readonly git: Git;
  readonly root: string;
  readonly commonDir: string;
  /** Of this working tree. */
  readonly gitDir: string;
  readonly indexFile: string;
  readonly checkedOut: string | undefined;
  /** The same with its branch; absent where that was not found out. */
  readonly head: Head | undefined;
  readonly related: Related | undefined;
}

/** `open`: git in a folder. Throws a UserError where no repository is. */
export async function locate(cwd: string, open: (cwd: string) => Git, pair?: Pair): Promise<Located> {
  // spawn throws for a file, and exec would never come back from that.
  if ((await stat(cwd).catch(() => undefined))?.isDirectory() !== true)
    throw new UserError(`there is no folder ${cwd}`, { help: 'Name a folder of the repository.' });
  const range = pair === undefined ? undefined : rangeOf(pair);
  const found = (range && (await asked(open(cwd), range))) ?? (await open(cwd).text(questionOf()));
  const [top = '', commonDir = '', index = '', isShallow, ...tail] = found.split('\n');
  if (isShallow !== 'true' && isShallow !== 'false') throw brokenLine();
  const root = await realpath(top);
  const [common, indexFile] = [resolvePath(cwd, commonDir), resolvePath(cwd, index)];
  const shas = tail.filter((line) => isFullSha(line.replace('^', '')));
  const tips = shas.filter(isTip);
  // The two of the range come in addition.
  const checkedOut = tips.length % 2 === 1 ? tips[0] : undefined;
  const name = tail.length > shas.length ? tail.at(-1) : undefined;
  return {
    git: open(root),
    root,
    commonDir: common,
    gitDir: dirname(indexFile),
    indexFile,
    checkedOut,
    head: checkedOut === undefined || name === undefined ? undefined : headBy(checkedOut, name),
    related: pair && isShallow === 'false' ? relatedBy(pair, shas) : undefined,
  };
}

function brokenLine(): UserError {
  return new UserError('the path of the repository contains a line break', {
    help: 'Rename the folder: git says by lines where it is.',
  });
}

/** `--revs-only`: from what names no commit on, as HEAD before the first one, all is left out, and nothing fails. */
function questionOf(...ranges: readonly string[]): string[] {
  const folders = ['--show-toplevel', '--git-common-dir', '--git-path', 'index', '--is-shallow-repository'];
  return ['rev-parse', ...folders, '--revs-only', 'HEAD^{commit}', ...ranges, '--symbolic-full-name', 'HEAD'];
}

async function asked(git: Git, range: string): Promise<string | undefined> {
  const { exitCode, stdout } = await git.attempt(questionOf(range));
  return exitCode === 0 ? stdout.toString('utf8').replace(/\r?\n$/, '') : undefined;
}

/** A full SHA may be of a commit that is not here, which git would fetch by itself. */
function rangeOf({ base, head = 'HEAD' }: Pair): string | undefined {
  const names = [base, head];
  const isAsked = names.every((name) => isRevision(name) && !isFullSha(name));
  return isAsked ? names.map((name) => `${name}^{commit}`).join('...') : undefined;
}

/** `undefined` where one of them is not here, and where they have no merge base, or more than one. */
function relatedBy({ base, head = 'HEAD' }: Pair, shas: readonly string[]): Related | undefined {
  const [headSha = '', baseSha = '', ...bases] = shas.slice(shas.findLastIndex(isTip) - 1);
  const [mergeBase = ''] = bases;
  if (bases.length !== 1 || !mergeBase.startsWith('^')) return undefined;
  const named = new Map([
    [base, baseSha],
    [head, headSha],
  ]);
  return { commits: [baseSha, headSha], mergeBase: mergeBase.slice(1), named };
}

function isTip(sha: string): boolean {
  return !sha.startsWith('^');
}
