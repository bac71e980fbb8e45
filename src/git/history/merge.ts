/** How branches stand to each other, and whether they would merge: read only, but for objects that are fetched. */
import type { BranchGit, Distance } from '../../ports/branches.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { committedAt } from './commit.ts';
import type { History } from './history.ts';
import { lineHistory } from './line-history.ts';
import { tryMerges, type TrialOptions } from './merge-trials.ts';
import { splitNul } from '../names.ts';
import { commitOfTree, sameCommits } from './same.ts';
import { touchedSince, type TouchedOptions } from './touched.ts';
import { checkSha } from '../refs/refs.ts';
import type { Git } from '../process/run.ts';

export type MergeOptions = TouchedOptions & TrialOptions;

const maxOwnCommits = 5000;

export function mergesOf({ git, objects, history, variables }: MergeOptions): BranchGit {
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
    commitDate: async (sha) => committedAt(objects, await history.commit(checkSha(sha))),
    touchedSince: (base, heads) => touchedSince({ git, objects, history }, base, heads),
    tryMerges: (pairs) => tryMerges({ git, history, variables }, pairs),
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
