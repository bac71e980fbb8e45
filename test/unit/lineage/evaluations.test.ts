import { expect, test } from 'vitest';
import { hashes } from '../../../src/gates/lineage/hashes.ts';
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

test('of several evaluations the newest counts, one with as many samples before it, and the shards of one are put together', async () => {
  const work = createRepository();
  work.commit({ a: '1' });
  const ledger = await openLedger({
    cwd: temporaryFolder(),
    log: rememberingLog(),
    remote: work.publish().root,
    env: hermeticEnvironment(),
  });
  const files = new Map<string, Uint8Array>();
  const evaluation = (letter: string, name: string, time: string, path: string, samples: number) => {
    const bytes = new TextEncoder().encode(`${letter} ${name} ${path} ${time}`);
    const sha256 = hashes.sha256(bytes);
    files.set(sha256, bytes);
    return link(`commit ${sha(letter)}`, `evaluation ${name}`, {
      results: [{ path, digest: `sha256:${sha256}`, samples, bytes: bytes.length }],
      at: `2026-11-22T${time}:00Z`,
    });
  };
  const records = [
    evaluation('a', 'merge-a', '10:00', 'evals/1.jsonl', 250),
    evaluation('a', 'merge-a', '10:01', 'evals/2.jsonl', 249),
    evaluation('a', 'merge-a', '10:02', 'evals/2.jsonl', 250),
    evaluation('a', 'night', '23:00', 'evals/night.jsonl', 5000),
    evaluation('b', 'night', '23:00', 'other/night.jsonl', 500),
  ];
  await appendRecords({ records, findings: [], results: files }, ledger);
  const { nearest } = await evaluationReader(await ledger.snapshot());
  const ask = async (letters: string, samples?: number) => {
    const which = { wanted: (path: string) => path.startsWith('evals/'), ...(samples && { samples }) };
    const { evaluation: found, fits, others } = await nearest(letters.split('').map(sha), which);
    return { merges: found?.merges, files: [...(found?.files.keys() ?? [])], fits, others };
  };
  expect(await ask('a')).toMatchObject({ merges: 0, files: ['evals/night.jsonl'], fits: true });
  expect(await ask('a', 500)).toMatchObject({ files: ['evals/1.jsonl', 'evals/2.jsonl'], fits: true });
  expect(await ask('a', 499)).toMatchObject({ files: ['evals/night.jsonl'], fits: false });
  expect(await ask('ba', 500)).toMatchObject({ merges: 1, files: ['evals/1.jsonl', 'evals/2.jsonl'] });
  expect(await ask('b', 500)).toEqual({
    merges: undefined,
    files: [],
    fits: undefined,
    others: ['other/night.jsonl'],
  });
  await ledger.close();
});
