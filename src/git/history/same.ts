/** Commits that are the same as another under a new name: after a squash, a rebase or a pick. */
import type { SameCommit } from '../../ports/branches.ts';
import { checkSha } from '../refs/refs.ts';
import type { Git } from '../process/run.ts';
import { patchIds } from './line-history.ts';

/** Changes that are compared, besides whole trees. */
const mostChanges = 2000;

/** Nothing is fetched for commits that are not here: they may be gone for good. */
const here = { GIT_NO_LAZY_FETCH: '1' };

/** Of the candidates, by full SHA: those with the same files, else those that make the same change. */
export async function sameCommits(
  git: Git,
  sha: string,
  candidates: readonly string[],
): Promise<SameCommit[]> {
  const others = candidates.map(checkSha).filter((one) => one !== sha);
  const [own, ...trees] = await treesOf(git, [checkSha(sha), ...others]);
  const same = others.filter((_, at) => own !== undefined && trees[at] === own);
  if (same.length > 0) return same.map((one) => ({ sha: one, how: 'has the same files' }));
  const present = others.filter((_, at) => trees[at] !== undefined).slice(0, mostChanges);
  if (own === undefined || present.length === 0) return [];
  const input = `${[sha, ...present].join('\n')}\n`;
  const ids = await patchIds(git, ['--no-walk=unsorted', '--stdin'], here, input);
  const id = ids.get(sha);
  return present.flatMap((one) =>
    id !== undefined && ids.get(one) === id ? [{ sha: one, how: 'makes the same change' }] : [],
  );
}

/** Commits whose trees are compared: those of a few hundred thousand are listed in a second. */
const mostTrees = 500_000;

/** Full SHA of the oldest commit of all refs with this tree: what came back to it later, as a revert does, is not what is meant. */
export async function commitOfTree(git: Git, tree: string): Promise<string | undefined> {
  const wanted = checkSha(tree);
  const how = ['--all', `--max-count=${mostTrees}`, '--missing=allow-any', '--format=%H %T'];
  const told = await git.text(['rev-list', ...how], { env: here });
  const found = told.split('\n').findLast((line) => line.endsWith(` ${wanted}`));
  return found?.slice(0, found.indexOf(' '));
}

/** The tree of each commit, by full SHA; `undefined` for one that is not here. Nothing is fetched. */
export async function treesOf(git: Git, shas: readonly string[]): Promise<(string | undefined)[]> {
  if (shas.length === 0) return [];
  // The tree itself need not be here; `--missing` keeps an older git from fetching the commit.
  const how = ['--no-walk=unsorted', '--ignore-missing', '--missing=allow-any', '--format=%H %T', '--stdin'];
  const told = await git.text(['rev-list', ...how], { input: `${shas.join('\n')}\n`, env: here });
  const trees = new Map(
    told.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
  return shas.map((sha) => trees.get(sha));
}
