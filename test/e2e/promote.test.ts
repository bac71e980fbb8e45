/** The action over GitHub's API, without a checkout: from a dispatch to what serves, its deployment, its record, and back. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { load } from 'js-yaml';
import { expect, onTestFinished, test } from 'vitest';
import { sourceFile } from '../support/contract/sources.ts';
import type { BoardFacts } from '../../src/board/index.ts';
import type { Report } from '../../src/report/model.ts';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi } from '../support/github-api/index.ts';
import { manifest, file, serving, versionRecords } from '../support/promotion.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../support/repository.ts';
import { edited } from '../support/signatures.ts';
import { runAction, type RunOptions } from '../support/runner.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

const policy = (lands: string, more: string) =>
  `targets:\n  prod: { service: qwen-vl, kind: kserve, files: deploy/prod/*.yaml, value: "s3://models/{id}", lands: ${lands}, approvers: [grace]${more} }\nsignatures: { keys: [keys/train.pem] }\n`;

async function scene(lands: string, more = '') {
  const work = createRepository();
  const sha = work.commit({
    '.github/model-gates.yml': policy(lands, more),
    [file]: manifest,
    'keys/train.pem': pemOf(ours.publicKey),
  });
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
  const record = (drafts: unknown, ...args: string[]) =>
    spawnSync(process.execPath, [cli, 'record', '-', ...args], {
      cwd: work.root,
      input: JSON.stringify(drafts),
      encoding: 'utf8',
      env: hermeticEnvironment(),
    });
  expect(record(records)).toMatchObject({ status: 0, stderr: '' });
  const run = (inputs: Record<string, string>, options: Partial<RunOptions> = {}) =>
    runAction({
      ...options,
      action: 'promote-model',
      workspace: temporaryFolder(),
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ before: sha, after: sha }),
      env: { GITHUB_SERVER_URL: server, GITHUB_ACTOR: 'ada', ...options.env },
      inputs,
    });
  return { work, origin, api, run, record, sha };
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

/** Ten days of outcomes: half of the baseline's are a success, so many tenths of the canary's. */
const outcomes = (canary: number, units = 2000): string =>
  Array.from({ length: units }, (_, at) => {
    const arm = at % 2 === 1 ? 'w2' : 'w1';
    const success = (at >> 1) % 10 < (arm === 'w2' ? canary : 5);
    const day = 10 + Math.floor((at * 10) / units);
    return `u${at},${arm},${Number(success)},2026-03-${day}T08:00:00Z`;
  }).join('\n');

/** The word of the workflow's own step that judges, whose command compares these outcomes. */
function judgedBy(rows: string): string {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, 'ab.csv'), `unit,arm,outcome,time\n${rows}\n`);
  const { jobs } = load(sourceFile('.github/workflows/model-promote.yml').text) as {
    jobs: { judge: { steps: { id?: string; run?: string }[] } };
  };
  const script = jobs.judge.steps.find(({ id }) => id === 'judge')?.run ?? '';
  const env = hermeticEnvironment({
    JUDGE: '"$NODE" "$CLI" compare --outcomes ab.csv',
    NODE: process.execPath,
    CLI: cli,
    GITHUB_OUTPUT: path.join(cwd, 'output'),
  });
  expect(spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd, env })).toMatchObject({ status: 0 });
  return readFileSync(path.join(cwd, 'output'), 'utf8').trim().replace('word=', '');
}

