import { describe, expect, test } from 'vitest';
import { tryMerges } from '../../../src/git/history/merge-trials.ts';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { rememberingLog } from '../../support/log.ts';
import { commands, open } from './setup.ts';

const start = { 'train.py': 'a\nb\nc\n', 'model.yaml': 'x: 1\n', 'old.txt': 'old\nold\nold\n' };

interface Work {
  readonly work: TestRepository;
  readonly origin: TestRepository;
  readonly root: string;
  readonly main: string;
  readonly feature: string;
  readonly other: string;
}

/** main with a commit of its own, feature, and other, which clashes with feature. */
function work(): Work {
  const repository = createRepository();
  const root = repository.commit(start, 'Start');
  repository.branch('feature');
  repository.commit({ 'train.py': 'a\nB1\nc\n' }, 'One');
  const feature = repository.commit({ 'new.py': 'n\n', 'old.txt': undefined }, 'Two');
  repository.git('switch', '--quiet', 'main');
  repository.branch('other');
  const other = repository.commit({ 'train.py': 'a\nB2\nc\n', 'old.txt': 'old\nold\nOLD\n' }, 'Other');
  repository.git('switch', '--quiet', 'main');
  const main = repository.commit({ 'model.yaml': 'x: 2\n' }, 'Meanwhile');
  return { work: repository, origin: repository.publish(), root, main, feature, other };
}

describe('how branches stand to each other', () => {
  test('counts commits on both sides of the merge base', async () => {
    const { work: repository, main, feature, root } = work();
    const { merges } = await open(repository);
    expect(await merges.distance(main, feature)).toEqual({ mergeBase: root, ahead: 2, behind: 1 });
    expect(await merges.distance(main, main)).toEqual({ mergeBase: main, ahead: 0, behind: 0 });
  });

  test('lists commits of its own with parents and dates, newest first', async () => {
    const { work: repository, main, feature, root } = work();
    const own = await (await open(repository)).merges.ownCommits(main, feature);
    expect(own.map(({ sha }) => sha)[0]).toBe(feature);
    expect(own[1]).toMatchObject({ parents: [root], authoredAt: expect.stringMatching(/^\d{4}-.*T/) });
    expect(own).toHaveLength(2);
    expect(await (await open(repository)).merges.ownCommits(main, main)).toEqual([]);
  });

  test('finds what each of many touched since it left, however it came to stand there', async () => {
    const { work: repository, main, feature, other, root } = work();
    repository.git('switch', '--quiet', '--create', 'synced', feature);
    repository.git(
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@example.org',
      'merge',
      '--quiet',
      '--no-edit',
      main,
    );
    const synced = repository.commit({ 'late.txt': '1' }, 'Later');
    repository.git('switch', '--quiet', '--orphan', 'apart');
    const apart = repository.commit({ 'x.txt': '1' }, 'Apart');
    const log = rememberingLog();
    const { merges } = await open(repository, { log });
    const touched = await merges.touchedSince(main, [feature, other, synced, root, main, apart]);
    expect(Object.fromEntries(touched)).toEqual({
      [feature]: { paths: ['new.py', 'old.txt', 'train.py'] },
      [other]: { paths: ['old.txt', 'train.py'] },
      // It was laid on two commits of main, of which the younger counts.
      [synced]: { paths: ['late.txt', 'new.py', 'old.txt', 'train.py'] },
      [root]: { paths: [] },
      [main]: { paths: [] },
      [apart]: { reason: expect.stringContaining('no common history') },
    });
    expect(commands(log, 'diff-tree')).toHaveLength(1);
    expect(commands(log, 'merge-base')).toHaveLength(2);
  });

  test('names both sides of a rename among the files touched', async () => {
    const repository = createRepository();
    const before = repository.commit({ 'a.txt': 'text\n'.repeat(20), 'ä b.txt': '1' });
    const after = repository.commit({ 'a.txt': undefined, 'b.txt': 'text\n'.repeat(20), 'ä b.txt': '2' });
    const touched = await (await open(repository)).merges.touchedSince(before, [after]);
    expect(touched.get(after)).toEqual({ paths: ['a.txt', 'b.txt', 'ä b.txt'] });
  });
});

/** A git that answers every command with this exit code. */
function fakeGit({ exitCode, version }: { readonly exitCode: number; readonly version: string }) {
  return {
    attempt: async () => ({ exitCode, stdout: Buffer.alloc(0), stderr: 'usage: git merge-tree' }),
    text: async () => version,
  };
}

/** Of feature and other. */
const clash = [
  { path: 'old.txt', kind: 'modify/delete' },
  { path: 'train.py', kind: 'content' },
];

