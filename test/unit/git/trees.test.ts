import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileTree } from '../../../src/ports/index.ts';
import { fileTreeOf, folderTree, onDisk } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, temporaryFolder } from '../../support/repository.ts';
import { advice, commands, open, text } from './setup.ts';

const posix = process.platform !== 'win32';

const files = {
  'configs/a.yaml': 'a: 1\n',
  'configs/deep/er/b.yaml': 'b: 1\n',
  'configs/utf8-bom.yaml': '\uFEFFc: 1\n',
  'bytes.bin': Uint8Array.from([0, 255, 10, 13, 0, 128]),
  'no-newline': 'x',
  empty: '',
};

const links = {
  'link.yaml': { link: 'configs/a.yaml' },
  'configs/up.yaml': { link: '../bytes.bin' },
  'configs/twice.yaml': { link: './deep/../../link.yaml' },
  shared: { link: 'configs/deep' },
  'absolute.yaml': { link: '/etc/hostname' },
  'escape.yaml': { link: '../../etc/hostname' },
  'configs/escape.yaml': { link: '../../outside.yaml' },
  'dangling.yaml': { link: 'configs/nothing.yaml' },
  'loop.yaml': { link: 'loop2.yaml' },
  'loop2.yaml': { link: 'loop.yaml' },
  'gitdir.yaml': { link: '.git/config' },
};

/** The same repository as a commit, and as it is on disk. */
async function trees(
  contents: Parameters<ReturnType<typeof createRepository>['commit']>[0],
): Promise<{ commit: FileTree; disk: FileTree }> {
  const repository = createRepository();
  const sha = repository.commit(contents);
  const opened = await open(repository);
  return { commit: opened.tree(sha, 'head'), disk: opened.workingTree() };
}

describe.each(['commit', 'disk'] as const)('files of a %s', (kind) => {
  test('are listed by code unit, and read byte by byte', async () => {
    const tree = (await trees(files))[kind];
    expect(await tree.list()).toEqual([
      'bytes.bin',
      'configs/a.yaml',
      'configs/deep/er/b.yaml',
      'configs/utf8-bom.yaml',
      'empty',
      'no-newline',
    ]);
    for (const [path, content] of Object.entries(files))
      expect(Buffer.from((await tree.read(path)) ?? 'none')).toEqual(Buffer.from(content));
  });

  test('that are not there are undefined', async () => {
    const tree = (await trees(files))[kind];
    const paths = [
      'nothing',
      'configs/nothing.yaml',
      'nothing/a.yaml',
      'configs/a.yaml/b',
      'configs/A.yaml/x',
      '__proto__',
      'constructor',
    ];
    for (const path of paths) expect([path, await tree.read(path)]).toEqual([path, undefined]);
  });

  test('beyond the repository are refused', async () => {
    const tree = (await trees(files))[kind];
    for (const path of ['../outside', '/etc/hostname', 'configs/../../x', '..'])
      expect(await advice(tree.read(path))).toMatch(/leads out of the repository/);
  });

  test('folders and files that are too large are refused', async () => {
    const tree = (await trees(files))[kind];
    expect(await advice(tree.read('configs'))).toMatch(/^configs is a folder, not a file/);
    expect(await advice(tree.read('configs/deep/'))).toMatch(/is a folder, not a file/);
    expect(await advice(tree.read('configs/a.yaml', 4))).toMatch(
      /^configs\/a\.yaml has 5 bytes, more than the 4 bytes that are read/,
    );
    expect(text(await tree.read('configs/a.yaml', 5))).toBe('a: 1\n');
  });

  test.runIf(posix)('symlinks lead to files of the repository, and nowhere else', async () => {
    const tree = (await trees({ ...files, ...links }))[kind];
    expect(await tree.list()).toContain('absolute.yaml');
    expect(text(await tree.read('link.yaml'))).toBe('a: 1\n');
    expect(text(await tree.read('configs/twice.yaml'))).toBe('a: 1\n');
    expect(text(await tree.read('shared/er/b.yaml'))).toBe('b: 1\n');
    expect(await tree.read('configs/up.yaml')).toHaveLength(6);
    for (const path of ['absolute.yaml', 'escape.yaml', 'configs/escape.yaml'])
      expect(await advice(tree.read(path))).toMatch(
        /leads out of the repository|is a symlink to a file that does not exist/,
      );
    expect(await advice(tree.read('dangling.yaml'))).toMatch(
      /^dangling\.yaml is a symlink to a file that does not exist/,
    );
    expect(await advice(tree.read('loop.yaml'))).toMatch(/^loop\.yaml is a symlink that leads to itself/);
    expect(await advice(tree.read('gitdir.yaml'))).toMatch(
      /^gitdir\.yaml (is a symlink to a file that does not exist|belongs to git itself)/,
    );
    expect(await advice(tree.read('shared'))).toMatch(/^shared is a folder/);
  });
});

