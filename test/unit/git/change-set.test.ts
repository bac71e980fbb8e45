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
