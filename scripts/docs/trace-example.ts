/** The example's repository with a history, and the ledger of two versions that were built, trained, evaluated and served from it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compactInbox } from '../../src/lineage/gate/compact.ts';
import { hashes } from '../../src/lineage/gate/hashes.ts';
import { prepareRecords } from '../../src/lineage/gate/prepare.ts';
import { appendRecords } from '../../src/lineage/gate/record.ts';
import { openLedger } from '../../src/git/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';

export const config = 'configs/qwen3_vl_30b.yaml';
export const silent = { info: () => undefined, debug: () => undefined, warning: () => undefined };

/** What makes the model: another workflow of the example makes no other commit here. */
const modelFiles = [
  '.github/model-gates.yml',
  '.github/model-registry.yml',
  'configs',
  'Dockerfile',
  'pyproject.toml',
  'train.py',
  'uv.lock',
];

/** A clone whose remote keeps the ledger, below `folder`. The same each time: dates, authors and ids are fixed. */
export async function exampleClone(root: string, folder: string): Promise<string> {
  const [clone, hub] = [path.join(folder, 'clone'), path.join(folder, 'hub.git')];
  mkdirSync(clone);
  for (const file of modelFiles)
    cpSync(path.join(root, 'examples/qwen3-vl', file), path.join(clone, file), { recursive: true });
  git(clone, ['init', '--quiet', '--initial-branch=main']);
  git(clone, ['config', 'core.fileMode', 'false']);
  git(clone, ['init', '--quiet', '--bare', hub]);
  git(clone, ['remote', 'add', 'origin', hub]);
  const first = commitVersions(
    clone,
    '3.0e-5',
    '1.10.1',
    mira('2026-11-02T09:00:00Z'),
    'Train on documents, charts and diagrams (#28)',
  );
  commitVersions(clone, '3.0e-5', '1.11.0', mira('2026-11-10T14:20:00Z'), 'Take accelerate 1.11.0 (#30)');
  const second = commitVersions(
    clone,
    '2.0e-5',
    '1.11.0',
    jonas('2026-11-11T08:45:00Z'),
    'Lower the learning rate: the loss spiked after step 900 (#31)',
  );
  git(clone, ['push', '--quiet', 'origin', 'main']);
  await writeLedger(clone, [
    ...version({
      clone,
      name: 'v1.0.0',
      sha: first,
      pull: 28,
      day: '2026-11-02',
      author: 'mira',
      lr: 3e-5,
      f1: 0.612,
    }),
    ...version({
      clone,
      name: 'v1.1.0',
      sha: second,
      pull: 31,
      day: '2026-11-11',
      author: 'jonas',
      lr: 2e-5,
      f1: 0.634,
    }),
  ]);
  return clone;
}

