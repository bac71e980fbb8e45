/** One writer of bench/lineage.ts: records its links one by one, and prints how long each took. Arguments: remote, writer, records. */
import { openLedger } from '../src/git/index.ts';
import { appendRecords, prepareRecords } from '../src/gates/lineage/record.ts';

const [remote = '', writer = '0', records = '1'] = process.argv.slice(2);
const log = { info: () => undefined, debug: () => undefined, warning: () => undefined };
const ledger = await openLedger({ cwd: process.cwd(), log, remote });
for (let at = 0; at < Number(records); at += 1) {
  const record = {
    inputs: [{ kind: 'job', id: `job-${writer}` }],
    outputs: [{ kind: 'weights', id: `weights-${writer}-${at}` }],
    metrics: { accuracy: at / 100 },
  };
  const started = performance.now();
  const surroundings = { at: new Date().toISOString(), by: `writer-${writer}` };
  const report = await appendRecords(prepareRecords(record, surroundings), ledger);
  if (report.verdict !== 'pass') throw new Error(report.title);
  console.log(JSON.stringify({ ms: performance.now() - started, created: report.facts['created'] }));
}
await ledger.close();
