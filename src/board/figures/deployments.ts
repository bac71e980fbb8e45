/** What the ledger says of serving: how often, how soon, and how often it had to be undone. */
import type { LineageRecord } from '../../lineage/index.ts';
import { groupBy } from '../../kernel/group.ts';
import { makersOf } from '../making.ts';
import { deployedIn, serviceNames } from '../serving.ts';
import { durations, rate, share, unknownFigure, type FigureName } from './figure.ts';
import type { Figure, FigureEvent, Window } from './model.ts';
import type { SortedMerge } from './trunk.ts';

/** A version that began to serve. */
export interface Served {
  readonly id: string;
  readonly service: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Full SHAs at the root of its chain, which is followed when they are asked for. */
  commits(): readonly string[];
  /** It had served before: what came between was taken back. */
  readonly isReturn: boolean;
}

/** The oldest first; a version that is recorded again is the same still, and a canary of a service does not serve yet. */
export function servedOf(records: readonly LineageRecord[]): Served[] {
  const deployed = deployedIn(records).filter(({ node }) => node.service?.endsWith('-canary') !== true);
  const serviceOf = serviceNames(deployed);
  const all = deployed.map(({ node: { id }, record }) => ({
    id,
    service: serviceOf(id),
    at: Date.parse(record.at),
    commits: once(() => commitsBehind(record, records)),
  }));
  const lines = groupBy(all, ({ service }) => service);
  return [...lines.values()].flatMap(changesOf).toSorted((a, b) => a.at - b.at);
}

function changesOf(line: readonly Omit<Served, 'isReturn'>[]): Served[] {
  const seen = new Set<string>();
  let current: string | undefined;
  return line.flatMap((one) => {
    if (one.id === current) return [];
    current = one.id;
    const isReturn = seen.has(one.id);
    seen.add(one.id);
    return [{ ...one, isReturn }];
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Links from a serving version to its commits: no chain is longer. */
const mostLinks = 1000;

function commitsBehind(first: LineageRecord, records: readonly LineageRecord[]): string[] {
  const commits = new Set<string>();
  const seen = new Set<LineageRecord>();
  const open = [first];
  for (let record = open.pop(); record !== undefined && seen.size < mostLinks; record = open.pop()) {
    if (seen.has(record)) continue;
    seen.add(record);
    for (const { kind, id } of record.inputs)
      if (kind === 'commit') commits.add(id);
      else open.push(...makersOf(records, kind, id));
  }
  return [...commits];
}

export interface ServingQuestion {
  readonly served: readonly Served[];
  /** Or why they are not known. */
  readonly merges: readonly SortedMerge[] | string;
  /** Full SHAs of merges that are hotfixes. */
  readonly hotfixes: ReadonlySet<string>;
  /** Milliseconds since the epoch of the oldest record; absent in an empty ledger. */
  readonly recordedSince?: number | undefined;
  readonly window: Window;
}

const nothingServed = 'no record names a serving version';

export function servingFigures(question: ServingQuestion): Figure[] {
  const { served, window } = question;
  // Before the first deployment was recorded nobody recorded any.
  const recordedSince = served[0]?.at;
  const unknown = served.length === 0 ? nothingServed : undefined;
  const given = { window, recordedSince, unknown };
  const undone = undoneIn(question);
  return [
    leadToServing(question),
    rate({ ...frequency, ...given, events: served.map(({ at }) => ({ at, value: 1 })) }),
    share({
      ...failure,
      ...given,
      events: served
        .filter(({ isReturn }) => !isReturn)
        .map((one) => ({ at: one.at, value: Number(undone.has(one)) })),
    }),
    durations({
      ...recovery,
      ...given,
      events: [...undone].map(([one, next]) => ({ at: next.at, value: (next.at - one.at) / 3_600_000 })),
    }),
  ];
}

const frequency: FigureName = {
  name: 'deployments',
  title: 'Deployments',
  definition: 'Times that another version began to serve, over all services (ledger).',
};

const failure: FigureName = {
  name: 'change-failure',
  title: 'Change failure',
  definition:
    'Versions that were rolled back, or replaced by one with a hotfix, of all that began to serve (ledger).',
  lowerIsBetter: true,
};

const recovery: FigureName = {
  name: 'time-to-recover',
  title: 'Time to recover',
  definition: 'From the serving of a version that was undone to the serving of what took its place (ledger).',
  lowerIsBetter: true,
};

/** Versions that were taken back, and what took their place. */
export function undoneIn({
  served,
  hotfixes,
}: Pick<ServingQuestion, 'served' | 'hotfixes'>): Map<Served, Served> {
  const undone = new Map<Served, Served>();
  const last = new Map<string, Served>();
  for (const one of served) {
    const before = last.get(one.service);
    const isFix = () => hotfixes.size > 0 && one.commits().some((sha) => hotfixes.has(sha));
    if (before !== undefined && (one.isReturn || isFix())) undone.set(before, one);
    last.set(one.service, one);
  }
  return undone;
}

const leadName: FigureName = {
  name: 'lead-time-to-serving',
  title: 'Lead time to serving',
  definition: 'From a merge to the first version that serves with it (git and ledger).',
  lowerIsBetter: true,
};

/** A version serves all merges up to its newest commit that none before it had. */
function leadToServing({ served, merges, window }: ServingQuestion): Figure {
  if (served.length === 0) return unknownFigure(leadName, 'hours', nothingServed);
  if (typeof merges === 'string') return unknownFigure(leadName, 'hours', merges);
  const oldestFirst = merges.toReversed();
  const place = new Map(oldestFirst.map(({ sha }, at) => [sha, at]));
  const events: FigureEvent[] = [];
  // What merges the very first version had nobody knows.
  let next: number | undefined;
  for (const { at, commits } of served) {
    const upTo = Math.max(-1, ...commits().map((sha) => place.get(sha) ?? -1)) + 1;
    if (upTo === 0) continue;
    for (const merge of oldestFirst.slice(next ?? upTo, upTo))
      if (merge.kind === 'merge') events.push({ at, value: Math.max(0, at - merge.at) / 3_600_000 });
    next = Math.max(next ?? 0, upTo);
  }
  return durations({ ...leadName, window, events, recordedSince: served[0]?.at });
}
