/**
 * Many processes that claim a version at the same time, on real git: `node bench/versions.ts [claimers]`, 40 by default.
 * Each is the built CLI in a clone of its own, so that what is measured is what a runner does, start-up and all.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const count = Number(process.argv[2] ?? 40);
const cli = path.resolve(import.meta.dirname, '../dist/cli/index.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-versions-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await claiming('next', 'a number each', true, ['--next', 'v2.3']);
await claiming('exact', 'one tag', false, ['--claim', 'v2.3.0']);

async function claiming(name: string, what: string, own: boolean, args: readonly string[]): Promise<void> {
  const origin = path.join(folder, `${name}.git`);
  const clones = prepare(origin, own);
  const started = performance.now();
  const runs = await Promise.all(clones.map((clone) => claim(clone, args)));
  const wall = performance.now() - started;
  const tags = git(origin, 'tag', '--sort=v:refname').split('\n');
  const created = runs.filter((run) => run.created).length;
  const failed = runs.filter((run) => run.exitCode !== 0).length;
  const ms = runs.map((run) => run.ms).toSorted((a, b) => a - b);
  console.log(
    `${count} claimers, ${what}: ${seconds(wall)}, p50 ${seconds(ms[Math.floor(ms.length / 2)])}, p95 ${seconds(ms[Math.floor(ms.length * 0.95)])}; ` +
      `${tags.length} tags from ${tags[0]} to ${tags.at(-1)}, ${contiguous(tags) ? 'no gap' : 'GAPS'}, created ${created}, found ${count - created - failed}, failed ${failed}, lost numbers tried again ${runs.reduce((sum, run) => sum + run.lost, 0)}`,
  );
}

/** Clones at a commit each, or all at the same one. */
function prepare(origin: string, own: boolean): string[] {
  const work = `${origin}-work`;
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', work]);
  const commits = Array.from({ length: own ? count : 1 }, (_, at) => {
    writeFileSync(path.join(work, 'a'), String(at));
    git(work, 'add', 'a');
    git(work, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', `${at}`);
    return git(work, 'rev-parse', 'HEAD');
  });
  execFileSync('git', ['clone', '--quiet', '--bare', work, origin]);
  return Array.from({ length: count }, (_, at) => {
    const clone = `${origin}-${at}`;
    execFileSync('git', ['clone', '--quiet', '--no-tags', `file://${origin}`, clone]);
    git(clone, 'checkout', '--quiet', '--detach', commits[own ? at : 0] ?? 'HEAD');
    return clone;
  });
}

interface Run {
  readonly exitCode: number | null;
  readonly created: boolean;
  /** Numbers that another got first. */
  readonly lost: number;
  readonly ms: number;
}

function claim(cwd: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, [cli, 'version', '--json', ...args], { cwd });
    let [report, log] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
    child.on('close', (exitCode) => {
      const created = exitCode === 0 && /"created": true/.test(report);
      const lost = log.split('trying the next number').length - 1;
      resolve({ exitCode, created, lost, ms: performance.now() - started });
    });
  });
}

function contiguous(tags: readonly string[]): boolean {
  return tags.every((tag, patch) => tag === `v2.3.${patch}`);
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
