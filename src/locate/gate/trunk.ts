/** Trunk as it was merged: the commits among which the culprit is looked for. */
import type { Commit } from '../../kernel/commit.ts';
import { pullRequestOf } from '../../kernel/reverts.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Merge } from '../index.ts';

/** What git tells; a repository of this machine. Methods throw a UserError for what cannot be read. */
export interface TrunkGit {
  /** Full SHA of what a revision names. */
  resolve(revision: string): Promise<string>;
  isShallow(): Promise<boolean>;
  /** The commit and its first parents, newest first, at most so many. */
  firstParents(sha: string, most: number): Promise<readonly string[]>;
  commits(
    base: string,
    head: string,
    range: { readonly most: number; readonly firstParent: boolean },
  ): Promise<readonly Commit[]>;
}

export interface Range {
  /** Revisions; by default all of the history up to HEAD. */
  readonly good?: string | undefined;
  readonly bad?: string | undefined;
}

/** Most commits that are looked at. */
const mostCommits = 5000;

/** Full SHAs of the first-parent history up to `bad`, oldest first, and the place of `good` in it (0 where none is named). */
export async function trunkRange(
  git: TrunkGit,
  { good, bad = 'HEAD' }: Range,
): Promise<{ shas: string[]; from: number }> {
  const last = await git.resolve(bad);
  const shas = (await historyOf(git, last)).toReversed();
  if (good === undefined) return { shas, from: 0 };
  const first = await git.resolve(good);
  const from = shas.indexOf(first);
  if (from < 0) throw notOnTrunk(good, bad, first);
  return { shas, from };
}

async function historyOf(git: TrunkGit, last: string): Promise<readonly string[]> {
  if (!(await git.isShallow())) return git.firstParents(last, mostCommits);
  try {
    return await git.firstParents(last, mostCommits);
  } catch (cause) {
    throw new UserError('This clone is shallow, and the history that it lacks cannot be fetched.', {
      help: 'Run `git fetch --unshallow`, or check out with `fetch-depth: 0`.',
      cause,
    });
  }
}

function notOnTrunk(good: string, bad: string, sha: string): UserError {
  return new UserError(`${good} (${sha.slice(0, 8)}) is not in the first-parent history of ${bad}`, {
    help: `Name a commit that \`git log --first-parent ${bad}\` lists, and one that is older than ${bad}.`,
  });
}

/** Who made each merge, and what it says of itself. The first is the state before all of them. */
export async function mergesOf(git: TrunkGit, shas: readonly string[]): Promise<Merge[]> {
  const [first = '', last = first] = [shas[0], shas.at(-1)];
  const commits =
    first === last ? [] : await git.commits(first, last, { most: shas.length, firstParent: true });
  const known = new Map(commits.map((commit) => [commit.sha, commit]));
  return shas.map((sha) => mergeOf(sha, known.get(sha)));
}

function mergeOf(sha: string, commit: Commit | undefined): Merge {
  if (commit === undefined) return { sha, weight: 1, reasons: [] };
  const pr = pullRequestOf(commit.message.split('\n', 1)[0] ?? '');
  return {
    sha,
    author: commit.author,
    title: titleOf(commit.message),
    message: commit.message,
    ...(commit.isMerge === true && { isMerge: true }),
    ...(pr === undefined ? {} : { pr: Number(pr) }),
    weight: 1,
    reasons: [],
  };
}

/** What people know a commit by: GitHub's merge commits have the title of the pull request as the first line of their body. */
function titleOf(message: string): string {
  const [subject = '', ...body] = message.split('\n').map((line) => line.trim());
  const title = /^Merge pull request #\d{1,9}\b/.test(subject) ? body.find((line) => line !== '') : undefined;
  return title ?? subject;
}
