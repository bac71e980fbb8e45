import { expect, test } from 'vitest';
import { compactInbox } from '../../../src/lineage/gate/compact.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { appendRecords } from '../../../src/lineage/gate/record.ts';
import { openLedger } from '../../../src/git/index.ts';
import { resultsKey, resultsPath } from '../../../src/lineage/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { link, sha } from './support.ts';
import { impatientClock } from '../../support/clock.ts';

const rows = new TextEncoder().encode('{"id":"1","score":1}\n');
const sha256 = hashes.sha256(rows);
const log = rememberingLog();

async function place() {
  const work = createRepository();
  work.commit({ a: '1' });
  const origin = work.publish();
  const open = () =>
    openLedger({ cwd: temporaryFolder(), log, remote: origin.root, env: hermeticEnvironment() });
  return { origin, ledger: await open(), open };
}

function evaluation() {
  const results = [{ path: 'evals/a.jsonl', digest: `sha256:${sha256}`, samples: 1, bytes: rows.length }];
  return link(`commit ${sha('a')}`, 'evaluation e', { results });
}

test('rows wait beside their record, are folded with it, and are read in both places', async () => {
  const { origin, ledger, open } = await place();
  const written = await appendRecords(
    { records: [evaluation()], findings: [], results: new Map([[sha256, rows]]) },
    ledger,
  );
  expect(written.verdict).toBe('pass');
  const waiting = await ledger.snapshot();
  expect([...waiting.results.keys()]).toEqual([sha256]);
  expect(waiting.inbox.size).toBe(1);
  const report = await compactInbox(ledger, { log, clock: impatientClock });
  expect(report).toMatchObject({
    title: '1 lineage record and 1 file of results folded into model-lineage',
    findings: [],
    facts: { folded: 1, foldedResults: 1 },
  });
  expect(origin.git('for-each-ref', 'refs/lineage/inbox')).toBe('');
  expect(`${origin.git('show', `model-lineage:${resultsPath(sha256)}`)}\n`).toBe(
    new TextDecoder().decode(rows),
  );
  await ledger.close();
  const later = await open();
  expect((await later.snapshot()).results.size).toBe(0);
  await later.close();
});

test('rows whose writer was killed before the record are folded and harm nobody; the next writer names them', async () => {
  const { ledger } = await place();
  await ledger.append([{ key: resultsKey(sha256), bytes: rows }]);
  expect(await compactInbox(ledger, { log, clock: impatientClock })).toMatchObject({
    findings: [],
    facts: { folded: 0, foldedResults: 1 },
  });
  const again = { records: [evaluation()], findings: [], results: new Map([[sha256, rows]]) };
  expect((await appendRecords(again, ledger)).verdict).toBe('pass');
  expect(await compactInbox(ledger, { log, clock: impatientClock })).toMatchObject({
    findings: [],
    facts: { folded: 1, foldedResults: 1 },
  });
  await ledger.close();
});

test('rows that are not what their name says are left where they are, and nobody writes a record over them', async () => {
  const { origin, ledger } = await place();
  await ledger.append([
    { key: resultsKey(sha256), bytes: new TextEncoder().encode('{"id":"1","score":0}\n') },
  ]);
  const folded = await compactInbox(ledger, { log, clock: impatientClock });
  expect(folded.findings.map(({ rule }) => rule)).toEqual(['lineage/corrupt-results']);
  const written = await appendRecords(
    { records: [evaluation()], findings: [], results: new Map([[sha256, rows]]) },
    ledger,
  );
  expect(written).toMatchObject({ verdict: 'fail', findings: [{ rule: 'lineage/corrupt-results' }] });
  expect(origin.git('for-each-ref', '--format=%(refname)', 'refs/lineage')).toBe(
    `refs/lineage/inbox/${resultsKey(sha256)}`,
  );
  await ledger.close();
});