describe('files on disk', () => {
  test('include untracked ones; ignored ones only on request; deleted ones never', async () => {
    const repository = createRepository();
    repository.commit({ '.gitignore': 'results/\n', 'a.yaml': '', 'b.yaml': '' });
    repository.write({ 'a.yaml': undefined, 'new.yaml': '', 'results/eval.jsonl': '{}' });
    const opened = await open(repository);
    expect(await opened.workingTree().list()).toEqual(['.gitignore', 'b.yaml', 'new.yaml']);
    expect(await opened.workingTree({ ignored: true }).list()).toEqual([
      '.gitignore',
      'b.yaml',
      'new.yaml',
      'results/eval.jsonl',
    ]);
    expect(text(await opened.workingTree().read('results/eval.jsonl'))).toBe('{}');
  });

  test('are those of a sparse checkout only', async () => {
    const repository = createRepository();
    const sha = repository.commit({ 'configs/a.yaml': 'a', 'weights/w.bin': 'w' });
    repository.git('sparse-checkout', 'set', '--cone', 'configs');
    const opened = await open(repository);
    expect(await opened.workingTree().list()).toEqual(['configs/a.yaml']);
    expect(await opened.changedFiles(sha, onDisk)).toEqual([]);
    expect(text(await opened.tree(sha).read('weights/w.bin'))).toBe('w');
  });

  test('have what a sparse checkout leaves out where a path of it is asked for', async () => {
    const repository = createRepository();
    const base = repository.commit({
      'configs/a.yaml': 'a',
      'configs/b.yaml': 'b',
      '.github/registry.yml': 'registry',
      '.github/policy.yml': 'policy',
      '.github/gone.yml': 'gone',
    });
    repository.write({ '.github/policy.yml': 'staged' });
    repository.git('add', '.github/policy.yml');
    repository.git('rm', '--quiet', '--cached', '.github/gone.yml');
    repository.write({ '.github/gone.yml': undefined });
    repository.git('sparse-checkout', 'set', '--cone', 'configs');
    repository.git('update-index', '--skip-worktree', '.github/policy.yml');
    repository.write({ '.github/policy.yml': undefined, 'configs/b.yaml': undefined, 'configs/a.yaml': 'A' });
    const { head, files: changed } = await (await open(repository)).changeSet({ base, head: onDisk });
    const read = async (path: string) => text(await head.read(path));
    expect(
      await Promise.all(['registry', 'policy', 'gone'].map((name) => read(`.github/${name}.yml`))),
    ).toEqual(['registry', 'staged', undefined]);
    expect([await read('configs/a.yaml'), await read('configs/b.yaml')]).toEqual(['A', undefined]);
    expect(await advice(head.read('.github/policy.yml', 2))).toMatch(/^\.github\/policy\.yml .*6/);
    expect(await head.list()).toEqual(['configs/a.yaml']);
    expect(changed.map(({ path }) => path)).toEqual([
      '.github/gone.yml',
      '.github/policy.yml',
      'configs/a.yaml',
      'configs/b.yaml',
    ]);
  });

  test('in conflict are listed once, as they are on disk', async () => {
    const repository = createRepository();
    const base = repository.commit({ 'a.yaml': '1\n' });
    repository.branch('feature');
    repository.commit({ 'a.yaml': '2\n' });
    repository.git('switch', '--quiet', 'main');
    const tip = repository.commit({ 'a.yaml': '3\n' });
    expect(() => repository.git('merge', '--quiet', 'feature')).toThrow('merge --quiet feature');
    const opened = await open(repository);
    expect(await opened.workingTree().list()).toEqual(['a.yaml']);
    for (const sha of [base, tip])
      expect(await opened.changedFiles(sha, onDisk)).toEqual([{ status: 'modified', path: 'a.yaml' }]);
    expect(text(await opened.workingTree().read('a.yaml'))).toContain('<<<<<<<');
  });

  test('leave nested repositories and git itself alone', async () => {
    const repository = createRepository();
    repository.commit({ 'a.yaml': '' });
    const nested = createRepository(mkdir(join(repository.root, 'nested')));
    nested.commit({ 'x.yaml': 'x' });
    const tree = (await open(repository)).workingTree();
    expect(await tree.list()).toEqual(['a.yaml']);
    for (const path of ['.git/config', '.GIT/config', 'nested/.git/HEAD'])
      expect(await advice(tree.read(path))).toMatch(/belongs to git itself|no error: undefined/);
  });

  test('of 100 MB are refused by their size, unread', async () => {
    const repository = createRepository();
    repository.commit({ 'a.yaml': '' });
    repository.write({ 'weights.bin': '' });
    truncateSync(join(repository.root, 'weights.bin'), 100 * 1024 * 1024);
    expect(await advice((await open(repository)).workingTree().read('weights.bin'))).toBe(
      'weights.bin has 100.0 MiB, more than the 64.0 MiB that are read (working tree) | Keep large data out of git, or exclude the file in the policy.',
    );
  });

  test.runIf(posix && process.getuid?.() !== 0)('that may not be read are refused', async () => {
    const repository = createRepository();
    repository.commit({ 'secret.yaml': 'a' });
    chmodSync(join(repository.root, 'secret.yaml'), 0);
    expect(await advice((await open(repository)).workingTree().read('secret.yaml'))).toMatch(
      /^secret\.yaml cannot be read: EACCES/,
    );
  });

  test.runIf(posix)('that never end are refused', async () => {
    const repository = createRepository();
    repository.commit({ 'a.yaml': '' });
    execFileSync('mkfifo', [join(repository.root, 'pipe')]);
    expect(await advice((await open(repository)).workingTree().read('pipe'))).toMatch(
      /^pipe is neither a file nor a folder/,
    );
  });
});

