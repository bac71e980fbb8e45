import type { LedgerBlob, Waiting } from '../../ports/ledger.ts';
import type { LedgerStore } from './store.ts';
import { tryOverNetwork } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';
import { inboxFile } from '../../ports/ledger-refs.ts';
import { UserError } from '../../kernel/user-error.ts';
import { failure } from '../process/errors.ts';
import type { ObjectReader } from '../objects/object-reader.ts';
import { writeObject } from '../objects/write-object.ts';

export interface TreeItem {
  readonly name: string;
  readonly oid: string;
  readonly isBlob: boolean;
}

/** The entries of a tree object. */
export function treeItems(tree: Buffer, oidBytes: number): TreeItem[] {
  const items: TreeItem[] = [];
  for (let at = 0; at < tree.length;) {
    const end = tree.indexOf(0, at);
    const entry = tree.toString('utf8', at, end);
    const oid = tree.toString('hex', end + 1, end + 1 + oidBytes);
    // A link in place of a record is read as one, and reported: skipped, it would be as if nothing had been recorded.
    items.push({ name: entry.slice(entry.indexOf(' ') + 1), oid, isBlob: /^1[02]0/.test(entry) });
    at = end + 1 + oidBytes;
  }
  return items;
}

/**
 * Entries of folders of a commit, in their order; none for a folder that is not there.
 * Throws a UserError where its parent names it and the store has it not: a damaged store is never an empty ledger.
 */
export async function readFolders(
  reader: ObjectReader,
  commit: string,
  folders: readonly string[],
): Promise<readonly (readonly TreeItem[])[]> {
  const trees = await reader.read(folders.map((folder) => treeName(commit, folder)));
  return Promise.all(
    folders.map(async (folder, at) => {
      const tree = trees[at];
      if (tree?.type === 'tree') return treeItems(tree.bytes, tree.oid.length / 2);
      const slash = folder.lastIndexOf('/');
      if (folder === '') throw damaged(commit, folder);
      const [siblings = []] = await readFolders(reader, commit, [folder.slice(0, Math.max(0, slash))]);
      if (siblings.some(({ name }) => name === folder.slice(slash + 1))) throw damaged(commit, folder);
      return [];
    }),
  );
}

function treeName(commit: string, folder: string): string {
  return folder === '' ? `${commit}^{tree}` : `${commit}:${folder}`;
}

function damaged(commit: string, folder: string): UserError {
  return new UserError(`the copy of the ledger here lacks ${folder || 'the root'} of ${commit.slice(0, 8)}`, {
    help: 'Remove the folder model-gates-ledger in .git, and run it again: the copy is made anew.',
  });
}

/** Brings objects by id without history; contents only of what is named. `false` where the remote no longer has one of them. */
export async function fetchByIds(
  { fetching, remote }: LedgerStore,
  oids: readonly string[],
): Promise<boolean> {
  if (oids.length === 0) return true;
  const quietly = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--depth=1'];
  const send = async (filter: readonly string[]) => {
    const args = [...quietly, ...filter];
    if (oids.length <= 300) return tryOverNetwork(fetching, remote, [...args, '--', remote.name, ...oids]);
    const input = oids.map((oid) => `${oid}\n`).join('');
    return tryOverNetwork(fetching, remote, [...args, '--stdin', '--', remote.name], input);
  };
  const first = await send(['--filter=blob:none']);
  const result = first.exitCode !== 0 && /filter/i.test(first.stderr) ? await send([]) : first;
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
export async function filesOf(reader: ObjectReader, commit: string): Promise<Map<string, string>> {
  const [tree] = await reader.read([treeName(commit, '')]);
  const items = tree?.type === 'tree' ? treeItems(tree.bytes, tree.oid.length / 2) : [];
  return new Map(items.filter(({ isBlob }) => isBlob).map(({ name, oid }) => [name, oid]));
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
    commits.map((oid, at) => {
      const tree = trees[at];
      const items = tree === undefined ? [] : treeItems(tree.bytes, tree.oid.length / 2);
      return [oid, new Map(items.map(({ name, oid: blob }) => [name, blob]))];
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

/** What is not a blob, such as a commit that somebody put into the inbox, reads as nothing: a record that cannot be read. */
async function storedBlobs(store: LedgerStore, oids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const objects = await store.reading.read(oids);
  return new Map(
    objects.flatMap((object): [string, Uint8Array][] =>
      object === undefined ? [] : [[object.oid, object.type === 'blob' ? object.bytes : new Uint8Array()]],
    ),
  );
}
