import type { ChangedFile, ChangeSet, FileTree } from '../../ports/index.ts';
import { compareText } from '../../kernel/compare.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Client } from '../client/client.ts';
import { commits } from './commits.ts';
import { objects } from './objects.ts';
import type { TreeEntry } from '../../ports/github-repository.ts';

/** Commits that a change set tells. */
const maxCommits = 250;

/** Two commits as a clone would compare them. Throws a UserError for a tree of more than 100,000 entries. */
export async function changeSet(client: Client, base: string, head: string): Promise<ChangeSet> {
  const [before, after] = await Promise.all([entriesOf(client, base), entriesOf(client, head)]);
  return {
    base: fileTree(client, base, before),
    head: fileTree(client, head, after),
    files: changedFiles(before, after),
    commits: async () => (await commits(client).between(base, head)).slice(0, maxCommits),
  };
}

/** The files of one commit, and what its tree has at each path. Throws a UserError for a tree of more than 100,000 entries. */
export async function treeAt(client: Client, sha: string): Promise<{ tree: FileTree; entries: Entries }> {
  const entries = await entriesOf(client, sha);
  return { tree: fileTree(client, sha, entries), entries };
}

type Entries = ReadonlyMap<string, TreeEntry>;

async function entriesOf(client: Client, sha: string): Promise<Entries> {
  const entries = await objects(client).readTree(sha, true);
  return new Map(entries.filter(({ type }) => type === 'blob').map((entry) => [entry.path, entry]));
}

function changedFiles(before: Entries, after: Entries): ChangedFile[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((path): ChangedFile[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === undefined) return [{ status: 'added', path }];
    if (now === undefined) return [{ status: 'deleted', path }];
    return old.sha === now.sha ? [] : [{ status: 'modified', path }];
  });
  return changed.toSorted((a, b) => compareText(a.path, b.path));
}

/** Largest file that is read unless a caller asks for another bound. */
const defaultMaxBytes = 64 * 1024 * 1024;

/** The files of a commit; a symlink is not followed. */
function fileTree(client: Client, sha: string, entries: Entries): FileTree {
  const { readBlob } = objects(client);
  const name = `commit ${sha.slice(0, 8)}`;
  return {
    name,
    sha,
    list: () => Promise.resolve([...entries.keys()].toSorted(compareText)),
    read: async (path, maxBytes = defaultMaxBytes) => {
      const entry = entries.get(path);
      if (entry === undefined) return undefined;
      if (entry.mode === '120000')
        throw unread(path, 'is a symlink, which is not followed over the API', name);
      const bytes = await readBlob(entry.sha);
      if (bytes.length > maxBytes)
        throw unread(path, `has more than the ${maxBytes} bytes that are read`, name);
      return bytes;
    },
  };
}

function unread(path: string, why: string, tree: string): UserError {
  return new UserError(`${path} ${why} (${tree})`, {
    place: { file: path },
    help: 'Run it with a checkout.',
  });
}
