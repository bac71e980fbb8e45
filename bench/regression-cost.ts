/**
 * What an interval and a million samples cost. CPU milliseconds of 10,000 resamples of paired binary F1, beside numpy's
 * vectorised version where `--python PROGRAM` has numpy; peak memory of comparing a million samples a side.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import {
  Collector,
  compareSets,
  openReader,
  regressionDefaults,
  type ResultSet,
} from '../src/regression/index.ts';
import { bootstrapDifferences, type Cells } from '../src/regression/statistics/bootstrap.ts';
import { seededRandom } from '../src/regression/statistics/random.ts';

const resamples = 10_000;
const rounds = 15;
const samples = 1_000_000;

const program = `
import json, sys, time
import numpy as np
cells = np.array(json.loads(sys.argv[1])); n = int(cells.sum()); B = ${resamples}
def f1(hits, alarms, gold): return 2 * hits / (hits + alarms + gold)
def run():
    c = np.random.default_rng(1).multinomial(n, cells / n, size=B)
    gold = c[:, 4:].sum(1)
    return f1(c[:, 5] + c[:, 7], c[:, 1] + c[:, 3], gold) - f1(c[:, 6] + c[:, 7], c[:, 2] + c[:, 3], gold)
times = []
for _ in range(${rounds}):
    t = time.process_time(); np.sort(run()); times.append(1000 * (time.process_time() - t))
print(f"{np.__version__}: {sorted(times)[len(times) // 2]:.1f} ms CPU over the same cells")
`;

main();

function main(): void {
  const { values } = parseArgs({
    options: { python: { type: 'string', default: 'python3' }, million: { type: 'boolean' } },
  });
  if (values.million === true) return million();
  for (const n of [500, 50_000]) {
    const cells = binaryCells(n);
    console.log(
      `n = ${n}: ${resamples} resamples over ${cells.counts.length} joint cells: ${median(() => bootstrapDifferences(cells, resamples, seededRandom(1))).toFixed(1)} ms CPU`,
    );
    console.log(`n = ${n}: numpy ${numpy(values.python, cells.counts) ?? 'is not there'}`);
  }
  console.log(
    execFileSync(process.execPath, [...process.execArgv, import.meta.filename, '--million'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim(),
  );
}

/** Counts of target, baseline, candidate at F1 0.85 and 95 % agreement: index 4y + 2a + b. */
function binaryCells(n: number): Cells {
  const shares = [0.41, 0.015, 0.01, 0.065, 0.065, 0.01, 0.015, 0.41];
  const f1 = (of: Float64Array, bit: 1 | 2): number => {
    const at = (cell: number): number => of[cell] ?? 0;
    const [hits, alarms] = bit === 1 ? [at(5) + at(7), at(1) + at(3)] : [at(6) + at(7), at(2) + at(3)];
    return (2 * hits) / (hits + alarms + at(4) + at(5) + at(6) + at(7));
  };
  return {
    counts: Float64Array.from(shares, (share) => Math.round(share * n)),
    difference: (of) => f1(of, 1) - f1(of, 2),
  };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

function numpy(python: string, counts: Float64Array): string | undefined {
  try {
    return execFileSync(python, ['-c', program, JSON.stringify([...counts])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** Both sides as JSONL in pieces of 64 KiB, as from a disk. */
function million(): void {
  const began = process.cpuUsage();
  const before = readMillion(0);
  const after = readMillion(1);
  const report = compareSets(before, after, regressionDefaults);
  const { user, system } = process.cpuUsage(began);
  console.log(
    `${samples} samples a side: ${report.verdict}, ${((user + system) / 1e6).toFixed(1)} s CPU, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  );
}

function readMillion(shift: number): ResultSet {
  const collector = new Collector();
  const reader = openReader('samples.jsonl', collector);
  const encoder = new TextEncoder();
  for (let i = 0; i < samples; i += 1000) {
    const lines = Array.from({ length: 1000 }, (_, k) => rowText(i + k, shift));
    reader.push(encoder.encode(lines.join('')));
  }
  reader.end();
  return collector.result();
}

function rowText(i: number, shift: number): string {
  const target = i % 2;
  const wrong = (i * 7919 + shift * (i % 20 === 0 ? 1 : 0)) % 7 === 0;
  return `${JSON.stringify({ id: `sample-${i}`, target, prediction: wrong ? 1 - target : target, slices: { language: i % 3 === 0 ? 'eu' : 'en' } })}\n`;
}
