import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onDisk } from '../../../src/git/index.ts';
import { createRepository } from '../../support/repository.ts';
import { advice, open, text } from './setup.ts';

const posix = process.platform !== 'win32';

const names = [
  'with space.yaml',
  'ümläut/模型.yaml',
  '-rf',
  '--upload-pack=touch pwned',
  "it's.yaml",
  'a;b&c$(d).yaml',
  '#x',
  '{a,b}.yaml',
  '[x].yaml',
];
if (posix)
  names.push(
    'new\nline.yaml',
    'tab\t.yaml',
    '"quoted".yaml',
    'back\\slash.yaml',
    ':(glob)*.yaml',
    '*.yaml',
    'a:b.yaml',
    'trailing. ',
  );

describe('file names from outside', () => {
  test('are listed, read and compared, in a commit and on disk', async () => {
    const repository = createRepository();
    const base = repository.commit({ 'README.md': '' });
    const head = repository.commit(Object.fromEntries(names.map((name) => [name, `content of ${name}`])));
    const opened = await open(repository);
    const sorted = ['README.md', ...names].toSorted();
    for (const tree of [opened.tree(head), opened.workingTree()]) {
      expect(await tree.list()).toEqual(sorted);
      expect(await Promise.all(names.map(async (name) => text(await tree.read(name))))).toEqual(
        names.map((name) => `content of ${name}`),
      );
    }
    for (const to of [head, onDisk])
      expect(await opened.changedFiles(base, to)).toEqual(
        names.toSorted().map((path) => ({ status: 'added', path })),
      );
  });

  test('are listed as untracked files too', async () => {
    const repository = createRepository();
    const base = repository.commit({ 'README.md': '' });
    repository.write(Object.fromEntries(names.map((name) => [name, ''])));
    expect((await (await open(repository)).changedFiles(base, onDisk)).map(({ path }) => path)).toEqual(
      names.toSorted(),
    );
  });
});

describe.runIf(process.platform === 'linux')('a name that is not UTF-8', () => {
  const latin1 = (name: string) => Buffer.from(name, 'latin1');

  test('is shown with its bytes, and read by that', async () => {
    const repository = createRepository();
    const base = repository.commit({ 'README.md': '' });
    const file = Buffer.concat([Buffer.from(join(repository.root, '/')), latin1('caf\xE9.yaml')]);
    writeFileSync(file, 'a: 1\n');
    const opened = await open(repository);
    expect(await opened.changedFiles(base, onDisk)).toEqual([{ status: 'added', path: 'caf\\xE9.yaml' }]);
    expect(text(await opened.workingTree().read('caf\\xE9.yaml'))).toBe('a: 1\n');
    const head = repository.commit({});
    expect(await opened.tree(head).list()).toEqual(['README.md', 'caf\\xE9.yaml']);
    expect(text(await opened.tree(head).read('caf\\xE9.yaml'))).toBe('a: 1\n');
    rmSync(file);
    expect(await opened.changedFiles(head, onDisk)).toEqual([{ status: 'deleted', path: 'caf\\xE9.yaml' }]);
  });

  test('that reads like another name is refused: the wrong one of two could be judged', async () => {
    const repository = createRepository();
    mkdirSync(join(repository.root, 'd'));
    writeFileSync(Buffer.concat([Buffer.from(join(repository.root, 'd/')), latin1('\xE9')]), '');
    const head = repository.commit({ 'd/\\xE9': '' });
    const opened = await open(repository);
    const told = 'two files have a name that reads as d/\\xE9 | Rename them: use UTF-8 for file names.';
    expect(await advice(opened.tree(head).list())).toBe(told);
    expect(await advice(opened.workingTree().list())).toBe(told);
  });
});

test('messages and authors in another encoding come out as UTF-8', async () => {
  const repository = createRepository();
  const base = repository.commit({ a: '' });
  repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
  repository.write({ message: Buffer.from('Größe ändern', 'latin1') });
  repository.git('commit', '--quiet', '--allow-empty', '--file=message');
  const head = repository.git('rev-parse', 'HEAD');
  expect(await (await open(repository)).commits(base, head)).toEqual([
    { sha: head, author: 'Ada <ada@example.org>', message: 'Größe ändern' },
  ]);
});

test('renames, type changes and copies of a change are distinguished', async () => {
  const repository = createRepository();
  const long = Array.from({ length: 50 }, (_, index) => `line ${index}\n`).join('');
  const base = repository.commit({
    'old.yaml': long,
    'kept.yaml': long.replaceAll('line', 'row'),
    'file.txt': 'x',
    gone: 'y',
  });
  const head = repository.commit({
    'old.yaml': undefined,
    'dir/new name.yaml': `${long}more\n`,
    'copy.yaml': long.replaceAll('line', 'row'),
    'file.txt': { link: 'kept.yaml' },
    gone: undefined,
  });
  const opened = await open(repository);
  expect(await opened.changedFiles(base, head)).toEqual([
    { status: 'added', path: 'copy.yaml' },
    { status: 'renamed', path: 'dir/new name.yaml', previousPath: 'old.yaml' },
    { status: 'modified', path: 'file.txt' },
    { status: 'deleted', path: 'gone' },
  ]);
  const [back = [], same, forth] = await opened.changedAlong([head, base, base, head]);
  // A moved file is at both of its paths.
  expect(back.toSorted()).toEqual(['copy.yaml', 'dir/new name.yaml', 'file.txt', 'gone', 'old.yaml']);
  expect([same, forth]).toEqual([[], back]);
  expect(await opened.changedAlong([head])).toEqual([]);
});
