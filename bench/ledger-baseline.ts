/**
 * What a baseline in the ledger costs: bytes kept for an evaluation, and the time that it adds to the built gate, on a bare runner and in
 * a clone that has read the ledger before. Build first; `node bench/ledger-baseline.ts [samples…]`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsonl, rows } from '../test/unit/regression/rows.ts';

const cli = path.resolve('dist/cli/index.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-ledger-baseline-'));
const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [500, 2000, 50_000];
for (const samples of sizes) measure(samples);

function measure(samples: number): void {
  const origin = path.join(folder, `origin-${samples}.git`);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const work = clone(origin, `work-${samples}`);
  write(
    work,
    '.github/model-gates.yml',
    'regression:\n  candidate: ["evals/*.jsonl"]\n  metrics: [accuracy]\n',
  );
  write(work, '.gitignore', 'evals/\n');
  for (let merge = 1; merge <= 30; merge += 1) {
    write(work, 'train.py', `step = ${merge}\n`);
    git(work, 'add', '--all');
    git(work, ...person, 'commit', '--quiet', '--message', `Merge ${merge}`);
  }
  git(work, 'push', '--quiet', 'origin', 'main');
  write(work, 'evals/test.jsonl', jsonl(rows({ n: samples })));
  const recordMs = timed(() => run(work, 'record', '--results', 'policy'));
  const [, blob = ''] = git(origin, 'ls-tree', '-r', refOf(origin)).split(/\s+blob\s+|\t/);
  const plain = Number(git(origin, 'cat-file', '-s', blob));
  const stored = execFileSync('git', ['cat-file', '--batch-check=%(objectsize:disk)'], {
    cwd: origin,
    input: blob,
  });
  const committed = clone(origin, `committed-${samples}`);
  write(committed, '.gitignore', '');
  write(committed, 'evals/test.jsonl', jsonl(rows({ n: samples })));
  git(committed, 'add', '--all');
  git(committed, ...person, 'commit', '--quiet', '--message', 'With results');
  const inGit = Math.min(...[1, 2, 3].map(() => timed(() => run(committed, 'check', '--base', 'HEAD'))));
  const bare = clone(origin, `bare-${samples}`);
  write(bare, 'evals/test.jsonl', jsonl(rows({ n: samples })));
  const cold = timed(() => run(bare, 'check', '--base', 'origin/main'));
  const warm = Math.min(...[1, 2, 3].map(() => timed(() => run(bare, 'check', '--base', 'origin/main'))));
  console.log(
    `${samples} samples: ${plain} bytes of rows, ${Number(stored)} in git; recorded in ${recordMs} ms; ` +
      `check with results in git ${inGit} ms, from the ledger ${cold} ms bare, ${warm} ms warm`,
  );
}

function refOf(origin: string): string {
  const refs = git(origin, 'for-each-ref', '--format=%(refname)', 'refs/lineage/inbox').split('\n');
  return refs.find((ref) => ref.includes('results@')) ?? '';
}

function clone(origin: string, name: string): string {
  const cwd = path.join(folder, name);
  execFileSync('git', ['clone', '--quiet', `file://${origin}`, cwd], { stdio: 'ignore' });
  return cwd;
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 }).trim();
}

function write(cwd: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
}

function run(cwd: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return Math.round(performance.now() - started);
}
