/** Fixes of release lines that trunk lacks: each is owed until trunk has it, or somebody says why it never will. */
import { compareText } from '../kernel/compare.ts';
import { inForce } from '../kernel/reverts.ts';
import { trailersOf } from '../kernel/trailers.ts';

interface LineCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** ISO 8601. */
  readonly committedAt: string;
  readonly author: string;
  readonly message: string;
}

/** What git tells; see LineHistory of the ports. */
export interface LinesAndTrunk {
  readonly own: readonly LineCommit[];
  readonly boundary: ReadonlySet<string>;
  readonly patches: ReadonlyMap<string, string>;
  readonly trunk: readonly { readonly sha: string; readonly message: string }[];
  readonly trunkPatches: ReadonlyMap<string, string>;
}

export interface ReleaseLine {
  readonly name: string;
  /** Full SHA of its tip. */
  readonly sha: string;
}

/** What is known of pull requests; empty where GitHub is not asked. */
export interface PortedPull {
  readonly number: number;
  readonly headRef: string;
  readonly baseRef: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** Full SHA of the commit that its merge made. */
  readonly mergeCommit?: string;
  /** By what its commits are never needed on trunk. */
  readonly onlyHere?: string;
}

export interface Fix {
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  /** Names of the lines that have it. */
  readonly lines: readonly string[];
  /** Full SHA of the merge that brought it to the first of them; its own where none did. */
  readonly merge: string;
  readonly pullRequest?: number;
}

/** `how`: the same change, a trailer, a pull request, or somebody's word. */
export type FixState =
  | { readonly state: 'owed' }
  | { readonly state: 'underway'; readonly how: string }
  | { readonly state: 'there' | 'only-here'; readonly how: string };

export type JudgedFix = Fix & FixState;

export interface LinesJudged {
  /** Oldest first. */
  readonly fixes: readonly JudgedFix[];
  /** Lines that have nothing in common with trunk. */
  readonly unrelated: readonly string[];
}

/** Name of the branch that carries a fix to trunk. */
export function portBranch(sha: string): string {
  return `forward-port/${sha.slice(0, 12)}`;
}

/** `onlyHere`: SHA, at least seven digits of it → why trunk never gets it, as the policy says. */
export function judgeLines(
  lines: readonly ReleaseLine[],
  history: LinesAndTrunk,
  trunkName: string,
  onlyHere: Readonly<Record<string, string>> = {},
  pulls: readonly PortedPull[] = [],
): LinesJudged {
  const commits = new Map(history.own.map((commit) => [commit.sha, commit]));
  const reached = lines.map((line) => ({ line, ...reachedFrom(line.sha, commits, history.boundary) }));
  const unrelated = reached.filter(({ related }) => !related).map(({ line }) => line.name);
  const holders = new Map<string, string[]>();
  const merges = new Map<string, string>();
  for (const { line, shas, related } of reached) {
    if (!related) continue;
    for (const sha of shas) holders.set(sha, [...(holders.get(sha) ?? []), line.name]);
    broughtBy(line.sha, commits, merges);
  }
  const judge = judgeOf(history, trunkName, onlyHere, pulls);
  const plain = history.own.filter(({ sha, parents }) => holders.has(sha) && parents.length < 2);
  const fixes = inForce(plain).map((commit): JudgedFix => {
    const merge = merges.get(commit.sha) ?? commit.sha;
    const fix = fixOf(commit, holders.get(commit.sha) ?? [], merge, commits.get(merge), pulls);
    return { ...fix, ...judge(commit, fix) };
  });
  return { fixes: fixes.toSorted((a, b) => compareText(a.at, b.at) || compareText(a.sha, b.sha)), unrelated };
}

/** Commits of a line that trunk lacks, and whether the two have a history in common. */
function reachedFrom(
  tip: string,
  commits: ReadonlyMap<string, LineCommit>,
  boundary: ReadonlySet<string>,
): { readonly shas: ReadonlySet<string>; readonly related: boolean } {
  const shas = new Set<string>();
  // A tip that trunk contains is not among the commits at all.
  let related = !commits.has(tip);
  const open = [tip];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    const commit = commits.get(sha);
    if (boundary.has(sha)) related = true;
    if (commit === undefined || shas.has(sha)) continue;
    shas.add(sha);
    open.push(...commit.parents);
  }
  return { shas, related };
}