/** A run of the action after so many minutes. */
const after = (minutes: number): Partial<RunOptions> => ({
  spawn: true,
  env: {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
      `const now = Date.now; Date.now = () => now() + ${minutes} * 60_000;`,
    )}`,
  },
});

test('outcomes that are better take the next step, those that decide nothing wait, and worse ones roll back', async () => {
  const { origin, run } = await scene('commit', ', ladder: [5, 25, 100], after: 30m');
  const share = () => /canaryTrafficPercent: (\d+)/.exec(origin.git('show', `main:${file}`))?.[1];
  const words = [outcomes(7), outcomes(5, 100), outcomes(3)].map(judgedBy);
  expect(words).toEqual(['success', 'inconclusive', 'failure']);
  const [better = '', undecided = '', worse = ''] = words;
  await run({ version: 'w2', target: 'prod' });
  expect(share()).toBe('5');
  const waits = await run({ continue: 'true', judge: undecided }, after(31));
  expect([waits.outputs['state'], share()]).toEqual(['waits', '5']);
  const climbs = await run({ continue: 'true', judge: better }, after(31));
  expect([climbs.outputs['state'], share()]).toEqual(['landed', '25']);
  // Also before the next step is due.
  const back = await run({ continue: 'true', judge: worse }, after(32));
  expect(back.outputs).toMatchObject({ state: 'landed' });
  expect(`${origin.git('show', `main:${file}`)}\n`).toBe(manifest);
  expect((await run({ continue: 'true' }, after(120))).outputs).toMatchObject({ verdict: 'skipped' });
});

test('each step up to 100 % waits until it is due after the one before, and no run takes two', async () => {
  const { origin, api, run } = await scene('commit', ', ladder: [5, 25, 100], after: 30m');
  const share = () => /canaryTrafficPercent: (\d+)/.exec(origin.git('show', `main:${file}`))?.[1];
  await run({ version: 'w2', target: 'prod' });
  const seen: unknown[] = [];
  for (const minutes of [29, 31, 59, 62, 200]) {
    const { outputs } = await run({ continue: 'true' }, after(minutes));
    seen.push([minutes, outputs['state'], share()]);
  }
  expect(seen).toEqual([
    [29, 'waits', '5'],
    [31, 'landed', '25'],
    [59, 'waits', '25'],
    [62, 'landed', '100'],
    [200, '', '100'],
  ]);
  expect(`${origin.git('show', `main:${file}`)}\n`).toBe(manifest.replace('w1', 'w2'));
  expect((await run({ check: 'true' }, after(201))).outputs).toMatchObject({
    verdict: 'pass',
    recorded: '[]',
  });
  expect(api.state.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
    'inactive',
    'inactive',
    'success',
  ]);
});

const root = 'sha256:c3bf65fb99ad2d0895377a5964fe0881130addd6c41095e22e5ba7da167dcde9';

/** The signature of a model, made with this key, which says that it is of ours. */
function signedBy(key: KeyObject): string {
  const signed = edited('key', (bundle) => {
    const { payload, payloadType } = bundle.dsseEnvelope;
    const bytes = Buffer.from(payload, 'base64');
    const head = `DSSEv1 ${payloadType.length} ${payloadType} ${bytes.length} `;
    const sig = sign('sha256', Buffer.concat([Buffer.from(head), bytes]), key).toString('base64');
    const hint = createHash('sha256').update(pemOf(ours.publicKey)).digest('hex');
    bundle.verificationMaterial = { publicKey: { hint }, tlogEntries: [] };
    bundle.dsseEnvelope.signatures = [{ sig }];
  });
  return signed.toString();
}

test.each([
  ['ours', true],
  ['forged', false],
])('a target that asks for a signature: %s', async (name, isGood) => {
  const { origin, run, record, work, sha } = await scene(
    'commit',
    ', requires: [regression-gate, signature]',
  );
  expect(record(versionRecords('w4', { commit: sha, digest: root, evaluated: root }))).toMatchObject({
    status: 0,
  });
  const making = {
    inputs: [{ kind: 'job', id: 'job-w4' }],
    outputs: [{ kind: 'weights', id: 'w4', digest: root }],
  };
  const promoted = async () => {
    const { exitCode, outputs, stdout } = await run({ version: 'w4', target: 'prod' });
    return { exitCode, state: outputs['state'], stdout };
  };
  const refused = { exitCode: 1, state: 'refused' };
  expect(await promoted()).toMatchObject({
    ...refused,
    stdout: expect.stringContaining('no signature') as string,
  });
  const { privateKey } = isGood ? ours : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = signedBy(privateKey);
  work.write({ 'model.sig': signature });
  expect(record(making, '--signature', 'model.sig').status).toBe(isGood ? 0 : 1);
  // Whoever can push to the ledger can write what a record says; not what it proves.
  expect(record({ ...making, signatures: [signature] }).status).toBe(0);
  const { stdout, ...done } = await promoted();
  expect({ name, ...done }).toEqual({
    name,
    ...(isGood ? { exitCode: 0, state: 'landed' } : refused),
  });
  expect(stdout.includes('the signature is not one of the key')).toBe(!isGood);
  const served = manifest.replace('w1', isGood ? 'w4' : 'w1');
  expect(`${origin.git('show', `main:${file}`)}\n`).toBe(served);
});

test('the board says whether manifests say what serves, from an action and on a laptop', async () => {
  const { work, api, sha } = await scene('commit');
  const board = (env: Record<string, string> = {}) =>
    runAction({
      action: 'build-dashboard',
      workspace: work.root,
      token: api.token,
      apiUrl: api.url,
      event: pushEvent({ ref: 'refs/heads/main', before: sha, after: sha }),
      env,
    });
  const reportOf = ({ outputs }: Awaited<ReturnType<typeof board>>) =>
    JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report<BoardFacts>;
  const prod = { target: 'prod', service: 'qwen-vl', serving: 'svc-1' };
  expect(reportOf(await board()).facts.targets).toEqual([{ ...prod, state: 'same' }]);
  work.commit({ [file]: manifest.replace('w1', 'w7') });
  work.git('push', 'origin', 'main');
  const { verdict, facts, findings } = reportOf(await board());
  expect({ verdict, targets: facts.targets }).toEqual({
    verdict: 'pass',
    targets: [{ ...prod, state: 'drift' }],
  });
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'promotion/drift', file, line: 9 }));
  const { status, stdout } = spawnSync(process.execPath, [cli, 'dashboard', '--json'], {
    cwd: work.root,
    encoding: 'utf8',
    env: hermeticEnvironment(),
  });
  expect({ status, targets: (JSON.parse(stdout) as Report<BoardFacts>).facts.targets }).toEqual({
    status: 0,
    targets: [{ ...prod, state: 'drift' }],
  });
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
