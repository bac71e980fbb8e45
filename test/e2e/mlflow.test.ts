import { describe, expect, test } from 'vitest';
import { modelGates, registrationCases, servedRepository } from '../support/registration.ts';
import { newWeightsCases } from '../support/new-weights.ts';
import { pushEvent } from '../support/events.ts';
import { runAction } from '../support/runner.ts';
import { startMlflow, type Fault } from '../support/mlflow-server.ts';

const token = 'tok-of-the-registry';
const refusal = (error_code: string, message: string) => JSON.stringify({ error_code, message });

describe('a server on loopback', () => {
  registrationCases(async () => (await startMlflow()).url);
  newWeightsCases(async () => (await startMlflow()).url);
});

test.each<[string, Fault, number]>([
  ['429', { path: '/model-versions/create', status: 429 }, 2],
  ['502 before anything was read', { path: '/registered-models/get', status: 502 }, 1],
  [
    'a version that was created although 502 was answered',
    { path: '/create', status: 502, carriedOut: true },
    1,
  ],
])('%s is asked again, and nothing is doubled', async (_name, fault, creations) => {
  const [server, work] = [await startMlflow(), await servedRepository()];
  // The model is there already, so that the fault meets what it names.
  await fetch(`${server.url}/api/2.0/mlflow/registered-models/create`, {
    method: 'POST',
    body: JSON.stringify({ name: 'qwen3-vl' }),
  });
  server.failNext(fault);
  const run = await modelGates(work, ['trace', 'svc-qwen-v23', '--mlflow', server.url, '--json']);
  expect(JSON.parse(run.stdout)).toMatchObject({
    verdict: 'pass',
    facts: { mlflow: { version: '1', created: true } },
  });
  expect(server.requests.filter((one) => one === 'POST model-versions/create')).toHaveLength(creations);
});

test('credentials go along as MLflow wants them, and are never shown', async () => {
  const [server, work] = [await startMlflow(), await servedRepository()];
  const args = ['trace', 'svc-qwen-v23', '--mlflow', server.url];
  await modelGates(work, args, { env: { MLFLOW_TRACKING_TOKEN: token } });
  expect(new Set(server.authorizations)).toEqual(new Set([`Bearer ${token}`]));
  const basic = Buffer.from(`admin:${token}`).toString('base64');
  const env = { MLFLOW_TRACKING_USERNAME: 'admin', MLFLOW_TRACKING_PASSWORD: token };
  server.failNext({ path: '/get', status: 403, body: `{"message":"no ${token}, no ${basic}"}` });
  const run = await modelGates(work, [...args, '--verbose'], { env });
  expect(server.authorizations.at(-1)).toBe(`Basic ${basic}`);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('no ***, no ***');
  expect(run.stdout + run.stderr).not.toMatch(new RegExp(`${token}|${basic}`));
});

test.each<[string, Fault, string]>([
  ['401 without credentials', { path: '/get', status: 401 }, 'Set MLFLOW_TRACKING_TOKEN'],
  ['no MLflow', { path: '/get', status: 404, body: '<title>404</title>' }, 'MLflow tracking server'],
  ['a page instead of JSON', { path: '/get', status: 200, body: '<html>' }, 'MLflow tracking server'],
  ['JSON of something else', { path: '/create', status: 200, body: '{"ok":true}' }, 'MLflow tracking server'],
  ['a redirect', { path: '/get', status: 302 }, 'redirects to'],
  [
    'what MLflow will not have',
    { path: '/model-versions/create', status: 400, body: refusal('INVALID_PARAMETER_VALUE', 'too long') },
    'too long',
  ],
])('%s is a finding that says so', async (_name, fault, said) => {
  const [server, work] = [await startMlflow(), await servedRepository()];
  server.failNext(fault);
  if (fault.path === '/create') server.failNext({ ...fault, path: '/model-versions/create' });
  const run = await modelGates(work, ['trace', 'svc-qwen-v23', '--mlflow', server.url, '--json']);
  const report = JSON.parse(run.stdout) as { verdict: string; findings: unknown[] };
  expect(run.exitCode).toBe(1);
  expect(report).toMatchObject({ verdict: 'fail', findings: [{ rule: 'lineage/not-registered' }] });
  expect(JSON.stringify(report.findings)).toContain(said);
});

test.each<[string, string[], Record<string, string>, string]>([
  [
    'an alias that MLflow keeps for itself',
    ['--mlflow', 'http://127.0.0.1:9', '--alias', 'v23'],
    {},
    '"v23"',
  ],
  ['a model with a slash', ['--mlflow', 'http://127.0.0.1:9', '--model', 'a/b'], {}, '"a/b"'],
  ['no address', ['--mlflow', 'mlflow'], {}, 'it is not a URL'],
  ['a secret in the address', ['--mlflow', `https://a:${token}@mlflow.example`], {}, 'name or password'],
  [
    'a secret over plain HTTP',
    ['--mlflow', 'http://mlflow.example'],
    { MLFLOW_TRACKING_TOKEN: token },
    'only https://',
  ],
  [
    'a token with a line break',
    ['--mlflow', 'https://mlflow.example'],
    { MLFLOW_TRACKING_TOKEN: `a\n${token}` },
    'MLFLOW_TRACKING_TOKEN cannot be sent',
  ],
])('%s is refused before anything is sent', async (_name, args, env, said) => {
  const work = await servedRepository();
  const run = await modelGates(work, ['trace', 'svc-qwen-v23', ...args], { env });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(said);
  expect(run.stdout + run.stderr).not.toContain(token);
});

test('a commit has no weights to register', async () => {
  const [server, work] = [await startMlflow(), await servedRepository()];
  const run = await modelGates(work, ['trace', 'job-7781', '--mlflow', server.url]);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('job-7781 comes from no weights');
  expect(server.requests).toEqual([]);
});

test('the action registers, tells the version, and masks the secret first', async () => {
  const [server, work] = [await startMlflow(), await servedRepository()];
  const sha = work.git('rev-parse', 'HEAD');
  const run = await runAction({
    action: 'trace-lineage',
    workspace: work.root,
    event: pushEvent({ ref: 'refs/heads/main', before: sha, after: sha }),
    inputs: {
      id: 'svc-qwen-v23',
      mlflow: server.url,
      model: 'qwen3-vl',
      alias: 'production\ncanary',
      'github-token': '',
    },
    env: { MLFLOW_TRACKING_TOKEN: token },
  });
  expect(run.outputs).toMatchObject({ verdict: 'pass', 'mlflow-version': '1' });
  expect(server.requests.filter((one) => one === 'POST registered-models/alias')).toHaveLength(2);
  expect(run.stdout).toContain(`::add-mask::${token}`);
  expect(run.stdout.replaceAll(/^::add-mask::.*$/gm, '') + run.summary).not.toContain(token);
});
