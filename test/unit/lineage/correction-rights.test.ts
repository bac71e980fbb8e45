import { expect, test } from 'vitest';
import { openRepository } from '../../../src/git/index.ts';
import { lineagePolicyOn, rightsOf } from '../../../src/runner/ledger/correction-rights.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment } from '../../support/repository.ts';

const policy = (user: string) => ({
  '.github/model-gates.yml': `lineage: { correctors: { users: [${user}] } }\n`,
});

test.each([['main'], [undefined]])(
  'who may correct is what trunk says, not the checkout of a pull request (branch %s)',
  async (branch) => {
    const work = createRepository();
    work.commit(policy('ada'));
    work.publish();
    work.git('switch', '--quiet', '-c', 'feature');
    work.commit(policy('mallory'));
    const repository = await openRepository({
      cwd: work.root,
      log: rememberingLog(),
      env: hermeticEnvironment(),
    });
    const { correctors } = rightsOf(
      lineagePolicyOn(() => Promise.resolve(repository), branch),
      {},
    );
    expect(await correctors()).toEqual({ users: ['ada'], teams: [] });
  },
);

test('a trunk without a policy names nobody', async () => {
  const work = createRepository();
  work.commit({ 'a.txt': '1' });
  work.publish();
  const repository = await openRepository({
    cwd: work.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const { correctors } = rightsOf(
    lineagePolicyOn(() => Promise.resolve(repository), 'main'),
    {},
  );
  expect(await correctors()).toEqual({ users: [], teams: [] });
});
