/** Which version of each service serves now, and the chain that made it. */
import {
  chainLinks,
  inOrder,
  makersIn,
  walk,
  walkFindings,
  type ChainLink,
  type LineageNode,
  type LineageRecord,
  type Lookup,
  type Step,
} from '../lineage/index.ts';
import { groupBy } from '../kernel/group.ts';
import { compareText } from '../kernel/compare.ts';
import { earlier } from './commits.ts';
import { recordsMaking } from './making.ts';
import type { Deployment, Service } from './model.ts';
import { limits } from './settings.ts';
import { isShare } from './trends.ts';

export interface Deployed {
  readonly node: LineageNode;
  readonly record: LineageRecord;
}

/** Ids of those records whose writer, time and run are confirmed. */
export type Verify = (records: readonly LineageRecord[]) => Promise<ReadonlySet<string>>;

/** Who has signed what the steps are about, by the key of the artifact. */
export type Signers = (steps: readonly Step[]) => Promise<ReadonlyMap<string, string>>;

interface Confirming {
  readonly lookup: Lookup;
  readonly verify: Verify;
  readonly signers: Signers | undefined;
}

const nobody: Verify = () => Promise.resolve(new Set());

export interface ServicesFound {
  /** By name; of more than are followed those whose version was deployed last. */
  readonly services: readonly Service[];
  readonly total: number;
}

/** The version that was recorded last serves: a roll-back is a new record. */
export async function servicesOf(
  records: readonly LineageRecord[],
  now: string,
  {
    lookup = lookupIn(records),
    verify = nobody,
    signers,
    most = limits.followed,
  }: { readonly [K in keyof Confirming]?: Confirming[K] | undefined } & { readonly most?: number } = {},
): Promise<ServicesFound> {
  const deployed = deployedIn(records);
  const nameOf = serviceNames(deployed);
  const groups = [...groupBy(deployed, ({ node }) => nameOf(node.id))].toSorted(([a], [b]) =>
    compareText(a, b),
  );
  const followed = groups.length > most ? deployedLast(groups, most) : groups;
  // Side by side: chains that are read from the ledger are read level by level, each level of all of them at once.
  const services = await Promise.all(
    followed.map(async ([name, history]) => serviceOf(name, history, { lookup, verify, signers }, now)),
  );
  return { services: services.flat(), total: groups.length };
}

type Line = readonly [name: string, history: readonly Deployed[]];

/** In their own order. */
function deployedLast(lines: readonly Line[], most: number): Line[] {
  const timeOf = ([, history]: Line) => history.at(-1)?.record.at ?? '';
  const last = lines.toSorted((a, b) => compareText(timeOf(b), timeOf(a))).slice(0, most);
  const names = new Set(last.map(([name]) => name));
  return lines.filter(([name]) => names.has(name));
}

/** Each time that something began to serve, the oldest first. */
export function deployedIn(records: readonly LineageRecord[]): Deployed[] {
  return recordsMaking(records, 'serving')
    .flatMap((record) =>
      record.outputs.flatMap((node) => (node.kind === 'serving' ? [{ node, record }] : [])),
    )
    .toSorted((a, b) => earlier(a.record, b.record));
}

/** As a record says; else the service of the version whose place it took; else the name of the first of that line. */
export function serviceNames(deployed: readonly Deployed[]): (id: string) => string {
  const told = new Map<string, string>();
  const before = new Map<string, string>();
  for (const { node, record } of deployed) {
    if (node.service !== undefined) told.set(node.id, node.service);
    if (record.replaces !== undefined && !before.has(node.id)) before.set(node.id, record.replaces);
  }
  return (id) => {
    const seen = new Set<string>();
    for (let at = id; ;) {
      const service = told.get(at);
      const older = before.get(at);
      seen.add(at);
      if (service !== undefined) return service;
      if (older === undefined) return at;
      // Records that replace each other in a circle are one line, whose name does not depend on where it was entered.
      if (seen.has(older)) return [...seen].toSorted(compareText)[0] ?? at;
      at = older;
    }
  };
}

async function serviceOf(
  name: string,
  history: readonly Deployed[],
  reading: Confirming,
  now: string,
): Promise<Service[]> {
  const current = history.at(-1);
  if (current === undefined) return [];
  const older = olderVersions(history);
  const made = await chainOf(current.node, reading, now);
  const confirmed = await reading.verify([current.record]);
  const unconfirmed = { ...reading, verify: nobody, signers: undefined };
  const before = await Promise.all(
    older
      .slice(0, limits.before)
      .map(async (one) => deploymentOf(one, (await chainOf(one.node, unconfirmed, now)).chain)),
  );
  return [
    {
      name,
      current: deploymentOf(current, made.chain),
      standing: confirmed.has(current.record.id) ? 'verified' : 'claimed',
      chain: made.chain.slice(0, limits.chain),
      gaps: made.gaps,
      missing: made.missing,
      complete: made.complete,
      metrics: await metricsOfChain(made.chain, reading.lookup),
      before: { shown: before, total: older.length },
      run: current.record.run,
    },
  ];
}

