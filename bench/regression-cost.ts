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
  type Sample,
} from '../src/regression/index.ts';
import { measure } from '../src/regression/metrics/measure.ts';
import { parseMetric } from '../src/regression/metrics/spec.ts';
import type { Pair } from '../src/regression/samples/pair.ts';
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
    const counts = cellCounts(n);
    for (const name of ['f1', 'f1_micro', 'f1_macro']) {
      const cells = cellsOf(name, counts);
      const cost = median(() => bootstrapDifferences(cells, resamples, seededRandom(1)));
      console.log(
        `n = ${n}, ${name}: ${resamples} resamples over ${cells.counts.length} joint cells: ${cost.toFixed(1)} ms CPU`,
      );
    }
    console.log(`n = ${n}, f1: numpy ${numpy(values.python, counts) ?? 'is not there'}`);
  }
  console.log(
    execFileSync(process.execPath, [...process.execArgv, import.meta.filename, '--million'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim(),
  );
}

/** Counts of target, baseline, candidate at F1 0.85 and 95 % agreement: index 4y + 2a + b. */
function cellCounts(n: number): number[] {
  return [0.41, 0.015, 0.01, 0.065, 0.065, 0.01, 0.015, 0.41].map((share) => Math.round(share * n));
}

/** The gate's own cells of a metric on such samples. */
function cellsOf(name: string, counts: readonly number[]): Cells {
  const spec = parseMetric(name);
  const pairs = counts.flatMap((count, cell) => Array.from({ length: count }, () => pairOf(cell)));
  const measured = typeof spec === 'string' ? undefined : measure(spec, pairs);
  if (measured?.ok !== true || measured.statistic.cells === undefined)
    throw new Error(`${name} has no cells`);
  return measured.statistic.cells;
}

function pairOf(cell: number): Pair {
  const side = (bit: number): Sample => ({
    id: '',
    target: String((cell >> 2) & 1),
    prediction: String((cell >> bit) & 1),
    scores: new Map(),
    slices: [],
    file: '',
  });
  return { baseline: side(1), candidate: side(0) };
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

function numpy(python: string, counts: readonly number[]): string | undefined {
  try {
    return execFileSync(python, ['-c', program, JSON.stringify(counts)], {
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
  void reader.end();
  return collector.result();
}

function rowText(i: number, shift: number): string {
  const target = i % 2;
  const wrong = (i * 7919 + shift * (i % 20 === 0 ? 1 : 0)) % 7 === 0;
  return `${JSON.stringify({ id: `sample-${i}`, target, prediction: wrong ? 1 - target : target, slices: { language: i % 3 === 0 ? 'eu' : 'en' } })}\n`;
}
