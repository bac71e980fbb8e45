import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRepository } from '../../support/repository.ts';
import { advice, open } from './setup.ts';

/** main, feature/x, a tag on each kind of object. */
function repositoryWithRefs() {
  const repository = createRepository();
  const first = repository.commit({ a: '1' });
  const second = repository.commit({ a: '2' });
  repository.git('branch', 'feature/x', first);
  repository.git('tag', 'light', first);
  repository.git('tag', '--annotate', '--message=x', 'v1.0.0', first);
  return { repository, first, second };
}

const someRef = 'Give a branch, a tag or a SHA that the repository has.';
const unknown = {
  mian: 'Did you mean main?',
  'feature/y': 'Did you mean feature/x?',
  'v1.0.1': 'Did you mean v1.0.0?',
  'nothing-like-it': someRef,
  deadbeef: someRef,
};

const hostile = [
  '--output=pwned',
  '-h',
  '--all',
  'main:a',
  ':/fix',
  'main..feature/x',
  'main...feature/x',
  '^main',
  'main@{1}',
  '@{-1}',
];
hostile.push(
  'main^{/fix}',
  'main^{tree}',
  'a b',
  'main\n',
  'main\0',
  '',
  'x'.repeat(2000),
  '../main',
  'main.lock',
  'a//b',
  '*',
);

describe('a revision', () => {
  test('is a branch, a tag, the head, or an ancestor of them', async () => {
    const { repository, first, second } = repositoryWithRefs();
    const opened = await open(repository);
    for (const revision of ['main', 'HEAD', '@', 'refs/heads/main'])
      expect([revision, await opened.resolve(revision)]).toEqual([revision, second]);
    for (const revision of ['HEAD~1', 'main^', 'feature/x', 'light', 'v1.0.0'])
      expect([revision, await opened.resolve(revision)]).toEqual([revision, first]);
  });

  test('may be a SHA, whole or short, of a commit or of an annotated tag', async () => {
    const { repository, first } = repositoryWithRefs();
    const opened = await open(repository);
    const tag = repository.git('rev-parse', 'v1.0.0');
    expect(tag).not.toBe(first);
    for (const revision of [first, first.slice(0, 8), tag])
      expect(await opened.resolve(revision)).toBe(first);
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    expect(await advice(opened.resolve(tree))).toMatch(
      /^[0-9a-f]{8} is not here, and the repository has no remote/,
    );
  });

  test('may be a branch that only the remote has', async () => {
    const { repository, first, second } = repositoryWithRefs();
    const clone = repository.publish().clone('--branch=feature/x');
    const opened = await open(clone);
    expect(await opened.resolve('main')).toBe(second);
    expect(await opened.resolve('origin/feature/x')).toBe(first);
  });

  test('may be a branch that was left out of the clone', async () => {
    const { repository, second } = repositoryWithRefs();
    const bare = repository.publish();
    const clone = bare.clone('--single-branch', '--branch=feature/x', '--no-tags');
    const opened = await open(clone);
    expect(await opened.resolve('main')).toBe(second);
    rmSync(bare.root, { recursive: true });
    expect(await advice(opened.resolve('mian'))).toMatch(/^there is no branch, tag or commit "mian"/);
  });

  test('that is unknown is reported, with what may have been meant', async () => {
    const opened = await open(repositoryWithRefs().repository);
    for (const [revision, help] of Object.entries(unknown))
      expect(await advice(opened.resolve(revision))).toBe(
        `there is no branch, tag or commit "${revision}" | ${help}`,
      );
  });

  test('of a tag that is no commit is said to be one', async () => {
    const { repository } = repositoryWithRefs();
    repository.git('tag', 'tree', 'HEAD^{tree}');
    const opened = await open(repository);
    expect(await advice(opened.resolve('tree'))).toBe(
      '"tree" is a tag of something else than a commit | Give a branch, a SHA, or a tag of a commit.',
    );
  });

  test('beyond the first commit is reported as that', async () => {
    const { repository } = repositoryWithRefs();
    const opened = await open(repository);
    for (const name of ['HEAD~9', '@~2', 'HEAD^2'])
      expect(await advice(opened.resolve(name))).toBe(
        `what is checked out has no ancestor "${name}" | Name a later commit, such as HEAD~1.`,
      );
    expect(await advice(opened.resolve('HEADLINE'))).toBe(
      `there is no branch, tag or commit "HEADLINE" | ${someRef}`,
    );
    const cut = await open(repository.publish().clone('--depth=1'));
    expect(await advice(cut.resolve('HEAD~1'))).toMatch(/has no ancestor "HEAD~1" \| Fetch more of it/);
  });

  test('that git would take for something else is refused before git sees it', async () => {
    const { repository } = repositoryWithRefs();
    const opened = await open(repository);
    for (const revision of hostile)
      expect(await advice(opened.resolve(revision))).toMatch(/does not name a commit \| Give a branch/);
    expect(existsSync(join(repository.root, 'pwned'))).toBe(false);
  });
});

test('whatever is not a SHA is refused where one is asked for', async () => {
  const opened = await open(repositoryWithRefs().repository);
  for (const sha of ['--output=pwned', 'main', '', 'abc']) {
    const works: Promise<unknown>[] = [
      opened.changedFiles(sha, 'main'),
      opened.commitDate(sha),
      opened.mergeBase(sha, sha),
      opened.commits(sha, sha),
    ];
    works.push(opened.changeSet({ base: 'main', head: 'main', mergeBaseSha: sha }));
    for (const work of works) expect(await advice(work)).toMatch(/is not a full SHA \| Give all 40/);
    expect(() => opened.tree(sha)).toThrow('is not a full SHA');
  }
});

test('a pull request without a change has no files and no commits', async () => {
  const { repository, second } = repositoryWithRefs();
  const change = await (await open(repository)).changeSet({ base: 'main', head: second });
  expect([change.files, await change.commits()]).toEqual([[], []]);
});
