/** What branches have changed since they left trunk, by a handful of git processes whatever the number of branches. */
import type { Touched } from '../../ports/branches.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { decodeName, splitNul } from '../names.ts';
import type { ObjectReader } from '../objects/object-reader.ts';
import { checkSha } from '../refs/refs.ts';
import type { Git } from '../process/run.ts';
import type { History } from './history.ts';

export interface TouchedOptions {
  readonly git: Git;
  readonly objects: ObjectReader;
  readonly history: History;
}

/** Own commits of all branches together; with more each merge base is asked for by itself. */
const mostOwn = 50_000;

/** By head, all by full SHA: both names of a renamed file count. */
export async function touchedSince(
  options: TouchedOptions,
  base: string,
  heads: readonly string[],
): Promise<ReadonlyMap<string, Touched>> {
  const bases = await mergeBases(options, checkSha(base), heads.map(checkSha));
  const found = new Map<string, Touched>();
  const pairs: Pair[] = [];
  for (const [head, mergeBase] of bases) {
    if (typeof mergeBase !== 'string') found.set(head, mergeBase);
    else pairs.push({ head, before: await treeOf(options, mergeBase), after: await treeOf(options, head) });
  }
  for (const [at, paths] of (await differences(options.git, pairs)).entries())
    found.set(pairs[at]?.head ?? '', { paths });
  return found;
}

interface Pair {
  readonly head: string;
  /** Trees. */
  readonly before: string;
  readonly after: string;
}

async function treeOf({ objects }: TouchedOptions, sha: string): Promise<string> {
  return (await objects.readUpTo(`${sha}^{tree}`, 0))?.oid ?? sha;
}

/** Answers come in the order of the questions, each under its two trees. */
async function differences(git: Git, pairs: readonly Pair[]): Promise<string[][]> {
  if (pairs.length === 0) return [];
  const headers = pairs.map(({ before, after }) => `${before} ${after}\n`);
  const how = ['-r', '-z', '--name-only', '--no-renames', '--ignore-submodules=dirty', '--stdin'];
  const output = await git.run(['diff-tree', ...how], { input: headers.join('') });
  const all: string[][] = pairs.map(() => []);
  let at = -1;
  for (const field of splitNul(output)) {
    let start = 0;
    for (let next = headers[at + 1]; next !== undefined; next = headers[at + 1]) {
      if (field.toString('latin1', start, start + next.length) !== next) break;
      at += 1;
      start += next.length;
    }
    if (start < field.length) all[at]?.push(decodeName(field.subarray(start)));
  }
  return all;
}

type MergeBase = string | { readonly reason: string };

async function mergeBases(
  { git, history }: TouchedOptions,
  base: string,
  heads: readonly string[],
): Promise<ReadonlyMap<string, MergeBase>> {
  const own = (await history.boundary()).size > 0 ? undefined : await ownCommits(git, base, heads);
  const found = new Map<string, MergeBase>();
  for (const head of heads) {
    const [only, ...others] = own === undefined ? [] : leftAt(own, head);
    const known = only !== undefined && others.length === 0;
    found.set(head, known ? only : await mergeBaseOf(history, base, head));
  }
  return found;
}

async function mergeBaseOf(history: History, base: string, head: string): Promise<MergeBase> {
  try {
    return await history.mergeBase(base, head);
  } catch (error) {
    if (isUserError(error)) return { reason: error.message };
    throw error;
  }
}

/** Commits that the base has not, with their parents; `undefined` where there are too many. */
async function ownCommits(
  git: Git,
  base: string,
  heads: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const input = [`^${base}`, ...heads, ''].join('\n');
  const text = await git.text(['rev-list', '--parents', `--max-count=${mostOwn}`, '--stdin'], { input });
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length >= mostOwn) return undefined;
  return new Map(
    lines.map((line) => {
      const [sha = '', ...parents] = line.split(' ');
      return [sha, parents];
    }),
  );
}

/** Commits of the base that the branch was laid on: where there is but one, it is the merge base. */
function leftAt(own: ReadonlyMap<string, readonly string[]>, head: string): readonly string[] {
  if (!own.has(head)) return [head];
  const seen = new Set([head]);
  const left: string[] = [];
  // A set goes on to what is added while it is walked.
  for (const sha of seen) {
    const parents = own.get(sha);
    if (parents === undefined) left.push(sha);
    else for (const parent of parents) seen.add(parent);
  }
  return left;
}
