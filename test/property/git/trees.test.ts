import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileTree } from '../../../src/ports/index.ts';
import { openRepository } from '../../../src/git/index.ts';
import { isUserError } from '../../../src/kernel/user-error.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';
import { samples } from '../../support/seed.ts';

const linux = process.platform === 'linux';
const part = fc.constantFrom('a', 'b');
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const target = fc
  .tuple(fc.constantFrom('', './', '../', '../../', 'a/../'), fc.array(part, { minLength: 1, maxLength: 2 }))
  .map(([start, parts]) => start + parts.join('/'));
const asked = fc
  .array(fc.oneof({ weight: 4, arbitrary: part }, fc.constantFrom('.', '')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));

/** Files and symlinks, by their paths. */
const content = fc.oneof(
  fc.constant('file'),
  target.map((link) => ({ link })),
);
const world = fc.dictionary(path, content, { minKeys: 4, maxKeys: 12, noNullPrototype: true });

/** The content, or that there is none: whether it is missing or refused differs where a link leads outside. */
async function outcome(tree: FileTree, name: string): Promise<string> {
  try {
    const bytes = await tree.read(name);
    return bytes === undefined ? 'no content' : Buffer.from(bytes).toString();
  } catch (error) {
    if (!isUserError(error)) throw error;
    return 'no content';
  }
}

test.runIf(linux)('a path in a commit leads where the operating system would lead it', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.uniqueArray(asked, { minLength: 20, maxLength: 40 }),
      async (entries, paths) => {
        const repository = createRepository();
        repository.write({ seed: '' });
        for (const [name, content] of Object.entries(entries))
          place(repository, name, content === 'file' ? `content of ${name}` : content);
        const sha = repository.commit({});
        const opened = await openRepository({
          cwd: repository.root,
          log: rememberingLog(),
          env: hermeticEnvironment(),
        });
        const inCommit = await Promise.all(paths.map((name) => outcome(opened.tree(sha), name)));
        const onDisk = await Promise.all(paths.map((name) => outcome(opened.workingTree(), name)));
        expect(Object.fromEntries(paths.map((name, index) => [name, inCommit[index]]))).toEqual(
          Object.fromEntries(paths.map((name, index) => [name, onDisk[index]])),
        );
      },
    ),
    { numRuns: samples(60, 6) },
  );
});

/** Nothing is written through a link: it may lead out of the repository. What is in the way stays. */
function place(repository: TestRepository, name: string, content: string | { readonly link: string }): void {
  const free =
    mkdirWithin(repository.root, dirname(name)) && kindOf(join(repository.root, name)) === 'nothing';
  if (free) repository.write({ [name]: content });
}

/** Makes the folders one by one; false where a file or a link is in the way. */
function mkdirWithin(root: string, folders: string): boolean {
  let at = root;
  for (const folder of folders.split('/')) {
    at = join(at, folder);
    if (kindOf(at) === 'nothing') mkdirSync(at);
    if (kindOf(at) !== 'folder') return false;
  }
  return true;
}

function kindOf(path: string): 'nothing' | 'folder' | 'other' {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'other';
}

const anyName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter(
    (name) => name.isWellFormed() && !/[/\0]/.test(name) && !/^\.{1,2}$/.test(name) && !/^\.?git/i.test(name),
  );

test.runIf(linux)('every name that a file can have is listed, read and compared', async () => {
  const names = [...new Set(fc.sample(anyName, { numRuns: 300, seed: 1 }))];
  const repository = createRepository();
  repository.git('config', 'core.protectHFS', 'false');
  repository.git('config', 'core.protectNTFS', 'false');
  const base = repository.commit({});
  const head = repository.commit(Object.fromEntries(names.map((name) => [name, `content of ${name}`])));
  const opened = await openRepository({
    cwd: repository.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const sorted = names.toSorted((a, b) => (a < b ? -1 : 1));
  for (const tree of [opened.tree(head), opened.workingTree()]) {
    expect(await tree.list()).toEqual(sorted);
    const contents = await Promise.all(names.map((name) => outcome(tree, name)));
    expect(contents).toEqual(names.map((name) => `content of ${name}`));
  }
  expect((await opened.changedFiles(base, head)).map((file) => file.path)).toEqual(sorted);
});
