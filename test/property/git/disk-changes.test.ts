/** What differs on disk, by one walk of git and what is staged, is what git says when it compares each file and looks for new ones. */
import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGit } from '../../../src/git/index.ts';
import { changedOnWalk, type EntryChange } from '../../../src/git/trees/changes.ts';
import { changedOnDisk } from '../../../src/git/trees/disk-changes.ts';
import { ownChanges } from '../../../src/git/trees/expand-change.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';
import { samples, seed } from '../../support/seed.ts';

const long = (word: string) => `${word}\n`.repeat(20);
const names = [
  'a',
  'b.yaml',
  'c/d',
  'c/e',
  'C/d',
  'with space',
  'quo"te',
  'new\nline',
  'é',
  'C x',
  'M x',
  'S x',
  '? x',
];
const name = fc.constantFrom(...names);
const content = fc.constantFrom('', long('one'), long('two'), `${long('one')}more\n`);

type Step = (repository: TestRepository) => void;

/** Behind a link to itself nothing is. */
function removed(full: string): void {
  try {
    rmSync(full, { recursive: true, force: true });
  } catch {
    // neither is there anything to remove
  }
}

/** What is in the way goes. */
function placed(root: string, path: string, make: (full: string) => void): void {
  const full = join(root, path);
  removed(full);
  const parent = dirname(full);
  try {
    mkdirSync(parent, { recursive: true });
  } catch {
    removed(join(root, path.split('/')[0] ?? ''));
    mkdirSync(parent, { recursive: true });
  }
  make(full);
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(name, content).map(
      ([path, text]): Step =>
        ({ root }) =>
          placed(root, path, (full) => writeFileSync(full, text)),
    ),
  },
  {
    weight: 3,
    arbitrary: name.map(
      (path): Step =>
        ({ root }) =>
          removed(join(root, path)),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (path): Step =>
        ({ root }) =>
          placed(root, path, (full) => symlinkSync('a', full)),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (path): Step =>
        ({ root }) =>
          placed(root, path, (full) => mkdirSync(full)),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (path): Step =>
        ({ root }) =>
          placed(root, `${path}/in`, (full) => writeFileSync(full, '')),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('c', 'C'), fc.constantFrom('', 'c', 'C', 'absent')).map(
      ([path, target]): Step =>
        ({ root }) =>
          placed(root, path, (full) => (target === '' ? writeFileSync(full, '') : symlinkSync(target, full))),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (path): Step =>
        ({ root }) =>
          placed(root, path, (full) => {
            writeFileSync(full, long('one'));
            chmodSync(full, 0o755);
          }),
    ),
  },
  {
    weight: 1,
    arbitrary: name.map(
      (path): Step =>
        (repository) =>
          placed(repository.root, path, (full) => {
            repository.git('init', '--quiet', full);
            writeFileSync(join(full, 'inside'), '');
          }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        ['add', '--all', '--ignore-errors'],
        ['add', '--intent-to-add', '.'],
        ['rm', '-r', '--cached', '--quiet', '--ignore-unmatch', 'c'],
        ['rm', '--cached', '--quiet', '--ignore-unmatch', 'a'],
        ['mv', '-k', 'b.yaml', 'moved'],
        ['mv', '-k', 'c', 'moved c'],
        ['reset', '--quiet', '--', 'c'],
        ['sparse-checkout', 'set', '--no-cone', '/c/', '/a'],
        ['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`],
        ['update-index', '--assume-unchanged', 'a'],
      )
      .map((words): Step => (repository) => {
        try {
          repository.git(...words);
        } catch {
          // what git refuses here is another state to ask of
        }
      }),
  },
);

test('what differs on disk is what git says of each file', async () => {
  const files = fc.dictionary(name, content, { minKeys: 3 });
  await fc.assert(
    fc.asyncProperty(files, fc.array(step, { maxLength: 6 }), async (first, steps) => {
      const repository = createRepository();
      for (const [path, text] of Object.entries(first))
        placed(repository.root, path, (full) => writeFileSync(full, text));
      const base = repository.commit({ keep: '' });
      for (const each of steps) each(repository);
      const found = await comparisons(repository, base, steps.length > 3);
      expect(found.now).toEqual(found.walked);
    }),
    { numRuns: samples(2000, 60), seed },
  );
}, 600_000);

async function comparisons(repository: TestRepository, base: string, isLarge: boolean) {
  const isLink = (path: string) => lstatSync(join(repository.root, path)).isSymbolicLink();
  const log = rememberingLog();
  const git = createGit({ cwd: repository.root, log, env: hermeticEnvironment() });
  const bring = () => Promise.resolve();
  const { changes } = await changedOnDisk(git, repository.root, base, { env: {}, bring, isLarge });
  const all = new Map((await changedOnWalk(git, base, {})).map((change) => [change.path, change]));
  const others = await git.run(['ls-files', '-z', '--others', '--exclude-standard']);
  for (const path of others
    .toString('utf8')
    .split('\0')
    .filter((each) => each !== '' && !each.endsWith('/'))) {
    const before = all.get(path)?.before;
    all.set(path, {
      path,
      ...(before && { before }),
      after: { kind: isLink(path) ? 'symlink' : 'file', oid: '' },
    });
  }
  return { now: shown(changes), walked: shown([...all.values()]) };
}

/** As gates see it, and what the links of both sides are found by. */
function shown(changes: readonly EntryChange[]) {
  const kinds = changes.map(({ path, before, after }) => [path, before, after?.kind] as const);
  return { files: ownChanges(changes), kinds: kinds.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}
