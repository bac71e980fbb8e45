import { expect, test } from 'vitest';
import { fingerprintText, readSide, sourceOf } from '../../../src/inputs/index.ts';
import { evaluationReader } from '../../../src/lineage/gate/evaluations.ts';
import { fedBetween, fedText } from '../../../src/lineage/gate/fed.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { resultsPath } from '../../../src/lineage/index.ts';
import { fedMerges } from '../../../src/locate/gate/fed.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { link, sha } from './support.ts';

const reading = { now: () => Date.parse('2026-11-29T12:00:00Z') };

async function fingerprint(first: number): Promise<string> {
  const rows = `${JSON.stringify({ id: 's', input_ids: [first, 5, 6, 7] })}\n`;
  return fingerprintText(
    (await readSide([sourceOf('a.jsonl', new TextEncoder().encode(rows))])).fingerprints,
  );
}

/** Commits by their letters, each with the first token that it feeds. */
async function ledgerOf(fed: Readonly<Record<string, number>>) {
  const kept = await Promise.all(
    Object.entries(fed).map(async ([letter, first]) => {
      const text = await fingerprint(first);
      const sha256 = hashes.sha256(text);
      const results = [{ path: 'inputs.jsonl', digest: `sha256:${sha256}`, samples: 1, bytes: text.length }];
      const record = link(`commit ${sha(letter)}`, `inputs merge-${letter}`, { results });
      return { record, file: [resultsPath(sha256), text] as const };
    }),
  );
  const files = Object.fromEntries(kept.map(({ file }) => file));
  return memoryLedger({ branch: kept.map(({ record }) => record), files }).ledger;
}

const commit = (letter: string, message: string) => ({ sha: sha(letter), author: 'ada', message });
const commits = [
  commit('d', 'Merge pull request #813'),
  commit('c', 'Merge pull request #812'),
  commit('b', 'Fix'),
];

test('two versions differ in what they are fed since a pull request', async () => {
  const ledger = await ledgerOf({ a: 1, b: 1, c: 2, d: 2 });
  const reader = await evaluationReader(await ledger.snapshot(), reading);
  const { facts } = await fedBetween(sha('a'), sha('d'), commits, reader);
  expect(facts).toMatchObject({ tensors: [{ name: 'input_ids' }], since: { sha: sha('c'), pr: 812 } });
  expect(facts && fedText(facts, 'svc-23', 'svc-24')).toBe('inputs of svc-23 and svc-24 differ since #812');
  expect((await fedBetween(sha('c'), sha('d'), commits.slice(0, 1), reader)).facts).toEqual({
    tensors: [],
    since: null,
  });
  expect(await fedBetween(sha('e'), sha('d'), commits, reader)).toEqual({ findings: [] });
});

test('a merge that changes what the model is fed is known, and one that was not recorded may have', async () => {
  const ledger = await ledgerOf({ a: 1, b: 1, d: 2 });
  const merges = await fedMerges(ledger, reading, ['a', 'b', 'c', 'd', 'e'].map(sha));
  expect([...merges].map(([at, told]) => [at, told === 'same' ? told : told.text])).toEqual([
    [sha('b'), 'same'],
    [sha('c'), expect.stringContaining('input_ids')],
    [sha('d'), expect.stringContaining('input_ids')],
  ]);
});
