import { UserError } from '../../kernel/user-error.ts';
import type { Client } from '../client/client.ts';
import { oneOf } from '../client/shape.ts';
import type { Objects, TreeEntry } from '../../ports/github-repository.ts';

/** The same for every runner: with the date pinned too, the same commit made twice is the same object. */
const author = { name: 'model-gates', email: 'model-gates@users.noreply.github.com' };

export function objects(client: Client): Objects {
  const { call, rest, repo } = client;
  return {
    createBlob: async (content) => {
      const body = { content: Buffer.from(content).toString('base64'), encoding: 'base64' };
      return (await call('write objects', () => rest.git.createBlob({ ...repo, ...body }))).sha;
    },
    readBlob: async (file_sha) => {
      const { content } = await call('read objects', () => rest.git.getBlob({ ...repo, file_sha }));
      return Buffer.from(content, 'base64');
    },
    createTree: async (entries, base) => {
      const onto = base === undefined ? {} : { base_tree: base };
      return (
        await call('write objects', () => rest.git.createTree({ ...repo, tree: [...entries], ...onto }))
      ).sha;
    },
    readTree: (sha, recursive = false) => readTree(client, sha, recursive),
    createCommit: async ({ message, tree, parents, date }) => {
      const dated = date === undefined ? {} : { author: { ...author, date }, committer: { ...author, date } };
      return (
        await call('write objects', () =>
          rest.git.createCommit({ ...repo, message, tree, parents: [...parents], ...dated }),
        )
      ).sha;
    },
  };
}

async function readTree(
  { call, rest, repo }: Client,
  tree_sha: string,
  recursive: boolean,
): Promise<TreeEntry[]> {
  const data = await call('read objects', () =>
    rest.git.getTree({ ...repo, tree_sha, ...(recursive ? { recursive: '1' } : {}) }),
  );
  if (!data.truncated) return data.tree.map(entryOf);
  throw new UserError(`the tree ${tree_sha} is too large for one answer of GitHub`, {
    help: 'Read it folder by folder, or from a clone.',
  });
}

const modes: readonly TreeEntry['mode'][] = ['100644', '100755', '040000', '160000', '120000'];
const types: readonly TreeEntry['type'][] = ['blob', 'tree', 'commit'];

function entryOf({
  path,
  mode,
  type,
  sha,
}: {
  path: string;
  mode: string;
  type: string;
  sha: string;
}): TreeEntry {
  return { path, mode: oneOf(modes, mode, '100644'), type: oneOf(types, type, 'blob'), sha };
}
