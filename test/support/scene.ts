/** A pull request as a runner meets it: a forge with both branches, GitHub's API for it, and a checkout of depth 1. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import { atEnd, whenDone } from './cleanup.ts';
import { pullRequestEvent, type PullRequestOptions } from './events.ts';
import { startGitHubApi, type GitHubApi, type GitHubApiOptions } from './github-api/index.ts';
import {
  createRepository,
  fileUrl,
  repositoryAt,
  temporaryFolder,
  type Content,
  type TestRepository,
} from './repository.ts';
import { runAction, type ActionRun, type RunOptions } from './runner.ts';

export type Files = Readonly<Record<string, Content>>;

export interface Scene {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly origin: TestRepository;
  /** What actions/checkout leaves: the merge commit, depth 1, detached. */
  readonly checkout: TestRepository;
  readonly api: GitHubApi;
  /** Runs a built action on the pull request. */
  run(options?: Partial<RunOptions> & { pull?: Partial<PullRequestOptions> }): Promise<ActionRun>;
}

export interface SceneOptions {
  readonly base: Files;
  readonly head: Files;
  /** What trunk got after the branch left it. */
  readonly trunk?: Files;
  /** `false`: the branch conflicts with trunk, so there is no merge commit, and the head is checked out. */
  readonly mergeable?: false;
  readonly branch?: string;
  readonly headMessage?: string;
  readonly api?: GitHubApiOptions;
}

export async function pullRequestScene({ api: apiOptions, ...options }: SceneOptions): Promise<Scene> {
  const { base, head, merge, ...folders } = historyOf(options);
  const origin = copyOf(folders.origin);
  const checkout = copyOf(folders.checkout);
  checkout.git('config', 'remote.origin.url', fileUrl(origin.root));
  checkout.git('checkout', '--quiet', '--force', '--detach', merge);
  const branch = options.branch ?? defaultBranch;
  const pull = { base: { ref: 'main', sha: base }, head: { ref: branch, sha: head }, mergeCommit: merge };
  const api = await openApi(origin, pull, apiOptions);
  return {
    base,
    head,
    merge,
    origin,
    checkout,
    api,
    run: async ({ pull: changed, ...more } = {}) =>
      runAction({
        action: '.',
        workspace: checkout.root,
        token: api.token,
        apiUrl: api.url,
        event: pullRequestEvent({ ...pull, ...changed }),
        ...more,
      }),
  };
}

interface History {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly origin: string;
  /** Without its working tree. */
  readonly checkout: string;
}

const defaultBranch = 'feature/routing';
const histories = new Map<string, History>();

/** Many tests begin at the same place: its history is made once, and each gets a copy. */
function historyOf(options: Omit<SceneOptions, 'api'>): History {
  const key = createHash('sha256').update(serialize(options)).digest('hex');
  const known = histories.get(key) ?? makeHistory(options);
  histories.set(key, known);
  return known;
}

function makeHistory(options: SceneOptions): History {
  const branch = options.branch ?? defaultBranch;
  const work = createRepository();
  work.commit(options.base, 'Base');
  work.branch(branch);
  const head = work.commit(options.head, options.headMessage ?? 'Change the routing');
  work.git('switch', '--quiet', 'main');
  const base =
    options.trunk === undefined ? work.git('rev-parse', 'HEAD') : work.commit(options.trunk, 'Meanwhile');
  const merge = options.mergeable === false ? head : mergeOf(work, head);
  work.git('update-ref', 'refs/pull/89/merge', merge);
  work.git('reset', '--quiet', '--hard', base);
  const origin = work.publish();
  const checkout = fetched(origin, merge);
  return { base, head, merge, origin: kept(origin.root, '.'), checkout: kept(checkout.root, '.git') };
}

/** A copy of a part of it that lives as long as this process. */
function kept(root: string, part: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-gates-scene-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  return folder;
}

function copyOf(folder: string): TestRepository {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return repositoryAt(copy);
}

function mergeOf(work: TestRepository, head: string): string {
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  work.git(...person, 'merge', '--quiet', '--no-ff', '--no-edit', head);
  return work.git('rev-parse', 'HEAD');
}

async function openApi(
  origin: TestRepository,
  { base, head }: Pick<PullRequestOptions, 'base' | 'head'>,
  options: GitHubApiOptions = {},
): Promise<GitHubApi> {
  const pull = {
    number: 89,
    title: 'Change the routing',
    author: 'ada',
    state: 'open' as const,
    base: { ref: base.ref ?? 'main', sha: base.sha },
    head,
  };
  const state = { repository: 'acme/qwen3-vl', pulls: [pull], ...options.state };
  const api = await startGitHubApi({ gitDir: origin.root, ...options, state });
  whenDone(() => api.close());
  return api;
}

/** As actions/checkout does it by default: one commit, no history, no branch. */
export function shallowCheckout(origin: TestRepository, sha: string): TestRepository {
  const checkout = fetched(origin, sha);
  checkout.git('checkout', '--quiet', '--detach', sha);
  return checkout;
}

function fetched(origin: TestRepository, sha: string): TestRepository {
  const checkout = createRepository();
  checkout.track(origin);
  checkout.git('fetch', '--quiet', '--depth=1', 'origin', sha);
  return checkout;
}

/** `severity file:line rule` of each annotation, without the message. */
export function annotations({ commands }: ActionRun): string[] {
  return commands
    .filter(({ command }) => ['error', 'warning', 'notice'].includes(command))
    .map(
      ({ command, properties }) =>
        `${command} ${properties['file'] ?? '-'}:${properties['line'] ?? '-'} ${properties['title'] ?? ''}`,
    );
}
