import type { GitCommit, GitStore } from '../git-store.ts';
import { failure, listOf, notFound, ok, type Call, type Reply, type Routes } from '../route.ts';

export const commitRoutes: Routes = {
  'repos/compare-commits-with-basehead': { needs: ['contents', 'read'], handle: compare },
  'repos/get-commit': {
    needs: ['contents', 'read'],
    handle: async ({ git, params }) => {
      const commit = await git.commit(params['ref'] ?? '');
      return commit === undefined
        ? failure(422, `No commit found for SHA: ${params['ref'] ?? ''}`)
        : changedIn(git, commit);
    },
  },
  'repos/list-commits': {
    needs: ['contents', 'read'],
    handle: async ({ git, query }) => {
      const history = await git.history(query.get('sha') ?? '', 1000);
      return listOf(await Promise.all(history.map(({ sha }) => jsonOf(git, sha))));
    },
  },
  'repos/list-tags': {
    needs: ['contents', 'read'],
    handle: async ({ git }) => {
      const refs = await git.refs('refs/tags/');
      return listOf(
        refs
          .map(({ ref, sha, peeled }) => ({
            name: ref.slice('refs/tags/'.length),
            commit: { sha: peeled ?? sha },
          }))
          .toReversed(),
      );
    },
  },
  'repos/list-branches': {
    needs: ['contents', 'read'],
    handle: async (call) =>
      listOf((await call.git.refs('refs/heads/')).map(({ ref, sha }) => branchJson(call, ref, sha))),
  },
  'repos/get-branch': {
    needs: ['contents', 'read'],
    handle: async (call) => {
      const ref = await call.git.ref(`refs/heads/${call.params['branch'] ?? ''}`);
      return ref === undefined
        ? failure(404, 'Branch not found')
        : ok({ ...branchJson(call, ref.ref, ref.sha) });
    },
  },
};

async function compare({ git, params }: Call): Promise<Reply> {
  const [base, head] = await Promise.all(
    (params['basehead'] ?? '').split('...').map((name) => git.commit(name)),
  );
  if (base === undefined || head === undefined) return notFound;
  const mergeBase = await git.mergeBase(base.sha, head.sha);
  if (mergeBase === undefined) return failure(404, `No common ancestor between ${base.sha} and ${head.sha}.`);
  const ahead = await git.between(base.sha, head.sha);
  const behind = await git.between(head.sha, base.sha);
  const files = await git.changedFiles(mergeBase, head.sha);
  const commits = await Promise.all(ahead.map((sha) => jsonOf(git, sha)));
  const mergeBaseJson = await jsonOf(git, mergeBase);
  return listOf(commits, (page) => ({
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    base_commit: commitJson(base),
    merge_base_commit: mergeBaseJson,
    commits: page,
    files: files.map(fileJson),
  }));
}

/** What a commit changed against its first parent, a page at a time. */
async function changedIn(git: GitStore, commit: GitCommit): Promise<Reply> {
  const [parent = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'] = commit.parents;
  const files = await git.changedFiles(parent, commit.sha);
  return listOf(files.map(fileJson), (page) => ({ ...commitJson(commit), files: page }));
}

function fileJson({ status, path }: { readonly status: string; readonly path: string }) {
  return { filename: path, status };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function jsonOf(git: GitStore, sha: string): Promise<unknown> {
  const commit = await git.commit(sha);
  return commit === undefined ? undefined : commitJson(commit);
}

/** Nobody's account belongs to the addresses in a test's commits. */
export function commitJson(commit: GitCommit): Record<string, unknown> {
  const { sha, tree, parents, author, committer, message } = commit;
  return {
    sha,
    author: null,
    committer: null,
    parents: parents.map((parent) => ({ sha: parent })),
    commit: { message, author, committer, tree: { sha: tree } },
  };
}

function branchJson({ state }: Call, ref: string, sha: string): Record<string, unknown> {
  const name = ref.slice('refs/heads/'.length);
  return {
    name,
    commit: { sha },
    protected: name === state.defaultBranch || state.protectedBranches.includes(name),
  };
}
