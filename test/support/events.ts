/** Webhook payloads with all the fields that GitHub sends, made from its published examples (npm: @octokit/webhooks-examples). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunnerEvent } from './runner.ts';

interface Example {
  readonly name: string;
  readonly examples: readonly Json[];
}
type Json = Record<string, unknown>;

export interface PullRequestOptions {
  readonly action?:
    | 'edited'
    | 'opened'
    | 'synchronize'
    | 'reopened'
    | 'labeled'
    | 'unlabeled'
    | 'ready_for_review'
    | 'converted_to_draft'
    | 'closed';
  readonly number?: number;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  /** What GitHub calls the account of the author; default by its login. */
  readonly authorType?: 'Bot' | 'User' | 'Organization';
  /** Number of the author's account. */
  readonly authorId?: number;
  readonly repository?: string;
  /** `owner/name` of a fork; absent: a branch of the repository itself. `null`: the fork is deleted. */
  readonly fork?: string | null;
  readonly draft?: boolean;
  readonly merged?: boolean;
  readonly labels?: readonly string[];
  readonly base: { readonly ref?: string; readonly sha: string };
  readonly head: { readonly ref: string; readonly sha: string };
  /** GITHUB_SHA; default the head's. */
  readonly mergeCommit?: string;
  /** Login of who did it; default the author. */
  readonly sender?: string;
}

const defaultRepository = 'acme/qwen3-vl';

export function pullRequestEvent(options: PullRequestOptions): RunnerEvent {
  const { action = 'opened', number = 89, author = 'ada', repository = defaultRepository } = options;
  const payload = example(
    'pull_request',
    (one) => one['action'] === (action === 'converted_to_draft' ? action : 'opened'),
  );
  const pull = objectOf(payload['pull_request']);
  const own = repositoryOf(payload, repository);
  const pull_request = {
    ...pull,
    number,
    title: options.title ?? 'Raise the learning rate',
    body: options.body ?? null,
    user: {
      ...userOf(pull['user'], author),
      ...(options.authorType === undefined ? {} : { type: options.authorType }),
      ...(options.authorId === undefined ? {} : { id: options.authorId }),
    },
    state: action === 'closed' ? 'closed' : 'open',
    // The event has just happened: a verdict on one of years ago would be late.
    updated_at: new Date().toISOString(),
    draft: options.draft ?? action === 'converted_to_draft',
    merged: options.merged ?? false,
    labels: (options.labels ?? []).map((name, index) => ({
      id: index + 1,
      name,
      color: 'ededed',
      default: false,
      description: null,
    })),
    merge_commit_sha: options.mergeCommit ?? options.head.sha,
    base: side(pull['base'], { ref: 'main', ...options.base }, own),
    head: side(pull['head'], options.head, headRepository(payload, own, options.fork)),
  };
  return {
    name: 'pull_request',
    payload: {
      ...payload,
      action,
      number,
      pull_request,
      repository: own,
      sender: userOf(payload['sender'], options.sender ?? author),
    },
  };
}

export interface PushOptions {
  readonly repository?: string;
  /** Default `refs/heads/main`. */
  readonly ref?: string;
  readonly before?: string;
  readonly after: string;
  readonly sender?: string;
  readonly message?: string;
}

/** A push to a branch; without `before` the branch is new. */
export function pushEvent({
  repository = defaultRepository,
  ref = 'refs/heads/main',
  before = '0'.repeat(40),
  after,
  sender = 'ada',
  message = 'Merge pull request #89',
}: PushOptions): RunnerEvent {
  const payload = example('push', (one) => one['head_commit'] !== null);
  const commit = { ...objectOf(payload['head_commit']), id: after, message };
  const created = /^0+$/.test(before);
  const changed = {
    ref,
    before,
    after,
    created,
    deleted: false,
    forced: false,
    commits: [commit],
    head_commit: commit,
  };
  return {
    name: 'push',
    payload: {
      ...payload,
      ...changed,
      repository: repositoryOf(payload, repository),
      sender: userOf(payload['sender'], sender),
    },
  };
}

/** A run started by hand or over the API. GITHUB_SHA is not in the payload: give it as a variable. */
export function workflowDispatchEvent(
  options: {
    repository?: string;
    ref?: string;
    inputs?: Readonly<Record<string, string>>;
    sender?: string;
  } = {},
): RunnerEvent {
  const { repository = defaultRepository, ref = 'refs/heads/main', inputs = {}, sender = 'ada' } = options;
  const payload = example('workflow_dispatch');
  return {
    name: 'workflow_dispatch',
    payload: {
      ...payload,
      ref,
      inputs,
      repository: repositoryOf(payload, repository),
      sender: userOf(payload['sender'], sender),
    },
  };
}

/** All that GitHub tells of a schedule: no repository, no sender. */
export function scheduleEvent(): RunnerEvent {
  return { name: 'schedule', payload: { schedule: '17 3 * * *' } };
}

export function mergeGroupEvent(options: {
  repository?: string;
  number?: number;
  base: { ref?: string; sha: string };
  head: { sha: string };
}): RunnerEvent {
  const { repository = defaultRepository, number = 89, base, head } = options;
  const branch = base.ref ?? 'main';
  const payload = example('merge_group', (one) => one['action'] === 'checks_requested');
  const merge_group = {
    ...objectOf(payload['merge_group']),
    base_ref: `refs/heads/${branch}`,
    base_sha: base.sha,
    head_ref: `refs/heads/gh-readonly-queue/${branch}/pr-${number}-${base.sha}`,
    head_sha: head.sha,
  };
  return {
    name: 'merge_group',
    payload: { ...payload, merge_group, repository: repositoryOf(payload, repository) },
  };
}

let examples: readonly Example[] | undefined;

function example(name: string, fits: (payload: Json) => boolean = () => true): Json {
  examples ??= readExamples();
  const found = examples.find((each) => each.name === name)?.examples.find(fits);
  if (found === undefined) throw new Error(`no example of ${name}`);
  return found;
}

function readExamples(): readonly Example[] {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples');
  const parsed: readonly Example[] = JSON.parse(readFileSync(file, 'utf8'));
  return parsed;
}

function repositoryOf(payload: Json, fullName: string): Json {
  const [owner = '', name = ''] = fullName.split('/');
  const repository = objectOf(payload['repository']);
  return {
    ...repository,
    full_name: fullName,
    name,
    owner: userOf(repository['owner'], owner),
    default_branch: 'main',
    pushed_at: pushedNow(repository['pushed_at']),
  };
}

/** Seconds since the epoch on a push, a text elsewhere. */
function pushedNow(given: unknown): number | string {
  return typeof given === 'number' ? Math.floor(Date.now() / 1000) : new Date().toISOString();
}

function headRepository(payload: Json, own: Json, fork: string | null | undefined): Json | null {
  if (fork === undefined) return own;
  return fork === null ? null : { ...repositoryOf(payload, fork), id: 2, fork: true };
}

function side(template: unknown, given: { ref: string; sha: string }, repo: Json | null): Json {
  const owner = typeof repo?.['full_name'] === 'string' ? (repo['full_name'].split('/')[0] ?? '') : 'unknown';
  return { ...objectOf(template), ...given, label: `${owner}:${given.ref}`, repo };
}

function userOf(template: unknown, login: string): Json {
  return { ...objectOf(template), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
