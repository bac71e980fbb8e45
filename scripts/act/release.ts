/** Our own release workflow: what src/ does not build to is not published, a tag once claimed is finished, and only what is immutable is called v1. */
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dispatchEvent } from '../demo/events.ts';
import { gitIn, hostEnvironment, isolatedEnvironment } from '../demo/git.ts';
import { checkout, repositoryName, type Repository } from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { openForge, type Forge } from './forge.ts';
import { standIns } from './stand-ins.ts';
import { runWorkflow, type WorkflowRun } from './workflow.ts';

interface Stage {
  readonly repository: Repository;
  readonly forge: Forge;
  readonly act: string;
  readonly published: string;
  readonly programs: string;
}

/** `whole`: a clone of this repository, with its real `npm ci` and build; else what is published, with a build of one file. */
export async function judgeReleases(root: string, act: string, published: string, whole: string | undefined) {
  mkdirSync(root);
  const repository = whole === undefined ? smallRepository(root, published) : wholeRepository(root, whole);
  const forge = await openForge(repository, { tokenPermissions: { contents: 'write' } });
  const stage = { repository, forge, act, published, programs: programsIn(root) };
  try {
    if (whole === undefined) await judgeRefusals(stage);
    await judgeFirst(stage);
    if (whole === undefined) await judgeNext(stage);
  } finally {
    await forge.close();
  }
}

/** Nothing is tagged or published where dist/ is not what src/ builds to, and none from another branch. */
async function judgeRefusals(stage: Stage): Promise<void> {
  const { repository, forge } = stage;
  const stale = commit(repository, 'dist/built.js', 'built: something else\n');
  const ran = await released(stage, 'stale', stale, 'main', 'major');
  assertEqual(ran, 'release of a stale dist/: jobs that did not succeed', jobsOf(ran), 'build');
  assertEqual(ran, 'release of a stale dist/: requests', String(forge.api.requests.length), '0');
  const fresh = commit(repository, 'dist/built.js', 'built: once\n');
  repository.git(repository.clone, 'push', '--quiet', 'origin', 'main:other');
  const other = await released(stage, 'other', fresh, 'other', 'major');
  assertEqual(other, 'release from another branch: requests', String(forge.api.requests.length), '0');
}

async function judgeFirst(stage: Stage): Promise<void> {
  const { repository, forge } = stage;
  const sha = repository.git(repository.clone, 'rev-parse', 'main');
  // As an attempt that was cut off leaves it.
  forge.api.state.releases.push({ id: 7, tag: 'v1.0.0', draft: true, immutable: false });
  const ran = await released(stage, 'first', sha, 'main', 'major');
  assert(ran, 'release: no job failed', ran.failed);
  assertEqual(ran, 'release: the tag', ran.outputs('version')['tag'], 'v1.0.0');
  assertEqual(ran, 'release: v1.0.0 names', commitOf(repository, 'v1.0.0'), sha);
  assertEqual(ran, 'release: v1 names', commitOf(repository, 'v1'), sha);
  assertEqual(ran, 'release: published', releasesOf(forge), 'v1.0.0 immutable');
  const files = readdirSync(path.join(stage.programs, 'released')).toSorted().join(' ');
  assertEqual(ran, 'release: its files', files, 'checksums.txt model-gates.tar.gz');
  assert(ran, 'release: attested, tagged, published, moved, in this order', inOrder(ran));
  assert(ran, 'release: all requests are as GitHub describes them', forge.api.violations);
}

/** Run again it changes nothing; of the next release v1 follows, but not while releases can be changed. */
async function judgeNext(stage: Stage): Promise<void> {
  const { repository, forge } = stage;
  const first = commitOf(repository, 'v1');
  const again = await released(stage, 'again', first, 'main', 'major');
  assert(again, 'released again: no job failed', again.failed);
  assertEqual(again, 'released again: the tag', again.outputs('version')['tag'], 'v1.0.0');
  assertEqual(again, 'released again: published', releasesOf(forge), 'v1.0.0 immutable');
  forge.api.state.immutableReleases = false;
  const fixed = commit(repository, 'src/built.js', 'built: once\n', 'fix: say it once');
  const loose = await released(stage, 'loose', fixed, 'main', 'conventional');
  assertEqual(loose, 'release that can be changed: jobs that did not succeed', jobsOf(loose), 'publish');
  assertEqual(loose, 'release that can be changed: the tag', loose.outputs('version')['tag'], 'v1.0.1');
  assertEqual(loose, 'release that can be changed: v1 names', commitOf(repository, 'v1'), first);
  forge.api.state.immutableReleases = true;
  const next = commit(repository, 'README.md', 'more\n', 'feat: say more');
  const followed = await released(stage, 'next', next, 'main', 'conventional');
  assert(followed, 'next release: no job failed', followed.failed);
  assertEqual(followed, 'next release: the tag', followed.outputs('version')['tag'], 'v1.1.0');
  assertEqual(followed, 'next release: v1 names', commitOf(repository, 'v1'), next);
  assert(followed, 'next release: all requests are as GitHub describes them', forge.api.violations);
}

