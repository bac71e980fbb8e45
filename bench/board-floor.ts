/**
 * A plain program that reads what a first board reads: what `bench/board.ts` compares it with. One fetch of the folders that a board reads, one
 * git that prints all of it as it lies in the pack, the time of each record, and of the newest 100,000 the text, the digest and the fields.
 */
import { execFileSync, spawn } from 'node:child_process';
import { hash } from 'node:crypto';

const [, , remote = ''] = process.argv;
const kinds = ['serving', 'evaluation', 'weights', 'job', 'image', 'commit'];
const folders = execFileSync('git', ['rev-parse', ...kinds.map((kind) => `model-lineage:by/${kind}`)], {
  cwd: remote,
  encoding: 'utf8',
});
execFileSync('git', ['fetch', '--quiet', '--filter=blob:limit=1m', 'origin', ...folders.trim().split('\n')]);
const child = spawn('git', [
  '-c',
  'core.deltaBaseCacheLimit=256m',
  'cat-file',
  '--batch',
  '--buffer',
  '--unordered',
  '--batch-all-objects',
]);
const found: { at: number; bytes: Buffer }[] = [];
let rest: Buffer = Buffer.alloc(0);
for await (const chunk of child.stdout as AsyncIterable<Buffer>) rest = taken(Buffer.concat([rest, chunk]));
const newest = found.toSorted((a, b) => b.at - a.at).slice(0, 100_000);
const records = newest.map(({ bytes }) => {
  const text = bytes.toString('utf8');
  return { digest: hash('sha256', text), record: JSON.parse(text) as unknown };
});
console.log(found.length, records.length);

/** Returns what is not whole yet. */
function taken(all: Buffer): Buffer {
  for (let at = 0; ;) {
    const end = all.indexOf(10, at);
    const [, type, size] = all.toString('latin1', at, end).split(' ');
    const stop = end + 2 + Number(size);
    if (end < 0 || stop > all.length) return all.subarray(at);
    const bytes = all.subarray(end + 1, stop - 1);
    // `{"at":"2026-11-22T10:00:00.000Z"`
    if (type === 'blob') found.push({ at: Date.parse(bytes.toString('latin1', 7, 31)), bytes });
    at = stop;
  }
}
