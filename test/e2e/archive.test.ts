/** What a runner downloads for `uses:`, and npm for the CLI: `git archive` of the commit, unpacked where no node_modules is near. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { documentation } from '../support/contract/sources.ts';
import { hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const root = path.resolve(import.meta.dirname, '../..');
const archive = unpacked(archived('zip'));
const committed = git('ls-tree', '-r', '--name-only', '-z', 'HEAD').toString().split('\0');

/** With the attributes as they are, so that a change to them is judged before it is committed. */
function archived(format: string): Buffer {
  return git('archive', '--worktree-attributes', `--format=${format}`, 'HEAD');
}

function git(...args: readonly string[]): Buffer {
  return execFileSync('git', args, { cwd: root, maxBuffer: 1 << 28, env: hermeticEnvironment() });
}

function unpacked(zip: Uint8Array): string {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(unzipSync(zip)).filter(([entry]) => !entry.endsWith('/'))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

function node(...args: readonly string[]) {
  return spawnSync(process.execPath, args, {
    cwd: temporaryFolder(),
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
}

/** Committed files of these names, each of which the archive must hold. */
function held(names: RegExp): string[] {
  const files = committed.filter((file) => names.test(file));
  expect(files.filter((file) => !existsSync(path.join(archive, file)))).toEqual([]);
  return files;
}

it('contains every action, and each starts from there: it misses its runner, and nothing else', () => {
  const actions = held(/^(?:actions\/[^/]+\/)?action\.yml$/);
  expect(actions.length).toBeGreaterThan(10);
  for (const action of actions) {
    const text = readFileSync(path.join(archive, action), 'utf8');
    const main = /^ {2}main: (\S+)$/m.exec(text)?.[1] ?? '';
    const { status, stdout, stderr } = node(path.join(archive, path.dirname(action), main));
    expect({ action, status, stderr }).toEqual({ action, status: 1, stderr: '' });
    expect(stdout).toContain('GITHUB_');
  }
});

it('contains every library, and each loads from there', () => {
  const libraries = held(/^dist\/lib\/.*\.js$/);
  expect(libraries.length).toBeGreaterThan(5);
  const files = libraries.map((library) => path.join(archive, library));
  const { status, stderr } = node('-e', `for (const file of ${JSON.stringify(files)}) require(file);`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('contains the command line, as npm installs it', () => {
  expect(held(/^package\.json$/)).toHaveLength(1);
  const manifest = JSON.parse(readFileSync(path.join(archive, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
    files: string[];
  };
  expect(manifest.files).toEqual(['dist']);
  const { status, stdout } = node(path.join(archive, manifest.bin['model-gates'] ?? ''), '--help');
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('model-gates') });
});

it('is what the documentation has npm install', () => {
  // Not `github:`: where package.json has a script called build, npm makes of that a link into a folder which it then removes.
  const told = documentation().flatMap(({ text }) => [...text.matchAll(/^npm install --global.* (\S+)$/gm)]);
  expect(told.length).toBeGreaterThan(1);
  for (const [, address = ''] of told) expect(address).toMatch(/\/archive\/refs\/tags\/v1\.tar\.gz$/);
});

it('contains licences and schemas, and nothing that no job reads', () => {
  expect(held(/^LICENSE$|^dist\/licenses\.txt$|^README\.md$/)).toHaveLength(3);
  expect(held(/^(?:actions\/.*\.yml$|schema\/)/).length).toBeGreaterThan(15);
  expect(globSync('actions/*/*.md', { cwd: archive })).toEqual([]);
  expect(globSync('{.*,bench,docs,examples,scripts,src,test,*.ts,*.mts}', { cwd: archive })).toEqual([
    '.npmrc',
  ]);
});

it('is small enough to be fetched in every job', () => {
  expect(gzipSync(archived('tar')).length).toBeLessThan(1_500_000);
});
