/**
 * What checks of a large repository cost: 100,000 files, 50,000 commits, 50 other branches; a change of 5 files and one of 5,000, and a branch
 * that 500 commits of trunk are missing from.
 * `npm run build && node bench/tree.ts`. Processor time with children. The floors are what git itself takes for the same in the same run: its
 * answers to the questions of a check, asked by Node with the code of the gates loaded, and its own fetch with merge or rebase.
 * `--files N`, `--commits N`, `--rounds N` (3), `--keep FOLDER` leaves the repository there, or takes it from there.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommand, type Cost } from './job/meter.ts';
import { median } from './measure.ts';

const dist = path.resolve(import.meta.dirname, '../dist');
const cli = path.join(dist, 'cli/index.js');
const libraries = ['change', 'git', 'config', 'dependencies', 'inputs', 'regression', 'picomatch'];
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    commits: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
});
const files = Number(values.files);
const commits = Number(values.commits);
const others = 50;

async function main(): Promise<void> {
  const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), 'bench-tree-'));
  mkdirSync(folder, { recursive: true });
  const hub = path.join(folder, 'hub.git');
  if (!existsSync(hub)) await fill(hub);
  const clones = { full: [], blobless: ['--filter=blob:none'], shallow: ['--depth=1', '--no-single-branch'] };
  const rows = [];
  for (const [kind, options] of Object.entries(clones)) {
    const clone = path.join(folder, kind);
    if (!existsSync(clone))
      git(folder, 'clone', '--quiet', '--branch=few', ...options, `file://${hub}`, clone);
    for (const job of kind === 'full' ? jobs : jobs.filter(({ everywhere }) => everywhere))
      rows.push(await rowOf(kind, clone, job));
  }
  console.table(rows);
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

interface Job {
  readonly name: string;
  readonly branch: 'few' | 'many' | 'late';
  /** Arguments to the CLI. */
  readonly args?: readonly string[];
  /** Or commands of git, which Node gives. */
  readonly git?: readonly string[];
  /** With the code of the gates loaded, as a check needs it. */
  readonly loaded?: true;
  readonly everywhere?: true;
}

const since = 'origin/main';
const raw = ['diff-tree', '--raw', '-z', '-r', '--find-renames'].join(' ');
const staged = `diff-index --cached --raw -z -r ${since} --`;
const ofCommit = [`${raw} ${since} HEAD --`, staged, 'ls-files -z -t --stage'];
const ofDisk = [staged, 'ls-files -z -t --stage --modified --others --exclude-standard'];
const fetch = 'fetch --quiet --no-tags origin main';

const jobs: readonly Job[] = [
  { name: 'floor: git alone, of the commit', branch: 'few', git: ofCommit },
  { name: 'floor: git alone, of the disk', branch: 'few', git: ofDisk },
  { name: 'floor, of the commit', branch: 'few', git: ofCommit, loaded: true },
  { name: 'floor, of the disk', branch: 'few', git: ofDisk, loaded: true },
  { name: 'check, 5 files', branch: 'few', args: ['check', '--base', 'origin/main'], everywhere: true },
  {
    name: 'check, 5 files, of the commit',
    branch: 'few',
    args: ['check', '--base', 'origin/main', '--head', 'HEAD'],
  },
  { name: 'check, 5,000 files', branch: 'many', args: ['check', '--base', 'origin/main'], everywhere: true },
  {
    name: 'check, 5,000 files, of the commit',
    branch: 'many',
    args: ['check', '--base', 'origin/main', '--head', 'HEAD'],
  },
  { name: 'deps', branch: 'few', args: ['deps', '--base', 'origin/main'] },
  { name: 'deps, of the commit', branch: 'few', args: ['deps', '--base', 'origin/main', '--head', 'HEAD'] },
  { name: `branch against ${others}`, branch: 'few', args: ['branch', '--trunk', 'main'] },
  { name: 'git: fetch and merge', branch: 'late', git: [fetch, `merge --quiet --no-edit ${since}`] },
  { name: 'sync', branch: 'late', args: ['sync', '--trunk', 'main'], everywhere: true },
  { name: 'git: fetch and rebase', branch: 'late', git: [fetch, `rebase --quiet ${since}`] },
  { name: 'sync, by a rebase', branch: 'late', args: ['sync', '--trunk', 'main', '--how', 'rebase'] },
];

/** Who commits, for merges and rebases: bare settings, so that no editor and no hook of this machine takes part. */
const env = {
  PATH: process.env['PATH'] ?? '',
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'A'],
      [`GIT_${who}_EMAIL`, 'a@example.org'],
    ]),
  ),
};

