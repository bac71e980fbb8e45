import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { onDisk, openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import {
  createRepository,
  hermeticEnvironment,
  repositoryAt,
  temporaryFolder,
} from '../../support/repository.ts';
import { advice, open, text } from './setup.ts';

const path = process.env['PATH'];
afterEach(() => {
  process.env['PATH'] = path;
});

describe('what cannot be opened is reported with advice', () => {
  test('a folder that is not a repository', async () => {
    const folder = repositoryAt(temporaryFolder());
    expect(await advice(open(folder))).toMatch(/^this is not a git repository .*\| .*actions\/checkout/);
  });

  test('a folder that is not there', async () => {
    expect(await advice(open(repositoryAt(join(temporaryFolder(), 'none'))))).toMatch(
      /^there is no folder .*none/,
    );
  });

  test('a file in place of a folder', async () => {
    const repository = createRepository();
    repository.write({ file: '' });
    expect(await advice(open(repository, { cwd: join(repository.root, 'file') }))).toMatch(
      /^there is no folder .*file \| Name a folder/,
    );
  });

  test('a bare repository', async () => {
    const repository = createRepository();
    repository.commit({ a: '' });
    expect(await advice(open(repository.publish()))).toMatch(/^this is a bare repository: it has no files/);
  });

  test('a folder whose name has a line break', async () => {
    const folder = repositoryAt(join(temporaryFolder(), 'two\nlines'));
    mkdirSync(folder.root);
    folder.git('init', '--quiet');
    expect(await advice(open(folder))).toMatch(/^the path of the repository contains a line break \| Rename/);
  });

  test('a machine without git', async () => {
    const repository = createRepository();
    process.env['PATH'] = temporaryFolder();
    expect(await advice(open(repository))).toBe(
      'git was not found on PATH | Install git 2.31 or later, or use a container image that has it.',
    );
  });

  test('a repository without a commit', async () => {
    const opened = await open(createRepository());
    const told = 'what is checked out has no commit yet | Make a first commit.';
    expect(await advice(opened.head())).toBe(told);
    expect(await advice(opened.changeSet({ base: 'HEAD', head: onDisk }))).toBe(told);
  });

  test.each(['--upload-pack=touch pwned', 'a b', '', '-'])('a remote named %j', async (remote) => {
    expect(await advice(open(createRepository(), { remote }))).toMatch(/is not a valid remote name/);
  });
});

describe('a repository is found', () => {
  test('from a folder within it', async () => {
    const repository = createRepository();
    const sha = repository.commit({ 'deep/er/a.yaml': 'a' });
    const opened = await open(repository, { cwd: join(repository.root, 'deep', 'er') });
    expect(opened.root).toBe(repository.root);
    expect(await opened.head()).toEqual({ sha, branch: 'main' });
    expect(await opened.workingTree().list()).toEqual(['deep/er/a.yaml']);
    expect(text(await opened.tree(sha).read('deep/er/a.yaml'))).toBe('a');
  });

  test('with a detached head', async () => {
    const repository = createRepository();
    const sha = repository.commit({ a: '' });
    repository.commit({ a: 'b' });
    repository.git('switch', '--quiet', '--detach', sha);
    expect(await (await open(repository)).head()).toEqual({ sha });
  });

  test('in a worktree, of a shallow clone too', async () => {
    const repository = createRepository();
    const fork = repository.commit({ 'a.yaml': '1' });
    const tip = repository.commit({ 'a.yaml': '2' });
    repository.git('switch', '--quiet', '--create', 'feature', fork);
    repository.commit({ 'b.yaml': '1' });
    const clone = repository.publish().clone('--depth=1', '--branch=feature');
    const folder = join(temporaryFolder(), 'work tree');
    clone.git('worktree', 'add', '--quiet', '--detach', folder);
    const opened = await open(repositoryAt(folder));
    expect(opened.root).toBe(folder);
    const change = await opened.changeSet({ base: tip, head: onDisk });
    expect([change.base.sha, change.files]).toEqual([fork, [{ status: 'added', path: 'b.yaml' }]]);
    expect(await advice(opened.workingTree().read('.git'))).toMatch(/^\.git belongs to git itself/);
  });

  test('in a submodule', async () => {
    const inner = createRepository();
    const base = inner.commit({ 'a.yaml': '1' });
    inner.commit({ 'b.yaml': '1' });
    const outer = createRepository();
    outer.git('submodule', '--quiet', 'add', `file://${inner.root}`, 'model');
    outer.commit({ 'x.yaml': '' });
    const opened = await open(outer, { cwd: join(outer.root, 'model') });
    expect(opened.root).toBe(join(outer.root, 'model'));
    expect((await opened.changeSet({ base, head: onDisk })).files).toEqual([
      { status: 'added', path: 'b.yaml' },
    ]);
  });

  test('whatever a surrounding git has set', async () => {
    const other = createRepository();
    other.commit({ 'other.yaml': '' });
    const repository = createRepository();
    const sha = repository.commit({ 'a.yaml': '' });
    const env = hermeticEnvironment({
      GIT_DIR: join(other.root, '.git'),
      GIT_WORK_TREE: other.root,
      GIT_INDEX_FILE: join(other.root, '.git', 'index'),
      GIT_SHALLOW_FILE: join(repository.root, 'a.yaml'),
    });
    const opened = await open(repository, { env });
    expect(await opened.isShallow()).toBe(false);
    expect([opened.root, (await opened.head()).sha, await opened.workingTree().list()]).toEqual([
      repository.root,
      sha,
      ['a.yaml'],
    ]);
  });

  test.runIf(process.getuid?.() === 0)(
    'on a runner whose container has another user; elsewhere git may refuse',
    async () => {
      const repository = createRepository();
      const sha = repository.commit({ 'a.yaml': '' });
      disown(repository.root);
      expect(await advice(open(repository))).toMatch(
        /^the repository belongs to another user.*safe\.directory/,
      );
      const env = hermeticEnvironment({ GITHUB_ACTIONS: 'true' });
      expect((await (await open(repository, { env })).head()).sha).toBe(sha);
    },
  );
});

function disown(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), 12_345, 12_345);
  chownSync(folder, 12_345, 12_345);
}

