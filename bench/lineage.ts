/**
 * The ledger under load, on real git: 40 writers of 10 records with kills, their compaction with kills, and look-ups.
 * `node bench/lineage.ts [lookups|board] [records…]`; without arguments 10,000 records for the look-ups. `lookups`: nothing else; `board`:
 * the decision board of such a ledger, the first time, in the same clone, and with what it kept.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDashboard } from '../src/board/gate/build-dashboard.ts';
import { boardDefaults } from '../src/board/index.ts';
import { compactInbox } from '../src/lineage/gate/compact.ts';
import { openReader } from '../src/lineage/gate/reader.ts';
import { trace } from '../src/lineage/gate/trace.ts';
import { openLedger } from '../src/git/index.ts';
import { keptFile } from '../src/runner/kept-file.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { fill } from './lineage-ledger.ts';

const writers = 40;
const perWriter = 10;
const log = { info: () => undefined, debug: () => undefined, warning: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'bench-lineage-'));

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [, , first] = process.argv;
const isPart = first === 'lookups' || first === 'board';
if (!isPart) await writing();
for (const size of process.argv
  .slice(isPart ? 3 : 2)
  .map(Number)
  .concat(process.argv.length > 2 ? [] : [10_000]))
  await (first === 'board' ? boards(size) : lookups(size));

function remote(name: string): string {
  const bare = path.join(folder, name);
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  git(bare, 'config', 'uploadpack.allowFilter', 'true');
  return bare;
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 }).trim();
}

function place(name: string): string {
  const cwd = path.join(folder, name);
  mkdirSync(cwd, { recursive: true });
  return cwd;
}

async function writing(): Promise<void> {
  for (const kills of [0, 1]) {
    const bare = remote(`writing-${kills}.git`);
    const started = performance.now();
    const groups = Array.from({ length: writers / 10 }, (_, at) => tenWriters(bare, at * 10, at < kills));
    const lines = (await Promise.all(groups)).flat();
    const wall = performance.now() - started;
    const refs = git(bare, 'for-each-ref', '--format=%(refname)', 'refs/lineage/inbox').split('\n');
    const ms = lines.flatMap((line) => line.ms ?? []).toSorted((x, y) => x - y);
    const retries = lines.reduce((sum, line) => sum + (line.retries ?? 0), 0);
    console.log(
      `${writers} writers × ${perWriter} records, ${kills * 10} of them killed once: ${(wall / 1000).toFixed(1)} s, ` +
        `lost ${writers * perWriter - refs.length}, retries ${retries}, p50 ${seconds(ms, 0.5)}, p95 ${seconds(ms, 0.95)} a record`,
    );
    await compaction(bare, kills);
  }
}

interface Line {
  readonly ms?: number;
  readonly retries?: number;
}

/** Writers that are killed half-way start again with all their records, as a job that is run again does. */
async function tenWriters(bare: string, first: number, killed: boolean): Promise<Line[]> {
  if (killed) {
    const before = start(bare, first);
    before.child.stdout.on('data', () => {
      if (before.text().split('\n').length > 40) before.child.kill('SIGKILL');
    });
    await once(before.child, 'close');
  }
  const last = start(bare, first);
  const [code] = (await once(last.child, 'close')) as [number];
  if (code !== 0) throw new Error(`writers from ${first} failed:\n${last.text()}`);
  const lines = last.text().trim().split('\n').slice(1);
  return lines.map((line) => JSON.parse(line) as Line);
}