/** The merge, along the first parents of a line, with which each commit came in. */
function broughtBy(tip: string, commits: ReadonlyMap<string, LineCommit>, merges: Map<string, string>): void {
  for (let at = commits.get(tip); at !== undefined; at = commits.get(at.parents[0] ?? '')) {
    const open = at.parents.slice(1);
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      const commit = commits.get(sha);
      if (commit === undefined || merges.has(sha)) continue;
      merges.set(sha, at.sha);
      open.push(...commit.parents);
    }
  }
}

function fixOf(
  { sha, message, author, committedAt: at }: LineCommit,
  lines: readonly string[],
  merge: string,
  mergeCommit: LineCommit | undefined,
  pulls: readonly PortedPull[],
): Fix {
  const known = pulls.find((pull) => pull.mergeCommit === merge && lines.includes(pull.baseRef))?.number;
  const pullRequest =
    known ?? numberIn(subjectOf(mergeCommit?.message ?? message)) ?? numberIn(subjectOf(message));
  return {
    sha,
    subject: subjectOf(message),
    author,
    at,
    lines,
    merge,
    ...(pullRequest === undefined ? {} : { pullRequest }),
  };
}

/** What GitHub writes into the subject of a merge or a squash. */
function numberIn(subject: string): number | undefined {
  const found = /\(#(\d{1,9})\)$/.exec(subject)?.[1] ?? /^Merge pull request #(\d{1,9})\b/.exec(subject)?.[1];
  return found === undefined ? undefined : Number(found);
}

type Judge = (commit: LineCommit, fix: Fix) => FixState;

function judgeOf(
  { trunk, trunkPatches, patches }: LinesAndTrunk,
  trunkName: string,
  onlyHere: Readonly<Record<string, string>>,
  pulls: readonly PortedPull[],
): Judge {
  const onTrunk = new Set(trunk.map(({ sha }) => sha));
  const picked = new Map(trunk.flatMap(({ sha, message }) => pickedFrom(message).map((from) => [from, sha])));
  const decided = Object.entries(onlyHere).filter(([sha]) => /^[0-9a-f]{7,64}$/.test(sha));
  return (commit, fix) => {
    const same = trunkPatches.get(patches.get(commit.sha) ?? '');
    if (same !== undefined) return { state: 'there', how: `the same change is ${short(same)}` };
    const named = picked.get(commit.sha) ?? picked.get(fix.merge);
    if (named !== undefined) return { state: 'there', how: `${short(named)} says so` };
    const source = pickedFrom(commit.message).find((from) => onTrunk.has(from));
    if (source !== undefined) return { state: 'there', how: `it was picked from ${short(source)}` };
    if (!patches.has(commit.sha)) return { state: 'there', how: 'it changes nothing' };
    const why = decided.find(([sha]) => commit.sha.startsWith(sha))?.[1] ?? onlyHereIn(commit.message);
    if (why !== undefined) return { state: 'only-here', how: why };
    return byPull(fix, trunkName, pulls) ?? { state: 'owed' };
  };
}

/** `(cherry picked from commit …)` as git writes it, and `Forward-port-of: …`. */
function pickedFrom(message: string): string[] {
  const written = [...message.matchAll(/^\(cherry picked from commit ([0-9a-f]{40,64})\)$/gm)];
  const trailers = trailersOf(message).filter(({ key }) => key.toLowerCase() === 'forward-port-of');
  return [...written.map(([, sha = '']) => sha), ...trailers.map(({ value }) => value.toLowerCase())];
}

/** `Only-here: the flag is gone on trunk`. */
function onlyHereIn(message: string): string | undefined {
  const found = trailersOf(message).find(({ key }) => key.toLowerCase() === 'only-here');
  return found === undefined || found.value === '' ? undefined : found.value;
}

/** A pull request of the same branch into trunk, or one that was opened to carry the fix there. */
function byPull(fix: Fix, trunkName: string, pulls: readonly PortedPull[]): FixState | undefined {
  const own = pulls.find(({ number }) => number === fix.pullRequest);
  if (own?.onlyHere !== undefined && own.state === 'merged' && fix.lines.includes(own.baseRef))
    return { state: 'only-here', how: own.onlyHere };
  const carrying = pulls.filter(
    ({ baseRef, headRef }) =>
      baseRef === trunkName && (headRef === portBranch(fix.sha) || headRef === own?.headRef),
  );
  const merged = carrying.find(({ state }) => state === 'merged');
  if (merged !== undefined) return { state: 'there', how: `#${merged.number} brought it` };
  const open = carrying.find(({ state }) => state === 'open');
  return open === undefined ? undefined : { state: 'underway', how: `#${open.number} is open` };
}

function subjectOf(message: string): string {
  return (message.split('\n', 1)[0] ?? '').trim();
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