describe('contents of commits', () => {
  test('that are large are refused by their size; up to the bound they are read whole', async () => {
    const { commit } = await trees({
      'large.bin': Buffer.alloc(65 * 1024 * 1024),
      'fits.bin': Buffer.alloc(20 * 1024 * 1024, 1),
    });
    expect(await advice(commit.read('large.bin'))).toMatch(
      /^large\.bin has 65\.0 MiB, more than the 64\.0 MiB/,
    );
    expect(await commit.read('fits.bin')).toHaveLength(20 * 1024 * 1024);
  });

  test('come from one process, however many they are', async () => {
    const repository = createRepository();
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`configs/${index}.yaml`, `index: ${index}\n`]),
    );
    const sha = repository.commit(many);
    const log = rememberingLog();
    const tree = (await open(repository, { log })).tree(sha);
    const contents = await Promise.all((await tree.list()).map((path) => tree.read(path)));
    expect(contents.map((bytes) => text(bytes) ?? '').toSorted()).toEqual(Object.values(many).toSorted());
    expect(commands(log, 'cat-file')).toHaveLength(1);
  });

  test('that are damaged are reported with the way out', async () => {
    const repository = createRepository();
    const sha = repository.commit({ 'a.yaml': 'a: 1\n' });
    const oid = repository.git('rev-parse', 'HEAD:a.yaml');
    const file = join(repository.root, '.git/objects', oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'garbage');
    const tree = (await open(repository)).tree(sha);
    expect(await advice(tree.read('a.yaml'))).toMatch(/^git has no content for \w+: .*\| Run `git fsck`/);
  });

  test('of a submodule are refused', async () => {
    const inner = createRepository();
    inner.commit({ 'x.yaml': '' });
    const repository = createRepository();
    repository.git('submodule', '--quiet', 'add', `file://${inner.root}`, 'third_party/inner');
    const sha = repository.commit({ 'a.yaml': '' });
    const opened = await open(repository);
    for (const tree of [opened.tree(sha), opened.workingTree()]) {
      expect(await tree.list()).toEqual(['.gitmodules', 'a.yaml']);
      expect(await advice(tree.read('third_party/inner'))).toMatch(
        /^third_party\/inner is a (submodule|folder)/,
      );
    }
    expect(await opened.tree(sha).read('third_party/inner/x.yaml')).toBeUndefined();
  });
});

