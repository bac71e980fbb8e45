/** The action over GitHub's API, without a checkout: from a dispatch to what serves, its deployment, its record, and back. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import { manifest, file, serving, versionRecords } from '../support/promotion.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../support/repository.ts';
import { runAction } from '../support/runner.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

const policy = (lands: string) =>
  `targets:\n  prod: { service: qwen-vl, kind: kserve, files: deploy/prod/*.yaml, value: "s3://models/{id}", lands: ${lands}, approvers: [grace] }\n`;

async function scene(lands: string) {
  const work = createRepository();
  const sha = work.commit({ '.github/model-gates.yml': policy(lands), [file]: manifest });
  const origin = work.publish();
  const server = temporaryFolder();
  mkdirSync(path.join(server, 'acme'));
  symlinkSync(origin.root, path.join(server, 'acme', 'qwen3-vl'), 'junction');
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(async () => {
    await api.close();
    expect(api.violations).toEqual([]);
  });
  const records = [
    ...versionRecords('w1', { commit: sha }),
    serving('svc-1', 'w1'),
    ...versionRecords('w2', { commit: sha }),
    ...versionRecords('w3', { commit: sha, evaluated: 'none' }),
  ];
  const written = spawnSync(process.execPath, [cli, 'record', '-'], {
    cwd: work.root,
    input: JSON.stringify(records),
    encoding: 'utf8',
    env: hermeticEnvironment(),
  });
  expect(written).toMatchObject({ status: 0, stderr: '' });
  const run = (inputs: Record<string, string>) =>
    runAction({
      action: 'promote-model',
      workspace: temporaryFolder(),
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ before: sha, after: sha }),
      env: { GITHUB_SERVER_URL: server, GITHUB_ACTOR: 'ada' },
      inputs,
    });
  return { work, origin, api, run, sha };
}

test('a version serves, is announced and recorded, and is rolled back', async () => {
  const { origin, api, run } = await scene('commit');
  const refused = await run({ version: 'w3', target: 'prod' });
  expect([refused.exitCode, refused.outputs['state']]).toEqual([1, 'refused']);
  expect(refused.stdout).toContain('no evaluation of weights w3');
  const before = api.requests.length;
  const done = await run({ version: 'w2', target: 'prod' });
  // Of a commit each fact is asked for once, however many traces meet it.
  expect(api.requests.length - before).toBeLessThan(30);
  expect(done.outputs).toMatchObject({ verdict: 'pass', state: 'landed', weight: '100', replaces: 'svc-1' });
  expect(`${origin.git('show', `main:${file}`)}\n`).toBe(manifest.replace('w1', 'w2'));
  expect(api.state.deployments).toMatchObject([
    { sha: done.outputs['commit'], environment: 'prod', statuses: [{ state: 'success' }] },
  ]);
  expect((await run({ check: 'true' })).outputs).toMatchObject({ verdict: 'pass', recorded: '[]' });
  const back = await run({ rollback: 'true', target: 'prod', reason: 'slow' });
  expect(back.outputs).toMatchObject({ verdict: 'pass', state: 'landed' });
  expect(`${origin.git('show', `main:${file}`)}\n`).toBe(manifest);
  expect(api.state.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
    'inactive',
    'success',
  ]);
});

test('a pull request waits, and its merge is recorded by the next check', async () => {
  const { origin, api, run } = await scene('pull-request');
  const opened = await run({ version: 'w2', target: 'prod' });
  expect(opened.outputs).toMatchObject({ verdict: 'pass', state: 'opened' });
  const again = await run({ version: 'w2', target: 'prod' });
  expect(again.outputs['pull-request']).toBe(opened.outputs['pull-request']);
  expect(api.state.pulls).toHaveLength(1);
  origin.git('update-ref', 'refs/heads/main', 'refs/heads/promote/prod/w2-100');
  const checked = await run({ check: 'true' });
  expect(JSON.parse(checked.outputs['recorded'] ?? '')).toHaveLength(1);
  expect(JSON.parse(checked.outputs['targets'] ?? '')).toMatchObject([
    { state: 'same', serving: 'qwen-vl@w2' },
  ]);
});

test.each([
  [{}, 'One of version, continue, rollback and check says what to do; 0 are given'],
  [{ version: 'w2', check: 'true' }, '2 are given'],
  [{ version: 'w2' }, 'The input target is missing'],
  [{ version: 'w2', target: 'stage' }, 'The policy on trunk has no target'],
])('%j is refused', async (inputs, message) => {
  const { run } = await scene('commit');
  const { exitCode, stdout } = await run(inputs);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(message);
});

test('a protected branch is said to be one, and nothing is recorded', async () => {
  const { run, api } = await scene('commit');
  api.failNext({
    method: 'PATCH',
    path: /git\/refs/,
    status: 422,
    message: 'Repository rule violations found',
  });
  const { outputs, stdout } = await run({ version: 'w2', target: 'prod' });
  expect(outputs['verdict']).toBe('fail');
  expect(stdout).toMatch(/rule violations|guards that name/);
});
