/** Whether commits exist, by clones of every kind and their remote. */
import { expect, test } from 'vitest';
import { openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

const nobodys = 'd'.repeat(40);

function published(): { work: TestRepository; origin: TestRepository; first: string } {
  const work = createRepository();
  const first = work.commit({ 'a.txt': '1\n' }, 'First');
  work.commit({ 'a.txt': '2\n' }, 'Second');
  return { work, origin: work.publish(), first };
}

async function ask({ root }: TestRepository, ...shas: readonly string[]) {
  const env = hermeticEnvironment();
  return (await openRepository({ cwd: root, log: rememberingLog(), env })).knownCommits(shas);
}

test.each([
  ['a clone of depth 1', ['--depth=1']],
  ['a clone without trees', ['--filter=tree:0']],
  ['a whole clone', []],
])('%s knows what its remote has, and what nobody has', async (_, options) => {
  const { work, origin, first } = published();
  const tree = work.git('rev-parse', `${first}^{tree}`);
  const { trees, unasked } = await ask(origin.clone(...options), first, nobodys);
  expect([trees.get(first), unasked]).toEqual([tree, undefined]);
  expect([trees.has(nobodys), trees.get(nobodys)]).toEqual([true, undefined]);
});

test('what was made here and not pushed is known', async () => {
  const { work } = published();
  const own = work.commit({ 'a.txt': '3\n' }, 'Third');
  expect((await ask(work, own)).trees.get(own)).toBe(work.git('rev-parse', 'HEAD^{tree}'));
});

test('where the remote cannot be asked, nobody is said to lack it', async () => {
  const work = createRepository();
  const first = work.commit({ 'a.txt': '1\n' }, 'First');
  const { trees, unasked } = await ask(work, first, nobodys);
  expect([...trees.keys()]).toEqual([first]);
  expect(unasked).toContain('no remote named "origin"');
});
