/** What changed between two chains, as far as their records tell. */
import { uniqueBy, groupBy } from '../../kernel/group.ts';
import { byTime } from '../record/read.ts';
import type { ChainLink } from './chain.ts';
import type { LineageRecord, Scalar } from '../record/model.ts';
import type { Walk } from './walk.ts';

export interface Moved<T> {
  readonly name: string;
  /** Absent where it was not there. */
  readonly before?: T;
  readonly after?: T;
}

export interface Difference {
  /** Artifacts that only one of the chains has, by kind. */
  readonly artifacts: readonly Moved<string>[];
  readonly parameters: readonly Moved<Scalar>[];
  readonly dependencies: readonly Moved<string>[];
  readonly metrics: readonly Moved<number>[];
  /** Config, lock and data files by digest. */
  readonly files: readonly Moved<string>[];
}

export function differenceOf(before: Walk, after: Walk): Difference {
  const [a, b] = [recordsOf(before), recordsOf(after)];
  return {
    artifacts: artifactMoves(before, after),
    parameters: moves(merged(a, 'parameters'), merged(b, 'parameters')),
    dependencies: moves(merged(a, 'dependencies'), merged(b, 'dependencies')),
    metrics: moves(merged(a, 'metrics'), merged(b, 'metrics')),
    files: moves(digests(a), digests(b)),
  };
}

/** Every record of the walk, the oldest first. */
export function recordsOf({ steps }: Walk): LineageRecord[] {
  const all = steps.flatMap(({ records, mentions }) => [
    ...records,
    ...mentions.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation')),
  ]);
  return uniqueBy(all, ({ id }) => id).toSorted(byTime);
}

function merged<K extends 'parameters' | 'dependencies' | 'metrics'>(
  records: readonly LineageRecord[],
  key: K,
): Map<string, NonNullable<LineageRecord[K]>[string]> {
  return new Map(records.flatMap((record) => Object.entries(record[key] ?? {})));
}

function digests(records: readonly LineageRecord[]): Map<string, string> {
  return new Map(
    records.flatMap(({ files = [] }) => files.map(({ role, path, digest }) => [`${role} ${path}`, digest])),
  );
}

function moves<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Moved<T>[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) return [];
    return [
      { name, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ];
  });
}

function artifactMoves(before: Walk, after: Walk): Moved<string>[] {
  const [a, b] = [namesByKind(before), namesByKind(after)];
  return moves(only(a, b), only(b, a));
}

type Names = ReadonlyMap<string, readonly string[]>;

function namesByKind({ steps }: Walk): Names {
  const named = steps.map(({ node }) => ({
    kind: node.kind,
    name: node.digest === undefined ? node.id : `${node.id}@${node.digest}`,
  }));
  return new Map(
    [...groupBy(named, ({ kind }) => kind)].map(([kind, group]) => [kind, group.map(({ name }) => name)]),
  );
}

/** Names that the other chain has not, by kind. */
function only(mine: Names, others: Names): Map<string, string> {
  const own = [...mine].map(
    ([kind, names]) => [kind, names.filter((name) => !others.get(kind)?.includes(name))] as const,
  );
  return new Map(
    own.flatMap(([kind, names]) => (names.length === 0 ? [] : [[kind, names.toSorted().join(', ')]])),
  );
}

/** The commit that a chain leads to, where it is one; of one that was moved, what it is now: the others are its former names. */
export function rootCommit(chain: readonly ChainLink[]): string | undefined {
  const commits = chain.filter(({ kind }) => kind === 'commit');
  const former = new Set(commits.flatMap(({ former: ids = [] }) => ids));
  const now = commits.filter(({ id }) => !former.has(id));
  return now.length === 1 ? now[0]?.id : undefined;
}
