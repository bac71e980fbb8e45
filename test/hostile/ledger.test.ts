/** Records that somebody wrote past the writers: by hand, by another tool, or to be believed. */
import { describe, expect, test } from 'vitest';
import { boardRecords } from '../../src/board/gate/records.ts';
import { compactInbox } from '../../src/lineage/gate/compact.ts';
import { evaluationReader } from '../../src/lineage/gate/evaluations.ts';
import { hashes } from '../../src/lineage/gate/hashes.ts';
import { prepareRecords } from '../../src/lineage/gate/record.ts';
import { trace } from '../../src/lineage/gate/trace.ts';
import { pathsOf, recordKey, recordText, type LineageRecord } from '../../src/lineage/index.ts';
import type { Finding } from '../../src/report/model.ts';
import { memoryLedger, type Kept } from '../support/memory-ledger.ts';
import { impatientClock } from '../support/clock.ts';
import { rememberingLog } from '../support/log.ts';
import { link, sha } from '../unit/lineage/support.ts';

const now = () => Date.parse('2026-11-22T12:00:00Z');
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const ask = (id: string, kept: Kept) => trace({ id }, { ledger: memoryLedger(kept).ledger, now });

const job = link(`commit ${sha('a')}`, 'job job-1');
const weights = link('job job-1', 'weights w-1');

describe('a record that was changed after it was written does not count, and is an error', () => {
  const changes: Readonly<Record<string, Partial<LineageRecord>>> = {
    'another commit': { inputs: [{ kind: 'commit', id: sha('b') }] },
    'another writer': { by: 'grace' },
    'another run': { run: { url: 'https://github.com/acme/vlm/actions/runs/1' } },
    'a verdict more': { verdicts: [{ gate: 'regression-gate', verdict: 'pass' }] },
    'a note more': { note: 'reviewed' },
  };
  const forged = (change: Partial<LineageRecord>): LineageRecord => ({ ...job, ...change });

  test.each(Object.entries(changes))('%s, in the branch', async (_name, change) => {
    const report = await ask('w-1', { branch: [forged(change), weights] });
    expect(report).toMatchObject({ verdict: 'fail', facts: { commits: [] } });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'lineage/altered-record', severity: 'error' }),
    );
  });

  test.each(Object.entries(changes))('%s, in the inbox', async (_name, change) => {
    const report = await ask('w-1', { branch: [weights], inbox: [forged(change)] });
    expect(report).toMatchObject({ verdict: 'fail', facts: { commits: [] } });
    const { records, findings } = await boardRecords(
      memoryLedger({ branch: [weights], inbox: [forged(change)] }).snapshot,
    );
    expect(records.map(({ id }) => id)).toEqual([weights.id]);
    expect(rules(findings)).toEqual(['lineage/altered-record']);
  });

  test('it is not folded', async () => {
    const { ledger } = memoryLedger({ inbox: [forged({ by: 'grace' })] });
    const compact = () => Promise.reject(new Error('nothing is to be folded'));
    const whole = { ...ledger, batch: 100, compact, append: () => Promise.resolve([]) };
    const report = await compactInbox(whole, { log: rememberingLog(), clock: impatientClock });
    expect(report).toMatchObject({ verdict: 'fail', facts: { folded: 0 } });
    expect(rules(report.findings)).toEqual(['lineage/altered-record']);
  });

  test.each([
    ['the time, of which the id is not made', { ...job, at: '2026-11-22T10:30:00.000Z' }],
    ['a chosen id', { ...job, id: 'job-1-by-hand' }],
    ['a chosen id of other length', { ...job, id: 'a'.repeat(31) }],
  ])('but %s is as its writer says', async (_name, record) => {
    expect(await ask('w-1', { branch: [record, weights] })).toMatchObject({ verdict: 'pass' });
  });
});

describe('a record under the name of another does not count there', () => {
  const evaluation = link(`commit ${sha('a')}`, 'evaluation e-1', { metrics: { accuracy: 0.9 } });
  const [, ...places] = pathsOf(evaluation, hashes);
  const underB = (places.find((path) => path.startsWith('by/commit/')) ?? '').replaceAll('aa', 'bb');

  test('an evaluation in the index of another commit', async () => {
    const { snapshot } = memoryLedger({ files: { [underB]: recordText(evaluation) } });
    expect(await (await evaluationReader(snapshot)).values([sha('b')])).toEqual([]);
    const board = await boardRecords(snapshot);
    expect(board.records).toEqual([]);
    expect(rules(board.findings)).toEqual(['lineage/altered-record']);
  });

  test.each([
    ['of an id', recordKey('another', hashes)],
    ['of a content', recordKey(weights.id, hashes)],
  ])('a ref of the inbox %s', async (_name, key) => {
    const report = await ask('job-1', { refs: { [key]: recordText(job) } });
    expect(report.verdict).toBe('fail');
    expect(rules(report.findings)).toEqual(['lineage/unknown-id', 'lineage/altered-record']);
  });

  test('where it lies under its own name too it counts there', async () => {
    const { snapshot } = memoryLedger({ branch: [evaluation], files: { [underB]: recordText(evaluation) } });
    expect(await (await evaluationReader(snapshot)).values([sha('a'), sha('b')])).toEqual([
      { sha: sha('a'), metric: 'accuracy', value: 0.9 },
    ]);
    const before = { [underB.replaceAll('bb', '00')]: recordText(evaluation) };
    const board = await boardRecords(memoryLedger({ files: before, branch: [evaluation] }).snapshot);
    expect(board.records).toEqual([evaluation]);
  });
});

describe('a writer', () => {
  const surroundings = {
    at: '2026-11-23T10:00:00.000Z',
    by: 'bot',
    defaults: { git_ref: 'refs/heads/main' },
  };

  test.each(['0'.repeat(32), job.id])('does not take the id %s for another content', (id) => {
    const { findings } = prepareRecords({ ...weights, id }, surroundings);
    expect(rules(findings)).toEqual(['lineage/invalid-record']);
  });

  test('writes a record that was kept for later as it was, whatever its surroundings tell', () => {
    expect(prepareRecords(job, surroundings)).toMatchObject({ records: [job], findings: [] });
  });
});
