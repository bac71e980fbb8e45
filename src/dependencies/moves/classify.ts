/** Why a package moved, read from what the manifests say of it: the classes of a move. */
import type { Difference } from './compare.ts';
import type { LockEntry, MoveClass, Statement } from '../model.ts';
import { allows, namesVersion } from './ranges.ts';
import {
  type ChangedStatements,
  type HandWritten,
  type Intent,
  changedStatements,
  isLeftOut,
  isPlace,
  isSourceLike,
} from './statements.ts';
import { crossedTo, samePublic, sideOf } from './sides.ts';
import { publicOf, unrequested } from './unrequested.ts';

/** Another package that leaves no room for what was locked before. */
export interface Force {
  readonly by: string;
  /** Says of `by` what it does: `now needs tokenizers >=0.22`. */
  readonly what: string;
  /** It excuses nothing unless the forcing package was itself asked for. */
  readonly onlyIfRequested?: boolean;
  /** It brings this one from where it comes from itself: its source needs no other reason. */
  readonly brings?: boolean;
}

export interface Classified {
  readonly class: MoveClass;
  readonly reason: string;
  readonly because?: string;
  /** What asks for it, or forces it, says that it comes from conda, or from PyPI. */
  readonly brought?: boolean;
}

/** `force`: what else than the manifests' statements about the package itself excludes the old version. */
export function classify(difference: Difference, intent: Intent, force: Force | undefined): Classified {
  if (difference.gone.length + difference.come.length === 0) return rebuilt;
  const stated = changedStatements(intent);
  if (difference.after.length === 0) return classifyRemoved(difference, intent, force);
  if (isRequested(difference, stated)) {
    const crossed = crossedTo(difference);
    const isAsked = (entry: LockEntry): boolean => stated.now.some((said) => asksAcross(said, entry));
    const reason = 'the requirement changed and asks for it';
    return { class: 'requested', reason, brought: crossed.length > 0 && crossed.every(isAsked) };
  }
  if (isTakenOut(difference, intent))
    return {
      class: 'requested',
      reason: `one of its pins was taken out of ${intent.handWritten?.file ?? ''}, which a person writes`,
    };
  const stale = staleRequirement(difference, intent);
  if (stale !== undefined) return stale;
  if (difference.before.length === 0) return added(force);
  if (force !== undefined) return forced(force);
  if (stated.any)
    return {
      class: 'over-move',
      reason: 'the requirement changed, but what was locked before still satisfies it',
    };
  return unrequested(difference);
}

const rebuilt: Classified = {
  class: 'identity-change',
  reason: 'the version is the same, but the files behind it are others',
};

function forced({ by, what, brings = false }: Force): Classified {
  return { class: 'forced', because: by, reason: `${by} ${what}`, brought: brings };
}

function added(force: Force | undefined): Classified {
  if (force !== undefined) return { class: 'added', because: force.by, reason: `${force.by} needs it` };
  return { class: 'added', reason: 'it was not locked before and no requirement names it' };
}

/** Every version that came is asked for; where none came, what went is excluded or no longer asked for. */
function isRequested({ before, gone, come }: Difference, stated: ChangedStatements): boolean {
  if (come.length === 0) return gone.every((entry) => isDropped(entry, stated));
  return come.every((entry) => isAskedFor(entry, before, gone, stated));
}

function isDropped(entry: LockEntry, { now, gone }: ChangedStatements): boolean {
  const own = (statement: Statement): boolean => statement.name !== '*' && isSourceLike(statement);
  return (
    (entry.name.startsWith('image:') && gone.length > 0) ||
    gone.some(own) ||
    now.some((statement) => own(statement) || excludes(statement, entry))
  );
}

/** Asked for: named, or allowed by a statement that excludes it, or the same release from a source that was stated anew. */
function isAskedFor(
  entry: LockEntry,
  before: readonly LockEntry[],
  gone: readonly LockEntry[],
  { now, gone: unsaid, own }: ChangedStatements,
): boolean {
  if (own.some(({ line }) => line === entry.line)) return true;
  const isCrossed = crossedTo({ gone, come: [entry] }).length > 0;
  const resourced =
    now.some((said) => isSourceOf(said, [entry]) || (isCrossed && asksAcross(said, entry))) ||
    unsaid.some((said) => isSourceOf(said, gone));
  if (resourced && (entry.version === undefined || before.some((old) => samePublic(old, entry)))) return true;
  return now.some((statement) => {
    const { version } = entry;
    if (version === undefined) return entry.source.kind === 'url' || isSourceLike(statement);
    if (statement.kind === 'source' && (entry.source.kind === 'git' || entry.source.kind === 'url'))
      return true;
    if (namesVersion(statement, version)) return isNewHere(entry, before) || namesLocal(statement);
    if (allows(statement, version) !== true) return false;
    return (
      gone.some((old) => excludes(statement, old)) ||
      (before.length === 0 && statement.kind === 'requirement')
    );
  });
}

