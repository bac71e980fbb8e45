/** Which merges would conflict: with trunk, and with other unmerged branches that touch the same files. */
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
  const candidates = overlapping.slice(0, limits.tried);
  log.debug(`Trying the merge with ${candidates.map(({ other }) => other.name).join(', ') || 'none'}`);
  const trials = await git.tryMerges(candidates.map(({ other }) => [request.head, other.head]));
  let tried = 0;
  for (const [at, { other, files }] of candidates.entries()) {
    const trial = trials[at];
    if (trial?.tried !== true) unknown.add(trial?.reason ?? `the merge with ${other.name} was not tried.`);
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
  const [trial] = await git.tryMerges([[base, head]]);
  if (trial?.tried === true)
    return {
      tried: true,
      conflicts: trial.conflicts.length === 0 ? [] : [{ with: trunk, files: trial.conflicts }],
    };
  if (trial !== undefined) unknown.add(trial.reason);
  return { tried: false, conflicts: [] };
}

interface Overlapping {
  readonly other: OtherBranch;
  readonly files: readonly string[];
}

/** Those that touch files which this branch touches, most files in common first. */
async function overlaps(
  { head, base }: PredictionRequest,
  others: readonly OtherBranch[],
  git: BranchGit,
  unknown: Set<string>,
): Promise<Overlapping[]> {
  if (others.length === 0) return [];
  const here = await git.available(others.map((other) => other.head));
  const present = others.map((other) => other.head).filter((sha) => here.has(sha));
  const touched = await git.touchedSince(base, [head, ...present]);
  const paths = (sha: string, name: string): readonly string[] => {
    const found = touched.get(sha);
    if (found === undefined) unknown.add(`the commits of ${name} could not be fetched.`);
    else if ('reason' in found) unknown.add(`${name}: ${found.reason}`);
    else return found.paths;
    return [];
  };
  const own = new Set(paths(head, 'this branch'));
  return others
    .map((other) => ({ other, files: paths(other.head, other.name).filter((path) => own.has(path)) }))
    .filter(({ files }) => files.length > 0)
    .toSorted((a, b) => b.files.length - a.files.length);
}

function named({ name, number, title }: OtherBranch): Omit<Conflict, 'files'> {
  return {
    with: name,
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
  };
}
