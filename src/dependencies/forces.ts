/** What else than its own requirement can push a package: another package whose constraint shuts out the old version. */
import type { Force } from './classify.ts';
import type { Difference } from './compare.ts';
import type { LockEntry } from './model.ts';
import { isPinnedBy, knownNeed, leaderOf } from './pairs.ts';
import { allows } from './ranges.ts';
import type { PairRow } from './settings.ts';
import { publicKey } from './version.ts';

export interface Graph {
  readonly before: ReadonlyMap<string, readonly LockEntry[]>;
  readonly after: ReadonlyMap<string, readonly LockEntry[]>;
  /** Names in the head's lock → entries that need them. */
  readonly parents: ReadonlyMap<string, readonly LockEntry[]>;
  readonly moved: ReadonlyMap<string, Difference>;
  readonly rows: readonly PairRow[];
}

export function parentsOf(entries: readonly LockEntry[]): Map<string, LockEntry[]> {
  const parents = new Map<string, LockEntry[]>();
  for (const entry of entries) {
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
  const parents = (graph.parents.get(difference.name) ?? []).filter(({ name }) => graph.moved.has(name));
  const byNeed = parents.flatMap((parent) => forceOf(difference, parent, graph));
  const leader = leaderOf(difference.name);
  const byPin = leader === undefined ? [] : pinForce(difference, leader, graph);
  return unique([...byNeed, ...byPin]);
}

function forceOf(difference: Difference, parent: LockEntry, graph: Graph): Force[] {
  const need = parent.needs.find(({ name }) => name === difference.name);
  const specifier = need?.specifier ?? knownNeed(graph.rows, parent, difference.name);
  if (specifier === undefined || specifier === '') return [];
  const range = { specifier, dialect: need?.dialect ?? ('pep440' as const) };
  const wasSaid = (graph.before.get(parent.name) ?? []).some((old) =>
    old.needs.some(
      ({ name, specifier: text }) => name === difference.name && text !== undefined && text === specifier,
    ),
  );
  if (wasSaid || difference.gone.length === 0) return [];
  const shutsOut = difference.gone.every(
    ({ version }) => version !== undefined && allows(range, version) === false,
  );
  const lets = difference.come.every(
    ({ version }) => version !== undefined && allows(range, version) === true,
  );
  return shutsOut && lets ? [{ by: parent.name, specifier: `${difference.name} ${specifier}` }] : [];
}

/** A leader that pins its follower exactly, and moved to another release, takes it along. */
function pinForce(difference: Difference, leader: string, graph: Graph): Force[] {
  const move = graph.moved.get(leader);
  if (move === undefined || !isReleaseMove(move)) return [];
  const entry = graph.after.get(leader)?.[0];
  const specifier = entry === undefined ? undefined : knownNeed(graph.rows, entry, difference.name);
  if (specifier !== undefined) {
    const fits = difference.come.every(
      ({ version }) => version !== undefined && allows({ specifier, dialect: 'pep440' }, version) === true,
    );
    return fits ? [{ by: leader, specifier: `${difference.name} ${specifier}` }] : [];
  }
  return isPinnedBy(difference.name, leader)
    ? [{ by: leader, specifier: `${difference.name} in one exact version` }]
    : [];
}

function isReleaseMove({ gone, come }: Difference): boolean {
  const old = new Set(gone.map(({ version }) => publicKey(version ?? '')));
  return come.some(({ version }) => !old.has(publicKey(version ?? '')));
}

function unique(forces: readonly Force[]): Force[] {
  return [...new Map(forces.map((force) => [force.by, force])).values()];
}
