/** The files of a change's head are known from its base and what differs: they are those that git itself lists. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { comparisonOf, type Comparison } from '../../../src/git/comparison.ts';
import { historyOf } from '../../../src/git/history/history.ts';
import { createGit, onDisk, openRepository } from '../../../src/git/index.ts';
import { blobsOf } from '../../../src/git/objects/blobs.ts';
import { localObjects } from '../../../src/git/objects/own-store.ts';
import { commitTree } from '../../../src/git/trees/commit-tree.ts';
import { workingTree } from '../../../src/git/trees/disk-tree.ts';
import { listCommit } from '../../../src/git/trees/index-listing.ts';
import { listingsOf } from '../../../src/git/trees/listing.ts';
import type { ChangeSet, FileTree } from '../../../src/ports/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';
import { samples, seed } from '../../support/seed.ts';

const paths = ['a', 'b.yaml', 'c/d.yaml', 'c/e', 'C/d.yaml', 'f.out', 'c/é.yaml', 'l', '.gitignore'];
const anyContent = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1\n', '2\n', 'a longer text\n'.repeat(9)) },
  { weight: 1, arbitrary: fc.constant({ link: 'c/e' }) },
  { weight: 3, arbitrary: fc.constant(undefined) },
);
const anyFiles = fc
  .array(fc.tuple(fc.constantFrom(...paths), anyContent), { maxLength: 6 })
  .map((pairs) =>
    Object.fromEntries(pairs.map(([path, content]) => [path, path === '.gitignore' ? '*.out\n' : content])),
  );
const anyStep = fc.constantFrom(
  'add --all --sparse',
  'rm -r --cached --quiet --ignore-unmatch c',
  'mv -k a moved',
  'sparse-checkout set --no-cone /c/ /a',
  'reset --hard --quiet',
  'add --intent-to-add --sparse .',
);

const opened = async ({ root: cwd }: TestRepository) =>
  openRepository({ cwd, log: rememberingLog(), env: hermeticEnvironment() });

async function listings(repository: TestRepository, base: string) {
  const clone = await opened(repository);
  const disk = await clone.changeSet({ base, head: onDisk });
  const commit = await clone.changeSet({ base, head: 'HEAD' });
  const head = clone.tree(repository.git('rev-parse', 'HEAD'));
  return {
    contents: await Promise.all([disk.head, commit.head, disk.base, commit.base].map(contentsOf)),
    read: await Promise.all(
      [withIndex(clone, repository), head, clone.tree(base), clone.tree(base)].map(contentsOf),
    ),
    known: [await disk.head.list(), await commit.head.list()],
    listed: [await clone.workingTree().list(), await clone.tree(repository.git('rev-parse', 'HEAD')).list()],
    base: [await disk.base.list(), await commit.base.list()],
    reachable: [await disk.head.reachable?.(), await commit.head.reachable?.()],
    walked: [
      await clone.workingTree().reachable?.(),
      await clone.tree(repository.git('rev-parse', 'HEAD')).reachable?.(),
    ],
  };
}

/** The files on disk, and plain ones of the index that git leaves out or takes for unchanged, though they are gone. */
function withIndex(clone: Awaited<ReturnType<typeof opened>>, repository: TestRepository): FileTree {
  const disk = clone.workingTree();
  const lines = repository.git('ls-files', '-z', '-v', '--stage').split('\0');
  const kept = new Map(
    lines.flatMap((line) => {
      const [, oid, path] = /^[Sa-z] 100\d+ (\w+) 0\t([^]*)$/.exec(line) ?? [];
      return oid === undefined || path === undefined ? [] : [[path, oid] as const];
    }),
  );
  const stored = (oid: string) => new TextEncoder().encode(contentOf(repository, oid));
  const read: FileTree['read'] = async (path) => {
    const oid = kept.get(path);
    return (await disk.read(path)) ?? (oid === undefined ? undefined : stored(oid));
  };
  return { ...disk, read };
}

/** With the line break at its end. */
function contentOf(repository: TestRepository, oid: string): string {
  const text = repository.git('cat-file', '-p', oid);
  return Number(repository.git('cat-file', '-s', oid)) > Buffer.byteLength(text) ? `${text}\n` : text;
}

