import { expect, test } from 'vitest';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { open } from './setup.ts';

/** Two merges of branches, one of which was itself built on the other, and a push. */
function history(): TestRepository {
  const repository = createRepository();
  repository.commit({ a: '1' }, 'First');
  repository.branch('one');
  repository.commit({ b: '1' }, 'One');
  repository.commit({ b: '2' }, 'Two');
  repository.branch('two');
  repository.commit({ c: '1' }, 'Three');
  repository.git('switch', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-ff', '--message=Merge one\n\nwith \x1e\x1f odd\nwords', 'one');
  repository.commit({ a: '2' }, 'Push');
  repository.git('merge', '--quiet', '--no-ff', '--message=Merge two', 'two');
  return repository;
}

test('each merge has what it brought, and no other', async () => {
  const made = history();
  const { git } = made;
  const repository = await open(made);
  const log = await repository.trunkLog(git('rev-parse', 'HEAD'), 100);
  expect(log.isCut).toBe(false);
  expect(log.merges.map(({ message, brought }) => [message.split('\n')[0], brought.length])).toEqual([
    ['Merge two', 1],
    ['Push', 0],
    ['Merge one', 2],
    ['First', 0],
  ]);
  expect(log.merges[2]?.message).toContain('odd\nwords');
  expect(log.merges[2]?.brought[0]).toEqual({
    author: { name: 'Ada', email: 'ada@example.org' },
    authoredAt: expect.stringMatching(/^2025-10-09T.*Z$/) as string,
  });
});

test('what is not read is said', async () => {
  const origin = history();
  const repository = await open(origin);
  const short = await repository.trunkLog(origin.git('rev-parse', 'HEAD'), 2);
  expect(short).toMatchObject({ isCut: true, merges: [{ brought: [{}] }, {}] });
  const shallow = origin.clone('--depth=2');
  const log = await (await open(shallow)).trunkLog(shallow.git('rev-parse', 'HEAD'), 100);
  expect(log.isCut).toBe(true);
});
