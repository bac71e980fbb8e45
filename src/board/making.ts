/** Records by what they made: many parts of a board ask for those of one kind, of a hundred thousand. */
import type { LineageNode, LineageRecord } from '../lineage/index.ts';

type Kind = LineageNode['kind'];

const known = new WeakMap<readonly LineageRecord[], ReadonlyMap<Kind, readonly LineageRecord[]>>();

/** Those with an output of this kind, in their order. A list is gone through once, whoever asks. */
export function recordsMaking(records: readonly LineageRecord[], kind: Kind): readonly LineageRecord[] {
  const before = known.get(records);
  if (before !== undefined) return before.get(kind) ?? [];
  const byKind = new Map<Kind, LineageRecord[]>();
  for (const record of records)
    for (const output of record.outputs) {
      const own = byKind.get(output.kind);
      if (own === undefined) byKind.set(output.kind, [record]);
      else if (own.at(-1) !== record) own.push(record);
    }
  known.set(records, byKind);
  return byKind.get(kind) ?? [];
}
