/** A lock of conda and PyPI packages takes one from the other side when what needs it does. */
import { compareText } from '../../kernel/compare.ts';
import { otherNames } from '../../pep440/names.ts';
import { environmentsOf } from './environments.ts';
import { groupBy } from '../../kernel/group.ts';
import { hostOf, originOf } from '../source.ts';
import type { LockEntry, Need } from '../model.ts';
import type { Force } from './classify.ts';
import type { Difference } from './compare.ts';
import { type Range, allows } from './ranges.ts';
import { type Side, crossedTo, samePublic, sideOf } from './sides.ts';

export interface Crossing {
  /** Why the package crossed where it did: what needs it came from there, or what needed it elsewhere is gone. */
  readonly takerOf: (difference: Difference) => Force | undefined;
  /** Whether what crossed comes from where others of the lock came before; `first`: none did from that side. */
  readonly reach: (difference: Difference) => 'known' | 'first' | 'strange' | undefined;
}

/** The lock is gone through when a package first crosses. */
export function crossingIn(before: readonly LockEntry[], after: readonly LockEntry[]): Crossing {
  let known: Sides | undefined;
  const sides = (): Sides => (known ??= { old: stateOf(before), now: stateOf(after) });
  return {
    takerOf: (difference) => {
      const crossed = crossedTo(difference);
      return crossed.length === 0 ? undefined : takerOf(crossed, difference, sides());
    },
    reach: (difference) => {
      const crossed = crossedTo(difference);
      return crossed.length === 0 ? undefined : reachOf(crossed, sides().old);
    },
  };
}

interface Sides {
  readonly old: State;
  readonly now: State;
}

/** The first reason, where each of its environments has one. */
function takerOf(crossed: readonly LockEntry[], difference: Difference, sides: Sides): Force | undefined {
  const reasons = crossed.map((entry) => reasonAt(entry, difference, sides));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function reachOf(crossed: readonly LockEntry[], { origins, sides }: State): 'known' | 'first' | 'strange' {
  if (crossed.every((entry) => isHashed(entry) && originsOf(entry).every((origin) => origins.has(origin))))
    return 'known';
  return crossed.every((entry) => isHashed(entry) && !sides.has(sideOf(entry))) ? 'first' : 'strange';
}

interface State {
  readonly parents: ReadonlyMap<string, readonly LockEntry[]>;
  readonly places: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly sides: ReadonlySet<Side | undefined>;
}

function stateOf(entries: readonly LockEntry[]): State {
  const pairs = entries.flatMap((entry) =>
    [...new Set(entry.needs.map(({ name }) => name))].map((name) => ({ name, entry })),
  );
  const grouped = groupBy(pairs, ({ name, entry }) => placeOf(entry.environment, name));
  return {
    parents: new Map([...grouped].map(([place, all]) => [place, all.map(({ entry }) => entry)])),
    places: new Set(entries.map(sidePlace)),
    origins: new Set(entries.flatMap(originsOf)),
    sides: new Set(entries.map(sideOf)),
  };
}

function placeOf(environment: string, name: string): string {
  return `${environment}\0${name}`;
}

function sidePlace(entry: LockEntry): string {
  return `${placeOf(entry.environment, entry.name)} ${sideOf(entry) ?? ''}`;
}

/** Its index or channel, and the hosts of its files. */
function originsOf(entry: LockEntry): readonly string[] {
  const { source, artifacts } = entry;
  const host = hostOf(source.address);
  const hosts = [...artifacts().map((one) => one.host), host];
  return [originOf(source), ...hosts.flatMap((one) => (one === undefined ? [] : `host ${one}`))];
}

function reasonAt(entry: LockEntry, difference: Difference, { old, now }: Sides): Force | undefined {
  const place = placeOf(entry.environment, difference.name);
  const was = difference.gone.filter(({ environment }) => environment === entry.environment);
  const parents = (now.parents.get(place) ?? []).filter(
    (parent) =>
      parent.name !== entry.name &&
      sideOf(parent) === sideOf(entry) &&
      isKnown(entry, parent, old) &&
      was.every((one) => givesWay(one, entry, parent)),
  );
  const [first] = parents;
  if (first === undefined) return undefined;
  // What a conda package needs comes from conda; a PyPI package takes either.
  const isNeededByConda = (now.parents.get(place) ?? []).some((parent) => sideOf(parent) === 'conda');
  if (sideOf(entry) === 'pypi' && isNeededByConda) return undefined;
  const leavers = sideOf(entry) === 'pypi' ? (old.parents.get(place) ?? []).filter(isFromConda) : [];
  return cameForce(parents, entry, old) ?? leftForce(leavers, entry);
}

/** By what came to the environment from the same side. */
function cameForce(parents: readonly LockEntry[], entry: LockEntry, old: State): Force | undefined {
  const came = parents.filter((parent) => !old.places.has(sidePlace(parent)));
  const first = firstByName(came);
  if (first === undefined) return undefined;
  const side = sideOf(first) === 'conda' ? 'conda' : 'PyPI';
  const what = `${first.version ?? ''} came from ${side} and needs ${entry.name} from there`.trim();
  return { by: first.name, what, brings: true };
}

/** By what needed it from conda, and is gone. */
function leftForce(leavers: readonly LockEntry[], { name }: LockEntry): Force | undefined {
  const first = firstByName(leavers);
  if (first === undefined) return undefined;
  return { by: first.name, what: `no longer needs ${name} from conda`, brings: true };
}

function isFromConda(entry: LockEntry): boolean {
  return sideOf(entry) === 'conda';
}

function firstByName(entries: readonly LockEntry[]): LockEntry | undefined {
  return entries.toSorted((a, b) => compareText(a.name, b.name))[0];
}

/** From where others of the lock came before, or from where its taker comes: hashes, too, where files have them. */
function isKnown(entry: LockEntry, taker: LockEntry, { origins }: State): boolean {
  const own = new Set(originsOf(taker));
  return isHashed(entry) && originsOf(entry).every((origin) => own.has(origin) || origins.has(origin));
}

function isHashed({ artifacts }: LockEntry): boolean {
  return artifacts().every(({ hash }) => hash !== undefined);
}

/** The same version, or one that its taker does not allow. */
function givesWay(old: LockEntry, now: LockEntry, taker: LockEntry): boolean {
  if (old.version === undefined || now.version === undefined) return false;
  if (samePublic(old, now)) return true;
  return taker.needs.some(
    (need) => need.name === now.name && isOnly(need, old.version ?? '', now.version ?? ''),
  );
}

function isOnly({ specifier = '', dialect = 'pep440' }: Need, old: string, now: string): boolean {
  const range: Range = { specifier, dialect };
  return specifier !== '' && allows(range, old) === false && allows(range, now) === true;
}

interface ByName {
  readonly before: ReadonlyMap<string, readonly LockEntry[]>;
  readonly after: ReadonlyMap<string, readonly LockEntry[]>;
}

/** The same release under the name that conda, or PyPI, has for it, where that is new. */
export function underOtherName({ name, gone }: Difference, { before, after }: ByName): Force[] {
  return otherNames(name).flatMap((other) => {
    const had = environmentsOf(before.get(other) ?? []);
    const fresh = (after.get(other) ?? []).filter(({ environment }) => !had.has(environment));
    const isReplaced = (old: LockEntry): boolean =>
      fresh.some((entry) => entry.environment === old.environment && samePublic(old, entry));
    const [first] = fresh;
    if (first === undefined || !gone.every(isReplaced)) return [];
    return [{ by: other, what: `${first.version ?? ''} is ${name} under another name` }];
  });
}
