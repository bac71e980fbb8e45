/** A lock of which too much moved at once is judged by a part, and said to be. */
import type { LockEntry, Parsed, Statement } from '../model.ts';
import type { Finding } from '../../report/model.ts';
import { depsRules } from '../rules.ts';
import { grouped } from '../../kernel/text.ts';
import { pypiName } from '../../pep440/names.ts';
import { byName, isSameBlock } from './compare.ts';

/** Packages of one lock whose moves are judged one by one: no lock of the field has as many. */
export const mostMoves = 5000;

export interface LockStates {
  readonly before: Parsed;
  readonly after: Parsed;
}

/** What is judged first. */
interface Chosen {
  /** By name. */
  readonly isWatched: (name: string) => boolean;
  readonly statements: readonly Statement[];
}

/**
 * Both states without the changed packages beyond the most that are judged: watched ones come first, then required ones. What did not
 * change stays. That some were left out is an error.
 */
export function withMostMoves(
  states: LockStates,
  file: string,
  { isWatched, statements }: Chosen,
): LockStates & { readonly findings: readonly Finding[] } {
  const { before, after } = states;
  // The cheap look first: nearly every lock is smaller as a whole.
  if (before.entries.length + after.entries.length <= mostMoves) return { before, after, findings: [] };
  const changed = changedNames(before.entries, after.entries);
  if (changed.length <= mostMoves) return { before, after, findings: [] };
  const required = new Set(statements.map(({ name }) => pypiName(name)));
  const rank = (name: string): number => (isWatched(name) ? 0 : required.has(pypiName(name)) ? 1 : 2);
  const ranked = changed.map((name) => ({ name, rank: rank(name) })).toSorted((a, b) => a.rank - b.rank);
  const left = new Set(ranked.slice(mostMoves).map(({ name }) => name));
  const without = (parsed: Parsed): Parsed => ({
    ...parsed,
    entries: parsed.entries.filter(({ name }) => !left.has(name)),
  });
  return {
    before: without(before),
    after: without(after),
    findings: [leftOut(file, changed.length, left.size)],
  };
}

/** In the order of the locks, the base's first. */
function changedNames(before: readonly LockEntry[], after: readonly LockEntry[]): string[] {
  const [old, now] = [byName(before), byName(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => !isSameBlock(old.get(name) ?? [], now.get(name) ?? []));
}

function leftOut(file: string, changed: number, left: number): Finding {
  return depsRules['too-many-moves'].finding({
    file,
    line: 1,
    message: `${grouped(changed)} packages of this lock changed, more than ${grouped(mostMoves)}: those that are watched or required were judged first, and ${grouped(left)} were not judged at all`,
    help: 'Lock again from the lock of the base, so that only what was asked for moves; or split the environment into several locks.',
  });
}
