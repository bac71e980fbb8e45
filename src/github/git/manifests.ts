import { UserError } from '../../kernel/user-error.ts';
import type { ManifestStore } from '../../ports/manifests.ts';
import type { Client } from '../client/client.ts';
import { commits } from './commits.ts';
import { objects } from './objects.ts';
import { refs } from './refs.ts';
import { treeAt } from './trees.ts';

/** Manifests over the API: without a clone, and of any repository that the token may write to. */
export function manifests(client: Client): ManifestStore {
  const { createBlob, createTree, createCommit } = objects(client);
  const branches = refs(client);
  const trees = new Map<string, ReturnType<typeof treeAt>>();
  const at = (sha: string) => {
    const known = trees.get(sha) ?? treeAt(client, sha);
    trees.set(sha, known);
    // What could not be read once is asked for again.
    known.catch(() => trees.delete(sha));
    return known;
  };
  return {
    tip: async (branch) => (await branches.get(headOf(branch)))?.sha,
    tree: async (sha) => (await at(sha)).tree,
    log: (sha, most) => logOf(client, sha, most),
    commit: async ({ parent, files, message }) => {
      const { entries } = await at(parent);
      const changed = [];
      for (const [path, text] of files) {
        const mode = entries.get(path)?.mode;
        if (mode !== '100644' && mode !== '100755') throw noFile(path, parent);
        changed.push({ path, mode, type: 'blob' as const, sha: await createBlob(Buffer.from(text)) });
      }
      const base = await treeOf(client, parent);
      return createCommit({ message, tree: await createTree(changed, base), parents: [parent] });
    },
    // The commit is on top of `from`: a branch that is elsewhere cannot be moved forward to it.
    move: (branch, from, to) =>
      from === undefined ? branches.create(headOf(branch), to) : branches.advance(headOf(branch), to),
  };
}

/** Full SHA of the tree of a commit. */
async function treeOf(client: Client, sha: string): Promise<string> {
  const found = await commits(client).get(sha);
  if (found !== undefined) return found.tree;
  throw new UserError(`GitHub has no commit ${sha.slice(0, 8)}`, { help: 'Run it again.' });
}

function headOf(branch: string): string {
  return `refs/heads/${branch}`;
}

async function logOf({ call, rest, repo }: Client, sha: string, most: number) {
  const listed = await call('read commit', () =>
    rest.repos.listCommits({ ...repo, sha, per_page: Math.min(most, 100) }),
  );
  return listed.map(({ sha: own, commit }) => ({ sha: own, message: commit.message }));
}

function noFile(path: string, parent: string): UserError {
  return new UserError(`${path} is not a file of its own in ${parent.slice(0, 8)}`, {
    help: 'Name the file itself: a link is not edited.',
  });
}
