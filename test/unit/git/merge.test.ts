import { describe, expect, test } from 'vitest';
import { isOlder } from '../../../src/git/history/merge.ts';
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

  test('names both sides of a rename among the files touched', async () => {
    const repository = createRepository();
    const before = repository.commit({ 'a.txt': 'text\n'.repeat(20), 'ä b.txt': '1' });
    const after = repository.commit({ 'a.txt': undefined, 'b.txt': 'text\n'.repeat(20), 'ä b.txt': '2' });
    expect(await (await open(repository)).merges.touched(before, after)).toEqual([
      'a.txt',
      'b.txt',
      'ä b.txt',
    ]);
  });
});

describe('trying a merge', () => {
  test('names each file that a person would resolve, and how it clashes', async () => {
    const { work: repository, feature, other } = work();
    const before = repository.git('status', '--porcelain');
    const trial = await (await open(repository)).merges.tryMerge(feature, other);
    expect(trial).toEqual({
      tried: true,
      conflicts: [
        { path: 'old.txt', kind: 'modify/delete' },
        { path: 'train.py', kind: 'content' },
      ],
    });
    expect(repository.git('status', '--porcelain')).toBe(before);
    expect(repository.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  });

  test('finds nothing where nothing clashes', async () => {
    const { work: repository, main, feature } = work();
    expect(await (await open(repository)).merges.tryMerge(main, feature)).toEqual({
      tried: true,
      conflicts: [],
    });
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
    expect(await merges.tryMerge(feature, other)).toMatchObject({
      conflicts: [{ path: 'old.txt' }, { path: 'train.py' }],
    });
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
    expect(await merges.tryMerge(feature, '1'.repeat(40))).toMatchObject({ tried: false });
    await expect(merges.tryMerge(feature, '--help')).rejects.toThrow('not a full SHA');
  });

  test.each([
    ['2.31.0', true],
    ['2.37.9', true],
    ['1.9', true],
    ['2.38.0', false],
    ['2.39.5', false],
    ['3.0', false],
  ])('git %s is too old: %s', (version, old) => {
    expect(isOlder(version)).toBe(old);
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
