/**
 * What whole jobs cost on the example's pull request, as a runner starts them, against bare Node and against the floor: Node with the fewest
 * git calls that could answer. Each run gets a checkout of its own; they take turns, so that a busy moment hits all of them.
 * `--rounds N` (5), `--json` prints the figures alone, `--git NAME` prints what a job asks of git.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askedOfGit, measureCommand, type Asked, type Cost } from './job/meter.ts';
import { commandOf, openScene, type Job, type Scene } from './job/scene.ts';
import { median } from './measure.ts';

const root = path.resolve(import.meta.dirname, '..');
const bare = 'node -e 0';
const gateLibraries = ['change', 'config', 'frameworks', 'dependencies', 'inputs', 'regression', 'picomatch'];

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean' }, git: { type: 'string' } },
  });
  const scene = await openScene();
  const jobs = jobsOf(scene);
  if (values.git === undefined) {
    const rows = await rowsOf(scene, jobs, Number(values.rounds));
    if (values.json === true) console.log(JSON.stringify({ node: process.version, rows }, null, 2));
    else console.table(rows);
  } else {
    const job = jobs.find(({ name }) => name === values.git);
    if (job === undefined)
      throw new Error(`no job ${values.git}; there are ${jobs.map(({ name }) => name).join(', ')}`);
    console.log((await askedOfGit(commandOf(scene, job))).git.join('\n'));
  }
  await scene.close();
}

function jobsOf({ pull, api }: Scene): Job[] {
  const gates = ['validate-model-config', 'detect-dep-drift', 'detect-input-drift', 'regression-gate'];
  const cli = path.join(root, 'dist/cli/index.js');
  return [
    { name: bare, run: { args: ['-e', '0'] } },
    { name: 'floor', run: { args: ['-e', floor(pull.base, pull.head)] } },
    {
      name: 'what any such action loads and asks',
      run: { args: ['-e', floor(pull.base, pull.head) + questions(api.url)] },
    },
    {
      name: 'the same, with the gates loaded',
      run: { args: ['-e', floor(pull.base, pull.head) + questions(api.url) + load(gateLibraries)] },
    },
    { name: 'all gates, with comment', run: { action: '.', token: true } },
    { name: 'all gates, no token', run: { action: '.', token: false } },
    { name: 'the same twice in one process', run: { action: '.', token: false, again: true } },
    ...gates.map((name) => ({ name, run: { action: `actions/${name}`, token: true } })),
    { name: 'CLI check', run: { args: [cli, 'check', '--base', pull.base] } },
  ];
}

/** One fetch of both commits, one comparison, one reader of their files. */
function floor(base: string, head: string): string {
  return `const { execFileSync: git } = require('node:child_process');
    git('git', ['fetch', '--quiet', '--depth=1', 'origin', '${base}', '${head}']);
    git('git', ['diff', '--raw', '${base}', '${head}']);
    git('git', ['cat-file', '--batch'], { input: '${head}:configs/qwen3_vl_30b.yaml\\n' });`;
}

/** The packages for actions, GitHub's API, programs and YAML, the rest of the gates' questions to git, and four requests; nothing is judged. */
function questions(apiUrl: string): string {
  return `
    ${load(['action', 'git', 'github', 'js-yaml'])}
    for (const words of [['rev-parse', 'HEAD'], ['remote', 'get-url', 'origin'], ['ls-tree', '-r', 'HEAD'], ['ls-files', '--stage'],
      ['rev-list', '-n', '1', 'HEAD'], ['log', '-n', '1', 'HEAD']]) git('git', words);
    const http = require('node:http');
    const agent = new http.Agent({ keepAlive: true });
    const ask = () => new Promise((done) => http.get('${apiUrl}/rate_limit', { agent }, (message) => message.resume().on('end', done)));
    ask().then(ask).then(ask).then(ask).then(() => agent.destroy());`;
}

function load(names: readonly string[]): string {
  return `for (const library of ${JSON.stringify(names.map((name) => path.join(root, 'dist/lib', name)))}) require(library);`;
}

type Row = Readonly<Record<string, string | number>>;

async function rowsOf(scene: Scene, jobs: readonly Job[], rounds: number): Promise<Row[]> {
  const costs = jobs.map((): Cost[] => []);
  for (let round = -1; round < rounds; round += 1)
    for (const [at, job] of jobs.entries()) {
      const cost = await measureCommand(commandOf(scene, job));
      // The first round fills the file cache.
      if (round >= 0) costs[at]?.push(cost);
    }
  const rows: Row[] = [];
  const one = median((costs[0] ?? []).map(({ cpu }) => cpu));
  for (const [at, job] of jobs.entries()) rows.push(await rowOf(scene, job, costs[at] ?? [], one));
  return rows;
}

async function rowOf(scene: Scene, job: Job, costs: readonly Cost[], one: number): Promise<Row> {
  const command = commandOf(scene, job);
  const before = { requests: scene.api.requests.length, bytes: bytesOf(path.join(command.cwd, '.git')) };
  const { git, fetches }: Asked = await askedOfGit(command);
  const of = (key: keyof Cost): number => median(costs.map((cost) => cost[key]));
  return {
    job: job.name,
    '× bare CPU': Number((of('cpu') / one).toFixed(1)),
    'CPU ms': Math.round(of('cpu')),
    'wall ms': Math.round(of('wall')),
    'git processes': git.length,
    fetches,
    'API requests': scene.api.requests.length - before.requests,
    'KB fetched': Math.round((bytesOf(path.join(command.cwd, '.git')) - before.bytes) / 1000),
    'peak MiB': Math.round(of('rss')),
    'exit code': of('exitCode'),
  };
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
