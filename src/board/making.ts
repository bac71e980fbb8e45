/** Records by what they made: many parts of a board ask for those of one kind, of a hundred thousand. */
import type { LineageNode, LineageRecord } from '../lineage/index.ts';

type Kind = LineageNode['kind'];

interface Made {
  readonly byKind: ReadonlyMap<Kind, readonly LineageRecord[]>;
  /** Of the kinds that were asked for: id → its makers, the first alone where there are no others. */
  readonly byId: Map<Kind, ReadonlyMap<string, Makers>>;
}

type Makers = LineageRecord | LineageRecord[];

const known = new WeakMap<readonly LineageRecord[], Made>();

/** Those with an output of this kind, in their order. A list is gone through once, whoever asks. */
export function recordsMaking(records: readonly LineageRecord[], kind: Kind): readonly LineageRecord[] {
  return madeBy(records).byKind.get(kind) ?? [];
}

/** Those that made one artifact, in their order. */
export function makersOf(
  records: readonly LineageRecord[],
  kind: Kind,
  id: string,
): readonly LineageRecord[] {
  const { byId } = madeBy(records);
  let ofKind = byId.get(kind);
  if (ofKind === undefined) byId.set(kind, (ofKind = makersById(recordsMaking(records, kind), kind)));
  const found = ofKind.get(id) ?? [];
  return Array.isArray(found) ? found : [found];
}

function makersById(makers: readonly LineageRecord[], kind: Kind): ReadonlyMap<string, Makers> {
  const byId = new Map<string, Makers>();
  for (const record of makers)
    for (const output of record.outputs) {
      if (output.kind !== kind) continue;
      const own = byId.get(output.id);
      if (Array.isArray(own)) own.push(record);
      else byId.set(output.id, own === undefined ? record : [own, record]);
    }
  return byId;
}

function madeBy(records: readonly LineageRecord[]): Made {
  const before = known.get(records);
  if (before !== undefined) return before;
  const byKind = new Map<Kind, LineageRecord[]>();
  for (const record of records)
    for (const output of record.outputs) {
      const own = byKind.get(output.kind);
      if (own === undefined) byKind.set(output.kind, [record]);
      else if (own.at(-1) !== record) own.push(record);
    }
  const made: Made = { byKind, byId: new Map() };
  known.set(records, made);
  return made;
}
