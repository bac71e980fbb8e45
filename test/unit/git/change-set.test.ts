import { describe, expect, test } from 'vitest';
import { onDisk, openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

const open = (repository: TestRepository, log = rememberingLog()) =>
  openRepository({ cwd: repository.root, log, env: hermeticEnvironment() });

const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');

/** main: A - B - D; feature: A - B - C. */
function diverged() {
  const repository = createRepository();
  repository.commit(
    { 'a.yaml': 'a: 1\n', 'gone.yaml': 'gone: 1\n', 'old name.yaml': 'x: 1\ny: 2\nz: 3\n' },
    'A',
  );
  const fork = repository.commit({ 'a.yaml': 'a: 2\n' }, 'B');
  repository.branch('feature');
  const files = {
    'a.yaml': 'a: 3\n',
    'gone.yaml': undefined,
    'old name.yaml': undefined,
    'new name.yaml': 'x: 1\ny: 2\nz: 3\n',
    'sub/añadido.yaml': 'n: 1\n',
  };
  const head = repository.commit(files, 'C\n\nBody of C');
  repository.git('switch', '--quiet', 'main');
  const tip = repository.commit({ 'a.yaml': 'a: 99\n', 'trunk.yaml': 't: 1\n' }, 'D');
  return { repository, fork, head, tip };
}

const changed = [
  { status: 'modified', path: 'a.yaml' },
  { status: 'deleted', path: 'gone.yaml' },
  { status: 'renamed', path: 'new name.yaml', previousPath: 'old name.yaml' },
  { status: 'added', path: 'sub/añadido.yaml' },
];

describe('a change set', () => {
  test('compares the head with the merge base, not with the tip of trunk', async () => {
    const { repository, fork, head } = diverged();
    const change = await (await open(repository)).changeSet({ base: 'main', head: 'feature' });
    expect([change.base.sha, change.head.sha]).toEqual([fork, head]);
    expect(change.files).toEqual(changed);
    expect(text(await change.base.read('a.yaml'))).toBe('a: 2\n');
    expect(text(await change.head.read('a.yaml'))).toBe('a: 3\n');
    expect(await change.base.read('trunk.yaml')).toBeUndefined();
    expect(await change.commits()).toEqual([
      { sha: head, author: 'Ada <ada@example.org>', message: 'C\n\nBody of C' },
    ]);
  });

  test('says which commits are merges', async () => {
    const { repository, fork } = diverged();
    repository.git('merge', '--quiet', '--strategy=ours', '-m', 'Together', 'feature');
    const commits = await (await open(repository)).commits(fork, repository.git('rev-parse', 'HEAD'));
    expect(Object.fromEntries(commits.map(({ message, isMerge }) => [message, isMerge]))).toEqual({
      Together: true,
      D: undefined,
      'C\n\nBody of C': undefined,
    });
  });

  test('takes the files on disk for the head, untracked ones too', async () => {
    const { repository, fork } = diverged();
    repository.git('switch', '--quiet', 'feature');
    repository.write({
      '.gitignore': 'ignored/\n',
      'ignored/x.yaml': '',
      'untracked.yaml': 'u: 1\n',
      'a.yaml': 'a: 4\n',
    });
    const change = await (await open(repository)).changeSet({ base: 'main', head: onDisk });
    expect(change.base.sha).toBe(fork);
    expect(change.files).toEqual([
      { status: 'added', path: '.gitignore' },
      ...changed,
      { status: 'added', path: 'untracked.yaml' },
    ]);
    expect(await change.head.list()).toEqual([
      '.gitignore',
      'a.yaml',
      'new name.yaml',
      'sub/añadido.yaml',
      'untracked.yaml',
    ]);
    expect(text(await change.head.read('a.yaml'))).toBe('a: 4\n');
  });

  test('finds the merge base from a clone of depth 1', async () => {
    const { repository, fork, head, tip } = diverged();
    const clone = repository.publish().clone('--depth=1', '--branch=feature');
    const log = rememberingLog();
    const change = await (await open(clone, log)).changeSet({ base: tip, head: 'HEAD' });
    expect([change.base.sha, change.head.sha]).toEqual([fork, head]);
    expect(change.files).toEqual(changed);
    expect(text(await change.base.read('a.yaml'))).toBe('a: 2\n');
    expect((await change.commits()).map(({ sha }) => sha)).toEqual([head]);
    expect(log.lines.filter((line) => line.startsWith('info'))).toEqual([
      `info: Fetching ${tip.slice(0, 8)}`,
      'info: Looking for the merge base: fetching 32 more commits',
    ]);
  });

  test('fetches the merge base alone where someone names it', async () => {
    const { repository, fork, head, tip } = diverged();
    const clone = repository.publish().clone('--depth=1', '--branch=feature');
    const change = await (await open(clone)).changeSet({ base: tip, head: 'HEAD', mergeBaseSha: fork });
    expect(change.files).toEqual(changed);
    expect(text(await change.base.read('old name.yaml'))).toBe('x: 1\ny: 2\nz: 3\n');
    expect(clone.git('rev-list', '--all', head, fork).split('\n').toSorted()).toEqual(
      [fork, head].toSorted(),
    );
  });
});

describe.runIf(process.platform !== 'win32')('links in a change', () => {
  const link = (target: string) => ({ link: target });

  test('on disk are followed as in a commit, untracked ones too', async () => {
    const repository = createRepository();
    repository.commit({ 'a.yaml': link('real/a.yaml'), 'real/a.yaml': 'a: 1\n' });
    repository.write({ 'real/a.yaml': 'a: 2\n', 'b.yaml': link('real/b.yaml'), 'real/b.yaml': 'b: 1\n' });
    const { files } = await (await open(repository)).changeSet({ base: 'main', head: onDisk });
    expect(files).toEqual([
      { status: 'modified', path: 'a.yaml', target: 'real/a.yaml' },
      { status: 'added', path: 'b.yaml', target: 'real/b.yaml' },
      { status: 'modified', path: 'real/a.yaml' },
      { status: 'added', path: 'real/b.yaml' },
    ]);
  });

  test('give every path at which a file can be read, and end in loops', async () => {
    const repository = createRepository();
    const files = { 'a/x': '1', 'a/up': link('..'), b: link('a'), 'a/self': link('self') };
    repository.commit(files);
    repository.branch('feature');
    repository.commit({ 'a/x': '2' });
    const change = await (await open(repository)).changeSet({ base: 'main', head: 'feature' });
    const all = ['a/self', 'a/up/a/self', 'a/up/a/x', 'a/up/b/self', 'a/up/b/x', 'a/x'];
    const below = ['b/self', 'b/up/a/self', 'b/up/a/x', 'b/x'];
    const once = [...all, ...below].filter((path) => !path.includes('up'));
    expect(await change.head.reachable?.()).toEqual(once);
    const changed = [...all, ...below].filter((path) => path.endsWith('x'));
    expect(change.files.map(({ path }) => path)).toEqual(changed);
  });

  test.each([
    { hops: 40, changed: ['l40', 'x'] },
    { hops: 41, changed: ['l40', 'x'] },
  ])('are followed through $hops hops', async ({ hops, changed }) => {
    const repository = createRepository();
    const chain = Array.from({ length: hops }, (_, index) => [
      `l${index + 1}`,
      link(index === 0 ? 'x' : `l${index}`),
    ]);
    repository.commit({ x: '1', ...Object.fromEntries(chain) });
    repository.branch('feature');
    repository.commit({ x: '2' });
    const { files } = await (await open(repository)).changeSet({ base: 'main', head: 'feature' });
    const last = files.map(({ path }) => path).filter((path) => /^(?:l4\d|x)$/.test(path));
    expect(last).toEqual(changed);
  });

  test('that multiply beyond all bounds are refused', async () => {
    const repository = createRepository();
    const files = Array.from({ length: 18 }, (_, index) => [
      [`d${index}/l`, link(`../d${index + 1}`)],
      [`d${index}/r`, link(`../d${index + 1}`)],
    ]).flat();
    repository.commit({ ...Object.fromEntries(files), 'd18/x': '1' });
    repository.branch('feature');
    repository.commit({ 'd18/x': '2' });
    await expect((await open(repository)).changeSet({ base: 'main', head: 'feature' })).rejects.toThrow(
      /more than 200000 paths/,
    );
  });

  test('cost no process where there are none', async () => {
    const { repository, fork, head } = diverged();
    const log = rememberingLog();
    const opened = await open(repository, log);
    const change = await opened.changeSet({ base: fork, head });
    await change.base.list();
    await change.base.read('a.yaml');
    const started = log.lines.filter((line) => /git (?:ls-tree|diff-tree|cat-file) /.test(line));
    expect(started.map((line) => /git (\S+)/.exec(line)?.[1])).toEqual(['cat-file', 'diff-tree', 'ls-tree']);
  });
});
