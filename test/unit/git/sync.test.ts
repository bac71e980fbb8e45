import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syncBranch } from '../../../src/branches/gate/sync.ts';
import type { SyncMode } from '../../../src/ports/sync.ts';
import { rememberingLog } from '../../support/log.ts';
import {
  createRepository,
  repositoryAt,
  temporaryFolder,
  type Content,
  type TestRepository,
} from '../../support/repository.ts';
import { advice, commands, open } from './setup.ts';

type Files = Readonly<Record<string, Content>>;

interface Scene {
  readonly clone: TestRepository;
  readonly origin: TestRepository;
  /** Tip of the branch before the sync. */
  readonly before: string;
  readonly main: string;
  sync(how?: SyncMode): ReturnType<typeof syncBranch>;
}

const base: Files = { 'train.py': 'a\nb\nc\n' };

/** Copied for each test: remotes are relative. */
const template = mkdtempSync(path.join(tmpdir(), 'model-gates-sync-'));
const at = (folder: string, name: string) => repositoryAt(path.join(folder, name));

beforeAll(() => {
  for (const name of ['author', 'origin']) mkdirSync(path.join(template, name));
  const author = createRepository(path.join(template, 'author'));
  const origin = createRepository(path.join(template, 'origin'));
  origin.git('config', 'core.bare', 'true');
  author.commit(base, 'Start');
  author.git('remote', 'add', 'origin', '../origin');
  author.git('push', '--quiet', 'origin', 'main');
  author.git('clone', '--quiet', '../origin', '../clone');
  const clone = at(template, 'clone');
  clone.git('remote', 'set-url', 'origin', '../origin');
  clone.git('config', 'user.name', 'Ada');
  clone.git('config', 'user.email', 'ada@example.org');
  // Ignored here, and kept by git at the author's: how local settings get into trunk by mistake.
  clone.write({ '.git/info/exclude': '*.local\n' });
  clone.branch('feature');
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A clone on branch feature, whose trunk went on at the remote. */
function scene(theirs: Files, ours: Files = { 'own.py': '1\n' }): Scene {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  const [author, origin, clone] = [at(folder, 'author'), at(folder, 'origin'), at(folder, 'clone')];
  const before = clone.commit(ours, 'Ours');
  const main = author.commit(theirs, 'Theirs');
  author.git('push', '--quiet', 'origin', 'main');
  return {
    clone,
    origin,
    before,
    main,
    sync: async (how = 'merge') =>
      syncBranch({ trunk: 'main', how, remote: 'origin' }, (await open(clone)).sync, rememberingLog()),
  };
}

const read = (repository: TestRepository, file: string) =>
  readFileSync(path.join(repository.root, file), 'utf8');

describe.each(['merge', 'rebase'] as const)('sync by %s', (how) => {
  test('brings all of trunk in and pushes nothing', async () => {
    const { clone, origin, sync, main } = scene({ 'theirs.py': '2\n' });
    const refs = origin.git('for-each-ref');
    expect(await sync(how)).toMatchObject({
      verdict: 'pass',
      facts: { behind: 1, trunkSha: main, conflicts: [] },
      findings: [{ rule: 'branch/synced', message: 'Nothing was pushed yet.' }],
    });
    expect(read(clone, 'theirs.py') + read(clone, 'own.py')).toBe('2\n1\n');
    expect(clone.git('rev-list', '--count', 'HEAD..origin/main')).toBe('0');
    expect(origin.git('for-each-ref')).toBe(refs);
    expect(await sync(how)).toMatchObject({ verdict: 'pass', title: 'feature has all of main already' });
  });

  test('lists what a person must resolve, and leaves a state from which abort goes back', async () => {
    const { clone, sync, before } = scene({ 'train.py': 'a\nT\nc\n' }, { 'train.py': 'a\nF\nc\n' });
    const report = await sync(how);
    expect(report).toMatchObject({
      verdict: 'fail',
      title: '1 file to resolve by hand before feature has all of main',
      findings: [{ rule: 'branch/sync-conflict', file: 'train.py', line: 2 }],
      facts: { conflicts: [{ path: 'train.py', line: 2, kind: 'both modified' }] },
    });
    expect(JSON.stringify(report.sections)).toContain(`git ${how} --abort`);
    expect(await advice(sync(how))).toContain(`A ${how} is under way here already`);
    clone.git(how, '--abort');
    expect(clone.git('rev-parse', 'HEAD')).toBe(before);
    expect(clone.git('symbolic-ref', '--short', 'HEAD')).toBe('feature');
    expect(read(clone, 'train.py')).toBe('a\nF\nc\n');
  });

  test.each<[string, (clone: TestRepository) => void]>([
    ['changed', (clone) => clone.write({ 'train.py': 'mine\n' })],
    [
      'staged',
      (clone) => {
        clone.write({ 'train.py': 'mine\n' });
        clone.git('add', '--all');
      },
    ],
    ['deleted', (clone) => clone.write({ 'train.py': undefined })],
  ])('refuses with %s work that is not committed, and touches nothing', async (_, change) => {
    const { clone, sync, before } = scene({ 'theirs.py': '2\n' });
    clone.git('config', 'rebase.autoStash', 'true');
    clone.git('config', 'merge.autoStash', 'true');
    change(clone);
    const status = clone.git('status', '--porcelain');
    expect(await advice(sync(how))).toMatch(/not committed: train\.py\. Nothing was changed\..*git stash/);
    expect([clone.git('status', '--porcelain'), clone.git('rev-parse', 'HEAD')]).toEqual([status, before]);
  });

  test.each<[string, Files, Files]>([
    ['an untracked file', { 'notes.txt': 'theirs\n' }, { 'notes.txt': 'mine\n' }],
    ['an ignored file', { 'run.local': 'theirs\n' }, { 'run.local': 'mine\n' }],
    ['an ignored file where trunk has a folder', { 'run.local/a': 'theirs\n' }, { 'run.local': 'mine\n' }],
    ['a folder where trunk has a file', { 'x.local': 'theirs\n' }, { 'x.local/a': 'mine\n' }],
  ])('refuses to write over %s', async (_, theirs, mine) => {
    const { clone, sync, before } = scene(theirs);
    clone.write(mine);
    expect(await advice(sync(how))).toContain('would be overwritten');
    for (const [file, text] of Object.entries(mine)) expect(read(clone, file)).toBe(text);
    expect(clone.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('refuses to lose a file that a commit of ours had and git ignores now', async () => {
    const { clone, sync } = scene({ 'theirs.py': '2\n' }, { 'a.local': 'x\n' });
    clone.git('add', '--force', 'a.local');
    clone.git('commit', '--quiet', '--amend', '--no-edit');
    clone.git('rm', '--quiet', '--cached', 'a.local');
    clone.git('commit', '--quiet', '--message=Ignore it');
    expect(await advice(sync(how))).toContain('a.local');
    expect(read(clone, 'a.local')).toBe('x\n');
  });

  test('leaves untracked files that are in nobody’s way', async () => {
    const { clone, sync } = scene({ 'theirs.py': '2\n' });
    clone.write({ 'notes.txt': 'mine\n', 'a.local': 'mine\n' });
    expect((await sync(how)).verdict).toBe('pass');
    expect(read(clone, 'notes.txt') + read(clone, 'a.local')).toBe('mine\nmine\n');
  });

  test('takes first what somebody else pushed to the branch', async () => {
    const { clone, origin, sync, before } = scene({ 'theirs.py': '2\n' });
    clone.git('push', '--quiet', 'origin', 'feature');
    const colleague = origin.clone('--branch=feature');
    colleague.commit({ 'colleague.py': '3\n' }, 'Colleague');
    colleague.git('push', '--quiet', 'origin', 'feature');
    expect(await advice(sync(how))).toMatch(/origin has 1 commit of feature that this clone lacks.*git pull/);
    expect(clone.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('works in a shallow clone', async () => {
    const { origin } = scene({ 'theirs.py': '2\n' });
    const clone = origin.clone('--depth=1', '--no-single-branch');
    clone.git('config', 'user.name', 'Ada');
    clone.git('config', 'user.email', 'ada@example.org');
    clone.git('switch', '--quiet', '--create', 'feature');
    clone.commit({ 'own.py': '1\n' });
    const pusher = origin.clone();
    pusher.commit({ 'later.py': '4\n' });
    pusher.git('push', '--quiet', 'origin', 'main');
    const report = await syncBranch(
      { trunk: 'main', how, remote: 'origin' },
      (await open(clone)).sync,
      rememberingLog(),
    );
    expect(report.verdict).toBe('pass');
    expect(existsSync(path.join(clone.root, 'later.py'))).toBe(true);
  });
});

test('a rebase that would lose what a merge commit resolved is refused', async () => {
  const { clone, sync, before } = scene({ 'theirs.py': '2\n' });
  clone.git('switch', '--quiet', '--create', 'side', before);
  clone.commit({ 'side.py': '1\n' });
  clone.git('switch', '--quiet', 'feature');
  clone.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  expect(await advice(sync('rebase'))).toMatch(/feature has 1 merge commit.*--how merge/);
  expect((await sync('merge')).verdict).toBe('pass');
});

test.skipIf(process.platform === 'win32')(
  'a hook that refuses leaves a way back, which is reported',
  async () => {
    const { clone, sync, before } = scene({ 'theirs.py': '2\n' });
    clone.write({ '.git/hooks/pre-merge-commit': '#!/bin/sh\nexit 1\n' });
    chmodSync(path.join(clone.root, '.git/hooks/pre-merge-commit'), 0o755);
    expect(await advice(sync())).toMatch(/the merge is under way.*git merge --abort/);
    clone.git('merge', '--abort');
    expect([clone.git('rev-parse', 'HEAD'), clone.git('status', '--porcelain')]).toEqual([before, '']);
  },
);

test.each([
  ['is pushed', true, 1],
  ['only this clone has', false, 2],
])('the remote is asked as seldom as can be for a branch that %s', async (_, isPushed, fetches) => {
  const { clone } = scene({ 'theirs.py': '2\n' });
  if (isPushed) clone.git('push', '--quiet', 'origin', 'feature');
  const log = rememberingLog();
  const { sync } = await open(clone, { log });
  await syncBranch({ trunk: 'main', how: 'merge', remote: 'origin' }, sync, rememberingLog());
  expect([commands(log, 'fetch').length, commands(log, 'ls-remote').length]).toEqual([fetches, 0]);
});

describe('where there is nothing to bring up to date', () => {
  test.each<[string, (clone: TestRepository) => void, string]>([
    ['on trunk', (clone) => void clone.git('switch', '--quiet', 'main'), 'main is trunk itself'],
    ['detached', (clone) => void clone.git('switch', '--quiet', '--detach'), 'No branch is checked out'],
  ])('%s', async (_, change, message) => {
    const { clone, sync } = scene({ 'theirs.py': '2\n' });
    change(clone);
    expect(await advice(sync())).toContain(message);
  });

  test('a trunk that the remote has not', async () => {
    const { clone } = scene({});
    const { sync } = await open(clone);
    const request = { trunk: 'trunk', how: 'merge', remote: 'origin' } as const;
    expect(await advice(syncBranch(request, sync, rememberingLog()))).toContain('origin has no branch trunk');
  });

  test('a trunk that the remote has no more, though it has the branch', async () => {
    const { clone, origin, before } = scene({});
    clone.git('push', '--quiet', 'origin', 'feature');
    origin.git('branch', '--move', 'main', 'trunk');
    const request = { trunk: 'main', how: 'merge', remote: 'origin' } as const;
    const { sync } = await open(clone);
    expect(await advice(syncBranch(request, sync, rememberingLog()))).toContain('origin has no branch main');
    expect(clone.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('a remote that is not there', async () => {
    const { clone, origin, sync } = scene({});
    rmSync(origin.root, { recursive: true });
    expect(await advice(sync())).toMatch(/^the remote could not be reached/);
    clone.git('remote', 'remove', 'origin');
    expect(await advice(sync())).toMatch(/^the repository has no remote named "origin"/);
  });

  test.each([['cherry-pick'], ['revert']] as const)('a %s that is under way', async (verb) => {
    const { clone, sync } = scene({ 'theirs.py': '2\n' }, { 'train.py': 'a\nF\nc\n' });
    clone.git('switch', '--quiet', '--create', 'x', 'main');
    const other = clone.commit({ 'train.py': 'a\nX\nc\n' });
    const later = clone.commit({ 'train.py': 'a\nY\nc\n' });
    if (verb === 'cherry-pick') clone.git('switch', '--quiet', 'feature');
    else clone.commit({ 'train.py': 'a\nZ\nc\n' });
    expect(() => clone.git(verb, verb === 'cherry-pick' ? other : later)).toThrow(verb);
    expect(await advice(sync())).toMatch(`A ${verb} is under way`);
  });
});