async function released(
  { repository, forge, act, published, programs }: Stage,
  name: string,
  sha: string,
  branch: string,
  next: string,
): Promise<WorkflowRun> {
  rmSync(path.join(repository.root, 'artifact-release'), { recursive: true, force: true });
  const event = dispatchEvent({ next }, 'rita');
  return await runWorkflow({
    act,
    standIns: standIns(published, repository.root),
    checkout: checkout(repository, name, sha, `refs/heads/${branch}`),
    workflow: '.github/workflows/release.yml',
    event: { ...event, payload: { ...event.payload, ref: `refs/heads/${branch}` } },
    published,
    scratch: repository.root,
    env: repository.env,
    programs,
    forge: { apiUrl: forge.api.url, secrets: { GITHUB_TOKEN: forge.api.token } },
  });
}

/** What a release needs of this repository, and a build that copies one file. */
function smallRepository(root: string, published: string): Repository {
  const repository = emptyRepository(root);
  const { git, clone } = repository;
  cpSync(published, clone, { recursive: true });
  const build = `node -e "fs.copyFileSync('src/built.js', 'dist/built.js')"`;
  const manifest = { name: 'small', version: '0.0.0', private: true, scripts: { build } };
  const lock = { name: 'small', version: '0.0.0', lockfileVersion: 3, requires: true, packages: {} };
  writeFileSync(path.join(clone, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify(lock));
  git(clone, 'init', '--quiet');
  git(clone, 'remote', 'add', 'origin', `https://github.com/${repositoryName}`);
  commit(repository, 'src/built.js', 'built: once\n');
  return repository;
}

function wholeRepository(root: string, source: string): Repository {
  const repository = emptyRepository(root);
  const { git, clone } = repository;
  git(root, 'clone', '--quiet', source, clone);
  git(clone, 'remote', 'set-url', 'origin', `https://github.com/${repositoryName}`);
  git(clone, 'switch', '--quiet', '--force-create', 'main');
  git(clone, 'push', '--quiet', 'origin', 'main');
  return repository;
}

function emptyRepository(root: string): Repository {
  const hub = path.join(root, 'hub.git');
  const clone = path.join(root, 'clone');
  const env = isolatedEnvironment(root, pathToFileURL(hub).href, `https://github.com/${repositoryName}`);
  const git = gitIn({ ...hostEnvironment(), ...env });
  git(root, 'init', '--quiet', '--bare', hub);
  return { git, root, clone, hub, env };
}

function commit(
  { git, clone }: Repository,
  file: string,
  text: string,
  message = 'feat: build one file',
): string {
  mkdirSync(path.dirname(path.join(clone, file)), { recursive: true });
  writeFileSync(path.join(clone, file), text);
  git(clone, 'add', '--all', '--force');
  git(clone, 'commit', '--quiet', '--allow-empty', '--message', message);
  git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  return git(clone, 'rev-parse', 'HEAD');
}

/** A folder with `gh`, which runs on this Node. */
function programsIn(root: string): string {
  const folder = path.join(root, 'programs');
  mkdirSync(folder);
  cpSync(path.join(import.meta.dirname, 'gh.ts'), path.join(folder, 'gh.ts'));
  writeFileSync(
    path.join(folder, 'gh'),
    `#!/bin/sh\nexec '${process.execPath}' '${path.join(folder, 'gh.ts')}' "$@"\n`,
  );
  chmodSync(path.join(folder, 'gh'), 0o755);
  return folder;
}

function jobsOf({ failed }: WorkflowRun): string {
  return failed
    .map((job) => job.replace(/^release\/|:.*/g, ''))
    .toSorted()
    .join(', ');
}

function commitOf({ git, hub }: Repository, tag: string): string {
  return git(hub, 'rev-parse', `${tag}^{commit}`);
}

function releasesOf({ api }: Forge): string {
  return api.state.releases
    .map(({ tag, draft, immutable }) => `${tag} ${draft ? 'draft' : immutable ? 'immutable' : 'mutable'}`)
    .join(', ');
}

/** Problems with the order in which the steps ran that somebody outside can see. */
function inOrder({ log }: WorkflowRun): string[] {
  const steps = [
    'dist/ is what src/ builds to',
    'actions/attest@',
    './actions/emit-version-tag',
    'Publish, with',
    'Nobody can change',
    'Move the major tag',
  ];
  const places = steps.map((step) => log.indexOf(`Success - Main ${step}`));
  return steps.filter((_, index) => (places[index] ?? -1) <= (places[index - 1] ?? -1));
}
