import { expect, test } from 'vitest';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { appendRecords } from '../../../src/lineage/gate/record.ts';
import { evaluationReader } from '../../../src/lineage/gate/evaluations.ts';
import { openLedger } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { link, sha } from './support.ts';

const reading = { now: () => Date.parse('2026-11-23T00:00:00Z') };

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
    await (await evaluationReader(await ledger.snapshot(), reading)).values([sha('a'), sha('c'), sha('b')]),
  ).toEqual({
    findings: [],
    values: [
      { sha: sha('a'), metric: 'accuracy', value: 0.9 },
      { sha: sha('b'), metric: 'accuracy', value: 0.7 },
    ],
  });
  await ledger.close();
});

test('of several evaluations the newest counts, whatever a change has evaluated, and the shards of one are put together', async () => {
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
  const { nearest } = await evaluationReader(await ledger.snapshot(), reading);
  const ask = async (letters: string, glob = 'evals/') => {
    const wanted = (path: string) => path.startsWith(glob);
    const { evaluation: found, others } = await nearest(letters.split('').map(sha), { wanted });
    return { merges: found?.merges, files: [...(found?.files.keys() ?? [])], sizes: found?.sizes, others };
  };
  const night = { files: ['evals/night.jsonl'], sizes: [5000, 500], others: undefined };
  expect(await ask('a')).toEqual({ merges: 0, ...night });
  expect(await ask('ba')).toEqual({ merges: 1, ...night });
  const shards = { files: ['evals/1.jsonl'], sizes: [250], others: undefined };
  expect(await ask('a', 'evals/1')).toEqual({ merges: 0, ...shards });
  expect(await ask('ab', 'evals/2')).toMatchObject({ merges: 0, files: ['evals/2.jsonl'], sizes: [250] });
  expect(await ask('b')).toEqual({
    merges: undefined,
    files: [],
    sizes: undefined,
    others: ['other/night.jsonl'],
  });
  const { earlier, recent } = await evaluationReader(await ledger.snapshot(), reading);
  const before = async (most: number) => {
    const found = await earlier(['a', 'b'].map(sha), { wanted: () => true }, most);
    return found.map((one) => [one.sha, ...one.files.keys()]);
  };
  expect(await before(8)).toEqual([
    [sha('a'), 'evals/1.jsonl', 'evals/2.jsonl'],
    [sha('b'), 'other/night.jsonl'],
  ]);
  expect(await before(1)).toHaveLength(1);
  const until = async (time: string) => {
    const range = { most: 8, until: Date.parse(`2026-11-22T${time}:00Z`) };
    const found = await recent(['a', 'b'].map(sha), { wanted: () => true }, range);
    return found.map((one) => [...one.files.keys()]);
  };
  // The newest among them, and nothing that came later.
  expect(await until('23:00')).toEqual([
    ['evals/night.jsonl'],
    ['evals/1.jsonl', 'evals/2.jsonl'],
    ['other/night.jsonl'],
  ]);
  expect(await until('22:59')).toEqual([['evals/1.jsonl', 'evals/2.jsonl']]);
  await ledger.close();
});