/** Versions that served before, newest first, each once. */
function olderVersions(history: readonly Deployed[]): Deployed[] {
  const newestFirst = history.toReversed();
  const current = newestFirst[0]?.node.id;
  const byId = new Map<string, Deployed>();
  for (const one of newestFirst) if (!byId.has(one.node.id)) byId.set(one.node.id, one);
  return [...byId].flatMap(([id, one]) => (id === current ? [] : [one]));
}

function deploymentOf({ node, record }: Deployed, chain: readonly ChainLink[]): Deployment {
  const commit = chain.find(({ kind }) => kind === 'commit');
  const pullRequest = commit?.pr_number ?? record.pr_number;
  return { id: node.id, at: record.at, by: record.by, commit: commit?.id, pullRequest };
}

async function chainOf(node: LineageNode, { lookup, verify, signers }: Confirming, now: string) {
  const found = await walk([{ kind: node.kind, id: node.id }], 'up', lookup);
  const steps = inOrder(found, 'up');
  const chain = chainLinks(steps, new Map(), await verify(makersIn(steps)), await signers?.(steps));
  return {
    chain,
    gaps: walkFindings(found, now).slice(0, limits.gaps),
    missing: found.missing.slice(0, limits.gaps),
    complete: found.missing.length === 0 && chain.some(({ kind }) => kind === 'commit'),
  };
}

/** Of the artifact nearest to what serves that was evaluated: its newest evaluation, else what its maker reported. */
async function metricsOfChain(chain: readonly ChainLink[], lookup: Lookup): Promise<Service['metrics']> {
  const made = chain.filter(({ kind }) => kind === 'serving' || kind === 'weights');
  const mentions = await lookup(made);
  const evaluated = mentions.flatMap((records) => {
    const own = records.filter(isEvaluation).toSorted(earlier).at(-1);
    return own?.metrics === undefined ? [] : [own.metrics];
  });
  const reported = made.flatMap(({ metrics }) => (metrics === undefined ? [] : [metrics]));
  return Object.entries(evaluated[0] ?? reported[0] ?? {})
    .slice(0, limits.metrics)
    .map(([name, value]) => ({ name, value, points: isShare(name, value) }));
}

function isEvaluation({ outputs, metrics }: LineageRecord): boolean {
  return metrics !== undefined && outputs.some(({ kind }) => kind === 'evaluation');
}

/** The records that mention a node, by its id or its digest. */
function lookupIn(records: readonly LineageRecord[]): Lookup {
  let index: Mentions | undefined;
  const of = (node: LineageNode) => {
    const found = namesIn(node).flatMap((name) => (index ??= mentionsIn(records)).get(name) ?? []);
    return [...new Set(found)].filter((record) => mentions(record, node));
  };
  return (nodes) => Promise.resolve(nodes.map(of));
}

function mentions({ inputs, outputs }: LineageRecord, node: LineageNode): boolean {
  const names = namesIn(node);
  return [...inputs, ...outputs].some(
    (one) => one.kind === node.kind && namesIn(one).some((name) => names.includes(name)),
  );
}

/** By name, whatever it names; the first alone where there are no others: a list for each of a hundred thousand names takes as long as all else. */
type Mentions = ReadonlyMap<string, LineageRecord | readonly LineageRecord[]>;

function mentionsIn(records: readonly LineageRecord[]): Mentions {
  const index = new Map<string, LineageRecord | LineageRecord[]>();
  const note = (name: string, record: LineageRecord) => {
    const own = index.get(name);
    if (own === undefined) index.set(name, record);
    else if (!Array.isArray(own)) index.set(name, own === record ? own : [own, record]);
    else if (own.at(-1) !== record) own.push(record);
  };
  for (const record of records)
    for (const nodes of [record.inputs, record.outputs])
      for (const { id, digest } of nodes) {
        note(id, record);
        if (digest !== undefined) note(digest, record);
      }
  return index;
}

/** A service is not a name of one artifact. */
function namesIn({ id, digest }: LineageNode): string[] {
  return digest === undefined ? [id] : [id, digest];
}
