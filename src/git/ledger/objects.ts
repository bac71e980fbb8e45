import type { FileNamed, FolderEntries, LedgerBlob, Waiting } from '../../ports/ledger.ts';
import type { LedgerStore } from './store.ts';
import { tryOverNetwork } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';
import { inboxFile } from '../../ports/ledger-refs.ts';
import { UserError } from '../../kernel/user-error.ts';
import { failure } from '../process/errors.ts';
import type { ObjectReader, StoredObject } from '../objects/object-reader.ts';
import { writeObject } from '../objects/write-object.ts';

/** Name → id. */
export type Names = ReadonlyMap<string, string>;

/** What a tree object names. */
export interface TreeNames {
  readonly files: Names;
  readonly folders: Names;
}

const [space, zero, one, two] = [0x20, 0x30, 0x31, 0x32];

/** A link in place of a record is read as one, and reported: skipped, it would be as if nothing had been recorded. */
function isFileAt(tree: Buffer, at: number): boolean {
  return tree[at] === one && tree[at + 2] === zero && (tree[at + 1] === zero || tree[at + 1] === two);
}

export function namesIn(tree: Buffer, oidBytes: number): TreeNames {
  const [files, folders] = [new Map<string, string>(), new Map<string, string>()];
  for (let at = 0; at < tree.length;) {
    const start = tree.indexOf(space, at) + 1;
    const end = tree.indexOf(0, start);
    const isFile = isFileAt(tree, at);
    const name = tree.toString('utf8', start, end);
    at = end + 1 + oidBytes;
    (isFile ? files : folders).set(name, tree.toString('hex', end + 1, at));
  }
  return { files, folders };
}

export interface TreeFiles extends FolderEntries {
  /** Where in the bytes each name begins. */
  readonly starts: readonly number[];
}

/** Its files, of which nothing is taken out before somebody asks. */
export function entriesIn(tree: Buffer, width: number): TreeFiles {
  const [ids, starts]: [number[], number[]] = [[], []];
  for (let at = 0; at < tree.length;) {
    const isFile = isFileAt(tree, at);
    // A mode has five digits or six.
    const start = at + (tree[at + 5] === space ? 6 : 7);
    at = tree.indexOf(0, start) + 1;
    if (isFile) {
      ids.push(at);
      starts.push(start);
    }
    at += width;
  }
  const name = (at: number) => tree.toString('utf8', starts[at], (ids[at] ?? 0) - 1);
  return { bytes: tree, width, ids, starts, name };
}

/** Those whose names begin so: of a folder of thousands a question takes a few. */
export function filesStarting({ bytes, width, ids, starts, name }: TreeFiles, prefix: string): FileNamed[] {
  const wanted = Buffer.from(prefix);
  const found: FileNamed[] = [];
  for (const [at, start] of starts.entries()) {
    if (!wanted.every((byte, step) => bytes[start + step] === byte)) continue;
    const id = ids[at] ?? 0;
    found.push([name(at), bytes.toString('hex', id, id + width)]);
  }
  return found;
}

/** What comes with the objects that a fetch names: of a commit its tree's names, or nothing; of a tree what is beneath it, or nothing. */
export type Brought = 'names' | 'itself' | 'everything';

const filters: Readonly<Record<Brought, string>> = {
  names: '--filter=blob:none',
  itself: '--filter=tree:0',
  // No record is as large: with a filter git does not walk all that it has just brought once more, to see that nothing is missing.
  everything: '--filter=blob:limit=1m',
};

/** Brings commits without history; `false` where the remote no longer has one of them. */
export async function fetchCommits(
  store: LedgerStore,
  oids: readonly string[],
  what: Brought,
): Promise<boolean> {
  return fetchObjects(store, oids, ['--depth=1', filters[what]]);
}

/** Brings trees and files by id; `false` where the remote no longer has one of them. */
export async function fetchByIds(
  store: LedgerStore,
  oids: readonly string[],
  what: Brought,
): Promise<boolean> {
  return fetchObjects(store, oids, [filters[what]]);
}

const quietly = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head'];

/** A server that refuses filters is asked again without. */
async function fetchObjects(
  { fetching, remote }: LedgerStore,
  oids: readonly string[],
  options: readonly string[],
): Promise<boolean> {
  if (oids.length === 0) return true;
  const send = async (how: readonly string[]) => {
    const args = [...quietly, ...how];
    if (oids.length <= 300) return tryOverNetwork(fetching, remote, [...args, '--', remote.name, ...oids]);
    const input = oids.map((oid) => `${oid}\n`).join('');
    return tryOverNetwork(fetching, remote, [...args, '--stdin', '--', remote.name], input);
  };
  const first = await send(options);
  const plain = options.map((option) => (option.startsWith('--filter=') ? '--no-filter' : option));
  const result = first.exitCode !== 0 && /filter/i.test(first.stderr) ? await send(plain) : first;
  if (result.exitCode === 0) return true;
  if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i.test(result.stderr))
    return false;
  throw failure('fetch', result);
}

