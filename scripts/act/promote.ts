/** Versions on a ladder under the reusable workflow: step by step, stopped by the judge, rolled back, cancelled and run again. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Event } from '../demo/events.ts';
import { checkout, repositoryName, type Repository } from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { openForge, type Forge } from './forge.ts';
import type { RunExample } from './hotfix.ts';
import type { WorkflowRun } from './workflow.ts';

const manifest = 'deploy/staged/qwen.yaml';
/** Beside the target that the example has. */
const policy = `targets:
  staged:
    service: qwen-vl
    kind: kserve
    files: deploy/staged/*.yaml
    value: s3://models/{id}
    ladder: [5, 25, 100]
    after: 12h
    lands: commit
`;
const written = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: qwen }
spec:
  predictor:
    canaryTrafficPercent: 100 # of the newest
    model: { storageUri: "s3://models/w1" } # {"$marker": "x"}
`;
const workflow = `name: Promote
on:
  workflow_dispatch:
    inputs: { version: {}, weight: {}, rollback: { type: boolean }, reason: {}, judge: {} }
  schedule: [{ cron: '*/30 * * * *' }]
permissions: {}
jobs:
  promote:
    permissions: { actions: read, contents: write, deployments: write, pull-requests: write, statuses: read }
    uses: model-gates/model-gates/.github/workflows/model-promote.yml@v1
    with:
      target: staged
      version: \${{ inputs.version }}
      weight: \${{ inputs.weight }}
      rollback: \${{ inputs.rollback || false }}
      reason: \${{ inputs.reason }}
      judge: \${{ inputs.judge }}
`;

interface Stage {
  readonly repository: Repository;
  readonly forge: Forge;
  readonly run: RunExample;
}

export async function judgePromotion(repository: Repository, run: RunExample): Promise<void> {
  const sha = prepare(repository);
  record(repository, sha);
  const forge = await openForge(repository, {});
  const stage = { repository, forge, run };
  try {
    await judgeLadder(stage);
    await judgeStop(stage);
    await judgeRollback(stage);
  } finally {
    await forge.close();
  }
}

async function judgeLadder(stage: Stage): Promise<void> {
  const first = await promoted(stage, { version: 'w2' });
  assertEqual(first, 'promotion: the first step', stateOf(first), 'landed 5');
  assertEqual(first, 'promotion: the manifest', served(stage), at('w2', 5));
  const cancelled = await promoted(stage, { version: 'w2' });
  assertEqual(cancelled, 'promotion: repeated, it stays where it was', stateOf(cancelled), 'waits 5');
  const scheduled = await promoted(stage, undefined);
  assertEqual(scheduled, 'promotion: a schedule before the step is due', stateOf(scheduled), 'waits 5');
  const second = await promoted(stage, { version: 'w2', weight: '25', judge: 'test "$VERSION" = w2' });
  assertEqual(second, 'promotion: a step that is asked for', stateOf(second), 'landed 25');
  const third = await promoted(stage, { version: 'w2', weight: '100' });
  assertEqual(third, 'promotion: all of the traffic', stateOf(third), 'landed 100');
  assertEqual(third, 'promotion: the manifest at the end', served(stage), at('w2', 100));
  const { api } = stage.forge;
  const states = api.state.deployments.map(({ statuses }) => String(statuses.at(-1)?.state)).join(' ');
  assertEqual(third, 'promotion: deployments', states, 'inactive inactive success');
  assert(third, 'promotion: all requests are as GitHub describes them', api.violations);
}

async function judgeStop(stage: Stage): Promise<void> {
  await promoted(stage, { version: 'w3' });
  const undecided = await promoted(stage, { judge: 'exit 3' });
  assertEqual(undecided, 'promotion: a judge that cannot decide', stateOf(undecided), 'waits 5');
  const stopped = await promoted(stage, { judge: 'exit 1' });
  assertEqual(stopped, 'promotion: a judge that says failure rolls back', stateOf(stopped), 'landed 100');
  assertEqual(stopped, 'promotion: the manifest after it', served(stage), at('w2', 100));
}

async function judgeRollback(stage: Stage): Promise<void> {
  await promoted(stage, { version: 'w3', weight: '100' });
  const back = await promoted(stage, { rollback: 'true', reason: 'slow answers' });
  assertEqual(back, 'promotion: one dispatch rolls back', stateOf(back), 'landed 100');
  assertEqual(back, 'promotion: the bytes of before', served(stage), at('w2', 100));
  const log = stage.repository.git(stage.repository.hub, 'log', '-1', '--format=%B', 'main');
  const missing = log.includes('slow answers') ? [] : ['it does not say "slow answers"'];
  assert(back, 'promotion: the commit says why', missing);
}

function at(version: string, weight: number): string {
  return written
    .replace('s3://models/w1', `s3://models/${version}`)
    .replace('Percent: 100', `Percent: ${weight}`);
}

