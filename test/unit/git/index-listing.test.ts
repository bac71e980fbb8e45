/** A large index lists a commit as the commit's own trees do, whatever was done to it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createGit } from '../../../src/git/index.ts';
import { listCommit } from '../../../src/git/trees/index-listing.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';
import { commands } from './setup.ts';

const states: Record<string, (repository: TestRepository) => void> = {
  'as it was checked out': () => undefined,
  'with files added, changed, removed and announced': (repository) => {
    repository.write({ 'a.yaml': '2\n', 'new.yaml': '', 'later.yaml': '' });
    repository.git('add', 'a.yaml', 'new.yaml');
    repository.git('add', '--intent-to-add', 'later.yaml');
    repository.git('rm', '--quiet', '--cached', 'b/c.yaml');
  },
  'with a link where a file was': (repository) => {
    repository.write({ 'a.yaml': { link: 'b/c.yaml' } });
    repository.git('add', 'a.yaml');
  },
  'of a sparse checkout': (repository) => {
    repository.git('sparse-checkout', 'set', '--cone', 'b');
  },
  'of another commit': (repository) => {
    repository.commit({ 'b/c.yaml': undefined, 'b/d.yaml': '1\n' });
  },
  'with a name beyond ASCII': (repository) => {
    repository.write({ 'é.yaml': '' });
    repository.git('add', 'é.yaml');
  },
  'with a submodule beside another file': (repository) => {
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},b/module`);
    repository.commit({ 'b/z 160000 .yaml': '' });
  },
  'without a file': (repository) => {
    repository.git('rm', '--quiet', '-r', '--cached', '.');
  },
};

describe('an index', () => {
  test.each(Object.entries(states))('%s', async (state, prepare) => {
    const repository = createRepository();
    const sha = repository.commit({ 'a.yaml': '1\n', 'b/c.yaml': '', 'link.yaml': { link: 'a.yaml' } });
    prepare(repository);
    const listed = await listings(repository, sha);
    expect(listed.byIndex).toEqual(listed.byTrees);
    expect(listed.asked).toHaveLength(state.includes('beyond ASCII') ? 2 : 1);
  });

  test('in conflict is left for the trees', async () => {
    const repository = createRepository();
    repository.commit({ 'a.yaml': '1\n' });
    repository.branch('feature');
    repository.commit({ 'a.yaml': '2\n' });
    repository.git('switch', '--quiet', 'main');
    const sha = repository.commit({ 'a.yaml': '3\n' });
    expect(() => repository.git('merge', '--quiet', 'feature')).toThrow('merge --quiet feature');
    const listed = await listings(repository, sha);
    expect(listed.byIndex).toEqual(listed.byTrees);
    expect(listed.asked).toHaveLength(2);
  });
});

/** What both ways list, and how often git listed trees. */
async function listings(repository: TestRepository, sha: string) {
  const log = rememberingLog();
  const git = createGit({ cwd: repository.root, log, env: hermeticEnvironment() });
  const index = join(repository.root, '.git/index');
  const [byTrees, byIndex] = [
    await listCommit(git, index, Infinity)(sha),
    await listCommit(git, index, 1)(sha),
  ];
  const contents = ({ hasLinks, entries, paths }: typeof byTrees) => ({
    hasLinks,
    entries: [...entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    files: paths().all,
  });
  return { byTrees: contents(byTrees), byIndex: contents(byIndex), asked: commands(log, 'ls-tree') };
}
