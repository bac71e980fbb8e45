/** Webhook payloads, cut down to what GitHub always sends and gates read. */
import {
  featureBranch,
  hotfixBranch,
  hotfixNumber,
  pullNumber,
  repositoryName,
  type MergedHotfix,
  type PullRequest,
  type Push,
} from './repository.ts';

const owner = { login: 'lab', type: 'Organization' };
const author = { login: 'mira-sandoval', type: 'User' };
const repository = {
  full_name: repositoryName,
  name: 'qwen3-vl-docs',
  owner,
  default_branch: 'main',
  private: true,
};

export interface Event {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

export interface Proposal {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
}

const steadied: Proposal = {
  number: pullNumber,
  title: 'Steady the expert router, train slower',
  branch: featureBranch,
};

export function pullRequestEvent(
  pull: PullRequest,
  action: 'opened' | 'synchronize' | 'ready_for_review' | 'labeled',
  { number, title, branch, draft = false, labels = [] }: Proposal = steadied,
): Event {
  const pullRequest = {
    number,
    state: 'open',
    title,
    draft,
    user: author,
    labels: labels.map((name) => ({ name })),
    html_url: `https://github.com/${repositoryName}/pull/${number}`,
    base: { ref: 'main', sha: pull.base, repo: repository },
    head: { ref: branch, sha: pull.head, repo: repository },
    merge_commit_sha: pull.merge,
  };
  return {
    name: 'pull_request',
    payload: { action, number, pull_request: pullRequest, repository, sender: author },
  };
}

/** A hotfix was merged. */
export function closedEvent({ base, head, merge, into }: MergedHotfix): Event {
  const pullRequest = {
    number: hotfixNumber,
    state: 'closed',
    merged: true,
    title: 'Answer wide images again',
    draft: false,
    user: author,
    labels: [],
    html_url: `https://github.com/${repositoryName}/pull/${hotfixNumber}`,
    base: { ref: into, sha: base, repo: repository },
    head: { ref: hotfixBranch, sha: head, repo: repository },
    merge_commit_sha: merge,
  };
  return {
    name: 'pull_request',
    payload: {
      action: 'closed',
      number: hotfixNumber,
      pull_request: pullRequest,
      repository,
      sender: author,
    },
  };
}

/** Somebody starts a workflow by hand. */
export function dispatchEvent(inputs: Readonly<Record<string, string>>, login: string): Event {
  const sender = { login, type: 'User' };
  return { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main', inputs, repository, sender } };
}

/** The night has come. */
export function scheduleEvent(): Event {
  return { name: 'schedule', payload: { schedule: '17 3 * * *', repository } };
}

export function pushEvent({ ref, before, after }: Push): Event {
  const created = /^0+$/.test(before);
  return {
    name: 'push',
    payload: {
      ref,
      before,
      after,
      created,
      deleted: false,
      forced: false,
      repository,
      sender: author,
      pusher: { name: author.login },
    },
  };
}
