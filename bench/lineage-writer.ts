/**
 * Ten writers of bench/lineage.ts, each with its own ledger: they record their links one by one, and print how long each took.
 * In one process, so that git is measured and not the start of Node. Arguments: remote, first writer, records of each.
 */
import { openLedger } from '../src/git/index.ts';
import { prepareRecords } from '../src/lineage/gate/prepare.ts';
import { appendRecords } from '../src/lineage/gate/record.ts';

const [remote = '', first = '0', records = '1'] = process.argv.slice(2);
let pushes = 0;
const log = {
  info: () => undefined,
  debug: (message: string) => void (pushes += Number(message.startsWith('git push'))),
  warning: () => undefined,
};
console.log(JSON.stringify({ ready: true }));
await Promise.all(Array.from({ length: 10 }, (_, at) => write(Number(first) + at)));
console.log(JSON.stringify({ retries: pushes - 10 * Number(records) }));

async function write(writer: number): Promise<void> {
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
    console.log(JSON.stringify({ ms: performance.now() - started, created: report.facts.created }));
  }
  await ledger.close();
}