/** Id of a request that a version answered. */
export function answerOf(version: string): string {
  return `req-${hashes.sha256(version).slice(0, 12)}`;
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

const mira = (date: string): Person => ({ name: 'Mira Sandoval', email: 'mira@lab.example', date });
const jonas = (date: string): Person => ({ name: 'Jonas Okafor', email: 'jonas@lab.example', date });

/** No settings of the machine, and no repository around it. */
function git(cwd: string, args: readonly string[], who: Person = mira('2026-11-01T00:00:00Z')): string {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const roles = (['AUTHOR', 'COMMITTER'] as const).flatMap((role) => [
    [`GIT_${role}_NAME`, who.name],
    [`GIT_${role}_EMAIL`, who.email],
    [`GIT_${role}_DATE`, who.date],
  ]);
  const settings = [
    ['GIT_CONFIG_GLOBAL', path.join(cwd, '.git', 'no-such-file')],
    ['GIT_CONFIG_NOSYSTEM', '1'],
  ];
  const env = Object.fromEntries([...kept, ...roles, ...settings]);
  return execFileSync('git', [...args], { cwd, env, encoding: 'utf8' }).trim();
}

/** The example as it is, with another learning rate and another accelerate; returns the SHA. */
function commitVersions(cwd: string, lr: string, accelerate: string, who: Person, message: string): string {
  edit(path.join(cwd, config), /^( {2}lr: ).*$/m, lr);
  edit(path.join(cwd, 'uv.lock'), /(name = "accelerate"\nversion = )"[^"]*"/, `"${accelerate}"`);
  git(cwd, ['add', '--all']);
  git(cwd, ['commit', '--quiet', `--message=${message}`], who);
  return git(cwd, ['rev-parse', 'HEAD']);
}

function edit(file: string, pattern: RegExp, value: string): void {
  const text = readFileSync(file, 'utf8');
  if (!pattern.test(text)) throw new Error(`${file} no longer contains ${String(pattern)}`);
  writeFileSync(file, text.replace(pattern, `$1${value}`));
}

interface Version {
  readonly clone: string;
  readonly name: string;
  readonly sha: string;
  readonly pull: number;
  readonly day: string;
  readonly author: string;
  readonly lr: number;
  readonly f1: number;
}

/** What the steps of a workflow record, from the merge to an answer. The first went in without its evaluation. */
function version({ clone, name, sha, pull, day, author, lr, f1 }: Version): object[] {
  const digest = (what: string) => `sha256:${hashes.sha256(`${what} ${name}`)}`;
  const file = (role: string, place: string) => ({
    role,
    path: place,
    digest: `sha256:${hashes.sha256(git(clone, ['show', `${sha}:${place}`]))}`,
  });
  const run = { id: `90${pull}`, url: `https://github.com/lab/qwen3-vl-docs/actions/runs/90${pull}` };
  const all = { author, pr_number: pull, git_ref: 'refs/heads/main', repository: 'lab/qwen3-vl-docs' };
  const commit = { kind: 'commit', id: sha };
  const image = {
    kind: 'image',
    id: `registry.example/lab/qwen3-vl-docs:pr-${pull}`,
    digest: digest('image'),
  };
  const job = { kind: 'job', id: `train-${pull}` };
  const weights = { kind: 'weights', id: `qwen3-vl-docs-${name}`, digest: digest('weights') };
  const serving = { kind: 'serving', id: `svc-qwen3-vl-docs-${name}`, service: 'qwen3-vl-docs' };
  const passed = {
    gate: 'validate-model-config',
    verdict: 'pass',
    title: '1 config, 31,070,754,032 parameters',
  };
  const exempt = {
    gate: 'regression-gate',
    verdict: 'exempt',
    title: 'Not run: hotfix approved by mira',
    exempted_by: 'mira',
    exempted_at: `${day}T08:40:00Z`,
    exempted_sha: sha,
    reason: 'the loss spike stops every training; evaluated after the merge',
  };
  const drift = { gate: 'detect-dep-drift', verdict: 'pass', title: 'No watched package moved' };
  const answer = { kind: 'trace', id: answerOf(name) };
  const base = {
    kind: 'weights',
    id: 'Qwen/Qwen3-VL-30B-A3B-Instruct',
    digest: `sha256:${hashes.sha256('base')}`,
    external: true,
  };
  return [
    {
      at: `${day}T09:05:00Z`,
      inputs: [commit],
      outputs: [{ kind: 'verdict', id: `merge-${pull}` }],
      verdicts: [passed, drift, ...(pull === 31 ? [exempt] : [])],
      run,
    },
    { at: `${day}T09:20:00Z`, inputs: [commit], outputs: [image], run },
    {
      at: `${day}T09:40:00Z`,
      by: 'trainer',
      inputs: [commit, image, base],
      outputs: [job],
      command: `accelerate launch train.py --config ${config}`,
      seed: 20260114,
      parameters: { lr, max_steps: 6000 },
      files: [file('config', config), file('lock', 'uv.lock')],
    },
    {
      at: `${day}T21:10:00Z`,
      by: 'trainer',
      inputs: [job],
      outputs: [weights],
      metrics: { train_loss: Number((2.4 - 2 * f1).toFixed(3)) },
    },
    {
      at: `${day}T21:40:00Z`,
      by: 'evaluator',
      inputs: [weights],
      outputs: [{ kind: 'evaluation', id: `mmmu-val-${name}` }],
      metrics: { f1 },
    },
    { at: `${day}T22:00:00Z`, by: 'deploy-bot', inputs: [weights], outputs: [serving], run },
    { at: `${day}T22:31:07Z`, by: 'gateway', inputs: [serving], outputs: [answer] },
  ].map((record) => ({ by: 'github-actions', ...all, ...record }));
}

async function writeLedger(cwd: string, records: readonly object[]): Promise<void> {
  const ledger = await openLedger({ cwd, log: silent });
  const prepared = prepareRecords([...records], { at: '2026-11-20T00:00:00Z', by: 'nobody' });
  const report = await appendRecords(prepared, ledger);
  if (report.verdict !== 'pass') throw new Error(report.findings.map(({ message }) => message).join('\n'));
  await compactInbox(ledger, { log: silent, clock: systemClock });
  await ledger.close();
}
