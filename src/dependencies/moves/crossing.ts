/** A lock of conda and PyPI packages takes one from the other side as soon as what needs it comes from there. */
import { compareText } from '../../kernel/compare.ts';
import { groupBy } from '../../kernel/group.ts';
import { hostOf, originOf } from '../source.ts';
import type { LockEntry, Need } from '../model.ts';
import type { Force } from './classify.ts';
import type { Difference } from './compare.ts';
import { type Range, allows } from './ranges.ts';
import { type Side, samePublic, sideOf } from './sides.ts';

export interface Crossing {
  /** The package that came from the other side and takes this one along; `undefined` where none does. */
  readonly takerOf: (difference: Difference) => Force | undefined;
  /** Whether what crossed comes from where others of the lock came before; `first`: none did from that side. */
  readonly reach: (difference: Difference) => 'known' | 'first' | 'strange' | undefined;
}

/** The lock is gone through when a package first crosses. */
export function crossingIn(before: readonly LockEntry[], after: readonly LockEntry[]): Crossing {
  let known: Sides | undefined;
  const sides = (): Sides => (known ??= { old: stateOf(before), now: stateOf(after) });
  return {
    takerOf: (difference) => (hasCrossed(difference) ? takerOf(difference, sides()) : undefined),
    reach: (difference) => (hasCrossed(difference) ? reachOf(difference, sides().old) : undefined),
  };
}

interface Sides {
  readonly old: State;
  readonly now: State;
}

function takerOf(difference: Difference, sides: Sides): Force | undefined {
  const takers = difference.come.map((entry) => takerAt(entry, difference, sides));
  const [first] = takers;
  if (first === undefined || takers.includes(undefined)) return undefined;
  const side = sideOf(first) === 'conda' ? 'conda' : 'PyPI';
  const what = `${first.version ?? ''} came from ${side} and needs ${difference.name} from there`.trim();
  return { by: first.name, what, brings: true };
}

function reachOf({ come }: Difference, { origins, sides }: State): 'known' | 'first' | 'strange' {
  if (come.every((entry) => isHashed(entry) && originsOf(entry).every((origin) => origins.has(origin))))
    return 'known';
  return come.every((entry) => isHashed(entry) && !sides.has(sideOf(entry))) ? 'first' : 'strange';
}

/** In each environment that it came to, it was from the other side alone. */
function hasCrossed({ gone, come }: Difference): boolean {
  return (
    come.length > 0 &&
    come.every((entry) => {
      const was = gone.filter(({ environment }) => environment === entry.environment);
      const side = sideOf(entry);
      return side !== undefined && was.length > 0 && was.every((old) => isOther(sideOf(old), side));
    })
  );
}

function isOther(side: Side | undefined, than: Side): boolean {
  return side !== undefined && side !== than;
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
    places: new Set(
      entries.map((entry) => `${placeOf(entry.environment, entry.name)} ${sideOf(entry) ?? ''}`),
    ),
    origins: new Set(entries.flatMap(originsOf)),
    sides: new Set(entries.map(sideOf)),
  };
}

function placeOf(environment: string, name: string): string {
  return `${environment}\0${name}`;
}

/** Its index or channel, and the hosts of its files. */
function originsOf(entry: LockEntry): readonly string[] {
  const { source, artifacts } = entry;
  const host = hostOf(source.address);
  const hosts = [...artifacts().map((one) => one.host), host];
  return [originOf(source), ...hosts.flatMap((one) => (one === undefined ? [] : `host ${one}`))];
}

/** What came to the environment from the side of `entry`, needs it, and leaves no choice of its version. */
function takerAt(entry: LockEntry, difference: Difference, { old, now }: Sides): LockEntry | undefined {
  const { name, gone } = difference;
  const side = sideOf(entry);
  const parents = now.parents.get(placeOf(entry.environment, name)) ?? [];
  // What a conda package needs comes from conda; a PyPI package takes either.
  if (side === 'pypi' && parents.some((parent) => sideOf(parent) === 'conda')) return undefined;
  const was = gone.filter(({ environment }) => environment === entry.environment);
  const came = parents.filter(
    (parent) =>
      parent.name !== name &&
      side !== undefined &&
      sideOf(parent) === side &&
      !old.places.has(`${placeOf(parent.environment, parent.name)} ${side}`) &&
      isKnown(entry, parent, old) &&
      was.every((one) => givesWay(one, entry, parent)),
  );
  return came.toSorted((a, b) => compareText(a.name, b.name))[0];
}

/** From where others of the lock came before, or from where its taker comes: hashes, too, where files have them. */
function isKnown(entry: LockEntry, taker: LockEntry, { origins }: State): boolean {
  const own = new Set(originsOf(taker));
  return isHashed(entry) && originsOf(entry).every((origin) => own.has(origin) || origins.has(origin));
}

function isHashed({ artifacts }: LockEntry): boolean {
  return artifacts().every(({ hash }) => hash !== undefined);
}

/** The same version, or one that its taker shuts out. */
function givesWay(old: LockEntry, now: LockEntry, taker: LockEntry): boolean {
  if (old.version === undefined || now.version === undefined) return false;
  if (samePublic(old, now)) return true;
  return taker.needs.some(
    (need) => need.name === now.name && shutsOut(need, old.version ?? '', now.version ?? ''),
  );
}

function shutsOut({ specifier = '', dialect = 'pep440' }: Need, old: string, now: string): boolean {
  const range: Range = { specifier, dialect };
  return specifier !== '' && allows(range, old) === false && allows(range, now) === true;
}