describe('trying a merge', () => {
  test('names each file that a person would resolve, and how it clashes', async () => {
    const { work: repository, feature, other } = work();
    const before = repository.git('status', '--porcelain');
    const trials = await (await open(repository)).merges.tryMerges([[feature, other]]);
    expect(trials).toEqual([{ tried: true, conflicts: clash }]);
    expect(repository.git('status', '--porcelain')).toBe(before);
    expect(repository.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  });

  test('finds nothing where nothing clashes', async () => {
    const { work: repository, main, feature } = work();
    expect(await (await open(repository)).merges.tryMerges([[main, feature]])).toEqual([
      { tried: true, conflicts: [] },
    ]);
  });

  test('takes one process for many, and one that cannot be tried hides none of the others', async () => {
    const { work: repository, main, feature, other } = work();
    const log = rememberingLog();
    const { merges } = await open(repository, { log });
    const free = { tried: true, conflicts: [] };
    const pairs = [
      [feature, other],
      [main, feature],
      [other, feature],
      [main, main],
    ] as const;
    const trials = [{ tried: true, conflicts: clash }, free, { tried: true, conflicts: clash }, free];
    expect(await merges.tryMerges(pairs)).toEqual(trials);
    expect(commands(log, 'merge-tree')).toHaveLength(1);
    const gone = await merges.tryMerges([[main, '1'.repeat(40)], ...pairs]);
    expect(gone).toMatchObject([{ tried: false }, ...trials]);
  });

  test('works from a clone of depth 1, fetching only what the merge reads', async () => {
    const { origin, main, feature, other } = work();
    const clone = origin.clone('--depth=1', '--filter=blob:none', '--no-checkout');
    const log = rememberingLog();
    const { merges } = await open(clone, { log });
    expect([...(await merges.available([main, feature, other]))].toSorted()).toEqual(
      [main, feature, other].toSorted(),
    );
    expect(commands(log, 'fetch')).toHaveLength(1);
    expect((await merges.distance(main, feature)).behind).toBe(1);
    await merges.distance(main, other);
    expect(await merges.tryMerges([[feature, other]])).toMatchObject([{ conflicts: clash }]);
  });

  test('a commit that is gone does not hide the others', async () => {
    const { origin, main, feature } = work();
    const clone = origin.clone('--depth=1');
    const { merges } = await open(clone);
    const gone = '1'.repeat(40);
    expect([...(await merges.available([main, gone, feature]))].toSorted()).toEqual(
      [main, feature].toSorted(),
    );
  });

  test('says why it could not try', async () => {
    const { work: repository, feature } = work();
    const { merges } = await open(repository);
    expect(await merges.tryMerges([[feature, '1'.repeat(40)]])).toMatchObject([{ tried: false }]);
    await expect(merges.tryMerges([[feature, '--help']])).rejects.toThrow('not a full SHA');
  });

  test('asks for a younger git where this one cannot', async () => {
    const sha = '1'.repeat(40);
    const git = fakeGit({ exitCode: 129, version: 'git version 2.31.0' });
    const history = {
      boundary: async () => new Set<string>(),
      settled: <T>(_: unknown, read: () => T) => read(),
    };
    const trials = await tryMerges({ git, history, variables: async () => ({}) }, [
      [sha, sha],
      [sha, sha],
    ]);
    const reason = 'this is git 2.31.0, and trying a merge without touching files needs git 2.38 or later.';
    expect(trials).toEqual([
      { tried: false, reason },
      { tried: false, reason },
    ]);
  });
});

describe('branches of the remote', () => {
  test('the main one is what the clone noted, else main or master', async () => {
    const { work: repository, origin } = work();
    expect(await (await open(repository)).remoteBranches.main()).toBe('main');
    const clone = origin.clone();
    expect(await (await open(clone)).remoteBranches.main()).toBe('main');
    const bare = createRepository();
    bare.commit({});
    bare.git('branch', '--move', 'trunk');
    expect(await (await open(bare)).remoteBranches.main()).toBeUndefined();
  });

  test('are listed without HEAD', async () => {
    const { origin, feature } = work();
    const known = await (await open(origin.clone())).remoteBranches.known();
    expect(known.map(({ name }) => name).toSorted()).toEqual(['feature', 'main', 'other']);
    const { remoteBranches } = await open(origin.clone());
    expect((await remoteBranches.known(feature)).map(({ name }) => name).toSorted()).toEqual([
      'main',
      'other',
    ]);
    expect(known.find(({ name }) => name === 'feature')?.sha).toBe(feature);
  });

  test('have a tip as this clone last saw it, whatever other refs are called', async () => {
    const { origin, feature, other } = work();
    const clone = origin.clone();
    clone.git('tag', 'feature', other);
    const { tip } = (await open(clone)).remoteBranches;
    expect([await tip('feature'), await tip('nothing'), await tip('--all')]).toEqual([
      feature,
      undefined,
      undefined,
    ]);
    const compare = { base: 'refs/remotes/origin/feature', head: undefined };
    const log = rememberingLog();
    const known = await open(clone, { log, compare });
    expect(await known.remoteBranches.tip('feature')).toBe(feature);
    expect(commands(log, 'rev-parse')).toHaveLength(1);
  });

  test('one is deleted only while its tip is the one that was named', async () => {
    const { work: repository, origin, feature, other } = work();
    const { remoteBranches } = await open(repository);
    expect(await remoteBranches.remove('feature', other)).toBe(false);
    expect(origin.git('rev-parse', 'refs/heads/feature')).toBe(feature);
    expect(await remoteBranches.remove('feature', feature)).toBe(true);
    expect(origin.git('branch', '--list', 'feature')).toBe('');
    expect(await remoteBranches.remove('feature', feature)).toBe(false);
    await expect(remoteBranches.remove('--mirror', feature)).rejects.toThrow('not a valid branch name');
  });

  test('the server refuses a tip that moved after this clone looked', async () => {
    const { work: repository, origin, feature, other } = work();
    const clone = origin.clone();
    repository.git('push', '--quiet', '--force', 'origin', `${other}:refs/heads/feature`);
    expect(await (await open(clone)).remoteBranches.remove('feature', feature)).toBe(false);
    expect(origin.git('rev-parse', 'refs/heads/feature')).toBe(other);
  });
});
