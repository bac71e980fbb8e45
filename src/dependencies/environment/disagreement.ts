import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { asBefore } from '../../report/standing.ts';
import type { LockEntry, Move } from '../model.ts';
import { meetsPin } from '../../pep440/version.ts';

export interface NamedLock {
  readonly file: string;
  readonly folder: string;
  readonly entries: readonly LockEntry[];
  /** A resolver wrote it. */
  readonly generated: boolean;
}

/** What a lock now holds of a watched package: because it moved there, or because the lock is new. */
export type Held = Pick<Move, 'name' | 'before' | 'after' | 'file'>;

/** A watched package that moved in one lock, or came with it, and stands in another version in a lock beside it. */
export function disagreements(held: readonly Held[], locks: readonly NamedLock[]): Finding[] {
  const told = new Set<string>();
  return held
    .filter(({ after }) => after.length > 0)
    .flatMap((move) =>
      locks
        .filter((lock) => lock.file !== move.file && isBeside(lock, move))
        .flatMap((lock) => disagreement(move, lock, held, told)),
    );
}

function isBeside({ folder }: NamedLock, { file }: Held): boolean {
  return file.slice(0, file.lastIndexOf('/') + 1) === folder;
}

/** Reported once for two files, though it moved in both. */
function disagreement(move: Held, lock: NamedLock, held: readonly Held[], told: Set<string>): Finding[] {
  const others = lock.entries.filter(({ name, version }) => name === move.name && version !== undefined);
  const versions = [...new Set(others.map(({ version }) => version ?? ''))];
  const [first] = others;
  const both = [move.name, ...[move.file, lock.file].toSorted()].join('\0');
  if (first === undefined || told.has(both) || shareOne(move.after, versions)) return [];
  told.add(both);
  const isOld = disagreedBefore(
    move,
    held.find(({ name, file }) => name === move.name && file === lock.file)?.before ?? versions,
  );
  const finding = depsRules['locks-disagree'].finding({
    message: `${move.name} is ${move.after.join(' | ')} in ${move.file} but ${versions.join(' | ')} in ${lock.file}: whoever installs from the other gets another model.`,
    file: lock.file,
    line: first.line,
    column: first.column,
    help: `${lock.generated ? 'Lock or export' : 'Write the same version in'} ${lock.file}${lock.generated ? ' again' : ''}${isOld ? '' : `, or put ${move.file} back`}.`,
  });
  return [isOld ? asBefore(finding) : finding];
}

function disagreedBefore({ before }: Held, others: readonly string[]): boolean {
  return before.length > 0 && others.length > 0 && !shareOne(before, others);
}

/** Some version of one is what the other asks for. */
function shareOne(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => meetsPin(one, other) || meetsPin(other, one)));
}