describe('files in Git LFS', () => {
  const content = '{"id": 1}\n';
  const oid = createHash('sha256').update(content).digest('hex');
  const pointer = (size: number) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;

  test('are read where the clone has them, and refused where it has the pointer alone', async () => {
    const repository = createRepository();
    const sha = repository.commit({
      'results.jsonl': pointer(content.length),
      'huge.bin': pointer(100 * 1024 * 1024),
      'about.txt': `${pointer(1)}more`,
    });
    const opened = await open(repository);
    const both = [opened.tree(sha), opened.workingTree()];
    for (const tree of both) {
      expect(await advice(tree.read('results.jsonl'))).toMatch(
        /^results\.jsonl is kept in Git LFS, and its content is not in this clone .*\| Run `git lfs fetch`/,
      );
      expect(await advice(tree.read('huge.bin'))).toMatch(/^huge\.bin has 100\.0 MiB, more than/);
      expect(text(await tree.read('about.txt'))).toBe(`${pointer(1)}more`);
    }
    repository.write({ [`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`]: content });
    expect(text(await opened.workingTree().read('results.jsonl'))).toBe(content);
    repository.git('sparse-checkout', 'set', '--no-cone', '/about.txt');
    const { head: sparse } = await opened.changeSet({ base: sha, head: onDisk });
    for (const tree of [opened.tree(sha), sparse])
      expect(text(await tree.read('results.jsonl'))).toBe(content);
  });
});

describe('without git', () => {
  test('a folder is a tree of its files', async () => {
    const folder = temporaryFolder();
    for (const [path, content] of Object.entries({
      'a.json': '{}',
      'sub/b.json': '[]',
      '.git/config': 'secret',
    })) {
      mkdir(join(folder, path, '..'));
      writeFileSync(join(folder, path), content);
    }
    const tree = await folderTree(folder);
    expect(await tree.list()).toEqual(['a.json', 'sub/b.json']);
    expect(text(await tree.read('sub/b.json'))).toBe('[]');
    expect(await tree.read('c.json')).toBeUndefined();
    expect(await advice(tree.read('../x'))).toMatch(/^\.\.\/x leads out of the repository/);
  });

  test('parts of files are read, whatever the size of the whole', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'weights.bin'), 'header');
    truncateSync(join(folder, 'weights.bin'), 3 * 1024 ** 3);
    for (const tree of [await folderTree(folder), await fileTreeOf(join(folder, 'weights.bin'))]) {
      const part = async (offset: number, length: number) => {
        const read = await tree.readRange?.('weights.bin', offset, length);
        return read && [Buffer.from(read.bytes).toString(), read.fileBytes];
      };
      expect(await part(2, 4)).toEqual(['ader', 3 * 1024 ** 3]);
      expect(await part(3 * 1024 ** 3 - 2, 10)).toEqual(['\0\0', 3 * 1024 ** 3]);
      expect(await part(4 * 1024 ** 3, 10)).toEqual(['', 3 * 1024 ** 3]);
      expect(await tree.readRange?.('none', 0, 1)).toBeUndefined();
    }
    const outside = (await folderTree(folder)).readRange?.('../x', 0, 1) ?? Promise.resolve('cannot');
    expect(await advice(outside)).toMatch(/^\.\.\/x leads out/);
  });

  test('a file is a tree of one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), '{}');
    const tree = await fileTreeOf(join(folder, 'a.json'));
    expect(await tree.list()).toEqual(['a.json']);
    expect(text(await tree.read('a.json'))).toBe('{}');
  });

  test.runIf(posix)('symlinks are followed where a person says so', async () => {
    const [cache, snapshot] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(cache, 'blob'), '{}');
    symlinkSync(join(cache, 'blob'), join(snapshot, 'config.json'));
    expect(await advice((await folderTree(snapshot)).read('config.json'))).toMatch(/^config\.json leads out/);
    const followed = await folderTree(snapshot, { followLinks: true });
    const file = await fileTreeOf(join(snapshot, 'config.json'));
    for (const tree of [followed, file]) {
      expect(await tree.list()).toEqual(['config.json']);
      expect(text(await tree.read('config.json'))).toBe('{}');
      expect(text((await tree.readRange?.('config.json', 1, 1))?.bytes)).toBe('}');
      expect(await tree.read('blob')).toBeUndefined();
    }
  });

  test('what is not there is reported', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.json'), '{}');
    expect(await advice(folderTree(join(folder, 'none')))).toMatch(/^there is no folder/);
    expect(await advice(folderTree(join(folder, 'a.json')))).toMatch(/^there is no folder/);
    expect(await advice(fileTreeOf(folder))).toMatch(/^there is no file/);
    expect(await advice(fileTreeOf(join(folder, 'none', 'a.json')))).toMatch(/^there is no file/);
  });
});

function mkdir(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}

test('a file that vanishes between listing and reading is simply not there', async () => {
  const repository = createRepository();
  repository.commit({ 'a.yaml': 'a' });
  const tree = (await open(repository)).workingTree();
  expect(await tree.list()).toEqual(['a.yaml']);
  rmSync(join(repository.root, 'a.yaml'));
  expect(await tree.read('a.yaml')).toBeUndefined();
});