function start(bare: string, first: number) {
  const script = path.join(import.meta.dirname, 'lineage-writer.ts');
  const args = [script, bare, String(first), String(perWriter)];
  const child = spawn(process.execPath, args, {
    cwd: place('nowhere'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  return { child, text: () => text };
}

/** Two compactors at once; in the run with kills a third dies first, between its commit and its push. */
async function compaction(bare: string, kills: number): Promise<void> {
  if (kills > 0) await killedCompactor(bare);
  const started = performance.now();
  const compactors = ['a', 'b'].map(async (name) => {
    const ledger = await openLedger({ cwd: place(`compactor-${name}-${kills}`), log, remote: bare });
    const { facts } = await compactInbox(ledger, { log, clock: systemClock, batchSize: 150 });
    await ledger.close();
    return facts.folded ?? 0;
  });
  const folded = await Promise.all(compactors);
  const files = git(bare, 'ls-tree', '-r', '--name-only', 'model-lineage').split('\n');
  const records = files.filter((file) => file.startsWith('records/'));
  const made = files.flatMap((file) => /^by\/weights\/..\/(.+)@/.exec(file)?.[1] ?? []);
  const left = git(bare, 'for-each-ref', 'refs/lineage/inbox');
  console.log(
    `  folded by two compactors at once (${folded.join(' + ')}) in ${seconds([performance.now() - started], 0)}: ` +
      `${records.length} records in the branch, duplicated ${made.length - new Set(made).size}, ` +
      `conflicts ${files.filter((file) => file.startsWith('conflicts/')).length}, left in the inbox ${left === '' ? 0 : left.split('\n').length}`,
  );
}

async function killedCompactor(bare: string): Promise<void> {
  const code = `
    import { openLedger } from '${new URL('../src/git/index.ts', import.meta.url).href}';
    import { buildDashboard } from '../src/board/gate/build-dashboard.ts';
import { boardDefaults } from '../src/board/index.ts';
import { compactInbox } from '${new URL('../src/lineage/gate/compact.ts', import.meta.url).href}';
    import { systemClock } from '${new URL('../src/kernel/clock.ts', import.meta.url).href}';
    const log = { info() {}, debug() {}, warning() {} };
    const ledger = await openLedger({ cwd: process.cwd(), log, remote: process.argv[1] });
    await compactInbox({ ...ledger, compact: async (folding) => { setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20); return ledger.compact(folding); } }, { log, clock: systemClock });`;
  const args = ['--input-type=module', '-e', code, bare];
  await once(spawn(process.execPath, args, { cwd: place('killed'), stdio: 'inherit' }), 'close');
}

/** A ledger of chains of five records, and how long an id and a whole chain take to find. */
async function lookups(size: number): Promise<void> {
  const bare = remote(`lookups-${size}.git`);
  await fill(bare, size);
  const chains = Math.floor(size / 5);
  const id = `svc-${Math.floor(chains / 2)}`;
  const cold: number[] = [];
  for (let round = 0; round < 5; round += 1)
    cold.push(await timed(() => one(place(`bare-${size}-${round}`), bare, id)));
  const clone = place(`clone-${size}`);
  execFileSync('git', ['init', '--quiet', clone]);
  git(clone, 'remote', 'add', 'origin', bare);
  await one(clone, 'origin', id);
  const ledger = await openLedger({ cwd: clone, log });
  const snapshot = await ledger.snapshot();
  const still = { ...ledger, snapshot: () => Promise.resolve(snapshot) };
  const reader = await openReader(snapshot, { now: Date.now });
  const warm: number[] = [];
  const chain: number[] = [];
  const listing: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const other = `svc-${(round * 97) % chains}`;
    await trace({ id: other }, { ledger: still, now: Date.now });
    warm.push(await timed(() => reader.named(other)));
    chain.push(await timed(() => trace({ id: other }, { ledger: still, now: Date.now })));
    listing.push(await timed(() => ledger.snapshot()));
  }
  await ledger.close();
  const text = (values: number[]) => `${median(values).toFixed(0)} ms`;
  console.log(
    `${size} records: bare runner, fetch and whole chain ${text(cold)}; warm: one id ${text(warm)}, whole chain ${text(chain)} ` +
      `; asking the remote for its refs before that ${text(listing)}`,
  );
}

/** Processor time of this process, of which git's is not a part, and what is written. */
async function boards(size: number): Promise<void> {
  const bare = remote(`board-${size}.git`);
  await fill(bare, size);
  const clone = place(`board-clone-${size}`);
  execFileSync('git', ['init', '--quiet', clone]);
  git(clone, 'remote', 'add', 'origin', bare);
  const kept = keptFile(path.join(clone, 'state', 'board-records'), log);
  for (const [name, more] of [
    ['first', {}],
    ['again', {}],
    ['first that keeps', { kept }],
    ['with what was kept', { kept }],
  ] as const) {
    const ledger = await openLedger({ cwd: clone, log });
    const files = new Map<string, number>();
    const put = (file: string, text: string) =>
      Promise.resolve(void files.set(file, Buffer.byteLength(text)));
    const before = process.cpuUsage();
    const started = performance.now();
    const report = await buildDashboard(
      { name: 'bench', settings: boardDefaults },
      {
        ledger,
        ...more,
        write: async (page) => (await put('index.html', page), 'index.html'),
        beside: put,
        now: Date.now,
      },
    );
    const { user, system } = process.cpuUsage(before);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    const sizes = [...files].map(([file, bytes]) => `${file} ${(bytes / 1000).toFixed(0)} kB`).join(', ');
    const state = statSync(path.join(clone, 'state', 'board-records'), { throwIfNoEntry: false })?.size ?? 0;
    console.log(
      `${size} records, ${name}: ${seconds((user + system) / 1000)} of CPU, ${seconds(performance.now() - started)}; ${report.facts.records} read; ` +
        `${sizes}; state ${(state / 1e6).toFixed(1)} MB; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of memory`,
    );
    await ledger.close();
  }
}

async function one(cwd: string, from: string, id: string): Promise<void> {
  const ledger = await openLedger({ cwd, log, remote: from });
  const report = await trace({ id }, { ledger, now: Date.now });
  if (report.verdict !== 'pass') throw new Error(report.title);
  await ledger.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function seconds(sorted: readonly number[], quantile: number): string {
  return `${((sorted[Math.floor((sorted.length - 1) * quantile)] ?? 0) / 1000).toFixed(2)} s`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
