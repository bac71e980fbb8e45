import { UserError } from '../../kernel/user-error.ts';
import { pageSize, type Client } from '../client/client.ts';
import { ApiFailure } from '../client/failure.ts';
import { summaryOf } from '../pulls.ts';
import type { CheckState, CommitInfo, Commits, Comparison } from '../../ports/github-repository.ts';
import type { ChangedFile } from '../../ports/index.ts';
import type { Commit } from '../../kernel/commit.ts';
import { compareText } from '../../kernel/compare.ts';

export function commits(client: Client): Commits {
  const { rest, repo } = client;
  return {
    compare: (base, head) => compare(client, base, head),
    holds: (branch, sha) => holds(client, branch, sha),
    mergeBase: async (base, head) => (await compare(client, base, head)).mergeBase,
    get: (ref) => getCommit(client, ref),
    files: (sha) => filesOf(client, sha),
    between: (base, head) => between(client, base, head),
    pullRequests: async (commit_sha) => {
      const send = () =>
        rest.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha, per_page: pageSize });
      return (await client.all('read pull requests of commit', send)).map(summaryOf);
    },
    checks: async (sha) => (await Promise.all([checkRuns(client, sha), statuses(client, sha)])).flat(),
  };
}

async function compare({ call, rest, repo }: Client, base: string, head: string): Promise<Comparison> {
  const send = () =>
    rest.repos.compareCommitsWithBasehead({ ...repo, basehead: `${base}...${head}`, per_page: 1 });
  const data = await call('compare commits', send).catch((error: unknown) => {
    throw unrelated(error) ?? error;
  });
  return {
    status: data.status,
    mergeBase: data.merge_base_commit.sha,
    aheadBy: data.ahead_by,
    behindBy: data.behind_by,
  };
}

async function holds(client: Client, branch: string, sha: string): Promise<boolean> {
  // No branch is named so, and GitHub would read it as two commits, or as a fork's.
  if (/\.\.|:/.test(branch)) return false;
  try {
    const { status } = await compare(client, branch, sha);
    return status === 'behind' || status === 'identical';
  } catch (error) {
    if (error instanceof UserError && isNoSuchHistory(error)) return false;
    throw error;
  }
}

/** The branch or the commit is not there, or they have nothing in common. */
function isNoSuchHistory(error: UserError): boolean {
  const failure = error instanceof ApiFailure ? error : error.cause;
  return failure instanceof ApiFailure && failure.reason === 'not-found';
}

function unrelated(error: unknown): UserError | undefined {
  if (!(error instanceof ApiFailure) || error.status !== 404 || !/no common ancestor/i.test(error.message))
    return undefined;
  return new UserError('the two commits have no merge base: their histories are unrelated', {
    help: 'Start the branch from the trunk, or rebase it onto the trunk.',
    cause: error,
  });
}

async function getCommit({ rest, repo, find }: Client, ref: string): Promise<CommitInfo | undefined> {
  const data = await find('read commit', () => rest.repos.getCommit({ ...repo, ref, per_page: 1 })).catch(
    nothingWhenUnknown,
  );
  if (data === undefined) return undefined;
  const { commit, parents } = data;
  return {
    sha: data.sha,
    author: data.author?.login ?? commit.author?.name ?? 'unknown',
    message: commit.message,
    tree: commit.tree.sha,
    parents: parents.map((parent) => parent.sha),
    committedAt: commit.committer?.date ?? commit.author?.date ?? '',
  };
}

/** 422 "No commit found for SHA". */
function nothingWhenUnknown(error: unknown): undefined {
  if (error instanceof ApiFailure && error.status === 422 && /no commit found/i.test(error.message))
    return undefined;
  throw error;
}

async function filesOf({ rest, repo, pages }: Client, ref: string): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  const send = () => rest.repos.getCommit({ ...repo, ref, per_page: pageSize });
  for await (const page of pages('read commit', send)) files.push(...(page.files ?? []).map(fileOf));
  return files.toSorted((a, b) => compareText(a.path, b.path));
}

const statusNames: Readonly<Record<string, ChangedFile['status']>> = {
  added: 'added',
  copied: 'added',
  removed: 'deleted',
  renamed: 'renamed',
};

function fileOf(file: {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
}): ChangedFile {
  const status = statusNames[file.status] ?? 'modified';
  const before = status === 'renamed' ? file.previous_filename : undefined;
  return { status, path: file.filename, ...(before === undefined ? {} : { previousPath: before }) };
}

async function between({ rest, repo, pages }: Client, base: string, head: string): Promise<Commit[]> {
  const found: Commit[] = [];
  const send = () =>
    rest.repos.compareCommitsWithBasehead({ ...repo, basehead: `${base}...${head}`, per_page: pageSize });
  for await (const page of pages('compare commits', send))
    found.push(
      ...page.commits.map(({ sha, author, commit }) => ({
        sha,
        author: author?.login ?? commit.author?.name ?? 'unknown',
        message: commit.message,
      })),
    );
  return found.toReversed();
}

/** Of each app and name the newest: `latest` means of each check suite, and every run of a workflow has its own. */
async function checkRuns({ rest, repo, pages }: Client, ref: string): Promise<CheckState[]> {
  const newest = new Map<string, CheckState & { readonly id: number }>();
  const send = () => rest.checks.listForRef({ ...repo, ref, filter: 'latest', per_page: pageSize });
  for await (const { check_runs } of pages('read checks', send)) {
    for (const { id, name, conclusion, app } of check_runs) {
      const by = app?.slug ?? 'unknown';
      const key = JSON.stringify([by, name]);
      if ((newest.get(key)?.id ?? -1) < id)
        newest.set(key, { id, name, kind: 'check', conclusion: conclusion ?? 'pending', by });
    }
  }
  return [...newest.values()].map(({ name, kind, conclusion, by }) => ({ name, kind, conclusion, by }));
}

async function statuses({ rest, repo, pages }: Client, ref: string): Promise<CheckState[]> {
  const states: CheckState[] = [];
  const send = () => rest.repos.getCombinedStatusForRef({ ...repo, ref, per_page: pageSize });
  for await (const page of pages('read statuses', send)) {
    for (const status of page.statuses) {
      states.push({ name: status.context, kind: 'status', conclusion: status.state, by: 'unknown' });
    }
  }
  return states;
}
