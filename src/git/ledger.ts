import type { Appended, Folding, Ledger, LedgerBlob, LedgerSnapshot } from '../gates/ledger.ts';
import { UserError } from '../runtime/user-error.ts';
import { compactLedger } from './ledger-compact.ts';
import { blobsIn, fetchByIds, storedObjects, writeBlob } from './ledger-objects.ts';
import { openStore, type LedgerOptions, type LedgerStore } from './ledger-store.ts';
import { pushNew, type PushedRef } from './ledger-push.ts';
import { overNetwork } from './remote.ts';

export type { LedgerOptions } from './ledger-store.ts';

const inbox = 'refs/lineage/inbox/';
const branch = 'refs/heads/model-lineage';
const headRef = 'refs/lineage/head';

/** The ledger of a git remote. Nothing of the clone is changed; `close` removes what was made for this process. */
export interface GitLedger extends Ledger {
  readonly compact: (folding: Folding) => Promise<boolean>;
  close(): Promise<void>;
}

export async function openLedger(options: LedgerOptions): Promise<GitLedger> {
  let reader: Promise<LedgerStore> | undefined;
  let writer: Promise<LedgerStore> | undefined;
  const forReading = () => (reader ??= openStore(options, true));
  const forWriting = () => (writer ??= openStore(options, false));
  return {
    append: async (blobs) => append(await forWriting(), blobs),
    snapshot: async () => snapshot(await forReading()),
    compact: async (folding) => compactLedger(await forReading(), folding),
    close: async () => {
      await Promise.all([reader, writer].map(async (store) => (await store)?.close()));
    },
  };
}

async function append(store: LedgerStore, blobs: readonly LedgerBlob[]): Promise<Appended[]> {
  const refs = [];
  for (const { key, bytes } of blobs)
    refs.push({ ref: `${inbox}${key}`, oid: await writeBlob(store.fetching, bytes) });
  const pushed = await pushNew(store, refs);
  const contents = await contentsOf(store, pushed);
  return pushed.map(({ created, oid }): Appended => {
    if (created) return { created };
    return { created, bytes: contents.get(oid) ?? new Uint8Array() };
  });
}

async function contentsOf(store: LedgerStore, refs: readonly PushedRef[]) {
  return readBlobs(
    store,
    refs.filter(({ created }) => !created).map(({ oid }) => oid),
  );
}

/** Tries to fetch what was listed: a compaction in between takes records out of the inbox. */
const maxTries = 5;

async function snapshot(store: LedgerStore): Promise<LedgerSnapshot> {
  for (let tries = 1; ; tries += 1) {
    const listed = await listRefs(store);
    const roots = [listed.tip, listed.head].filter((oid) => oid !== undefined);
    const wanted = await missing(store, [...new Set([...roots, ...listed.inbox.values()])]);
    if (await fetchByIds(store, wanted)) return snapshotOf(store, listed);
    if (tries >= maxTries)
      throw new UserError('the ledger changes faster than it can be read', {
        help: 'Run it again in a moment.',
      });
  }
}

interface Listed {
  readonly tip: string | undefined;
  readonly head: string | undefined;
  readonly inbox: ReadonlyMap<string, string>;
}

async function listRefs({ fetching, remote }: LedgerStore): Promise<Listed> {
  const patterns = [branch, headRef, `${inbox}*`];
  const output = await overNetwork(fetching, remote, ['ls-remote', '--', remote.name, ...patterns]);
  const refs = new Map<string, string>();
  for (const line of output.toString('utf8').split('\n')) {
    const [oid = '', ref = ''] = line.split('\t');
    if (ref !== '') refs.set(ref, oid);
  }
  const waiting = [...refs]
    .filter(([ref]) => ref.startsWith(inbox))
    .map(([ref, oid]): [string, string] => [ref.slice(inbox.length), oid]);
  return { tip: refs.get(branch), head: refs.get(headRef), inbox: new Map(waiting) };
}

function snapshotOf(store: LedgerStore, { tip, head, inbox: waiting }: Listed): LedgerSnapshot {
  // The head of the last compaction holds every record, also where the branch was rewritten since.
  const root = head ?? tip;
  return {
    tip,
    head,
    inbox: waiting,
    list: async (folders) => {
      if (root === undefined) return new Map(folders.map((folder) => [folder, new Map()]));
      const trees = await storedObjects(
        store.reading,
        folders.map((folder) => `${root}:${folder}`),
      );
      return new Map(
        folders.map((folder, at) => {
          const tree = trees[at];
          return [
            folder,
            tree?.type === 'tree' ? blobsIn(tree.bytes, root.length / 2) : new Map<string, string>(),
          ];
        }),
      );
    },
    read: (oids) => readBlobs(store, oids),
  };
}

async function missing(store: LedgerStore, oids: readonly string[]): Promise<string[]> {
  if (oids.length === 0) return [];
  const checked = await store.reading.text(['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    input: oids.map((oid) => `${oid}\n`).join(''),
  });
  const lines = checked.split('\n');
  return oids.filter((_, at) => lines[at]?.endsWith(' missing') !== false);
}

/** Contents by id, those that are not here fetched together first. */
async function readBlobs(store: LedgerStore, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const unique = [...new Set(oids)];
  const absent = await missing(store, unique);
  if (!(await fetchByIds(store, absent)))
    throw new UserError('the remote no longer has records that its ledger names', {
      help: 'Somebody has removed objects from it: run `git fsck` there, and restore them from another clone.',
    });
  const objects = await storedObjects(store.reading, unique);
  return new Map(
    unique.map((oid, at) => {
      const object = objects[at];
      if (object === undefined)
        throw new UserError(`git has no content for ${oid}`, { help: 'Run it again.' });
      return [oid, object.type === 'blob' ? Uint8Array.from(object.bytes) : new Uint8Array()];
    }),
  );
}