async function rowOf(clone: string, cwd: string, job: Job): Promise<Record<string, string | number>> {
  const costs: Cost[] = [];
  for (let round = -1; round < Number(values.rounds); round += 1) {
    checkOut(cwd, job.branch);
    const cost = await measureCommand({ args: argumentsOf(job), cwd, env });
    // The first round fills the file cache.
    if (round >= 0) costs.push(cost);
  }
  const of = (key: keyof Cost): number => Math.round(median(costs.map((cost) => cost[key])));
  return { clone, job: job.name, 'CPU ms': of('cpu'), 'peak MiB': of('rss'), 'exit code': of('exitCode') };
}

/** As the hub has it, whatever the last job made of it; with the state of each file in the index. */
function checkOut(cwd: string, branch: Job['branch']): void {
  git(cwd, 'checkout', '--quiet', '-B', branch, `origin/${branch}`);
  git(cwd, 'status', '--porcelain');
}

function argumentsOf({ args, git: commands = [], loaded }: Job): readonly string[] {
  if (args !== undefined) return [cli, ...args];
  const load = (loaded === true ? libraries : []).map((name) => path.join(dist, 'lib', name));
  return [
    '-e',
    `for (const library of ${JSON.stringify(load)}) require(library);
    for (const command of ${JSON.stringify(commands)})
      require('node:child_process').execFileSync('git', command.split(' '), { maxBuffer: 1e9 });`,
  ];
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** One stream of `git fast-import`: the tree, its history, and the branches. */
async function fill(hub: string): Promise<void> {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', hub]);
  const config = (name: string, value: string) => execFileSync('git', ['-C', hub, 'config', name, value]);
  config('uploadpack.allowFilter', 'true');
  config('uploadpack.allowAnySHA1InWant', 'true');
  const child = spawn('git', ['-C', hub, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const done = new Promise((resolve) => child.on('close', resolve));
  for (const text of history())
    if (!child.stdin.write(text)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.stdin.end();
  await done;
}

function* history(): Generator<string> {
  yield commitTo('main', 'Begin', 0);
  for (let at = 0; at < files; at += 1) yield modify(nameOf(at), contentOf(at, 0));
  for (let at = 1; at < commits; at += 1) {
    if (at === Math.max(1, commits - 500))
      yield commitTo('late', 'Change', at, 'refs/heads/main') + modify('notes/late.md', 'late');
    yield commitTo('main', `Change ${at}`, at) + modify(nameOf((at * 37) % files), contentOf(at % files, at));
  }
  for (let at = 0; at < others; at += 1)
    yield (
      commitTo(`feature/${at}`, `Feature ${at}`, commits, 'refs/heads/main') +
        modify(nameOf(at * 11), contentOf(at, commits + at))
    );
  yield* change('few', 5);
  yield* change('many', Math.min(5000, files));
}

function* change(branch: string, count: number): Generator<string> {
  yield commitTo(branch, 'Change', commits, 'refs/heads/main');
  const step = Math.floor(files / count);
  for (let at = 0; at < count; at += 1) yield modify(nameOf(at * step), contentOf(at * step, commits + 1));
}

function commitTo(branch: string, message: string, at: number, from?: string): string {
  // the last commits are an hour old
  const time = Math.floor(Date.now() / 1000) - 3600 - (commits - at) * 60;
  const start = from === undefined ? '' : `from ${from}\n`;
  return `commit refs/heads/${branch}\ncommitter A <a@example.org> ${time} +0000\n${data(message)}${start}`;
}

function modify(name: string, content: string): string {
  return `M 100644 inline ${name}\n${data(content)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Of 100 files 3 are configs and 1 is a shell script; one file is a lock. */
function nameOf(at: number): string {
  const folder = `part${at % 97}/unit${(at >> 7) % 31}`;
  if (at === 50) return 'uv.lock';
  const kind = at % 100;
  if (kind < 3) return `configs/${folder}/train${at}.yaml`;
  return kind === 3 ? `scripts/${folder}/run${at}.sh` : `src/${folder}/file${at}.py`;
}

function contentOf(at: number, version: number): string {
  if (at === 50)
    return `version = 1\nrevision = 3\n\n[[package]]\nname = "numpy"\nversion = "2.${version % 7}"\n`;
  const kind = at % 100;
  if (kind < 3) return `hidden_size: 64\nlr: 0.1\nseed: ${version}\n`;
  return kind === 3 ? `python train.py --lr 0.${version + 1}\n` : `value = ${version}\n`;
}

await main();
