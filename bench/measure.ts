/** How long programs take to start, against bare Node in the same run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Program {
  readonly name: string;
  /** Arguments to node. */
  readonly args: readonly string[];
}

export interface Measurement {
  readonly name: string;
  /** Medians: milliseconds from spawn to exit, milliseconds of processor time, MiB of memory at its peak. */
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

const probe = path.join(import.meta.dirname, 'probe.cjs');

/** Medians of `rounds` runs of each program, in an empty folder or `where`; they take turns, so that a busy moment hits all of them. */
export function measure(programs: readonly Program[], rounds: number, where?: string): Measurement[] {
  const samples = programs.map((): Omit<Measurement, 'name'>[] => []);
  const cwd = mkdtempSync(path.join(tmpdir(), 'bench-'));
  for (let round = -1; round < rounds; round += 1) {
    programs.forEach((program, at) => {
      const sample = run(program, where ?? cwd);
      // The first round fills the file cache.
      if (round >= 0) samples[at]?.push(sample);
    });
  }
  rmSync(cwd, { recursive: true, force: true });
  return programs.map(({ name }, at) => ({ name, ...medians(samples[at] ?? []) }));
}

function run({ name, args }: Program, cwd: string): Omit<Measurement, 'name'> {
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' };
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--require', probe, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // a report of 100,000 files is long
    maxBuffer: 1 << 30,
  });
  const wall = performance.now() - started;
  const told = result.output?.[3]?.toString() ?? '';
  if (told === '')
    throw new Error(`${name} did not end by itself: ${result.error?.message ?? result.stderr.toString()}`);
  return { wall, ...(JSON.parse(told) as { cpu: number; rss: number }) };
}

function medians(samples: readonly Omit<Measurement, 'name'>[]): Omit<Measurement, 'name'> {
  const of = (key: 'wall' | 'cpu' | 'rss'): number => median(samples.map((sample) => sample[key]));
  return { wall: of('wall'), cpu: of('cpu'), rss: of('rss') };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN,
    sorted[Math.floor(sorted.length / 2)] ?? NaN,
  ];
  return (low + high) / 2;
}