/** Its environment had another version, whatever others had. */
function isNewHere(entry: LockEntry, before: readonly LockEntry[]): boolean {
  const own = before.filter(({ environment }) => environment === entry.environment);
  return own.every((old) => old.version === undefined || !samePublic(old, entry));
}

/** From the side that the entry is from. */
function asksAcross({ kind, name, dialect }: Statement, entry: LockEntry): boolean {
  const side = dialect === 'conda' ? 'conda' : 'pypi';
  return kind === 'requirement' && name !== '*' && sideOf(entry) === side;
}

/** A statement about this package's source, or about an index that the entries really come from. */
function isSourceOf(statement: Statement, entries: readonly LockEntry[]): boolean {
  if (statement.name !== '*') return isSourceLike(statement);
  const url = statement.text.split(' ').find(isPlace);
  return url !== undefined && entries.some(({ source }) => source.address.includes(url));
}

function namesLocal({ specifier }: Statement): boolean {
  return specifier.includes('+');
}

function excludes(statement: Statement, { version }: LockEntry): boolean {
  return version !== undefined && statement.specifier !== '' && allows(statement, version) === false;
}

/** The lock did not fit its own manifest: locking it again had to move it. Of several variants it cannot be determined which one did not. */
function staleRequirement(
  { before, gone, come }: Difference,
  { base, head }: Intent,
): Classified | undefined {
  if (come.length === 0 || new Set(before.map(publicOf)).size !== 1) return undefined;
  const old = new Set(base.map(({ text }) => text));
  const unchanged = head.filter(({ text, marker }) => old.has(text) && marker === '');
  const culprit = unchanged.find((statement) => {
    const shutsOut = gone.length > 0 && gone.every((entry) => excludes(statement, entry));
    return (
      shutsOut && come.every(({ version }) => version !== undefined && allows(statement, version) === true)
    );
  });
  if (culprit === undefined) return undefined;
  const place = `${culprit.file}:${culprit.line}`;
  return {
    class: 'forced',
    because: place,
    reason: `the lock did not satisfy ${place} (${culprit.text}) before this change`,
  };
}

function classifyRemoved(
  { name, before, gone }: Difference,
  { base, head, handWritten }: Intent,
  force: Force | undefined,
): Classified {
  const isOwn = ({ name }: Statement): boolean => name !== '*';
  if (base.some(isOwn) && !head.some(isOwn))
    return { class: 'requested', reason: 'its requirement was removed' };
  if (isLeftOut(base, head)) return { class: 'requested', reason: 'an override leaves it out' };
  const renamed = head.find(
    (said) => isOwn(said) && said.name !== name && gone.every((old) => excludes(said, old)),
  );
  const hasName = (said: Statement): boolean => said.name === name;
  if (renamed !== undefined && base.some(hasName) && !head.some(hasName))
    return { class: 'requested', reason: `it is required as ${renamed.name} now, in another version` };
  if (handWritten !== undefined && before.every((entry) => isOwnPin(entry, handWritten)))
    return {
      class: 'requested',
      reason: `its pin was taken out of ${handWritten.file}, which a person writes`,
    };
  if (force !== undefined) return forced(force);
  return {
    class: 'removed',
    reason: head.some(isOwn) ? 'it is still required' : 'nothing that names it was removed',
  };
}

/** Of several pins in a file that a person writes, such as a matrix of versions, some went and none came. */
function isTakenOut({ gone, come }: Difference, { handWritten }: Intent): boolean {
  return (
    come.length === 0 && handWritten !== undefined && gone.every((entry) => isOwnPin(entry, handWritten))
  );
}

function isOwnPin({ line }: LockEntry, { before }: HandWritten): boolean {
  return before.some((said) => said.name !== '*' && said.line === line);
}
