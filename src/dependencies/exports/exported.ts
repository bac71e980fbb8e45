/**
 * Whether a list of requirements is a result: seen by what it says, not by a header that whoever writes it may leave out.
 * A person's list names what the project needs; an exported one also names what that needs in turn.
 */
import { byName } from '../moves/compare.ts';
import { allows } from '../moves/ranges.ts';
import type { LockEntry, Parsed, Statement } from '../model.ts';
import { meetsPin } from '../../pep440/version.ts';

/** So much of the list must agree: an export may lag behind its lock by a few packages. */
const mostly = 0.8;

/** The list contains what the lock holds, and more than the manifests name, or says itself that a resolver wrote it. */
export function isExportOf(list: Parsed, lock: Parsed, declared: ReadonlySet<string>): boolean {
  if (!isPinsOnly(list) || list.entries.length < 2) return false;
  const locked = byName(lock.entries);
  const known = list.entries.filter(({ name }) => locked.has(name));
  if (known.length < list.entries.length * mostly) return false;
  const agreeing = known.filter((entry) => (locked.get(entry.name) ?? []).some((one) => agrees(one, entry)));
  if (agreeing.length < known.length * mostly) return false;
  // That a resolver wrote the list, its header or its hashes say; that it repeats this lock, the versions.
  const isResult =
    (list.generated && list.governedBy.length === 0) || known.some(({ name }) => !declared.has(name));
  return isResult && isClosed(known, locked);
}

/** Every line says exactly what is installed, and none includes another file. */
export function isPinsOnly({ entries, statements, includes, problems, generated }: Parsed): boolean {
  if (generated) return entries.length > 0 && problems.length === 0;
  const asked = statements.filter(({ name, kind }) => kind === 'requirement' && name !== '*');
  return entries.length > 0 && asked.length === entries.length && includes.length + problems.length === 0;
}

function agrees({ version, source }: LockEntry, entry: LockEntry): boolean {
  if (version === undefined || entry.version === undefined) return source.kind !== 'registry';
  return meetsPin(version, entry.version) || meetsPin(entry.version, version);
}

/** What its packages need is in the list too; where the lock says nothing of needs, most of the lock is. */
function isClosed(known: readonly LockEntry[], locked: ReadonlyMap<string, readonly LockEntry[]>): boolean {
  const names = new Set(known.map(({ name }) => name));
  const needed = [...names].flatMap((name) => (locked.get(name) ?? []).flatMap(({ needs }) => needs));
  const there = needed.filter(({ name }) => locked.has(name));
  if (there.length < 5) return names.size * 2 >= [...locked.values()].filter(isForeign).length;
  return there.filter(({ name }) => names.has(name)).length >= there.length * mostly;
}

function isForeign(entries: readonly LockEntry[]): boolean {
  return entries.some(({ own }) => !own);
}

/** The list pins all that the other one asks for, as it asks, and more: what that needs. */
export function isClosureOf(list: Parsed, asked: readonly Statement[]): boolean {
  const wanted = asked.filter(
    ({ kind, name, marker }) => kind === 'requirement' && name !== '*' && marker === '',
  );
  if (!isPinsOnly(list) || wanted.length === 0) return false;
  const pinned = byName(list.entries);
  const names = new Set(asked.map(({ name }) => name));
  const met = wanted.filter((statement) => isMet(statement, pinned.get(statement.name) ?? []));
  return met.length >= wanted.length * mostly && list.entries.some(({ name }) => !names.has(name));
}

function isMet(statement: Statement, entries: readonly LockEntry[]): boolean {
  return entries.some(({ version }) => version === undefined || allows(statement, version) !== false);
}
