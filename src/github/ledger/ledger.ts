import { isUtf8 } from 'node:buffer';
import type { Appended, Ledger, LedgerBlob, LedgerSnapshot, Waiting } from '../../ports/ledger.ts';
import { inboxFile, inboxPrefix, ledgerBranch, ledgerHead, parted } from '../../ports/ledger-refs.ts';
import { portions } from '../../kernel/group.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Client } from '../client/client.ts';
import { compactLedger } from './compact.ts';
import { folderReader } from './folders.ts';
import { objects } from '../git/objects.ts';
import { refs } from '../git/refs.ts';
import type { Objects, Ref, Refs } from '../../ports/github-repository.ts';

/** The ledger over the API: needs no clone and no git. */
export function ledger(client: Client): Ledger {
  const store = { objects: objects(client), refs: refs(client) };
  return {
    append: async (blobs) => {
      const appended: Appended[] = [];
      for (const part of portions(blobs, maxBytes, ({ bytes }) => bytes.length))
        appended.push(...(await append(store, part)));
      return appended;
    },
    snapshot: () => snapshot(store),
    compact: (folding) => compactLedger(client, folding),
    batch: 100,
  };
}

/** Requests under way at one time: GitHub asks for no more than a few. */
const atOnce = 6;

interface Store {
  readonly objects: Objects;
  readonly refs: Refs;
}

/** Bytes in one request. */
const maxBytes = 1024 * 1024;

/** Over and over where compactions take what stands in the way between two looks at it. */
const maxTries = 5;

/**
 * A tree and a commit for all, and a ref for each. A ref to a bare blob would do with less, but nothing says that GitHub takes one.
 * The date is fixed: a repetition after a lost answer makes the same commit, and finds that it wrote it itself.
 */
async function append(store: Store, blobs: readonly LedgerBlob[]): Promise<Appended[]> {
  const tree = await store.objects.createTree(
    await Promise.all(blobs.map((blob) => entryOf(store.objects, blob))),
  );
  const date = '2000-01-01T00:00:00Z';
  const commit = await store.objects.createCommit({ message: 'Lineage records', tree, parents: [], date });
  const appended: Appended[] = [];
  for (const blob of blobs) appended.push(await claim(store, blob, commit));
  return appended;
}

/** Longer ones, and what is not text, go by themselves. */
const maxText = 256 * 1024;

async function entryOf(api: Objects, { key, bytes }: LedgerBlob) {
  const file = { path: inboxFile(key), mode: '100644', type: 'blob' } as const;
  return isUtf8(bytes) && bytes.length <= maxText
    ? { ...file, content: Buffer.from(bytes).toString('utf8') }
    : { ...file, sha: await api.createBlob(bytes) };
}

async function claim(store: Store, { key, bytes }: LedgerBlob, commit: string): Promise<Appended> {
  const ref = `${inboxPrefix}${key}`;
  for (let tries = 1; tries <= maxTries; tries += 1) {
    if (await store.refs.create(ref, commit)) return { created: true };
    const there = await store.refs.get(ref);
    if (there?.sha === commit) return { created: false, bytes };
    if (there === undefined) continue;
    const { blob, isFile } = await waitingIn(store.objects, there);
    return { created: false, bytes: isFile ? await store.objects.readBlob(blob) : new Uint8Array() };
  }
  throw new UserError(`${ref} comes and goes faster than it can be read`, {
    help: 'Run it again in a moment.',
  });
}

async function waitingIn(api: Objects, ref: Ref): Promise<Waiting & { readonly isFile: boolean }> {
  const { sha: oid, type } = ref;
  if (type !== 'commit') return { oid, blob: oid, isFile: type === 'blob' };
  const file = inboxFile(ref.ref.slice(inboxPrefix.length));
  const entry = (await api.readTree(oid)).find(({ path }) => path === file);
  return { oid, blob: entry?.sha ?? oid, isFile: entry?.type === 'blob' };
}

async function snapshot(store: Store): Promise<LedgerSnapshot> {
  const [branch, head, refsThere] = await Promise.all([
    store.refs.get(ledgerBranch),
    store.refs.get(ledgerHead),
    store.refs.matching('lineage/inbox/'),
  ]);
  const known = cached(store.objects);
  const waiting = await abreast(refsThere, async (ref) => ({
    key: ref.ref.slice(inboxPrefix.length),
    ...(await waitingIn(known, ref)),
  }));
  const hollow = new Set(waiting.flatMap(({ blob, isFile }) => (isFile ? [] : [blob])));
  const folder = folderReader(store.objects, head?.sha ?? branch?.sha);
  return {
    tip: branch?.sha,
    head: head?.sha,
    ...parted(new Map(waiting.map(({ key, oid, blob }) => [key, { oid, blob }]))),
    list: async (paths) =>
      new Map(await Promise.all(paths.map(async (path) => [path, (await folder(path)).blobs] as const))),
    read: async (oids) => {
      const contents = await abreast([...new Set(oids)], async (oid) => {
        const bytes = hollow.has(oid) ? new Uint8Array() : await store.objects.readBlob(oid);
        return [oid, bytes] as const;
      });
      return new Map(contents);
    },
  };
}

/** What was written together is in one tree: it is asked for once. */
function cached(api: Objects): Objects {
  const trees = new Map<string, ReturnType<Objects['readTree']>>();
  return {
    ...api,
    readTree: (sha) => {
      const tree = trees.get(sha) ?? api.readTree(sha);
      trees.set(sha, tree);
      return tree;
    },
  };
}

/** A few at a time, in their order. */
async function abreast<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [at, item] of left) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
