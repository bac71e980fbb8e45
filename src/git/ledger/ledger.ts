import type { Appended, Ledger, LedgerBlob, LedgerSnapshot, Waiting } from '../../ports/ledger.ts';
import { inboxPrefix, ledgerBranch, ledgerHead, parted } from '../../ports/ledger-refs.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { LedgerCache } from '../../ports/ledger-cache.ts';
import { cacheIn } from './cache.ts';
import { compactLedger } from './compact.ts';
import {
  eachBlob,
  fetchCommits,
  filesStarting,
  readBlobs,
  waitingFiles,
  writeFiles,
  type Names,
  type TreeFiles,
} from './objects.ts';
import { treesOf } from './trees.ts';
import { openStore, type LedgerOptions, type LedgerStore } from './store.ts';
import { pushNew, type PushedRef } from './push.ts';
import { overNetwork } from '../refs/remote.ts';

export type { LedgerOptions } from './store.ts';

type GitSnapshot = Required<LedgerSnapshot>;

/** Records in one push: each is named twice on git's command line. */
const batch = 500;

/** The ledger of a git remote. Nothing of the clone is changed; `close` removes what was made for this process. */
export interface GitLedger extends Ledger {
  /** What is kept beside it from run to run. */
  readonly cache: LedgerCache;
  close(): Promise<void>;
}

export async function openLedger(options: LedgerOptions): Promise<GitLedger> {
  let reader: Promise<LedgerStore> | undefined;
  let writer: Promise<LedgerStore> | undefined;
  const forReading = () => (reader ??= openStore(options, true));
  const forWriting = () => (writer ??= openStore(options, false));
  /** From a store of this process alone, where the kept one is of no use. */
  const anew = async (error: unknown): Promise<GitSnapshot> => {
    if (!(error instanceof UserError) || !spoilt.test(error.message)) throw error;
    options.log.info(`The copy of the ledger in this clone is of no use, taking a new one: ${error.message}`);
    // A lock is another's, perhaps at work: what is abandoned is removed with time.
    const ended = error.message.includes('.lock') ? 'close' : 'discard';
    await reader?.then((store) => store[ended]()).catch(() => undefined);
    reader = openStore(options, false);
    return snapshot(await reader);
  };
  return {
    append: async (blobs) => append(await forWriting(), blobs),
    snapshot: async () => {
      try {
        return withSecondRead(await snapshot(await forReading()), anew);
      } catch (error) {
        return anew(error);
      }
    },
    compact: async (folding) => compactLedger(await forReading(), folding),
    cache: cacheIn(forReading),
    batch,
    close: async () => {
      // What could not be opened was reported where it was opened.
      await Promise.all(
        [reader, writer].map(async (store) => (await store?.catch(() => undefined))?.close()),
      );
    },
  };
}

/** Folders and contents are fetched when they are read: where that fails, they are read from another snapshot, made once. */
function withSecondRead(first: GitSnapshot, second: (error: unknown) => Promise<GitSnapshot>): GitSnapshot {
  let other: Promise<GitSnapshot> | undefined;
  const either = async <T>(work: (snapshot: GitSnapshot) => Promise<T>): Promise<T> => {
    if (other !== undefined) return work(await other);
    try {
      return await work(first);
    } catch (error) {
      return work(await (other ??= second(error)));
    }
  };
  return {
    ...first,
    list: (folders) => either((snapshot) => snapshot.list(folders)),
    folders: (parents) => either((snapshot) => snapshot.folders(parents)),
    entries: (folders) => either((snapshot) => snapshot.entries(folders)),
    starting: (asked) => either((snapshot) => snapshot.starting(asked)),
    bring: (folders) => either((snapshot) => snapshot.bring(folders)),
    each: (oids, take) => either((snapshot) => snapshot.each(oids, take)),
    read: (oids) => either((snapshot) => snapshot.read(oids)),
  };
}

/** What a killed process leaves behind in the copy that is kept from run to run. */
const spoilt =
  /\.lock|shallow file|lacks|damaged|corrupt|bad object|unable to read|index-pack|unpack|not a git repository/i;

async function append(store: LedgerStore, blobs: readonly LedgerBlob[]): Promise<Appended[]> {
  const oid = await writeFiles(store.fetching, blobs);
  for (let tries = 1; ; tries += 1) {
    const refs = blobs.map(({ key }) => ({ ref: `${inboxPrefix}${key}`, oid }));
    const pushed = await pushNew(store, refs);
    const others = await othersIn(store, pushed);
    // Where a compaction has taken them in between, there is room for these.
    if (others === undefined && tries < maxTries) continue;
    return pushed.map(({ created, ref }): Appended => {
      if (created) return { created };
      return { created, bytes: others?.get(ref) ?? new Uint8Array() };
    });
  }
}