function stateOf(run: WorkflowRun): string {
  const { state = '', weight = '' } = run.outputs('promote');
  return `${state} ${weight}`.trim();
}

/** What a controller would read. */
function served({ repository }: Stage): string {
  return `${repository.git(repository.hub, 'show', `main:${manifest}`)}\n`;
}

let runs = 0;

/** By a dispatch with inputs, else by the schedule. */
function promoted(
  { repository, forge: { api }, run }: Stage,
  inputs: Readonly<Record<string, string>> | undefined,
) {
  runs += 1;
  const main = repository.git(repository.hub, 'rev-parse', 'main');
  const folder = checkout(repository, `promote-${runs}`, main, 'refs/heads/main');
  const forge = { apiUrl: api.url, secrets: { GITHUB_TOKEN: api.token } };
  return run(folder, 'promote', eventOf(inputs), forge);
}

function eventOf(inputs: Readonly<Record<string, string>> | undefined): Event {
  const [login = '', name = ''] = repositoryName.split('/');
  const repository = { full_name: repositoryName, name, owner: { login }, default_branch: 'main' };
  return inputs === undefined
    ? { name: 'schedule', payload: { schedule: '*/30 * * * *', repository } }
    : { name: 'workflow_dispatch', payload: { inputs, repository, ref: 'refs/heads/main' } };
}

/** A manifest, a target and a workflow on main; gives its SHA. */
function prepare({ git, clone }: Repository): string {
  git(clone, 'switch', '--quiet', 'main');
  git(clone, 'pull', '--quiet', 'origin', 'main');
  const rules = path.join(clone, '.github/model-gates.yml');
  mkdirSync(path.join(clone, path.dirname(manifest)), { recursive: true });
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('targets:\n', policy));
  writeFileSync(path.join(clone, manifest), written);
  writeFileSync(path.join(clone, '.github/workflows/promote.yml'), workflow);
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--message', 'Serve by manifests in git');
  git(clone, 'push', '--quiet', 'origin', 'main');
  return git(clone, 'rev-parse', 'HEAD');
}

/** The chain of each version, and what serves. */
function record({ clone, env }: Repository, sha: string): void {
  const weights = (id: string) => ({
    kind: 'weights',
    id,
    digest: `sha256:${createHash('sha256').update(id).digest('hex')}`,
  });
  const records = ['w1', 'w2', 'w3'].flatMap((id) => [
    { inputs: [{ kind: 'commit', id: sha }], outputs: [{ kind: 'job', id: `job-${id}` }] },
    { inputs: [{ kind: 'job', id: `job-${id}` }], outputs: [weights(id)] },
    {
      inputs: [weights(id)],
      outputs: [{ kind: 'evaluation', id: `evaluation-${id}` }],
      metrics: { f1: 0.8 },
    },
  ]);
  const passed = {
    inputs: [{ kind: 'commit', id: sha }],
    outputs: [{ kind: 'verdict', id: 'verdict' }],
    verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
  };
  const serving = {
    inputs: [weights('w1')],
    outputs: [{ kind: 'serving', id: 'svc-1', service: 'qwen-vl' }],
  };
  const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'record', '-'], {
    cwd: clone,
    env: { ...process.env, ...env, GITHUB_TOKEN: undefined, GH_TOKEN: undefined },
    input: JSON.stringify([...records, passed, serving]),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the versions could not be recorded:\n${stderr}`);
}
