/** Merges that are tried in memory: no file, index or ref is changed. */
import type { MergeTrial } from '../../ports/branches.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { failure } from '../process/errors.ts';
import type { Git } from '../process/run.ts';
import { checkSha } from '../refs/refs.ts';
import type { History } from './history.ts';
import { parseMergeTree, parseMergeTrees } from './merge-output.ts';

export interface TrialOptions {
  readonly git: Pick<Git, 'attempt' | 'text'>;
  readonly history: Pick<History, 'boundary' | 'settled'>;
  /** For git's own fetches: a merge needs contents that a partial clone left out. */
  readonly variables: () => Promise<Readonly<Record<string, string>>>;
}

/** Both by full SHA. */
export type MergePair = readonly [ours: string, theirs: string];

/** `merge-tree --write-tree` of git 2.38 merges as `git merge` does, without a working tree; that of 2.39 many at once. */
const needed = '2.38';

/** With which git answers options that it does not know. */
const usageError = 129;

/** Seconds are enough for a merge in memory; a repository that needs more is reported as such, not waited for. */
const mergeTimeoutMs = 60_000;

/** In the order of the pairs. */
export async function tryMerges(
  options: TrialOptions,
  given: readonly MergePair[],
): Promise<readonly MergeTrial[]> {
  const pairs = given.map(([ours, theirs]): MergePair => [checkSha(ours), checkSha(theirs)]);
  if (pairs.length === 0) return [];
  const isWhole = pairs.length > 1 && (await options.history.boundary()).size === 0;
  const all = isWhole ? await tryTogether(options, pairs) : undefined;
  if (all !== undefined) return all;
  const trials: MergeTrial[] = [];
  for (const pair of pairs) trials.push(await tryAlone(options, pair));
  return trials;
}

/** `undefined` where one of them stopped git, or git is too old for it: each is tried by itself then. */
async function tryTogether(
  { git, variables }: TrialOptions,
  pairs: readonly MergePair[],
): Promise<readonly MergeTrial[] | undefined> {
  const input = pairs.map((pair) => `${pair.join(' ')}\n`).join('');
  const how = { env: await variables(), timeoutMs: mergeTimeoutMs, input };
  try {
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', '--stdin'];
    const found = parseMergeTrees((await git.attempt(args, how)).stdout);
    return found?.length === pairs.length
      ? found.map((conflicts) => ({ tried: true, conflicts }))
      : undefined;
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}

async function tryAlone(
  { git, history, variables }: TrialOptions,
  [ours, theirs]: MergePair,
): Promise<MergeTrial> {
  try {
    const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--messages', ours, theirs];
    const how = { env: await variables(), timeoutMs: mergeTimeoutMs };
    const result = await history.settled([ours, '...', theirs], () => git.attempt(args, how));
    if (result.exitCode === 0) return { tried: true, conflicts: [] };
    if (result.exitCode === usageError) return { tried: false, reason: await tooOld(git) };
    const conflicts = result.exitCode === 1 ? parseMergeTree(result.stdout) : [];
    // A commit that cannot be merged gives 1 as well, with nothing on stdout: that is not known to be free of conflicts.
    if (conflicts.length > 0) return { tried: true, conflicts };
    throw failure('merge-tree', result);
  } catch (error) {
    if (isUserError(error)) return { tried: false, reason: error.message };
    throw error;
  }
}

async function tooOld(git: TrialOptions['git']): Promise<string> {
  const version = /\d+(\.\d+)+/.exec(await git.text(['version']))?.[0] ?? 'of an unknown version';
  return `this is git ${version}, and trying a merge without touching files needs git ${needed} or later.`;
}
