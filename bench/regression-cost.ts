/** What a metric with its interval, each setting of the built gate (`npm run build` first) and a million samples a side cost: CPU milliseconds, and peak memory. */
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
import { judge, rules } from './price/rules.ts';
import { changeIn } from './price/worlds.ts';
import { seededRandom } from '../src/regression/statistics/random.ts';
import { assess } from '../src/regression/decision/assess.ts';
import { lookAt } from '../src/regression/decision/looks.ts';
import { parseMetric } from '../src/regression/metrics/spec.ts';
import type { Pair } from '../src/regression/samples/pair.ts';

const rounds = 15;
const samples = 1_000_000;

main();

function main(): void {
  const { values } = parseArgs({
    options: { million: { type: 'boolean' }, parsed: { type: 'boolean' } },
  });
  if (values.million === true) return million();
  if (values.parsed === true) return parsedAlone();
  for (const n of [500, 50_000]) {
    const pairs = pairsOf(n);
    for (const name of ['accuracy', 'f1', 'f1_micro', 'f1_macro']) {
      const spec = parseMetric(name);
      if (typeof spec === 'string') throw new Error(spec);
      const look = lookAt(n, undefined, regressionDefaults.alpha);
      const cost = median(() =>
        assess({ spec, pairs, settings: regressionDefaults, look, directions: new Map() }),
      );
      console.log(`n = ${n}, ${name}: measured, with its interval: ${cost.toFixed(1)} ms CPU`);
    }
  }
  settingsCost();
  for (const part of ['--million', '--parsed'])
    console.log(
      execFileSync(process.execPath, [...process.execArgv, import.meta.filename, part], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }).trim(),
    );
}

/** Of changes in which few samples are uncertain, judged from results that are read: all looks that it takes, and the plan of samples drawn by flips. */
function settingsCost(): void {
  const looks = [500, 1000, 1500, 2000];
  const random = seededRandom(1);
  const cell = { agreement: 0.95, pool: 2000 };
  for (const rule of rules.filter((one) => !one.startsWith('warn'))) {
    const changes = Array.from({ length: rounds }, () => changeIn('concentrated', cell, 0, random));
    const cost = median((round) =>
      changes.slice(round, round + 1).map((change) => judge(rule, change, looks, false)),
    );
    console.log(`${rule}: ${cost.toFixed(0)} ms CPU a change`);
  }
}

/** At F1 0.85 and 95 % agreement: cells of target, baseline and candidate, index 4y + 2a + b. */
function pairsOf(n: number): Pair[] {
  return [0.41, 0.015, 0.01, 0.065, 0.065, 0.01, 0.015, 0.41].flatMap((share, cell) =>
    Array.from({ length: Math.round(share * n) }, () => pairOf(cell)),
  );
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

function median(work: (round: number) => unknown): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const before = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
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

/** What the same rows cost where they are written and parsed, and nothing is kept but the rows by their ids. */
function parsedAlone(): void {
  const began = process.cpuUsage();
  const byId = new Map<string, unknown>();
  for (const shift of [0, 1])
    for (let i = 0; i < samples; i += 1) {
      const row: unknown = JSON.parse(rowText(i, shift));
      byId.set(`${shift} ${i}`, row);
    }
  const { user, system } = process.cpuUsage(began);
  console.log(`${byId.size / 2} rows a side, parsed alone: ${((user + system) / 1e6).toFixed(1)} s CPU`);
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
