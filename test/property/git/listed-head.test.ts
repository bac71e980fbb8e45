/** The files of a change's head are known from its base and what differs: they are those that git itself lists. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onDisk, openRepository } from '../../../src/git/index.ts';
import type { FileTree } from '../../../src/ports/index.ts';
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

async function listings(repository: TestRepository, base: string) {
  const opened = await openRepository({
    cwd: repository.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const disk = await opened.changeSet({ base, head: onDisk });
  const commit = await opened.changeSet({ base, head: 'HEAD' });
  const head = opened.tree(repository.git('rev-parse', 'HEAD'));
  return {
    contents: await Promise.all([disk.head, commit.head, disk.base, commit.base].map(contentsOf)),
    read: await Promise.all(
      [opened.workingTree(), head, opened.tree(base), opened.tree(base)].map(contentsOf),
    ),
    known: [await disk.head.list(), await commit.head.list()],
    listed: [
      await opened.workingTree().list(),
      await opened.tree(repository.git('rev-parse', 'HEAD')).list(),
    ],
    base: [await disk.base.list(), await commit.base.list()],
    reachable: [await disk.head.reachable?.(), await commit.head.reachable?.()],
    walked: [
      await opened.workingTree().reachable?.(),
      await opened.tree(repository.git('rev-parse', 'HEAD')).reachable?.(),
    ],
  };
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
