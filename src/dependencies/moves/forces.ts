/** What else than its own requirement can push a package: another package that leaves no room for the old version. */
import { compareText } from '../../kernel/compare.ts';
import { groupBy } from '../../kernel/group.ts';
import type { Force } from './classify.ts';
import { type Difference, byName } from './compare.ts';
import { type Crossing, crossingIn, underOtherName } from './crossing.ts';
import type { LockChange } from './lock-change.ts';
import type { LockEntry, Need } from '../model.ts';
import { applies, isPinnedBy, knownNeed, leaderOf, pairRows, pinnersOf } from '../pairs/pairs.ts';
import { type Range, allows } from './ranges.ts';
import { environmentsOf } from './environments.ts';
import { crossedTo } from './sides.ts';
import type { DependencySettings, PairRow } from '../settings.ts';

export interface Graph {
  readonly before: ReadonlyMap<string, readonly LockEntry[]>;
  readonly after: ReadonlyMap<string, readonly LockEntry[]>;
  /** Names → entries that need them, in the base's lock and in the head's. */
  readonly parentsBefore: ReadonlyMap<string, readonly LockEntry[]>;
  readonly parents: ReadonlyMap<string, readonly LockEntry[]>;
  readonly moved: ReadonlyMap<string, Difference>;
  readonly rows: readonly PairRow[];
  /** Folders of the lock that are submodules which this change moves. */
  readonly submodules: readonly string[];
  readonly crossing: Crossing;
}

export function graphOf(
  { before, after, submodules = [] }: LockChange,
  differences: readonly Difference[],
  settings: DependencySettings,
): Graph {
  return {
    before: byName(before.entries),
    after: byName(after.entries),
    parentsBefore: parentsOf(before.entries),
    parents: parentsOf(after.entries),
    moved: new Map(differences.map((difference) => [difference.name, difference])),
    rows: pairRows(settings),
    submodules,
    crossing: crossingIn(before.entries, after.entries),
  };
}

/** A package that stands in many environments with one list of needs counts once. */
function parentsOf(entries: readonly LockEntry[]): Map<string, LockEntry[]> {
  const parents = new Map<string, LockEntry[]>();
  for (const entry of new Map(entries.map((one) => [one.needs, one])).values()) {
    for (const { name } of entry.needs) {
      const list = parents.get(name);
      if (list === undefined) parents.set(name, [entry]);
      else list.push(entry);
    }
  }
  return parents;
}

/** Every package that forces this one; which of them counts depends on whether it is itself explained. */
export function forcesOn(difference: Difference, graph: Graph): Force[] {
  const { name, before, after } = difference;
  const moved = (entries: readonly LockEntry[] | undefined): LockEntry[] =>
    (entries ?? []).filter((entry) => (entry.own || graph.moved.has(entry.name)) && entry.name !== name);
  if (after.length === 0)
    return unique([
      ...underOtherName(difference, graph),
      ...moved(graph.parentsBefore.get(name))
        .filter((entry) => !entry.own || isNoLongerNeeded(entry, name, graph))
        .map((entry) => dropped(entry, name)),
    ]);
  const parents = moved(graph.parents.get(name));
  if (before.length === 0) return unique(parents.map((entry) => ({ by: entry.name, what: `needs ${name}` })));
  const taker = graph.crossing.takerOf(difference);
  const rest = taker === undefined ? difference : withoutCrossed(difference);
  if (taker !== undefined && rest.come.length + rest.gone.length === 0) return [taker];
  const beside = parents.filter((parent) => parent.own || standsBeside(parent, rest, graph));
  const forces = unique([
    ...beside.flatMap((parent) => byConstraint(rest, parent, graph)),
    ...byLeader(rest, graph),
    ...byPinner(name, beside),
    ...byNeeded(rest, graph),
  ]);
  return forces.map((force) => (force.by === taker?.by ? { ...force, brings: true } : force));
}

/** What happened in environments in which it did not cross. */
function withoutCrossed(difference: Difference): Difference {
  const crossed = environmentsOf(crossedTo(difference));
  const isOther = ({ environment }: LockEntry): boolean => !crossed.has(environment);
  return { ...difference, gone: difference.gone.filter(isOther), come: difference.come.filter(isOther) };
}

/** A package of the repository that stays, and asked for it until now, as the lock keeps it. */
function isNoLongerNeeded({ name: owner, asked }: LockEntry, name: string, { after }: Graph): boolean {
  const now = after.get(owner) ?? [];
  const asksFor = (all: LockEntry['asked']): boolean => all?.some((one) => one.name === name) === true;
  return asksFor(asked) && now.length > 0 && now.every((entry) => !asksFor(entry.asked));
}

function dropped(entry: LockEntry, name: string): Force {
  return { by: entry.name, what: `no longer needs ${name}` };
}

/** A constraint that the parent had not before, that excludes every old version and lets every new one. */
function byConstraint(difference: Difference, parent: LockEntry, graph: Graph): Force[] {
  if (parent.own) return byOwn(difference, parent, graph);
  const [need] = needsOn(parent, difference.name);
  const specifier = need?.specifier ?? knownNeed(graph.rows, parent, difference.name);
  if (specifier === undefined || specifier === '' || wasSaid(parent, difference, specifier, graph)) return [];
  const what = `${parent.version ?? ''} needs ${difference.name} ${specifier}`.trim();
  return shutsOut({ specifier, dialect: need?.dialect ?? 'pep440' }, difference)
    ? [{ by: parent.name, what }]
    : [];
}

