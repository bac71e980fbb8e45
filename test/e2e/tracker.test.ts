import { describe, expect, test } from 'vitest';
import { experimentCases, tuned, tunedFiles, tunedPolicy } from '../support/experiments.ts';
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
