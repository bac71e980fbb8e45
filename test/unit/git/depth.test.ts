import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { onDisk, type Repository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { advice, commands, open, text } from './setup.ts';

/** main and feature part after `before` commits, and go on for `after` commits each. */
function diverged(before: number, after: number) {
  const repository = createRepository();
  const shas = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      repository.commit({ [`${name}.txt`]: `${index}\n`, 'same.yaml': 'same: 1\n' }, `${name} ${index}`),
    );
  const common = shas('common', before);
  repository.branch('feature');
  const feature = shas('feature', after);
  repository.git('switch', '--quiet', 'main');
  const main = shas('main', after);
  return {
    repository,
    fork: common.at(-1) ?? '',
    head: feature.at(-1) ?? '',
    tip: main.at(-1) ?? '',
    feature,
  };
}

const shallow = (repository: TestRepository, ...options: string[]) =>
  repository.publish().clone('--depth=1', '--branch=feature', ...options);

describe('a clone of depth 1', () => {
  test('is deepened step by step until the merge base is certain', async () => {
    const { repository, fork, tip, feature } = diverged(2, 34);
    const clone = shallow(repository);
    const log = rememberingLog();
    const opened = await open(clone, { log });
    const change = await opened.changeSet({ base: tip, head: 'HEAD' });
    expect(change.base.sha).toBe(fork);
    expect((await change.commits()).map(({ sha }) => sha)).toEqual(feature.toReversed());
    expect(log.lines.filter((line) => line.includes('merge base:'))).toEqual([
      'info: Looking for the merge base: fetching 32 more commits',
      'info: Looking for the merge base: fetching 128 more commits',
    ]);
  });

  test('brings commits by their branch name too', async () => {
    const { repository, fork } = diverged(2, 2);
    const change = await (await open(shallow(repository))).changeSet({ base: 'main', head: 'HEAD' });
    expect(change.base.sha).toBe(fork);
  });

  test('brings the commits of the change where the merge base alone was known', async () => {
    const { repository, fork, tip, feature } = diverged(2, 4);
    const change = await (
      await open(shallow(repository))
    ).changeSet({ base: tip, head: 'HEAD', mergeBaseSha: fork });
    expect((await change.commits()).map(({ sha }) => sha)).toEqual(feature.toReversed());
  });

  test('knows the parents that the depth leaves out', async () => {
    const { repository, head, tip } = diverged(1, 1);
    repository.git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'merge', '--quiet', 'feature');
    const merge = repository.git('rev-parse', 'HEAD');
    const clone = repository.publish().clone('--depth=1', '--branch=main');
    expect(clone.git('log', '--format=%P')).toBe('');
    expect(await (await open(clone)).parents(merge)).toEqual([tip, head]);
  });

  test('brings the commits since a tag that is not in it', async () => {
    const { repository, fork, head, feature } = diverged(2, 4);
    const opened = await open(shallow(repository));
    expect((await opened.commits(fork, head)).map(({ sha }) => sha)).toEqual(feature.toReversed());
  });

  test('compares the disk with contents that it has left out', async () => {
    const repository = createRepository();
    const start = repository.commit({
      'a.yaml': 'a: 1\n',
      'b.yaml': 'b: 1\n',
      'old.yaml': 'x: 1\ny: 2\nz: 3\n',
    });
    repository.branch('feature');
    repository.commit({ 'a.yaml': 'a: 2\n', 'old.yaml': undefined, 'new.yaml': 'x: 1\ny: 2\nz: 4\n' });
    const clone = shallow(repository);
    const log = rememberingLog();
    const { files } = await (await open(clone, { log })).changeSet({ base: start, head: onDisk });
    expect(files.map(({ status, path }) => `${status} ${path}`)).toEqual([
      'modified a.yaml',
      'renamed new.yaml',
    ]);
    expect(commands(log, 'fetch').length).toBeLessThanOrEqual(3);
  });

  test('brings no contents but those that are read, and those in one fetch', async () => {
    const repository = createRepository();
    const fork = repository.commit({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' });
    repository.branch('feature');
    repository.commit({ 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n', 'c.yaml': 'c: 2\n' });
    const log = rememberingLog();
    const clone = shallow(repository);
    const change = await (
      await open(clone, { log })
    ).changeSet({ base: 'main', head: 'HEAD', mergeBaseSha: fork });
    const before = commands(log, 'fetch').length;
    const read = (paths: readonly string[]) =>
      Promise.all(paths.map(async (path) => text(await change.base.read(path))));
    expect(await read(['a.yaml', 'b.yaml', 'a.yaml'])).toEqual(['a: 1\n', 'b: 1\n', 'a: 1\n']);
    await read(['b.yaml', 'a.yaml']);
    expect(commands(log, 'fetch').length - before).toBe(1);
    expect(clone.git('rev-list', '--objects', '--no-walk', '--missing=print', fork)).toContain(
      `?${repository.git('rev-parse', `${fork}:c.yaml`)}`,
    );
  });

  test('works with a server that knows no filters', async () => {
    const { repository, fork, tip } = diverged(2, 2);
    const bare = repository.publish();
    bare.git('config', 'uploadpack.allowFilter', 'false');
    const clone = bare.clone('--depth=1', '--branch=feature');
    const change = await (await open(clone)).changeSet({ base: tip, head: 'HEAD' });
    expect(change.base.sha).toBe(fork);
    expect(text(await change.base.read('common.txt'))).toBe('1\n');
  });

  test('says what to do when the remote is gone', async () => {
    const { repository, tip } = diverged(2, 2);
    const bare = repository.publish();
    const clone = bare.clone('--depth=1', '--branch=feature');
    rmSync(bare.root, { recursive: true });
    const opened = await open(clone);
    const told = /^the remote could not be reached .*\| .*fetch-depth: 0/;
    expect(await advice(opened.changeSet({ base: tip, head: 'HEAD' }))).toMatch(told);
    expect(await advice(opened.resolve('main'))).toMatch(told);
  });

  test('says so when the remote does not have the commit', async () => {
    const { repository } = diverged(1, 1);
    const told = await advice((await open(shallow(repository))).resolve('0123456789'.repeat(4)));
    expect(told).toMatch(/^the remote does not have 01234567 \| It may have been force-pushed away/);
  });

  test('tells unrelated histories', async () => {
    const { repository, tip } = diverged(2, 2);
    repository.git('switch', '--quiet', '--orphan', 'other');
    const other = repository.commit({ 'x.txt': '' });
    const opened = await open(repository.publish().clone('--depth=1', '--branch=other'));
    expect(await advice(opened.mergeBase(tip, other))).toMatch(
      new RegExp(
        `^${tip.slice(0, 8)} and ${other.slice(0, 8)} have no common history \\| .*create it anew from trunk`,
      ),
    );
  });
});

test('history that another git cuts off meanwhile is fetched again: half of it is never reported', async () => {
  const { repository, fork, head, tip, feature } = diverged(200, 3);
  const origin = repository.publish();
  const shas = (commits: readonly { readonly sha: string }[]) => commits.map(({ sha }) => sha);
  const questions: readonly [(opened: Repository) => Promise<unknown>, unknown][] = [
    [({ merges }) => merges.distance(tip, head), { mergeBase: fork, ahead: 3, behind: 3 }],
    [({ mergeBase }) => mergeBase(tip, head), fork],
    [async ({ commits }) => shas(await commits(tip, head)), feature.toReversed()],
    [async ({ merges }) => shas(await merges.ownCommits(tip, head)), feature.toReversed()],
    [({ merges }) => merges.tryMerges([[tip, head]]), [{ tried: true, conflicts: [] }]],
  ];
  for (const [ask, answer] of questions) {
    const clone = origin.clone('--depth=1', '--branch=feature');
    let armed = false;
    const debug = (line: string) => {
      // Just after the range was listed.
      if (!armed || !/^git (?:rev-list|log) .*\w\.{2,3}\w+ --/.test(line)) return;
      armed = false;
      clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main', 'feature');
    };
    const opened = await open(clone, { log: { ...rememberingLog(), debug } });
    await opened.mergeBase(tip, head);
    armed = true;
    expect(await ask(opened)).toEqual(answer);
    expect(armed).toBe(false);
  }
});

/**
 * Both sides merge A, and both come from its child B: the merge base is B.
 * With two commits of each side, A is in sight and B is not.
 */
test('a nearer merge base beyond the boundary is not overlooked', async () => {
  const repository = createRepository();
  repository.commit({ a: '' }, 'A');
  repository.git('branch', 'old');
  const nearest = repository.commit({ b: '' }, 'B');
  const side = (name: string) => {
    repository.git('switch', '--quiet', '--create', name, nearest);
    repository.commit({ [name]: '' });
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const merge = repository.git('commit-tree', tree, '-p', 'HEAD', '-p', 'old', '-m', 'merge');
    repository.git('reset', '--quiet', '--hard', merge);
    return merge;
  };
  const [left, right] = [side('left'), side('right')];
  const clone = repository.publish().clone('--depth=2', '--no-single-branch');
  expect(clone.git('merge-base', left, right)).not.toBe(nearest);
  expect(await (await open(clone)).mergeBase(left, right)).toBe(nearest);
});

test('what actions/checkout leaves of a pull request is enough: its merge commit, at depth 1', async () => {
  const { repository, fork, head, tip, feature } = diverged(2, 3);
  repository.git('switch', '--quiet', '--detach', tip);
  repository.git('merge', '--quiet', '--no-edit', head);
  const merge = repository.git('rev-parse', 'HEAD');
  repository.git('update-ref', 'refs/pull/89/merge', merge);
  const bare = repository.publish();
  const checkout = createRepository();
  checkout.git('remote', 'add', 'origin', `file://${bare.root}`);
  checkout.git(
    'fetch',
    '--no-tags',
    '--prune',
    '--depth=1',
    'origin',
    `+${merge}:refs/remotes/pull/89/merge`,
  );
  checkout.git('checkout', '--quiet', '--force', 'refs/remotes/pull/89/merge');
  const opened = await open(checkout);
  expect(await opened.head()).toEqual({ sha: merge });
  const change = await opened.changeSet({ base: tip, head });
  expect([change.base.sha, change.head.sha]).toEqual([fork, head]);
  expect(change.files).toEqual([{ status: 'added', path: 'feature.txt' }]);
  expect(text(await change.head.read('feature.txt'))).toBe('2\n');
  expect((await change.commits()).map(({ sha }) => sha)).toEqual(feature.toReversed());
});

describe('a full clone', () => {
  test('stays full when a commit is fetched', async () => {
    const { repository } = diverged(3, 3);
    const bare = repository.publish();
    const clone = bare.clone('--single-branch', '--branch=feature');
    const tip = bare.git('rev-parse', 'main');
    expect(
      (await (await open(clone)).changeSet({ base: tip, head: 'HEAD' })).files.map(({ path }) => path),
    ).toEqual(['feature.txt']);
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
    expect(clone.git('rev-list', '--count', 'HEAD')).toBe('6');
    expect(clone.git('config', '--get-regexp', '^remote')).not.toContain('promisor');
  });

  test('needs no remote', async () => {
    const { repository, fork } = diverged(1, 1);
    expect((await (await open(repository)).changeSet({ base: 'main', head: 'feature' })).base.sha).toBe(fork);
    expect(await advice((await open(repository)).resolve('0'.repeat(40)))).toMatch(
      /^00000000 is not here, and the repository has no remote named "origin"/,
    );
  });
});

test('a clone without contents brings those that are read', async () => {
  const { repository, tip } = diverged(2, 2);
  const clone = repository.publish().clone('--filter=blob:none', '--no-checkout');
  const log = rememberingLog();
  const tree = (await open(clone, { log })).tree(tip);
  const paths = await tree.list();
  expect((await Promise.all(paths.map((path) => tree.read(path)))).map(text)).toEqual([
    '1\n',
    '1\n',
    'same: 1\n',
  ]);
  expect(commands(log, 'fetch')).toHaveLength(1);
});

test('contents of the base that a comparison of the disk needs come in one fetch', async () => {
  const repository = createRepository();
  const files = ['a', 'b', 'c', 'd'];
  const base = repository.commit(Object.fromEntries(files.map((file) => [file, `${file} 1`])));
  repository.commit(Object.fromEntries(files.map((file) => [file, `${file} 2`])));
  const clone = repository.publish().clone('--depth=1');
  const log = rememberingLog();
  const change = await (await open(clone, { log })).changeSet({ base, head: onDisk });
  // One after the other, as gates do.
  for (const file of files) expect(text(await change.base.read(file))).toBe(`${file} 1`);
  const oids = files.map((file) => repository.git('rev-parse', `${base}:${file}`));
  const fetches = commands(log, 'fetch').filter((line) => oids.some((oid) => line.includes(oid)));
  expect(fetches).toHaveLength(1);
});
