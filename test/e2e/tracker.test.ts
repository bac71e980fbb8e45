import { describe, expect, test } from 'vitest';
import {
  experimentCases,
  runsOf,
  structural,
  tuned,
  tunedFiles,
  tunedPolicy,
} from '../support/experiments.ts';
import { startMlflow, type Fault } from '../support/mlflow-server.ts';
import { annotations, pullRequestScene } from '../support/scene.ts';

const token = 'tok-of-the-tracker';

describe('a tracker on loopback', () => {
  experimentCases(async () => (await startMlflow()).url);
});

test.each<[string, Fault]>([
  ['403', { path: '/get-by-name', status: 403, body: `{"message":"no ${token}"}` }],
  ['a page instead of JSON', { path: '/runs/search', status: 200, body: '<html>' }],
  ['JSON of something else', { path: '/runs/create', status: 200, body: '{"ok":true}' }],
])('%s: the change is evaluated in full, and the report says so', async (_, fault) => {
  const server = await startMlflow();
  server.failNext(fault);
  const scene = await pullRequestScene({ base: tunedFiles(server.url), head: tuned });
  const run = await scene.run({ env: { MLFLOW_TRACKING_TOKEN: token } });
  expect(run.outputs['verdict']).toBe('inconclusive');
  expect(annotations(run).join('\n')).toContain('lineage/experiment-not-opened');
  expect(new Set(server.authorizations)).toEqual(new Set([`Bearer ${token}`]));
  expect(run.stdout.replaceAll(/^::add-mask::.*$/gm, '') + run.summary).not.toContain(token);
});

test('a run that was created although the answer got lost is found, not doubled', async () => {
  const server = await startMlflow();
  server.failNext({ path: '/runs/create', status: 502, carriedOut: true });
  const scene = await pullRequestScene({ base: tunedFiles(server.url), head: tuned });
  expect((await scene.run()).outputs['verdict']).toBe('exempt');
  expect(server.requests.filter((one) => one === 'POST runs/create')).toHaveLength(1);
});

test('a change of the address counts only once it is merged', async () => {
  const [server, other] = [await startMlflow(), await startMlflow()];
  const head = {
    ...tuned,
    '.github/model-gates.yml': tunedPolicy(other.url),
  };
  await (
    await pullRequestScene({ base: tunedFiles(server.url), head })
  ).run({ env: { MLFLOW_TRACKING_TOKEN: token } });
  expect(other.requests).toEqual([]);
});

test('plan-gates opens the same run, and plans a light evaluation', async () => {
  const server = await startMlflow();
  const scene = await pullRequestScene({ base: tunedFiles(server.url, 'planned'), head: tuned });
  const env = { MLFLOW_TRACKING_TOKEN: token };
  const planned = await scene.run({ action: 'actions/plan-gates', env });
  expect(planned.outputs).toMatchObject({ verdict: 'pass', evaluation: 'light' });
  const [run] = await runsOf(server.url, 'planned');
  expect(run?.params).toMatchObject({ 'train.lr': '3e-05' });
  expect((await scene.run({ env })).outputs['verdict']).toBe('exempt');
  expect(await runsOf(server.url, 'planned')).toHaveLength(1);
  expect(new Set(server.authorizations.slice(0, 3))).toEqual(new Set([`Bearer ${token}`]));
});

test('plan-gates plans the full evaluation where the run cannot be opened or the change does more', async () => {
  const server = await startMlflow();
  server.failNext({ path: '/runs/create', status: 403, body: '{}' });
  const refused = await pullRequestScene({ base: tunedFiles(server.url, 'full'), head: tuned });
  const run = await refused.run({ action: 'actions/plan-gates' });
  expect(run.outputs).toMatchObject({ evaluation: 'full' });
  expect(annotations(run).join('\n')).toContain('lineage/experiment-not-opened');
  const more = await pullRequestScene({ base: tunedFiles(server.url, 'full'), head: structural });
  expect((await more.run({ action: 'actions/plan-gates' })).outputs).toMatchObject({ evaluation: 'full' });
  expect(await runsOf(server.url, 'full')).toEqual([]);
});
