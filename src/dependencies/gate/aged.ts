/** Problems of a file, split by whether this change brought them. */
import type { Parsed } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { asBefore, repairTrunk } from '../../report/standing.ts';
import type { Sides } from './files.ts';
import type { LockPair } from './locks.ts';
import { type PlacedProblem, isFatal, placed, problemFindings } from './problem-findings.ts';

interface Read {
  readonly before: Parsed | undefined;
  readonly after: Parsed | undefined;
}

/** What cannot be read: fatal at either end; a bad line only where this change brought it. */
export function ownProblems(pair: LockPair, { before, after }: Read, { base, head }: Sides): Finding[] {
  const old = placed(before, pair.before);
  const aged = onlyNew(old, placed(after, pair.after));
  return [
    ...agedFindings(aged, head.tree.name),
    ...problemFindings(old.filter(isFatal).map(inBase), base.tree.name),
  ];
}

function inBase(problem: PlacedProblem): PlacedProblem {
  return { ...problem, help: repairTrunk(problem.file) };
}

interface Aged {
  readonly fresh: readonly PlacedProblem[];
  readonly stale: readonly PlacedProblem[];
}

/** What this change brought, and what stood there before. */
export function onlyNew(old: readonly PlacedProblem[], now: readonly PlacedProblem[]): Aged {
  const known = new Set(old.map(({ message }) => message));
  const fresh = now.filter(({ message }) => !known.has(message));
  return { fresh, stale: now.filter(({ message }) => known.has(message)) };
}

/** What stood there before is a warning, unless it stops every comparison. */
export function agedFindings({ fresh, stale }: Aged, tree: string): Finding[] {
  const fatal = stale.filter(isFatal);
  const others = stale.filter((problem) => !isFatal(problem));
  return [
    ...problemFindings(fresh, tree),
    ...[...problemFindings(fatal, tree), ...problemFindings(others, tree, 'warning')].map(asBefore),
  ];
}
