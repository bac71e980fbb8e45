import type { GitCommit } from '../git-store.ts';
import {
  created,
  failure,
  listOf,
  notFound,
  ok,
  user,
  type Call,
  type Reply,
  type Route,
  type Routes,
} from '../route.ts';
import type { PullState } from '../state.ts';
import { commitJson } from './commits.ts';

export const pullRoutes: Routes = {
  'pulls/get': reading(async (call, pull) =>
    ok({
      ...pullJson(call.state.repository, pull),
      merged: pull.mergedAt !== undefined,
      commits: (await commitsOf(call, pull)).length,
    }),
  ),
  'pulls/list': {
    needs: ['pull-requests', 'read'],
    handle: ({ state, query }) =>
      listOf(listed(state, query).map((pull) => pullJson(state.repository, pull))),
  },
  'pulls/list-commits': reading(async (call, pull) => listOf((await commitsOf(call, pull)).slice(0, 250))),
  'pulls/list-files': reading(async ({ git }, pull) => {
    const base = (await git.mergeBase(pull.base.sha, pull.head.sha)) ?? pull.base.sha;
    const files = await git.changedFiles(base, pull.head.sha);
    return listOf(
      await Promise.all(
        files.map(async ({ status, path }) => {
          const patch = await git.patch(base, pull.head.sha, path);
          return { filename: path, status, ...(patch !== '' && { patch }) };
        }),
      ),
    );
  }),
  'pulls/list-reviews': reading(({ state }, pull) =>
    listOf(
      state.reviews
        .filter(({ number }) => number === pull.number)
        .map((review) => ({
          user: user(review.user),
          state: review.state,
          commit_id: review.sha,
          submitted_at: review.at,
        })),
    ),
  ),
  'pulls/create': {
    needs: ['pull-requests', 'write'],
    handle: async ({ state, git, body, nextId, time }) => {
      const [ref, into] = [String(body['head']), String(body['base'])];
      const [head, base] = [await git.ref(`refs/heads/${ref}`), await git.ref(`refs/heads/${into}`)];
      if (head === undefined || base === undefined) return failure(422, 'Validation Failed: head is invalid');
      const pull: PullState = {
        number: nextId(),
        title: String(body['title']),
        body: String(body['body']),
        author: state.viewer.login,
        state: 'open',
        base: { ref: into, sha: base.sha },
        head: { ref, sha: head.sha },
        createdAt: time(),
      };
      state.pulls.push(pull);
      return created(pullJson(state.repository, pull));
    },
  },
  'pulls/update-branch': {
    needs: ['pull-requests', 'write'],
    handle: ({ state, params, body }) => {
      const pull = state.pulls.find(({ number }) => String(number) === params['pull_number']);
      if (pull === undefined) return notFound;
      if (body['expected_head_sha'] !== undefined && body['expected_head_sha'] !== pull.head.sha)
        return staleHead;
      return {
        status: 202,
        body: { message: 'Updating pull request branch.', url: 'https://github.example/' },
      };
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: ['pull-requests', 'read'],
    handle: async ({ state, git, params }) => {
      const sha = params['commit_sha'] ?? '';
      const holds = await Promise.all(
        state.pulls.map(async ({ base, head, mergeCommit }) =>
          [head.sha, mergeCommit, ...(await git.between(base.sha, head.sha))].includes(sha),
        ),
      );
      return listOf(
        state.pulls.filter((_, index) => holds[index]).map((pull) => pullJson(state.repository, pull)),
      );
    },
  },
};

const staleHead = failure(422, 'expected head sha didn’t match current head ref.');

function reading(handle: (call: Call, pull: PullState) => Reply | Promise<Reply>): Route {
  return {
    needs: ['pull-requests', 'read'],
    handle: (call) => {
      const pull = call.state.pulls.find(({ number }) => String(number) === call.params['pull_number']);
      return pull === undefined ? notFound : handle(call, pull);
    },
  };
}

async function commitsOf({ git }: Call, pull: PullState): Promise<unknown[]> {
  if (pull.commits !== undefined) {
    return pull.commits.map(({ sha, author, message }) => ({
      sha,
      author: user(author),
      commit: { message },
    }));
  }
  const shas = await git.between(pull.base.sha, pull.head.sha);
  const commits = await Promise.all(shas.map((sha) => git.commit(sha)));
  return commits.filter((commit): commit is GitCommit => commit !== undefined).map(commitJson);
}

function listed({ pulls, repository }: Call['state'], query: URLSearchParams): PullState[] {
  const state = query.get('state') ?? 'open';
  const found = pulls.filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      [null, pull.base.ref].includes(query.get('base')) &&
      [null, headLabel(pull, repository)].includes(query.get('head')),
  );
  const key = (pull: PullState): string =>
    query.get('sort') === 'updated' ? (pull.updatedAt ?? '') : (pull.createdAt ?? '');
  const ascending = found.toSorted((a, b) => key(a).localeCompare(key(b)));
  return query.get('direction') === 'asc' ? ascending : ascending.toReversed();
}

/** `owner:branch`, as GitHub filters by it. */
function headLabel({ head }: PullState, repository: string): string {
  return `${(head.repository ?? repository).split('/')[0] ?? ''}:${head.ref}`;
}

export function pullJson(repository: string, pull: PullState): Record<string, unknown> {
  const from = pull.head.repository === '' ? null : repositoryJson(pull.head.repository ?? repository);
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body ?? null,
    user: user(pull.author),
    state: pull.state,
    draft: pull.draft ?? false,
    labels: (pull.labels ?? []).map((name, index) => ({ id: index + 1, name })),
    base: { ref: pull.base.ref, sha: pull.base.sha, repo: repositoryJson(repository) },
    head: { ref: pull.head.ref, sha: pull.head.sha, repo: from },
    created_at: pull.createdAt ?? '2026-01-05T10:00:00Z',
    updated_at: pull.updatedAt ?? pull.createdAt ?? '2026-01-05T10:00:00Z',
    closed_at: pull.closedAt ?? pull.mergedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommit ?? null,
  };
}

function repositoryJson(fullName: string): Record<string, unknown> {
  return {
    full_name: fullName,
    name: fullName.split('/')[1] ?? '',
    owner: user(fullName.split('/')[0] ?? ''),
  };
}
