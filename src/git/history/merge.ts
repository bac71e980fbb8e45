/** How branches stand to each other, and whether they would merge: read only, but for objects that are fetched. */
import type { BranchGit, Distance, MergeTrial } from '../../ports/branches.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { failure } from '../process/errors.ts';
import type { History } from './history.ts';
import { lineHistory } from './line-history.ts';
import { parseMergeTree } from './merge-output.ts';
import { decodeName, splitNul } from '../names.ts';
import { commitOfTree, sameCommits } from './same.ts';
import { checkSha } from '../refs/refs.ts';
import type { Git } from '../process/run.ts';

export interface MergeOptions {
  readonly git: Git;
  readonly history: History;
  /** For git's own fetches: a merge needs contents that a partial clone left out. */
  readonly variables: () => Promise<Readonly<Record<string, string>>>;
}

const maxOwnCommits = 5000;

/** Seconds are enough for a merge in memory; a repository that needs more is reported as such, not waited for. */
const mergeTimeoutMs = 60_000;

export function mergesOf({ git, history, variables }: MergeOptions): BranchGit {
  return {
    available: (shas) => available(git, history, shas),
    distance: (base, head) => distance(git, history, base, head),
    ownCommits: async (base, head) => {
      const format = '--format=tformat:%H%x00%P%x00%aI%x00%cI%x00';
      const range = [checkSha(base), '..', checkSha(head)] as const;
      const how = ['--no-show-signature', '--no-color', `--max-count=${maxOwnCommits}`];
      const log = ['log', ...how, format, range.join(''), '--'];
      const output = await history.settled(range, () => git.run(log));
      const fields = splitNul(output).map((field) => field.toString('utf8').trim());
      return Array.from({ length: Math.floor(fields.length / 4) }, (_, index) => ({
        sha: fields[index * 4] ?? '',
        parents: (fields[index * 4 + 1] ?? '').split(' ').filter((parent) => parent !== ''),
        authoredAt: fields[index * 4 + 2] ?? '',
        committedAt: fields[index * 4 + 3] ?? '',
      }));
    },
    sameCommits: (sha, candidates) => sameCommits(git, sha, candidates),
    commitOfTree: (tree) => commitOfTree(git, tree),
    lineHistory: (trunk, tips) => lineHistory({ git, variables, ensure: history.ensure }, trunk, tips),
    commitDate: async (sha) =>
      git.text(['show', '-s', '--no-show-signature', '--format=%cI', checkSha(sha), '--']),
    touched: async (base, head) => {
      const options = ['-r', '-z', '--name-only', '--no-renames', '--ignore-submodules=dirty'];
      const output = await git.run(['diff-tree', ...options, checkSha(base), checkSha(head), '--']);
      return splitNul(output).map(decodeName);
    },
    tryMerge: async (ours, theirs) => tryMerge({ git, history, variables }, checkSha(ours), checkSha(theirs)),
  };
}

/** One fetch for all; where a commit is gone from the remote, each is asked for alone. */
async function available(git: Git, history: History, shas: readonly string[]): Promise<ReadonlySet<string>> {
  if (await ensured(git, history, shas)) return new Set(shas);
  const found = new Set<string>();
  for (const sha of shas) if (await ensured(git, history, [sha])) found.add(sha);
  return found;
}

async function ensured(git: Git, history: History, shas: readonly string[]): Promise<boolean> {
  try {
    await history.ensure(shas.map(checkSha));
    return true;
  } catch (error) {
    if (!isUserError(error)) throw error;
    git.log.debug(`not fetched: ${error.message}`);
    return false;
  }
}

/** How two commits, by full SHA, stand to each other. */
export async function distance(git: Git, history: History, base: string, head: string): Promise<Distance> {
  const mergeBase = await history.mergeBase(checkSha(base), checkSha(head));
  const range = [base, '...', head] as const;
  const count = ['rev-list', '--left-right', '--count', range.join(''), '--'];
  const counts = await history.settled(range, () => git.text(count));
  const [behind = 0, ahead = 0] = counts.split(/\s+/).map(Number);
  return { mergeBase, ahead, behind };
}

/** `merge-tree --write-tree` of git 2.38 merges as `git merge` does, without a working tree. */
const needed = [2, 38] as const;

async function tryMerge(
  { git, history, variables }: MergeOptions,
  ours: string,
  theirs: string,
): Promise<MergeTrial> {
  const version = await gitVersion(git);
  if (isOlder(version)) return { tried: false, reason: tooOld(version) };
  try {
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
    const how = { env: await variables(), timeoutMs: mergeTimeoutMs };
    const result = await history.settled([ours, '...', theirs], () => git.attempt(args, how));
    if (result.exitCode === 0) return { tried: true, conflicts: [] };
    const conflicts = result.exitCode === 1 ? parseMergeTree(result.stdout) : [];
    // A commit that cannot be merged gives 1 as well, with nothing on stdout: that is not known to be free of conflicts.
    if (conflicts.length > 0) return { tried: true, conflicts };
    throw failure('merge-tree', result);
  } catch (error) {
    if (isUserError(error)) return { tried: false, reason: error.message };
    throw error;
  }
}

async function gitVersion(git: Git): Promise<string> {
  const text = await git.text(['version']);
  const version = /\d+(\.\d+)+/.exec(text)?.[0];
  if (version === undefined) throw new UserError(`git tells no version: ${text.slice(0, 100)}`);
  return version;
}

/** Whether merge-tree of this version cannot yet merge. */
export function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < needed[0] || (major === needed[0] && minor < needed[1]);
}

function tooOld(version: string): string {
  return `this is git ${version}, and trying a merge without touching files needs git ${needed.join('.')} or later.`;
}
