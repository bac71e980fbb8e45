import type { Appended, Folding, Ledger, LedgerBlob, LedgerSnapshot } from '../gates/ledger.ts';
import { UserError } from '../runtime/user-error.ts';
import { compactLedger } from './ledger-compact.ts';
import { fetchByIds, readFolders, writeBlob } from './ledger-objects.ts';
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
    snapshot: async () => {
      try {
        return await snapshot(await forReading());
      } catch (error) {
        if (!(error instanceof UserError) || !spoilt.test(error.message)) throw error;
        options.log.info(
          `The copy of the ledger in this clone is of no use, taking a new one: ${error.message}`,
        );
        await reader?.then((store) => store.close()).catch(() => undefined);
        reader = openStore(options, false);
        return snapshot(await reader);
      }
    },
    compact: async (folding) => compactLedger(await forReading(), folding),
    close: async () => {
      await Promise.all([reader, writer].map(async (store) => (await store)?.close()));
    },
  };
}

/** What a killed process leaves behind in the copy that is kept from run to run. */
const spoilt = /\.lock|lacks|damaged|corrupt|bad object|unable to read|index-pack|unpack/i;

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

type Listed = Pick<LedgerSnapshot, 'tip' | 'head' | 'inbox' | 'results'>;

/** How the keys of rows of evaluations begin: those are not fetched with the records. */
const resultsPrefix = 'results@';

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
  const records = waiting.filter(([key]) => !key.startsWith(resultsPrefix));
  const results = waiting
    .filter(([key]) => key.startsWith(resultsPrefix))
    .map(([key, oid]): [string, string] => [key.slice(resultsPrefix.length), oid]);
  return {
    tip: refs.get(branch),
    head: refs.get(headRef),
    inbox: new Map(records),
    results: new Map(results),
  };
}

function snapshotOf(store: LedgerStore, listed: Listed): LedgerSnapshot {
  // The head of the last compaction holds every record, also where the branch was rewritten since.
  const root = listed.head ?? listed.tip;
  const known = new Map<string, ReadonlyMap<string, string>>();
  return {
    ...listed,
    list: async (folders) => {
      const fresh = root === undefined ? [] : folders.filter((folder) => !known.has(folder));
      const read = await readFolders(store.reading, root ?? '', fresh);
      fresh.forEach((folder, at) => {
        const blobs = (read[at] ?? []).filter(({ isBlob }) => isBlob);
        known.set(folder, new Map(blobs.map(({ name, oid }) => [name, oid])));
      });
      return new Map(folders.map((folder) => [folder, known.get(folder) ?? new Map<string, string>()]));
    },
    read: (oids) => readBlobs(store, oids),
  };
}

async function missing(store: LedgerStore, oids: readonly string[]): Promise<string[]> {
  const objects = await store.reading.read(oids);
  return oids.filter((_, at) => objects[at] === undefined);
}

/** Contents by id, those that are not here fetched together. */
async function readBlobs(store: LedgerStore, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const unique = [...new Set(oids)];
  const contents = await storedBlobs(store, unique);
  const absent = unique.filter((oid) => !contents.has(oid));
  if (absent.length === 0) return contents;
  if (!(await fetchByIds(store, absent)))
    throw new UserError('the remote no longer has records that its ledger names', {
      help: 'Somebody has removed objects from it: run `git fsck` there, and restore them from another clone.',
    });
  const fetched = await storedBlobs(store, absent);
  const lost = absent.find((oid) => !fetched.has(oid));
  if (lost !== undefined) throw new UserError(`git has no content for ${lost}`, { help: 'Run it again.' });
  return new Map([...contents, ...fetched]);
}

/** What is no blob, such as a commit that somebody put into the inbox, reads as nothing: a record that cannot be read. */
async function storedBlobs(store: LedgerStore, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const objects = await store.reading.read(oids);
  return new Map(
    objects.flatMap((object): [string, Uint8Array][] =>
      object === undefined ? [] : [[object.oid, object.type === 'blob' ? object.bytes : new Uint8Array()]],
    ),
  );
}
