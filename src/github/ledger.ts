import type { Appended, Ledger, LedgerBlob, LedgerSnapshot } from '../gates/ledger.ts';
import type { Client } from './client.ts';
import { objects } from './objects.ts';
import { refs } from './refs.ts';
import type { Objects, Refs } from './types.ts';

const inbox = 'refs/lineage/inbox/';
/** Rows of evaluations among them. */
const results = `${inbox}results@`;

/** The ledger over the API: needs no clone and no git. Folding the inbox into the branch is left to a job with a checkout. */
export function ledger(client: Client): Ledger {
  const store = { objects: objects(client), refs: refs(client) };
  return {
    append: async (blobs) => {
      const appended: Appended[] = [];
      for (const blob of blobs) appended.push(await append(store, blob));
      return appended;
    },
    snapshot: () => snapshot(store),
  };
}

/** Requests under way at one time: GitHub asks for no more than a few. */
const atOnce = 6;

interface Store {
  readonly objects: Objects;
  readonly refs: Refs;
}

/** Two requests. A repetition after a lost answer finds what it wrote itself. */
async function append(store: Store, { key, bytes }: LedgerBlob): Promise<Appended> {
  const ref = `${inbox}${key}`;
  const sha = await store.objects.createBlob(bytes);
  if (await store.refs.create(ref, sha)) return { created: true };
  const there = await store.refs.get(ref);
  // A compaction has taken it in between: what stood there is in the branch.
  if (there === undefined || there.sha === sha) return { created: false, bytes };
  return { created: false, bytes: await store.objects.readBlob(there.sha) };
}

async function snapshot(store: Store): Promise<LedgerSnapshot> {
  const [branch, head, waiting] = await Promise.all([
    store.refs.get('refs/heads/model-lineage'),
    store.refs.get('refs/lineage/head'),
    store.refs.matching('lineage/inbox/'),
  ]);
  const root = head?.sha ?? branch?.sha;
  const folder = folderReader(store.objects, root);
  return {
    tip: branch?.sha,
    head: head?.sha,
    inbox: new Map(
      waiting.flatMap(({ ref, sha }) => (ref.startsWith(results) ? [] : [[ref.slice(inbox.length), sha]])),
    ),
    results: new Map(
      waiting.flatMap(({ ref, sha }) => (ref.startsWith(results) ? [[ref.slice(results.length), sha]] : [])),
    ),
    list: async (paths) =>
      new Map(await Promise.all(paths.map(async (path) => [path, (await folder(path)).blobs] as const))),
    read: async (oids) => {
      const contents = new Map<string, Uint8Array>();
      const left = [...new Set(oids)].values();
      const reader = async () => {
        for (const oid of left) contents.set(oid, await store.objects.readBlob(oid));
      };
      await Promise.all(Array.from({ length: atOnce }, reader));
      return contents;
    },
  };
}

interface Folder {
  readonly blobs: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, string>;
}

const nothing: Folder = { blobs: new Map(), folders: new Map() };

/** Folders of a commit, read level by level; each tree is asked for once. */
function folderReader(api: Objects, root: string | undefined): (path: string) => Promise<Folder> {
  const known = new Map<string, Promise<Folder>>();
  const read = (path: string): Promise<Folder> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const reading = readPath(path);
    known.set(path, reading);
    return reading;
  };
  const readPath = async (path: string): Promise<Folder> => {
    if (root === undefined) return nothing;
    if (path === '') return folderOf(api, root);
    const slash = path.lastIndexOf('/');
    const parent = await read(slash < 0 ? '' : path.slice(0, slash));
    const sha = parent.folders.get(path.slice(slash + 1));
    return sha === undefined ? nothing : folderOf(api, sha);
  };
  return read;
}

async function folderOf(api: Objects, sha: string): Promise<Folder> {
  const entries = await api.readTree(sha);
  const named = (type: string) =>
    new Map(entries.filter((entry) => entry.type === type).map((entry) => [entry.path, entry.sha]));
  return { blobs: named('blob'), folders: named('tree') };
}
