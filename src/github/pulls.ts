import type { Commit } from '../kernel/commit.ts';
import { UserError } from '../kernel/user-error.ts';
import { pageSize, type Client } from './client/client.ts';
import { ApiFailure } from './client/failure.ts';
import { query } from './client/graphql.ts';
import { oneOf } from './client/shape.ts';
import type { PullRequest, PullRequestSummary, Pulls, Review } from '../ports/github-pulls.ts';

export function pulls(client: Client): Pulls {
  const { rest, repo } = client;
  const page = { ...repo, per_page: pageSize };
  return {
    get: (number) => getPull(client, number),
    list: (filter) => listPulls(client, filter),
    create: async ({ title, body, head, base }) => {
      const made = await client.call('open pull request', () =>
        rest.pulls.create({ ...client.repo, title, body, head, base }),
      );
      return { number: made.number, url: made.html_url };
    },
    commits: async (pull_number) => {
      const listed = await client.all('read pull request', () =>
        rest.pulls.listCommits({ ...page, pull_number }),
      );
      return listed.map(commitOf).toReversed();
    },
    files: async (pull_number) => {
      const files = await client.all('read pull request', () =>
        rest.pulls.listFiles({ ...page, pull_number }),
      );
      return files.map((file) => file.filename);
    },
    reviews: async (pull_number) => {
      const reviews = await client.all('read pull request', () =>
        rest.pulls.listReviews({ ...page, pull_number }),
      );
      return reviews.map(reviewOf);
    },
    updateBranch: (number, expectedHead, how) =>
      how === 'rebase'
        ? rebaseBranch(client, number, expectedHead)
        : updateBranch(client, number, expectedHead),
  };
}

async function getPull({ call, rest, repo }: Client, pull_number: number): Promise<PullRequest> {
  const pull = await call('read pull request', () => rest.pulls.get({ ...repo, pull_number }));
  return {
    ...summaryOf(pull),
    body: pull.body ?? '',
    commits: pull.commits,
    changedFiles: pull.changed_files,
  };
}

async function listPulls(
  { rest, repo, pages }: Client,
  filter: Parameters<Pulls['list']>[0],
): Promise<PullRequestSummary[]> {
  const { state, base, head, max = 300 } = filter;
  const found: PullRequestSummary[] = [];
  const order = { sort: 'updated', direction: 'desc', per_page: Math.min(max, pageSize) } as const;
  const only = {
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head: `${repo.owner}:${head}` }),
  };
  const send = () => rest.pulls.list({ ...repo, ...order, state, ...only });
  for await (const page of pages('list pull requests', send)) {
    found.push(...page.map(summaryOf));
    if (found.length >= max) break;
  }
  return found.slice(0, max);
}

async function updateBranch(
  { call, rest, repo }: Client,
  pull_number: number,
  expected_head_sha: string,
): Promise<boolean> {
  try {
    await call('update pull request branch', () =>
      rest.pulls.updateBranch({ ...repo, pull_number, expected_head_sha }),
    );
    return true;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 422 && /expected.head.sha/i.test(error.message))
      return false;
    throw error;
  }
}

/** REST can only merge: https://docs.github.com/graphql/reference/mutations#updatepullrequestbranch. */
const rebaseMutation = `mutation ($pull: ID!, $head: GitObjectID!) {
  updatePullRequestBranch(input: { pullRequestId: $pull, expectedHeadOid: $head, updateMethod: REBASE }) { clientMutationId }
}`;

async function rebaseBranch(client: Client, pull_number: number, head: string): Promise<boolean> {
  const { call, all, rest, repo } = client;
  const asked = { ...repo, pull_number };
  const {
    node_id: pull,
    head: now,
    commits: count,
  } = await call('read pull request', () => rest.pulls.get(asked));
  if (now.sha !== head) return false;
  const commits = await all('read pull request', () =>
    rest.pulls.listCommits({ ...asked, per_page: pageSize }),
  );
  // GitHub lists 250 at most.
  if (commits.length < count)
    throw notRebased(`it has ${count} commits, of which GitHub shows ${commits.length}`);
  if (commits.some(({ parents }) => parents.length > 1))
    throw notRebased('it has merge commits, and what was resolved in them would be lost');
  const result = await query(client, 'update pull request branch', rebaseMutation, { pull, head });
  if (!('refused' in result)) return true;
  if (/expected.?head/i.test(result.refused)) return false;
  throw notRebased(result.refused);
}

function notRebased(reason: string): UserError {
  return new UserError(`GitHub did not rebase the branch: ${reason}`, {
    help: 'Run `model-gates sync --how merge` in a clone; or, where the token may not, give it "contents: write" and "pull-requests: write".',
  });
}

/** The fields that all of GitHub's shapes of a pull request have. */
interface ApiPull {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly draft?: boolean | undefined;
  readonly user: { login: string } | null;
  readonly base: { ref: string; sha: string };
  readonly head: { ref: string; sha: string; repo: { full_name: string } | null };
  readonly labels: readonly { name?: string }[];
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
}

/** Also for a list's entries. */
export function summaryOf(pull: ApiPull): PullRequestSummary {
  const { base, head } = pull;
  return {
    number: pull.number,
    title: pull.title,
    author: pull.user?.login ?? ghost,
    state: pull.state === 'open' ? 'open' : 'closed',
    draft: pull.draft ?? false,
    base: { ref: base.ref, sha: base.sha },
    head: {
      ref: head.ref,
      sha: head.sha,
      ...(head.repo === null ? {} : { repository: head.repo.full_name }),
    },
    labels: pull.labels.flatMap((label) => label.name ?? []),
    createdAt: pull.created_at,
    ...(pull.closed_at === null ? {} : { closedAt: pull.closed_at }),
    ...(pull.merged_at === null ? {} : { mergedAt: pull.merged_at }),
    ...(pull.merge_commit_sha === null ? {} : { mergeCommit: pull.merge_commit_sha }),
  };
}

/** How GitHub names those whose account is gone. */
export const ghost = 'ghost';

interface ApiCommit {
  readonly sha: string;
  readonly author: { login?: string } | null;
  readonly commit: { readonly message: string; readonly author: { name?: string } | null };
}

function commitOf({ sha, author, commit }: ApiCommit): Commit {
  return { sha, author: author?.login ?? commit.author?.name ?? 'unknown', message: commit.message };
}

interface ApiReview {
  readonly user: { login: string } | null;
  readonly state: string;
  readonly commit_id: string | null;
  readonly submitted_at?: string;
}

const reviewStates: readonly Review['state'][] = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'PENDING'];

/** A state that we do not know counts as a comment: it approves nothing. */
function reviewOf(review: ApiReview): Review {
  return {
    by: review.user?.login ?? ghost,
    state: oneOf(reviewStates, review.state, 'COMMENTED'),
    ...(review.commit_id === null ? {} : { sha: review.commit_id }),
    ...(review.submitted_at === undefined ? {} : { at: review.submitted_at }),
  };
}
