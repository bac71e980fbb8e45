import type { Finding } from '../report/model.ts';
import type { LockEntry, Move } from './model.ts';
import { versionKey } from './version.ts';

export interface NamedLock {
  readonly file: string;
  readonly folder: string;
  readonly entries: readonly LockEntry[];
}

/** What a lock now holds of a watched package: because it moved there, or because the lock is new. */
export type Held = Pick<Move, 'name' | 'after' | 'file'>;

/** A watched package that moved in one lock, or came with it, and stands in another version in a lock beside it. */
export function disagreements(held: readonly Held[], locks: readonly NamedLock[]): Finding[] {
  return held
    .filter(({ after }) => after.length > 0)
    .flatMap((move) =>
      locks
        .filter((lock) => lock.file !== move.file && isBeside(lock, move))
        .flatMap((lock) => disagreement(move, lock)),
    );
}

function isBeside({ folder }: NamedLock, { file }: Held): boolean {
  return file.slice(0, file.lastIndexOf('/') + 1) === folder;
}

function disagreement(move: Held, lock: NamedLock): Finding[] {
  const others = lock.entries.filter(({ name, version }) => name === move.name && version !== undefined);
  const known = new Set(move.after.map(versionKey));
  if (
    others.length === 0 ||
    others.some(({ version }) => version !== undefined && known.has(versionKey(version)))
  )
    return [];
  const versions = [...new Set(others.map(({ version }) => version ?? ''))].join(' | ');
  const message = `${move.name} is ${move.after.join(' | ')} in ${move.file} but ${versions} in ${lock.file}: whoever installs from the other gets another model.`;
  const [first] = others;
  const place = first === undefined ? {} : { line: first.line, column: first.column };
  return [
    {
      rule: 'deps/locks-disagree',
      severity: 'warning',
      message,
      file: lock.file,
      ...place,
      help: `Lock or export ${lock.file} again.`,
    },
  ];
}
