/** From one artifact up to what it was made of, or down to what was made of it, level by level. */
import { compareText } from '../../kernel/compare.ts';
import { byTime } from '../record/read.ts';
import { groupBy } from '../../kernel/group.ts';
import type { LineageNode, LineageRecord, NodeKind } from '../record/model.ts';

export type Direction = 'up' | 'down';

/** For each node the records that mention it, as input or as output. */
export type Lookup = (nodes: readonly LineageNode[]) => Promise<readonly (readonly LineageRecord[])[]>;

export interface Step {
  readonly node: LineageNode;
  /** Links from the start; the start itself is 0. */
  readonly depth: number;
  /** Up: the records that made it. Down: those that used it. */
  readonly records: readonly LineageRecord[];
  /** All that mention it: verdicts, evaluations. */
  readonly mentions: readonly LineageRecord[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A place where the chain ends before it should. */
export interface Missing {
  readonly node: LineageNode;
  /** What a record would have to name. */
  readonly expected: NodeKind;
}

/** A place where the records do not say one thing. */
export interface Ambiguity {
  readonly node: LineageNode;
  readonly candidates: readonly string[];
  /** The candidate that was followed; absent where all were. */
  readonly followed?: string;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** From input to output, by key of the nodes. */
  readonly edges: readonly Edge[];
  readonly missing: readonly Missing[];
  readonly ambiguous: readonly Ambiguity[];
  /** More was there than is looked at. */
  readonly cut: boolean;
}

/** Most artifacts in one walk. */
const maxNodes = 2000;

interface Waiting {
  readonly node: LineageNode;
  readonly depth: number;
  /** Time of the record that led here: what an id that moves meant then. */
  readonly at?: string;
}

/** Identity of an artifact: its content where that is known, else its id. */
export function nodeKey({ kind, id, digest }: LineageNode): string {
  return `${kind} ${digest ?? id}`;
}

/** Same content; or the same id, where one of them does not tell the content. */
export function sameNode(a: LineageNode, b: LineageNode): boolean {
  if (a.kind !== b.kind) return false;
  if (a.digest !== undefined && b.digest !== undefined) return a.digest === b.digest;
  return a.id === b.id;
}

/** What lies on each path from the start nodes. It ends: each artifact is looked at once. */
export async function walk(
  start: readonly LineageNode[],
  direction: Direction,
  lookup: Lookup,
): Promise<Walk> {
  const found: Found = { steps: new Map(), edges: new Map(), missing: [], ambiguous: [] };
  let level: readonly Waiting[] = start.map((node) => ({ node, depth: 0 }));
  while (level.length > 0 && found.steps.size < maxNodes) {
    const fresh = unseen(level, found).slice(0, maxNodes - found.steps.size);
    const mentions = await lookup(fresh.map(({ node }) => node));
    level = fresh.flatMap((waiting, at) => visit(waiting, mentions[at] ?? [], direction, found));
  }
  const { steps, edges, missing, ambiguous } = found;
  return {
    steps: [...steps.values()],
    edges: [...edges.values()],
    missing,
    ambiguous,
    cut: level.length > 0,
  };
}

interface Found {
  readonly steps: Map<string, Step>;
  readonly edges: Map<string, Edge>;
  readonly missing: Missing[];
  readonly ambiguous: Ambiguity[];
}

function unseen(level: readonly Waiting[], { steps }: Found): Waiting[] {
  const byKey = new Map(level.map((waiting) => [nodeKey(waiting.node), waiting]));
  return [...byKey].flatMap(([key, waiting]) => (steps.has(key) ? [] : [waiting]));
}

function visit(
  waiting: Waiting,
  mentions: readonly LineageRecord[],
  direction: Direction,
  found: Found,
): Waiting[] {
  const side = direction === 'up' ? 'outputs' : 'inputs';
  const touching = mentions.filter((record) => record[side].some((node) => sameNode(node, waiting.node)));
  const { node, records } =
    direction === 'up' ? settle(waiting, touching, found) : { node: waiting.node, records: touching };
  const key = nodeKey(node);
  // The walk met the same content under another name before.
  if (found.steps.has(key)) return [];
  found.steps.set(key, { node, depth: waiting.depth, records, mentions });
  if (nodeKey(waiting.node) !== key) rename(found.edges, nodeKey(waiting.node), key);
  const next = records.flatMap((record) =>
    record[direction === 'up' ? 'inputs' : 'outputs'].map((other) => ({
      node: other,
      depth: waiting.depth + 1,
      at: record.at,
    })),
  );
  const others = next.filter((one) => nodeKey(one.node) !== key);
  for (const { node: other } of others) {
    const edge = direction === 'up' ? { from: nodeKey(other), to: key } : { from: key, to: nodeKey(other) };
    found.edges.set(`${edge.from}\n${edge.to}`, edge);
  }
  if (direction === 'up' && others.length === 0) noteMissing(node, found);
  return others;
}

function rename(edges: Map<string, Edge>, before: string, after: string): void {
  for (const [name, { from, to }] of edges)
    if (from === before || to === before)
      edges.set(name, { from: from === before ? after : from, to: to === before ? after : to });
}

/** Which content an id without a digest meant, and which records made that. */
function settle(
  { node, at }: Waiting,
  makers: readonly LineageRecord[],
  { ambiguous }: Found,
): { node: LineageNode; records: readonly LineageRecord[] } {
  const outputs = makers.map((record) => ({
    record,
    node: record.outputs.find((one) => sameNode(one, node)) ?? node,
  }));
  const digests = new Set(outputs.flatMap(({ node: { digest } }) => (digest === undefined ? [] : [digest])));
  if (node.digest === undefined && digests.size > 1) {
    const newest = outputs
      .toSorted((a, b) => later(b.record, a.record))
      .filter((one) => one.node.digest !== undefined);
    const chosen = newest.find(({ record }) => at === undefined || record.at <= at) ?? newest[0];
    const followed = chosen?.node.digest ?? '';
    ambiguous.push({ node, candidates: [...digests], followed });
    const records = outputs.filter((one) => one.node.digest === followed).map(({ record }) => record);
    return { node: { ...node, ...chosen?.node, id: node.id }, records };
  }
  // Who names it, such as the record of a request, need not say all of it.
  const told = (outputs.find((one) => one.node.digest !== undefined) ?? outputs[0])?.node;
  const settled = { ...told, ...node, ...(told?.digest === undefined ? {} : { digest: told.digest }) };
  noteConflict(settled, makers, ambiguous);
  return { node: settled, records: makers };
}

function later(a: LineageRecord, b: LineageRecord): number {
  return byTime(a, b) || compareText(a.id, b.id);
}

/** Two records that made the same thing of different commits, jobs or weights. */
function noteConflict(node: LineageNode, makers: readonly LineageRecord[], ambiguous: Ambiguity[]): void {
  const seen = new Map<NodeKind, Set<string>>();
  for (const record of makers) {
    for (const [kind, inputs] of groupBy(record.inputs, (input) => input.kind)) {
      const names = inputs.map((input) => `${kind} ${input.id}`).toSorted();
      seen.set(kind, (seen.get(kind) ?? new Set()).add(names.join(' and ')));
    }
  }
  for (const candidates of seen.values())
    if (candidates.size > 1) ambiguous.push({ node, candidates: [...candidates].toSorted() });
}

const makers: Readonly<Partial<Record<NodeKind, NodeKind>>> = {
  trace: 'serving',
  serving: 'weights',
  weights: 'job',
  job: 'commit',
  image: 'commit',
  evaluation: 'weights',
  inputs: 'commit',
  verdict: 'commit',
};

function noteMissing(node: LineageNode, { missing }: Found): void {
  const expected = makers[node.kind];
  if (expected !== undefined && node.external !== true) missing.push({ node, expected });
}

/** Steps in an order in which each stands before what it was made of (up), or what was made of it (down). */
export function inOrder({ steps, edges }: Walk, direction: Direction): Step[] {
  const byKey = new Map(steps.map((step) => [nodeKey(step.node), step]));
  const arrows = [...edges]
    .map(({ from, to }) => (direction === 'up' ? { first: to, next: from } : { first: from, next: to }))
    .filter(({ first, next }) => byKey.has(first) && byKey.has(next));
  const after = groupBy(arrows, ({ first }) => first);
  const waitingFor = new Map([...byKey.keys()].map((key) => [key, 0]));
  for (const { next } of arrows) waitingFor.set(next, (waitingFor.get(next) ?? 0) + 1);
  const ordered: Step[] = [];
  const left = new Set(byKey.keys());
  while (left.size > 0) {
    const ready = [...left].filter((key) => waitingFor.get(key) === 0);
    // A circle of records that contradict each other: taken as it comes.
    const taken = ready.length > 0 ? ready : [...left].slice(0, 1);
    for (const key of taken) {
      left.delete(key);
      const step = byKey.get(key);
      if (step !== undefined) ordered.push(step);
      for (const { next } of after.get(key) ?? []) waitingFor.set(next, (waitingFor.get(next) ?? 0) - 1);
    }
  }
  return ordered;
}
