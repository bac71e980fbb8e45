/** Which merges would conflict: with trunk, and with other unmerged branches that touch the same files. */
import { isUserError } from '../../kernel/user-error.ts';
import type { Conflict, Overlap, Prediction } from '../index.ts';
import type { Logger } from '../../ports/index.ts';
import type { BranchGit, OtherBranch } from '../../ports/branches.ts';

export interface PredictionLimits {
  /** Other branches whose files are compared, the last changed first. */
  readonly compared: number;
  /** Of those with files in common, how many merges are tried, most files first. */
  readonly tried: number;
}

export interface PredictionRequest {
  readonly trunk: string;
  readonly head: string;
  readonly base: string;
  readonly mergeBase: string;
  readonly ahead: number;
  readonly behind: number;
  readonly others: readonly OtherBranch[];
  readonly othersUnread?: string;
  readonly limits: PredictionLimits;
}

/** A merge that could not be tried is reported as unknown: never taken for one that goes through. */
export async function predict(request: PredictionRequest, git: BranchGit, log: Logger): Promise<Prediction> {
  const { others, limits, othersUnread } = request;
  const unknown = new Set(othersUnread === undefined ? [] : [othersUnread]);
  const trunk = await tryTrunk(request, git, unknown);
  const compared = request.ahead === 0 ? [] : others.slice(0, limits.compared);
  const overlapping = await overlaps(request, compared, git, unknown);
  const conflicts: Conflict[] = [...trunk.conflicts];
  let tried = 0;
  for (const { other, files } of overlapping.slice(0, limits.tried)) {
    log.debug(`Trying the merge with ${other.name}: ${files.length} files in common`);
    const trial = await git.tryMerge(request.head, other.head);
    if (!trial.tried) unknown.add(trial.reason);
    else {
      tried += 1;
      // What trunk did since one of them left it may clash too: that is between that one and trunk.
      const ours = trial.conflicts.filter(({ path }) => files.includes(path));
      if (ours.length > 0) conflicts.push({ ...named(other), files: ours });
    }
  }
  const notTried = overlapping.slice(limits.tried).length;
  return {
    trunkTried: trunk.tried,
    conflicts,
    overlaps: overlapping.map(({ other, files }): Overlap => ({
      ...named(other),
      files: files.slice(0, 100),
    })),
    tried,
    left: request.ahead === 0 ? 0 : others.length - compared.length + notTried,
    unknown: [...unknown],
  };
}

async function tryTrunk(
  { trunk, head, base, ahead, behind }: PredictionRequest,
  git: BranchGit,
  unknown: Set<string>,
): Promise<{ tried: boolean; conflicts: Conflict[] }> {
  if (ahead === 0 || behind === 0) return { tried: true, conflicts: [] };
  const trial = await git.tryMerge(base, head);
  if (trial.tried)
    return {
      tried: true,
      conflicts: trial.conflicts.length === 0 ? [] : [{ with: trunk, files: trial.conflicts }],
    };
  unknown.add(trial.reason);
  return { tried: false, conflicts: [] };
}

interface Overlapping {
  readonly other: OtherBranch;
  readonly files: readonly string[];
}

/** Those that touch files which this branch touches, most files in common first. */
async function overlaps(
  { head, base, mergeBase }: PredictionRequest,
  others: readonly OtherBranch[],
  git: BranchGit,
  unknown: Set<string>,
): Promise<Overlapping[]> {
  if (others.length === 0) return [];
  const own = new Set(await git.touched(mergeBase, head));
  const here = await git.available(others.map((other) => other.head));
  const found: Overlapping[] = [];
  for (const other of others) {
    if (!here.has(other.head)) unknown.add(`the commits of ${other.name} could not be fetched.`);
    else {
      const touched = await touchedBy(other, base, git, unknown);
      const files = touched.filter((path) => own.has(path));
      if (files.length > 0) found.push({ other, files });
    }
  }
  return found.toSorted((a, b) => b.files.length - a.files.length);
}

async function touchedBy(
  other: OtherBranch,
  base: string,
  git: BranchGit,
  unknown: Set<string>,
): Promise<readonly string[]> {
  try {
    const { mergeBase } = await git.distance(base, other.head);
    return await git.touched(mergeBase, other.head);
  } catch (error) {
    if (!isUserError(error)) throw error;
    unknown.add(`${other.name}: ${error.message}`);
    return [];
  }
}

function named({ name, number, title }: OtherBranch): Omit<Conflict, 'files'> {
  return {
    with: name,
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
  };
}