/** Of files that are listed, and of some that are not; what is refused says why, but for the name of the tree. */
async function contentsOf(tree: FileTree): Promise<unknown[]> {
  const asked = [...(await tree.list()), ...paths, 'c', './a', 'c//d.yaml', 'no'];
  return Promise.all(
    asked.map(async (path) => {
      const content = await tree.read(path).then(
        (bytes) => bytes && Buffer.from(bytes).toString(),
        (error: unknown) => String(error).replace(/ \([^()]*\)$/, ''),
      );
      return [path, content];
    }),
  );
}

test('the files of a head are those that git lists, whatever was done to the disk', async () => {
  const change = fc.tuple(anyFiles, anyFiles, anyFiles, fc.array(anyStep, { maxLength: 2 }), anyFiles);
  await fc.assert(
    fc.asyncProperty(change, async ([first, second, edits, steps, more]) => {
      const repository = createRepository();
      const base = repository.commit({ keep: '', ...first });
      repository.commit({ other: '', ...second });
      repository.write(edits);
      for (const step of steps) repository.git(...step.split(' '));
      repository.write(more);
      const found = await listings(repository, base);
      const { base: bases, known, listed, reachable, walked } = found;
      const stored = repository.git('ls-tree', '-r', '-z', '--name-only', base).split('\0').filter(Boolean);
      expect(bases).toEqual([stored.toSorted(), stored.toSorted()]);
      expect(known).toEqual(listed);
      expect(reachable).toEqual(walked);
      expect(found.contents).toEqual(found.read);
    }),
    { numRuns: samples(1000, 15), seed },
  );
}, 600_000);

test('of a large index both commits are listed as without it', async () => {
  const change = fc.tuple(anyFiles, anyFiles, fc.array(anyStep, { maxLength: 2 }), anyFiles);
  await fc.assert(
    fc.asyncProperty(change, async ([first, second, steps, staged]) => {
      const repository = createRepository();
      const base = repository.commit({ keep: '', 'c/old': 'what is moved\n', ...first });
      repository.git('mv', 'c/old', 'new');
      const head = repository.commit({ other: '', ...second });
      for (const step of steps) repository.git(...step.split(' '));
      repository.write(staged);
      repository.git('add', '--all', '--sparse');
      const [large, small] = [ofLargeIndex(repository), await opened(repository)];
      const [found, expected] = await Promise.all(
        [large, small].map(async (each) => answersOf(await each.changeSet({ base, head }))),
      );
      expect(found).toEqual(expected);
    }),
    { numRuns: samples(500, 30), seed },
  );
}, 600_000);

async function answersOf({ base, head, files }: ChangeSet) {
  const ofTree = async (tree: FileTree) => [
    await tree.list(),
    await tree.reachable?.(),
    await contentsOf(tree),
  ];
  return { files, base: await ofTree(base), head: await ofTree(head) };
}

/** As `openRepository` makes it, but that every index counts as large. */
function ofLargeIndex({ root }: TestRepository): Comparison {
  const [log, env, commonDir] = [rememberingLog(), hermeticEnvironment(), join(root, '.git')];
  const git = createGit({ cwd: root, log, env });
  const objects = localObjects({ cwd: root, commonDir, env, log, isSha256: false });
  const remote = () => Promise.reject(new Error('there is none'));
  const blobs = blobsOf(objects, remote);
  const listing = listingsOf(listCommit(git, join(commonDir, 'index'), 1));
  const lfsStore = join(commonDir, 'lfs');
  return comparisonOf({
    git,
    root,
    checkedOut: undefined,
    history: historyOf({ git, objects, commonDir, remote }),
    resolve: (revision) => Promise.resolve(revision),
    tree: (sha, name, oidOf) => commitTree({ listing, objects, blobs, sha, name, lfsStore, oidOf }),
    disk: () => workingTree({ git, root, lfsStore }),
    listing,
    blobs,
    lfsStore,
    isLarge: () => true,
    variables: () => Promise.resolve({}),
  });
}
