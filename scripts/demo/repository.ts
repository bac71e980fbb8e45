/** The demo's git repository: a hub that behaves as GitHub's does, a clone to work in, and checkouts as runners make them. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitIn, hostEnvironment, isolatedEnvironment, type Git } from './git.ts';
import { applyOverlay, replace, type Overlay } from './overlays/edits.ts';

const example = path.resolve(import.meta.dirname, '../../examples/qwen3-vl');
export const featureBranch = 'feature/expert-routing';
export const pullNumber = 17;
export const repositoryName = 'lab/qwen3-vl-docs';
/** Where the remote of every clone points; git goes to the hub on disk instead. */
const url = `https://github.com/${repositoryName}`;

export interface Repository {
  readonly git: Git;
  /** Everything is below this folder. */
  readonly root: string;
  /** The author's clone. */
  readonly clone: string;
  /** The bare repository that stands for GitHub's. */
  readonly hub: string;
  /** What a program must find in its environment to call git here. */
  readonly env: Readonly<Record<string, string>>;
}

/** main contains the example, the feature branch starts there, and then main moves on as it does in any team. */
export function createRepository(root: string): Repository {
  const hub = path.join(root, 'hub.git');
  const clone = path.join(root, 'clone');
  const env = isolatedEnvironment(root, pathToFileURL(hub).href, url);
  const git = gitIn({ ...hostEnvironment(), ...env });
  git(root, 'init', '--quiet', '--bare', hub);
  // GitHub serves single commits and leaves out blobs on request.
  for (const name of ['allowAnySHA1InWant', 'allowFilter']) git(hub, 'config', `uploadpack.${name}`, 'true');
  const repository = { git, root, clone, hub, env };
  cpSync(example, clone, { recursive: true });
  git(clone, 'init', '--quiet');
  git(clone, 'remote', 'add', 'origin', url);
  commitAll(repository, 'Train Qwen3-VL-30B-A3B on documents, charts and diagrams');
  git(clone, 'branch', featureBranch);
  commitOverlay(repository, teammate);
  git(clone, 'push', '--quiet', 'origin', 'main');
  git(clone, 'switch', '--quiet', featureBranch);
  return repository;
}

/** Someone else's merge: not the feature branch's doing, and no gate may say so. */
const teammate: Overlay = {
  message: 'Load data with twelve workers',
  edits: [replace('configs/qwen3_vl_30b.yaml', 'num_workers: 8', 'num_workers: 12')],
};

/** Applies the overlay in the clone and commits it on the branch that is checked out; gives the commit's SHA. */
export function commitOverlay(repository: Repository, overlay: Overlay): string {
  applyOverlay(overlay, repository.clone);
  return commitAll(repository, overlay.message);
}

function commitAll({ git, clone }: Repository, message: string): string {
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--message', message);
  return git(clone, 'rev-parse', 'HEAD');
}

export interface PullRequest {
  readonly base: string;
  readonly head: string;
  /** GitHub's test merge, which is what a workflow checks out. */
  readonly merge: string;
}

/** Pushes a branch, and with it the two refs that GitHub keeps for a pull request. */
export function pushFeature(
  { git, clone }: Repository,
  branch = featureBranch,
  number = pullNumber,
): PullRequest {
  const head = git(clone, 'rev-parse', branch);
  const base = git(clone, 'rev-parse', 'main');
  git(clone, 'switch', '--quiet', '--detach', base);
  git(clone, 'merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, head);
  const merge = git(clone, 'rev-parse', 'HEAD');
  git(clone, 'switch', '--quiet', branch);
  const pull = `refs/pull/${number}`;
  const refs = [`${branch}:refs/heads/${branch}`, `${head}:${pull}/head`, `${merge}:${pull}/merge`];
  git(clone, 'push', '--quiet', '--force', 'origin', ...refs);
  return { base, head, merge };
}

export interface Push {
  /** `refs/heads/…` */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** Merges the pull request into main with a merge commit, as the button does. */
export function mergeFeature({ git, clone }: Repository, branch = featureBranch, number = pullNumber): Push {
  const before = git(clone, 'rev-parse', 'main');
  git(clone, 'switch', '--quiet', 'main');
  git(
    clone,
    'merge',
    '--quiet',
    '--no-ff',
    '--message',
    `Merge pull request #${number} from ${repositoryName.split('/', 1)[0]}/${branch}`,
    branch,
  );
  git(clone, 'push', '--quiet', 'origin', 'main');
  return { ref: 'refs/heads/main', before, after: git(clone, 'rev-parse', 'main') };
}

/** Starts a release branch at main. */
export function startRelease({ git, clone }: Repository, branch: string): Push {
  git(clone, 'push', '--quiet', 'origin', `main:refs/heads/${branch}`);
  return { ref: `refs/heads/${branch}`, before: '0'.repeat(40), after: git(clone, 'rev-parse', 'main') };
}

export const hotfixBranch = 'hotfix/wide-images';
export const hotfixNumber = 18;

export interface MergedHotfix extends PullRequest {
  /** The branch that it was merged into. */
  readonly into: string;
}

/** A hotfix of one setting, merged into a release branch. */
export function mergeHotfix(repository: Repository, into: string): MergedHotfix {
  const { git, clone } = repository;
  git(clone, 'switch', '--quiet', '--create', hotfixBranch, 'main');
  const base = git(clone, 'rev-parse', 'HEAD');
  const head = commitOverlay(repository, {
    message: 'Answer wide images again',
    edits: [replace('configs/qwen3_vl_30b.yaml', 'num_workers: 12', 'num_workers: 16')],
  });
  git(clone, 'push', '--quiet', 'origin', hotfixBranch);
  git(clone, 'switch', '--quiet', '--create', into, base);
  git(clone, 'merge', '--quiet', '--no-ff', '--message', `Merge pull request #${hotfixNumber}`, head);
  git(clone, 'push', '--quiet', 'origin', into);
  return { base, head, merge: git(clone, 'rev-parse', 'HEAD'), into };
}

/** A checkout as actions/checkout makes it by default: one commit, no history, no tags. */
export function checkout({ git, root }: Repository, name: string, sha: string, ref: string): string {
  const folder = path.join(root, name);
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  const tracking =
    branch === undefined ? ref.replace(/^refs\//, 'refs/remotes/') : `refs/remotes/origin/${branch}`;
  mkdirSync(folder);
  git(folder, 'init', '--quiet');
  git(folder, 'remote', 'add', 'origin', url);
  git(folder, 'fetch', '--quiet', '--no-tags', '--depth=1', 'origin', `+${sha}:${tracking}`);
  git(folder, 'checkout', '--quiet', '--force', ...(branch === undefined ? [] : ['-B', branch]), tracking);
  return folder;
}