test('nothing of the configuration changes what is read', async () => {
  const repository = createRepository();
  const base = repository.commit({ 'ä.yaml': '1\n2\n3\n', 'sub/b.yaml': '' });
  const head = repository.commit({ 'ä.yaml': undefined, 'ö.yaml': '1\n2\n3\n' });
  const odd = [
    'core.quotePath true',
    'diff.renames false',
    'diff.noprefix true',
    'diff.external false',
    'color.ui always',
    'log.showSignature true',
    'diff.mnemonicPrefix true',
    'diff.relative true',
    'log.decorate full',
    'core.pager false',
    'log.follow true',
    'status.relativePaths true',
  ];
  for (const setting of odd) repository.git('config', ...setting.split(' '));
  mkdirSync(join(repository.root, 'sub'), { recursive: true });
  const opened = await openRepository({
    cwd: join(repository.root, 'sub'),
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const renamed = [{ status: 'renamed', path: 'ö.yaml', previousPath: 'ä.yaml' }];
  expect(await opened.changedFiles(base, head)).toEqual(renamed);
  expect(await opened.changedFiles(base, onDisk)).toEqual(renamed);
  expect(await opened.commits(base, head)).toEqual([
    { sha: head, author: 'Ada <ada@example.org>', message: 'Change' },
  ]);
});

test('a commit that was checked out beside the working tree leaves nothing in the clone', async () => {
  const repository = createRepository();
  const sha = repository.commit({ 'a.yaml': 'a: 1\n' });
  repository.write({ 'a.yaml': 'a: 2\n' });
  const own = repository.git('worktree', 'list', '--porcelain');
  const folder = join(temporaryFolder(), 'tree');
  const forget = await (await open(repository)).checkOut(sha, folder);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('a: 1\n');
  expect(repository.git('worktree', 'list', '--porcelain')).not.toBe(own);
  forget();
  expect(repository.git('worktree', 'list', '--porcelain')).toBe(own);
});
