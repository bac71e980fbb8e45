import { hashes } from '../../src/lineage/gate/hashes.ts';
import { pathsOf, recordKey, recordText, type LineageRecord } from '../../src/lineage/index.ts';
import type { Ledger, LedgerSnapshot } from '../../src/ports/ledger.ts';

export interface Kept {
  readonly branch?: readonly LineageRecord[];
  readonly inbox?: readonly LineageRecord[];
  /** Path in the branch → text, over what the records give. */
  readonly files?: Readonly<Record<string, string>>;
  /** Key in the inbox → text. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Commit of the branch and of refs/lineage/head; default: the same. */
  readonly tip?: string;
  readonly head?: string;
}

/** A ledger in memory, laid out as in git; `reads` counts the blobs that were read. */
export function memoryLedger({ branch = [], inbox = [], files = {}, refs = {}, ...at }: Kept) {
  const blobs = new Map<string, Uint8Array>();
  const counted = { lists: 0, reads: 0 };
  const keep = (text: string): string => {
    const oid = hashes.sha1(text);
    blobs.set(oid, new TextEncoder().encode(text));
    return oid;
  };
  const paths = new Map<string, string>();
  for (const record of branch)
    for (const file of pathsOf(record, hashes)) paths.set(file, keep(recordText(record)));
  for (const [file, text] of Object.entries(files)) paths.set(file, keep(text));
  const waiting = [
    ...inbox.map((record) => [recordKey(record.id, hashes), recordText(record)] as const),
    ...Object.entries(refs),
  ];
  const tip = at.tip ?? 'f'.repeat(40);
  const snapshot: LedgerSnapshot = {
    tip,
    head: at.head ?? tip,
    inbox: new Map(
      waiting.map(([key, text]) => {
        const blob = keep(text);
        return [key, { oid: blob, blob }];
      }),
    ),
    results: new Map(),
    list: (folders) => {
      counted.lists += 1;
      return Promise.resolve(new Map(folders.map((folder) => [folder, filesIn(paths, folder)])));
    },
    read: (oids) => {
      counted.reads += oids.length;
      return Promise.resolve(new Map(oids.map((oid) => [oid, blobs.get(oid) ?? new Uint8Array()])));
    },
  };
  const ledger: Pick<Ledger, 'snapshot'> = { snapshot: () => Promise.resolve(snapshot) };
  return { ledger, snapshot, counted };
}

function filesIn(paths: ReadonlyMap<string, string>, folder: string): Map<string, string> {
  const inside = [...paths].filter(([path]) => path.startsWith(`${folder}/`));
  return new Map(inside.map(([path, oid]) => [path.slice(folder.length + 1), oid]));
}
