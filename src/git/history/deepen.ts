/** More of a history that a depth has cut. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../kernel/user-error.ts';
import { AbsentOnRemote, fetchObjects, NotAdvertised, type Remote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';

export interface ShallowClone {
  readonly git: Git;
  readonly commonDir: string;
  readonly remote: () => Promise<Remote>;
}

/**
 * Fetches so many commits more below the shallow boundary of what the tips have in sight; returns whether there were any. Throws a UserError where the parents
 * of an `open` commit are not to be had. The commits of the boundary are named themselves: `--deepen` would move only what the refs of the remote lead to, and
 * the remote need not have the tips, such as commits that were not pushed.
 */
export async function deepen(
  clone: ShallowClone,
  step: number,
  tips: readonly string[],
  open: readonly string[] = [],
): Promise<boolean> {
  const edge = await boundaryOf(clone, tips);
  const refused = await fetchBelow(clone, step, edge, open);
  const after = await shallowCommits(clone.commonDir);
  const moved = edge.some((sha) => !after.has(sha));
  const kept = open.filter((sha) => after.has(sha));
  const lost = kept.find((sha) => refused.includes(sha));
  if (lost !== undefined) throw await cutOff(clone.git, tips, lost, notServed);
  if (!moved && kept[0] !== undefined) throw await endOfRemote(clone.git, tips, kept[0]);
  return moved;
}

/** So many are asked for whether the tips have them in sight or not: to ask git costs a process. */
const few = 8;

async function boundaryOf({ git, commonDir }: ShallowClone, tips: readonly string[]): Promise<string[]> {
  const cut = await shallowCommits(commonDir);
  if (cut.size <= few) return [...cut];
  const inSight = (await git.text(['rev-list', ...tips, '--'])).split('\n');
  return inSight.filter((sha) => cut.has(sha));
}

/** Returns those that the remote does not give; one that is open ends it. */
async function fetchBelow(
  clone: ShallowClone,
  step: number,
  edge: readonly string[],
  open: readonly string[],
): Promise<readonly string[]> {
  const remote = await clone.remote();
  const refused: string[] = [];
  while (refused.length < edge.length && !refused.some((sha) => open.includes(sha))) {
    const asked = edge.filter((sha) => !refused.includes(sha));
    try {
      await fetchObjects(clone.git, remote, asked, { depth: step + 1, blobs: 'none' });
      break;
    } catch (error) {
      if (error instanceof NotAdvertised) return fetchBelowRefs(clone.git, remote, step, edge);
      if (!(error instanceof AbsentOnRemote)) throw error;
      refused.push(asked.find((sha) => sha === error.sha) ?? asked[0] ?? '');
    }
  }
  return refused;
}

/** Of a remote that gives what its refs name alone: below all that they lead to. */
async function fetchBelowRefs(git: Git, remote: Remote, step: number, edge: readonly string[]) {
  await fetchObjects(git, remote, ['HEAD'], { deepen: step, blobs: 'none' });
  return edge;
}

interface Reason {
  readonly because: (sha: string) => string;
  readonly help: string;
}

const notServed: Reason = {
  because: (sha) =>
    `the remote does not give out ${sha}, which none of its branches and tags seems to contain`,
  help: 'After a force push: push the branch again, or run the workflow for its newest commit. A checkout with `fetch-depth: 0` brings the history while a branch contains it.',
};

const noMore: Reason = {
  because: () => 'the remote does not have it either',
  help: 'The remote is a shallow clone itself: run `git fetch --unshallow` there, or fetch from a repository that has the whole history.',
};

/** The remote was asked for what is before a commit, and has nothing. */
export function endOfRemote(git: Git, tips: readonly string[], at: string): Promise<UserError> {
  return cutOff(git, tips, at, noMore);
}

async function cutOff(git: Git, tips: readonly string[], at: string, why: Reason): Promise<UserError> {
  const isIn = async (tip: string) =>
    (await git.attempt(['merge-base', '--is-ancestor', at, tip])).exitCode === 0;
  const found = await Promise.all(tips.map(isIn));
  const tip = tips[found.indexOf(true)] ?? at;
  const which = tip === at ? '' : `, part of ${short(tip)},`;
  return new UserError(
    `the history before ${short(at)}${which} is not in this clone, and ${why.because(short(at))}`,
    { help: why.help },
  );
}

/** Commits whose parents were left out by a depth; empty for a full clone. */
export async function shallowCommits(commonDir: string): Promise<Set<string>> {
  const text = await readFile(join(commonDir, 'shallow'), 'utf8').catch(() => '');
  return new Set(text.split(/\s+/).filter((sha) => sha !== ''));
}

export function short(sha: string): string {
  return sha.slice(0, 8);
}