/** What stood in the refs before, by ref; `undefined` where it is gone since. */
async function othersIn(
  store: LedgerStore,
  pushed: readonly PushedRef[],
): Promise<Map<string, Uint8Array> | undefined> {
  const refs = new Map(pushed.flatMap(({ created, ref, oid }) => (created ? [] : [[ref, oid]])));
  if (!(await fetchCommits(store, await missing(store, [...new Set(refs.values())]), 'names')))
    return undefined;
  const keys = new Map([...refs].map(([ref, oid]) => [ref.slice(inboxPrefix.length), oid]));
  const waiting = await waitingFiles(store.reading, keys);
  const contents = await readBlobs(
    store,
    [...waiting.values()].map(({ blob }) => blob),
  );
  return new Map(
    [...waiting].map(([key, { blob }]) => [`${inboxPrefix}${key}`, contents.get(blob) ?? new Uint8Array()]),
  );
}

/** Tries to fetch what was listed: a compaction in between takes records out of the inbox. */
const maxTries = 5;

async function snapshot(store: LedgerStore): Promise<GitSnapshot> {
  for (let tries = 1; ; tries += 1) {
    const listed = await listRefs(store);
    const roots = [listed.tip, listed.head].filter((oid) => oid !== undefined);
    const [branch, inbox] = await Promise.all(
      [roots, listed.waiting.values()].map(async (oids) => missing(store, [...new Set(oids)])),
    );
    // One after the other: git locks the list of shallow commits.
    if (
      (await fetchCommits(store, branch ?? [], 'itself')) &&
      (await fetchCommits(store, inbox ?? [], 'names'))
    )
      return snapshotOf(store, listed, await waitingFiles(store.reading, listed.waiting));
    if (tries >= maxTries)
      throw new UserError('the ledger changes faster than it can be read', {
        help: 'Run it again in a moment.',
      });
  }
}

interface Listed {
  readonly tip: string | undefined;
  readonly head: string | undefined;
  /** Key → object that the ref points at. */
  readonly waiting: ReadonlyMap<string, string>;
}

async function listRefs({ fetching, remote }: LedgerStore): Promise<Listed> {
  const patterns = [ledgerBranch, ledgerHead, `${inboxPrefix}*`];
  const output = await overNetwork(fetching, remote, ['ls-remote', '--refs', '--', remote.name, ...patterns]);
  const refs = new Map<string, string>();
  for (const line of output.toString('utf8').split('\n')) {
    const [oid = '', ref = ''] = line.split('\t');
    if (ref !== '') refs.set(ref, oid);
  }
  const waiting = [...refs]
    .filter(([ref]) => ref.startsWith(inboxPrefix))
    .map(([ref, oid]): [string, string] => [ref.slice(inboxPrefix.length), oid]);
  return { tip: refs.get(ledgerBranch), head: refs.get(ledgerHead), waiting: new Map(waiting) };
}

async function snapshotOf(
  store: LedgerStore,
  { tip, head }: Listed,
  waiting: ReadonlyMap<string, Waiting>,
): Promise<GitSnapshot> {
  // The head of the last compaction contains every record, also where the branch was rewritten since.
  const root = head ?? tip;
  const trees = root === undefined ? undefined : await treesOf(store, root);
  const known = new Map<string, Names>();
  const looked = new Map<string, TreeFiles>();
  return {
    tip,
    head,
    ...parted(waiting),
    list: async (folders) => {
      const read = await trees?.names(folders.filter((folder) => !known.has(folder)));
      for (const [folder, { files }] of read ?? []) known.set(folder, files);
      return new Map(folders.map((folder) => [folder, known.get(folder) ?? new Map<string, string>()]));
    },
    folders: async (parents) => {
      const read = await trees?.names(parents);
      return new Map(parents.map((parent) => [parent, read?.get(parent)?.folders ?? new Map()]));
    },
    entries: async (folders) => (await trees?.entries(folders)) ?? new Map(),
    starting: async (asked) => {
      const unread = asked.flatMap(({ folder }) => (looked.has(folder) ? [] : [folder]));
      const read = await trees?.entries([...new Set(unread)]);
      for (const [folder, files] of read ?? []) looked.set(folder, files);
      return asked.map(({ folder, prefix }) => {
        const files = looked.get(folder);
        return files === undefined ? [] : filesStarting(files, prefix);
      });
    },
    bring: async (folders) => trees?.bring(folders),
    read: (oids) => readBlobs(store, oids),
    each: (oids, take) => eachBlob(store, oids, take),
  };
}

async function missing(store: LedgerStore, oids: readonly string[]): Promise<string[]> {
  const objects = await store.reading.read(oids);
  return oids.filter((_, at) => objects[at] === undefined);
}
