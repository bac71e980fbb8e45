/** The moves of a list that repeats a lock: they are the lock's, and reported there. */
import { byName } from '../moves/compare.ts';
import type { LockEntry, Move, Parsed } from '../model.ts';
import { meetsPin } from '../../pep440/version.ts';

/** What the list now holds as the lock does passes here, in the lock's class; the rest is judged as it stands. */
export function followLock(
  moves: readonly Move[],
  path: string,
  lock: Parsed,
  lockMoves: readonly Move[],
): readonly Move[] {
  const held = byName(lock.entries);
  const told = new Map(lockMoves.map((move) => [move.name, move]));
  return moves.map((move) => {
    if (!isHeld(move, held.get(move.name) ?? [])) return move;
    const { class: kind = 'forced', because = path } = told.get(move.name) ?? {};
    return { ...move, class: kind, because, reason: `${path} holds it`, consequence: 'pass', identity: [] };
  });
}

function isHeld({ after }: Move, entries: readonly LockEntry[]): boolean {
  if (after.length === 0) return entries.length === 0;
  return after.every((version) =>
    entries.some(({ version: locked = '' }) => meetsPin(locked, version) || meetsPin(version, locked)),
  );
}