const recorder = 'model-gates <model-gates@users.noreply.github.com> 946684800 +0000';

/**
 * One commit without a parent that holds each file as `<key>.json`; returns its id.
 * A commit and not the bare blob: that is what every forge lets a ref point at. Its date is fixed, so that the same files are the same
 * commit. Written without git: to start that three times would cost more than all else that a writer does before its push.
 */
export async function writeFiles({ cwd }: Git, blobs: readonly LedgerBlob[]): Promise<string> {
  const files = new Map(blobs.map(({ key, bytes }) => [inboxFile(key), bytes]));
  const treeOid = await writeTree(cwd, files);
  const text = `tree ${treeOid}\nauthor ${recorder}\ncommitter ${recorder}\n\nLineage records\n`;
  return writeObject(cwd, 'commit', Buffer.from(text));
}

/** A tree of files without folders; returns its id. */
export async function writeTree(repository: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const entries = await Promise.all(
    [...files].map(async ([name, bytes]) => ({
      name: Buffer.from(name),
      oid: await writeObject(repository, 'blob', bytes),
    })),
  );
  const tree = entries
    .toSorted((a, b) => a.name.compare(b.name))
    .flatMap(({ name, oid }) => [Buffer.from('100644 '), name, Buffer.from([0]), Buffer.from(oid, 'hex')]);
  return writeObject(repository, 'tree', Buffer.concat(tree));
}

/** Files at the top of a commit's tree, by name; none of what is not a commit. */
export async function filesOf(reader: ObjectReader, commit: string): Promise<Names> {
  const [tree] = await reader.read([`${commit}^{tree}`]);
  return tree?.type === 'tree' ? namesIn(tree.bytes, tree.oid.length / 2).files : new Map();
}

/** What the refs of the inbox hold. Objects that contain no such file stand for themselves. */
export async function waitingFiles(
  reader: ObjectReader,
  refs: ReadonlyMap<string, string>,
): Promise<Map<string, Waiting>> {
  const oids = [...new Set(refs.values())];
  const objects = await reader.read(oids);
  const commits = oids.filter((_, at) => objects[at]?.type === 'commit');
  const trees = await reader.read(commits.map((oid) => `${oid}^{tree}`));
  const files = new Map(
    commits.map((oid, at): [string, Names] => {
      const tree = trees[at];
      return [oid, tree === undefined ? new Map() : namesIn(tree.bytes, tree.oid.length / 2).files];
    }),
  );
  return new Map(
    [...refs].map(([key, oid]) => [key, { oid, blob: files.get(oid)?.get(inboxFile(key)) ?? oid }]),
  );
}

/** Contents by id, those that are not here fetched together. */
export async function readBlobs(
  store: LedgerStore,
  oids: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const unique = [...new Set(oids)];
  const contents = await storedBlobs(store, unique);
  if (contents.size === unique.length) return contents;
  const absent = unique.filter((oid) => !contents.has(oid));
  if (!(await fetchByIds(store, absent, 'names')))
    throw new UserError('the remote no longer has records that its ledger names', {
      help: 'Somebody has removed objects from it: run `git fsck` there, and restore them from another clone.',
    });
  const fetched = await storedBlobs(store, absent);
  const lost = absent.find((oid) => !fetched.has(oid));
  if (lost !== undefined) throw new UserError(`git has no content for ${lost}`, { help: 'Run it again.' });
  for (const [oid, bytes] of fetched) contents.set(oid, bytes);
  return contents;
}

/** Each as it comes, those that are not here last, fetched together. */
export async function eachBlob(
  store: LedgerStore,
  oids: readonly string[],
  take: (at: number, bytes: Uint8Array) => void,
): Promise<void> {
  const absent: number[] = [];
  await store.reading.each(oids, (at, object) => {
    if (object === undefined) absent.push(at);
    else take(at, contentOf(object));
  });
  const fetched = await readBlobs(
    store,
    absent.map((at) => oids[at] ?? ''),
  );
  for (const at of absent) take(at, fetched.get(oids[at] ?? '') ?? new Uint8Array());
}

/** What is not a blob, such as a commit that somebody put into the inbox, reads as nothing: a record that cannot be read. */
async function storedBlobs(store: LedgerStore, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const [at, object] of (await store.reading.read(oids)).entries())
    if (object !== undefined) contents.set(oids[at] ?? object.oid, contentOf(object));
  return contents;
}

function contentOf({ type, bytes }: StoredObject): Uint8Array {
  return type === 'blob' ? bytes : new Uint8Array();
}