/** What a part of the repository asks for now, as the lock itself keeps it: its manifest may lie in a submodule. */
function byOwn(difference: Difference, parent: LockEntry, graph: Graph): Force[] {
  const { name } = difference;
  const saidBefore = (graph.before.get(parent.name) ?? []).flatMap((entry) => askedOf(entry, name));
  const old = new Set(saidBefore.map(({ specifier }) => specifier));
  const fresh = askedOf(parent, name).find(
    (range) => range.specifier !== '' && !old.has(range.specifier) && shutsOut(range, difference),
  );
  if (fresh === undefined) return [];
  const where = graph.submodules.some((path) => isBelow(parent.source.address, path))
    ? ', in a submodule that moved'
    : '';
  return [
    { by: parent.name, what: `(${parent.source.address}${where}) now asks for ${name} ${fresh.specifier}` },
  ];
}

function askedOf({ asked, needs }: LockEntry, name: string): readonly Range[] {
  if (asked !== undefined)
    return asked
      .filter((one) => one.name === name)
      .map(({ specifier }) => ({ specifier, dialect: 'pep440' }));
  return needs
    .filter((need) => need.name === name && need.specifier !== undefined)
    .map(({ specifier = '', dialect = 'pep440' }) => ({ specifier, dialect }));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** In an environment in which something came or went: in others it may have been said all along. */
function wasSaid(
  { name: parent }: LockEntry,
  difference: Difference,
  specifier: string,
  graph: Graph,
): boolean {
  const places = placesOf(difference);
  const old = (graph.before.get(parent) ?? []).filter(({ environment }) => places.has(environment));
  return old.some((entry) => needsOn(entry, difference.name).some((need) => need.specifier === specifier));
}

/** Environments that are solved together move together: what needs it stands in one in which it moved. */
function standsBeside({ name, needs }: LockEntry, difference: Difference, { after }: Graph): boolean {
  const places = placesOf(difference);
  return (after.get(name) ?? []).some((entry) => entry.needs === needs && places.has(entry.environment));
}

function placesOf({ gone, come }: Difference): ReadonlySet<string> {
  return environmentsOf([...gone, ...come]);
}

/** Needs by name, found once for each list: a package may need as many as the lock has. */
const needsByName = new WeakMap<readonly Need[], ReadonlyMap<string, readonly Need[]>>();

function needsOn({ needs }: LockEntry, name: string): readonly Need[] {
  let index = needsByName.get(needs);
  if (index === undefined) {
    index = groupBy(needs, (need) => need.name);
    needsByName.set(needs, index);
  }
  return index.get(name) ?? [];
}

function shutsOut(range: Range, { gone, come }: Difference): boolean {
  const all = (entries: readonly LockEntry[], wanted: boolean): boolean =>
    entries.every(({ version }) => version !== undefined && allows(range, version) === wanted);
  return gone.length > 0 && all(gone, false) && all(come, true);
}

/** A leader that moved takes along what it pins exactly, or what is known not to go with its new release. */
function byLeader(difference: Difference, graph: Graph): Force[] {
  const leader = leaderOf(difference.name);
  const move = leader === undefined ? undefined : graph.moved.get(leader);
  if (leader === undefined || move === undefined || move.gone.length + move.come.length === 0) return [];
  const places = placesOf(difference);
  const beside = (graph.after.get(leader) ?? []).filter(({ environment }) => places.has(environment));
  if (beside.length === 0) return [];
  const entry = newest(beside);
  const specifier = entry === undefined ? undefined : knownNeed(graph.rows, entry, difference.name);
  if (specifier !== undefined && entry !== undefined) {
    const what = `${entry.version ?? ''} goes with ${difference.name} ${specifier}`.trim();
    return shutsOut({ specifier, dialect: 'pep440' }, difference) ? [{ by: leader, what }] : [];
  }
  return isPinnedBy(difference.name, leader)
    ? [{ by: leader, what: `pins ${difference.name} to one version` }]
    : [];
}

/** Of several variants the one whose version is the greatest text: any, but always the same. */
function newest(entries: readonly LockEntry[]): LockEntry | undefined {
  return entries.toSorted((a, b) => compareText(b.version ?? '', a.version ?? ''))[0];
}

/** What the old version is known to need moved to where it does not go with it: it had to give way. */
function byNeeded({ name, gone, come }: Difference, { rows, moved }: Graph): Force[] {
  const known = (entries: readonly LockEntry[]): readonly (readonly [string, string])[] =>
    entries.flatMap((entry) =>
      rows.filter((row) => applies(row, entry)).flatMap((row) => Object.entries(row.needs)),
    );
  return known(gone).flatMap(([needed, specifier]) => {
    const other = moved.get(needed);
    if (other === undefined || other.come.length === 0 || needed === name) return [];
    const isOut = other.come.every(
      ({ version }) => version !== undefined && allows({ specifier, dialect: 'pep440' }, version) === false,
    );
    if (!isOut || known(come).some(([again, range]) => again === needed && range === specifier)) return [];
    const version = gone[0]?.version ?? '';
    return [{ by: needed, what: `excluded ${name} ${version}, which needs ${needed} ${specifier}` }];
  });
}

function byPinner(name: string, parents: readonly LockEntry[]): Force[] {
  const pinners = pinnersOf(name).filter((pinner) => parents.some((parent) => parent.name === pinner));
  return pinners.map((by) => ({ by, what: `pins ${name} to one version`, onlyIfRequested: true }));
}

/** The first force of each package. */
function unique(forces: readonly Force[]): Force[] {
  return [...new Map(forces.toReversed().map((force) => [force.by, force])).values()].toReversed();
}
