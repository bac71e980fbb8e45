/** A pull request as a runner meets it: a forge with both branches, GitHub's API for it, and a checkout of depth 1. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import { atEnd, whenDone } from './cleanup.ts';
import { pullRequestEvent, type PullRequestOptions } from './events.ts';
import { startGitHubApi, type GitHubApi, type GitHubApiOptions } from './github-api/index.ts';
import { copyShallow, importCommits } from './history.ts';
import {
  createBareRepository,
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
  pointTo(checkout, origin);
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
  const isMerged = options.trunk !== undefined && options.mergeable !== false;
  const { origin, ...shas } = isMerged ? mergedHistory(options) : importedHistory(options);
  const checkout = fetched(origin, shas.merge);
  return { ...shas, origin: kept(origin.root, '.'), checkout: kept(checkout.root, '.git') };
}

type Made = Pick<History, 'base' | 'head' | 'merge'> & { readonly origin: TestRepository };

/** Where nothing has to be merged: on an unmoved trunk the merge contains what the branch does. */
function importedHistory(options: SceneOptions): Made {
  const { base, head: files, trunk, branch = defaultBranch, headMessage = 'Change the routing' } = options;
  const origin = createBareRepository();
  const main = { ref: 'refs/heads/main', message: 'Base', files: base, parents: [] };
  const change = { ref: `refs/heads/${branch}`, message: headMessage, files, parents: [0] };
  if (trunk === undefined && options.mergeable !== false) {
    const merge = { ref: mergeRef, message: `Merge ${branch}`, files, parents: [0, 1] };
    const [sha = '', head = '', merged = ''] = importCommits(origin, [main, change, merge]);
    return { base: sha, head, merge: merged, origin };
  }
  const meanwhile = { ref: 'refs/heads/main', message: 'Meanwhile', files: trunk ?? {}, parents: [0] };
  const later = trunk === undefined ? [] : [meanwhile];
  const [sha = '', head = '', tip = sha] = importCommits(origin, [main, change, ...later]);
  origin.git('update-ref', mergeRef, head);
  return { base: tip, head, merge: head, origin };
}

const mergeRef = 'refs/pull/89/merge';

function mergedHistory({ base: files, trunk = {}, branch = defaultBranch, ...options }: SceneOptions): Made {
  const work = createRepository();
  work.commit(files, 'Base');
  work.branch(branch);
  const head = work.commit(options.head, options.headMessage ?? 'Change the routing');
  work.git('switch', '--quiet', 'main');
  const base = work.commit(trunk, 'Meanwhile');
  const merge = mergeOf(work, head);
  work.git('update-ref', mergeRef, merge);
  work.git('reset', '--quiet', '--hard', base);
  return { base, head, merge, origin: work.publish() };
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

/** The copy of a checkout is one of the copy of its origin. */
function pointTo(checkout: TestRepository, origin: TestRepository): void {
  const file = path.join(checkout.root, '.git/config');
  const text = readFileSync(file, 'utf8').replace(/^\turl = .*$/m, () => `\turl = ${fileUrl(origin.root)}`);
  writeFileSync(file, text);
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
  if (!copyShallow(origin, checkout, sha)) checkout.git('fetch', '--quiet', '--depth=1', 'origin', sha);
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
