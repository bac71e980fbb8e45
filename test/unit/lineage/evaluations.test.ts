import { expect, test } from 'vitest';
import { appendRecords } from '../../../src/gates/lineage/record.ts';
import { evaluationReader } from '../../../src/gates/lineage/evaluations.ts';
import { openLedger } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { link, sha } from './support.ts';

test('values of evaluations come in the order of the merges, the last of each commit', async () => {
  const work = createRepository();
  work.commit({ a: '1' });
  const ledger = await openLedger({
    cwd: temporaryFolder(),
    log: rememberingLog(),
    remote: work.publish().root,
    env: hermeticEnvironment(),
  });
  const evaluation = (letter: string, accuracy: number, time: string) =>
    link(`commit ${sha(letter)}`, `evaluation ${letter}-${time}`, {
      metrics: { accuracy },
      at: `2026-11-22T${time}:00Z`,
    });
  const records = [
    evaluation('b', 0.7, '11:00'),
    evaluation('a', 0.9, '12:00'),
    evaluation('a', 0.8, '10:00'),
    link(`commit ${sha('a')}`, 'job j', { metrics: { loss: 1 } }),
  ];
  await appendRecords({ records, findings: [] }, ledger);
  expect(
    await (await evaluationReader(await ledger.snapshot())).values([sha('a'), sha('c'), sha('b')]),
  ).toEqual([
    { sha: sha('a'), metric: 'accuracy', value: 0.9 },
    { sha: sha('b'), metric: 'accuracy', value: 0.7 },
  ]);
  await ledger.close();
});
