/**
 * The built command line on a million rows a side, against orjson, pandas and numpy on the same files: whole processes, from start to exit,
 * in turns: `npm run build && PYTHON=venv/bin/python node bench/regression-peer.ts [rows]`. Python only reads, joins and takes F1 of both sides.
 * Medians of processor seconds, and peak memory. Rows in one order, the same with a question, and each side in an order of its own.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './measure.ts';

const rounds = 3;
const rows = Number(process.argv[2] ?? 1_000_000);
const cli = path.join(import.meta.dirname, '../dist/cli/index.js');
const probe = path.join(import.meta.dirname, 'probe.cjs');

const python = `
import orjson, pandas, numpy, resource, sys
def read(name):
    with open(name, 'rb') as file:
        return pandas.DataFrame([orjson.loads(line) for line in file])
both = read(sys.argv[1]).merge(read(sys.argv[2]), on='id', suffixes=('_b', '_c'))
target = both.target_b.to_numpy()
for said in (both.prediction_b.to_numpy(), both.prediction_c.to_numpy()):
    2 * numpy.sum((target == '1') & (said == '1')) / (numpy.sum(target == '1') + numpy.sum(said == '1'))
used = resource.getrusage(resource.RUSAGE_SELF)
print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
`;

interface Used {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** MiB of memory at the peak. */
  readonly rss: number;
}

function rowText(at: number, side: number, question: boolean): string {
  const target = at % 2;
  const isWrong = (at * 7919 + side * Number(at % 20 === 0)) % 7 === 0;
  const asked = question ? `"question": "What is in picture ${at}, and where does it stand?", ` : '';
  const id = String(at).padStart(7, '0');
  return `{"id": "s${id}", ${asked}"target": "${target}", "prediction": "${isWrong ? 1 - target : target}"}\n`;
}

/** `step` has no divisor in common with the number of rows: each comes once. */
function write(name: string, side: number, question: boolean, step: number): void {
  const file = openSync(name, 'w');
  let text = '';
  for (let at = 0; at < rows; at += 1) {
    text += rowText((at * step) % rows, side, question);
    if (text.length < 1 << 20 && at + 1 < rows) continue;
    writeSync(file, text);
    text = '';
  }
  closeSync(file);
}

function gate(files: readonly [string, string]): Used {
  const args = [
    '--require',
    probe,
    cli,
    'regression',
    '--json',
    '--baseline',
    files[0],
    '--candidate',
    files[1],
  ];
  const { output, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const said = output[3]?.toString() ?? '';
  if (said === '') throw new Error(stderr.toString());
  return JSON.parse(said) as Used;
}

function peer(files: readonly [string, string]): Used | undefined {
  const { status, stdout } = spawnSync(process.env['PYTHON'] ?? 'python3', ['-c', python, ...files], {
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  const [cpu = 0, rss = 0] = stdout.trim().split(' ').map(Number);
  return { cpu, rss };
}

function shown(used: readonly Used[]): string {
  const rss = Math.max(...used.map((one) => one.rss));
  return `${(median(used.map((one) => one.cpu)) / 1000).toFixed(2)} s CPU, ${rss.toFixed(0)} MiB peak`;
}

for (const [name, question, steps] of [
  ['ids that rise', false, [1, 1]],
  ['ids that rise, with a question', true, [1, 1]],
  ['each side in an order of its own', false, [7919, 104_729]],
] as const) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const files = [path.join(folder, 'b.jsonl'), path.join(folder, 'c.jsonl')] as const;
  for (const [side, file] of files.entries()) write(file, side, question, steps[side] ?? 1);
  const turns = Array.from({ length: rounds }, () => ({ ours: gate(files), peers: peer(files) }));
  const peers = turns.flatMap((turn) => turn.peers ?? []);
  console.log(`${rows} rows a side, ${name}`);
  console.log(`  regression: ${shown(turns.map(({ ours }) => ours))}`);
  console.log(`  orjson + pandas + numpy: ${peers.length === 0 ? 'not here' : shown(peers)}`);
  const shares = turns.flatMap(({ ours, peers: other }) => (other === undefined ? [] : ours.cpu / other.cpu));
  if (shares.length > 0) console.log(`  ${median(shares).toFixed(2)} of its processor time (goal: 1.00)`);
  rmSync(folder, { recursive: true, force: true });
}
