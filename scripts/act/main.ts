/**
 * The example's workflows on a real runner, under act in host mode: its pull request, degraded and fixed, its merge, a hotfix, a night, the incident
 * and promotions.
 * A search for a planted culprit, over runners side by side; `--locate` runs that one alone.
 * Our own release workflow too, on a small repository; `--release` runs that one alone, on a clone of this repository.
 * Prints one PASS or FAIL line an assertion; exit code 1 when one fails. Skips, and says so, where Go is missing.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pullRequestEvent, pushEvent, type Event } from '../demo/events.ts';
import { differences, reasonsToBlock } from '../demo/expected.ts';
import { degraded } from '../demo/overlays/degraded.ts';
import { fixed } from '../demo/overlays/fixed.ts';
import {
  checkout,
  commitOverlay,
  createRepository,
  mergeFeature,
  pullNumber,
  pushFeature,
  startRelease,
  type Push,
  type Repository,
} from '../demo/repository.ts';
import { assert, assertEqual } from './assert.ts';
import { standIns } from './stand-ins.ts';
import { judgeHotfix } from './hotfix.ts';
import { judgePromotion } from './promote.ts';
import { judgeIncident } from './incident.ts';
import { installAct } from './install.ts';
import { judgeLocating } from './locate.ts';
import { judgeReleases } from './release.ts';
import { evaluateOverShards, judgeShards } from './shards.ts';
import { runWorkflow, type WorkflowRequest, type WorkflowRun } from './workflow.ts';

const source = path.resolve(import.meta.dirname, '../..');
/** All that a workflow gets of this repository: no node_modules that would hide a broken bundle. */
const published = ['action.yml', 'actions', 'dist', '.github/workflows'];
const gates = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

await main();

async function main(): Promise<void> {
  const installed = installAct();
  if ('missing' in installed) return console.log(`SKIP  workflows under act: ${installed.missing}`);
  const root = mkdtempSync(path.join(tmpdir(), 'model-gates-act-'));
  try {
    for (const name of published)
      cpSync(path.join(source, name), path.join(root, 'published', name), { recursive: true });
    const release = (whole?: string) =>
      judgeReleases(path.join(root, 'release'), installed.act, path.join(root, 'published'), whole);
    if (process.argv.includes('--release')) return await release(source);
    if (process.argv.includes('--locate')) return await judgeSearch(root, installed.act);
    await release();
    await judgeSearch(root, installed.act);
    await judgeWorkflows(root, installed.act);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function judgeSearch(root: string, act: string): Promise<void> {
  const folder = path.join(root, 'locate');
  mkdirSync(folder);
  const repository = createRepository(folder);
  await judgeLocating(repository, runnerOf(repository, path.join(root, 'published'), act));
}

function runnerOf({ root, env }: Repository, published: string, act: string) {
  return (
    checkedOut: string,
    name: string,
    event: Event,
    forge?: WorkflowRequest['forge'],
  ): Promise<WorkflowRun> =>
    runWorkflow({
      act,
      standIns: standIns(published, root),
      checkout: checkedOut,
      workflow: `.github/workflows/${name}.yml`,
      event,
      published,
      scratch: root,
      env,
      ...(forge === undefined ? {} : { forge }),
    });
}

async function judgeWorkflows(root: string, act: string): Promise<void> {
  const repository = createRepository(root);
  const run = runnerOf(repository, path.join(root, 'published'), act);
  const pullRequest = async (
    action: 'opened' | 'synchronize',
    name: string = action,
    prepare?: (folder: string) => void,
  ) => {
    const pull = pushFeature(repository);
    const folder = checkout(repository, name, pull.merge, `refs/pull/${pullNumber}/merge`);
    prepare?.(folder);
    const event = pullRequestEvent(pull, action);
    return { folder, event, run: await run(folder, 'pull-request', event) };
  };
  const push = (pushed: Push): Promise<WorkflowRun> =>
    run(
      checkout(repository, `push-${path.basename(pushed.ref)}`, pushed.after, pushed.ref),
      'merge',
      pushEvent(pushed),
    );

  commitOverlay(repository, degraded);
  const first = await pullRequest('opened');
  judgeDegraded(first.run, first.folder);
  commitOverlay(repository, fixed);
  const second = await pullRequest('synchronize');
  judgeMended(second.run);
  const spread = await pullRequest('synchronize', 'shards', (folder) => {
    evaluateOverShards(folder, root);
  });
  judgeShards(spread.run, root);
  const merged = mergeFeature(repository);
  judgeMerge(await push(merged), merged.after);
  judgeRelease(await push(startRelease(repository, 'release/v0.1')), merged.after);
  await judgeHotfix(repository, run);
  await judgeIncident(repository, run);
  await judgePromotion(repository, run);
}

function judgeDegraded(run: WorkflowRun, folder: string): void {
  const outputs = run.outputs('gate');
  assertEqual(run, 'degraded: the job', run.result, 'failure');
  assertEqual(run, 'degraded: output verdict', outputs['verdict'], 'fail');
  for (const gate of gates) assertEqual(run, `degraded: output ${gate}`, outputs[gate], 'fail');
  assertEqual(run, 'degraded: output detect-input-drift', outputs['detect-input-drift'], 'pass');
  const reasons = reasonsToBlock(folder);
  const wrong = differences(reasons, run.annotations);
  assert(run, `degraded: error annotations, ${reasons.length} at file:line:column and no other`, wrong);
  const silent = reasons
    .filter(({ file }) => !run.summary.includes(file))
    .map(({ what }) => `not in the summary: ${what}`);
  assert(run, 'degraded: the summary names every file', silent);
}

function judgeMended(run: WorkflowRun): void {
  const outputs = run.outputs('gate');
  assertEqual(run, 'fixed: the job', run.result, 'success');
  assertEqual(run, 'fixed: the mode of the plan', run.outputs('plan')['mode'], 'standard');
  assertEqual(run, 'fixed: the evaluation', run.outputs('plan')['evaluation'], 'full');
  assertEqual(run, 'fixed: output verdict', outputs['verdict'], 'pass');
  assertEqual(run, 'fixed: output change', outputs['change'], 'structural');
  assert(run, 'fixed: no error annotation', differences([], run.annotations));
}

function judgeMerge(run: WorkflowRun, sha: string): void {
  const outputs = run.outputs('version');
  assert(run, 'merged: no job failed', run.failed);
  assertEqual(run, 'merged: what the gates say', run.outputs('gate')['verdict'], 'pass');
  assertEqual(run, 'merged: output version', outputs['version'], `dev-${sha.slice(0, 8)}`);
  assertEqual(run, 'merged: output sha', outputs['sha'], sha);
}

function judgeRelease(run: WorkflowRun, sha: string): void {
  const outputs = run.outputs('version');
  assert(run, 'release: no job failed', run.failed);
  assertEqual(run, 'release: output tag', outputs['tag'], 'v0.1.0');
  assertEqual(run, 'release: output created', outputs['created'], 'true');
  assertEqual(run, 'release: output sha', outputs['sha'], sha);
}
