import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi, type GitHubApi } from '../support/github-api/index.ts';
import {
  createRepository,
  hermeticEnvironment,
  temporaryFolder,
  type TestRepository,
} from '../support/repository.ts';
import { runAction, type ActionRun } from '../support/runner.ts';
import { pem, signature } from '../support/signatures.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
const digest = `sha256:${'ab'.repeat(32)}`;

interface Link {
  readonly kind: string;
  readonly id: string;
  readonly pr_number?: number;
  readonly author?: string;
  readonly files?: readonly { path: string }[];
}

interface Facts {
  readonly chain: readonly Link[];
  readonly down: readonly Link[];
  readonly [key: string]: unknown;
}

interface Place {
  readonly origin: TestRepository;
  readonly work: TestRepository;
  readonly sha: string;
  readonly before: string;
  readonly api: GitHubApi;
  run(action: string, inputs: Record<string, string>, workspace: string): Promise<ActionRun>;
  record(inputs: Record<string, string>, workspace?: string): Promise<ActionRun>;
  trace(
    id: string,
    workspace?: string,
  ): Promise<{ run: ActionRun; facts: Facts; findings: readonly { rule: string }[] }>;
}

/** A forge with one merged pull request, and GitHub's API for it. */
async function place(files: Readonly<Record<string, string>> = {}): Promise<Place> {
  const work = createRepository();
  const before = work.commit({ 'configs/model.yaml': 'learning_rate: 0.1\n', ...files }, 'Base');
  const sha = work.commit({ 'configs/model.yaml': 'learning_rate: 0.2\n' }, 'Raise the learning rate (#89)');
  const origin = work.publish();
  const pull = {
    number: 89,
    title: 'Raise the learning rate',
    author: 'ada',
    state: 'closed' as const,
    base: { ref: 'main', sha: before },
    head: { ref: 'feature/lr', sha },
    mergeCommit: sha,
    mergedAt: '2026-11-20T10:00:00Z',
  };
  const api = await startGitHubApi({
    gitDir: origin.root,
    state: { repository: 'acme/qwen3-vl', pulls: [pull] },
  });
  onTestFinished(() => api.close());
  const run = (action: string, inputs: Record<string, string>, workspace: string) =>
    runAction({
      action,
      inputs,
      workspace,
      token: api.token,
      apiUrl: api.url,
      // Where there is no clone git finds nobody, and the API answers.
      env: { GITHUB_SERVER_URL: 'http://127.0.0.1:9' },
      event: pushEvent({ ref: 'refs/heads/main', before, after: sha }),
    });
  return {
    origin,
    work,
    sha,
    before,
    api,
    run,
    record: (inputs, workspace = temporaryFolder()) => run('record-lineage', inputs, workspace),
    trace: async (id, workspace = temporaryFolder()) => {
      const result = await run('trace-lineage', { id }, workspace);
      const report = JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as {
        facts: Facts;
        findings: { rule: string }[];
      };
      return { run: result, ...report };
    },
  };
}

const kinds = (links: readonly Link[]) => links.map(({ kind }) => kind);

async function recordChain({ record, sha }: Place): Promise<void> {
  const steps: Record<string, string>[] = [
    { from: `commit ${sha}`, to: `image qwen3-vl:pr-89 ${digest}` },
    {
      from: `commit ${sha}\nimage qwen3-vl:pr-89 ${digest}`,
      to: 'job job-7781',
      command: 'python train.py',
      seed: '7',
    },
    { from: 'job job-7781', to: 'weights models/qwen3-vl-sft', metrics: 'accuracy=0.81' },
    { from: 'weights models/qwen3-vl-sft', to: 'serving svc-qwen-v23', service: 'svc-qwen' },
    { from: 'serving svc-qwen-v23', to: 'trace req-9é/1' },
  ];
  for (const step of steps) {
    const { exitCode, outputs, stdout } = await record(step);
    const shown = exitCode === 0 ? '' : stdout;
    expect({ exitCode, created: outputs['created'], shown }).toEqual({
      exitCode: 0,
      created: 'true',
      shown: '',
    });
  }
}

test('a request leads back to commit, pull request and file: without a clone, from a clone, before and after compaction', async () => {
  const all = await place();
  const { trace, record, work, origin, sha, api, run } = all;
  await recordChain(all);
  const bare = await trace('req-9é/1');
  expect(bare.run.exitCode).toBe(0);
  expect(kinds(bare.facts.chain)).toEqual(['trace', 'serving', 'weights', 'job', 'image', 'commit']);
  expect(bare.facts.chain.at(-1)).toMatchObject({
    id: sha,
    pr_number: 89,
    files: [{ path: 'configs/model.yaml' }],
  });
  expect(bare.run.outputs).toMatchObject({ commit: sha, 'pr-number': '89', verdict: 'pass' });

  const cloned = await trace('svc-qwen', work.root);
  expect(kinds(cloned.facts.chain)).toEqual(['serving', 'weights', 'job', 'image', 'commit']);
  expect(cloned.facts.chain.at(-1)).toMatchObject({
    id: sha,
    pr_number: 89,
    files: [{ path: 'configs/model.yaml' }],
  });

  const compaction = await record({ compact: 'true' }, work.root);
  expect(compaction.outputs).toMatchObject({ folded: '5', verdict: 'pass' });
  expect(origin.git('for-each-ref', 'refs/lineage/inbox')).toBe('');
  for (const workspace of [temporaryFolder(), work.root]) {
    const again = await trace('svc-qwen-v23', workspace);
    expect(kinds(again.facts.chain)).toEqual(['serving', 'weights', 'job', 'image', 'commit']);
    expect(again.findings).toEqual([]);
  }
  const { outputs } = await run('trace-lineage', { id: 'svc-qwen-v23', export: 'openlineage' }, work.root);
  const exported = JSON.parse(readFileSync(outputs['exported'] ?? '', 'utf8')) as { producer: string }[];
  expect(exported).toHaveLength(4);
  expect(exported[0]).toMatchObject({
    job: { namespace: expect.stringMatching(/acme\/qwen3-vl$/) as string },
  });
  const down = await trace(sha.slice(0, 10));
  expect(kinds(down.facts.down)).toEqual(['image', 'job', 'weights', 'serving']);
  expect(api.violations).toEqual([]);
});

test('a commit that nobody has is refused, by the clone and its remote or by GitHub, and one that is there gets its tree', async () => {
  const { work, before, origin, record, trace } = await place();
  const nobodys = 'd'.repeat(40);
  const shallow = origin.clone('--depth=1', '--branch=main').root;
  const places = [work.root, shallow, temporaryFolder()];
  for (const [at, workspace] of places.entries()) {
    const refused = await record({ from: `commit ${nobodys}`, to: 'job job-0' }, workspace);
    expect([refused.exitCode, refused.stdout]).toEqual([
      1,
      expect.stringContaining(`nobody has commit ${nobodys}`),
    ]);
    expect(await record({ from: `commit ${before}`, to: `job job-${at}` }, workspace)).toMatchObject({
      exitCode: 0,
    });
  }
  expect((await trace('job-1')).facts.chain.at(-1)).toMatchObject({ kind: 'commit', id: before });
  const names = origin.git('for-each-ref', '--format=%(refname)', 'refs/lineage/inbox').split('\n');
  const texts = names.map((name) =>
    origin.git('show', `${name}:${origin.git('ls-tree', '--name-only', name)}`),
  );
  const tree = work.git('rev-parse', `${before}^{tree}`);
  expect(texts.map((text) => text.includes(`"tree":"${tree}"`))).toEqual([true, true, true]);
}, 120_000);

test('the same step again writes nothing new; another content under the same id is refused and overwrites nothing', async () => {
  const { record, origin, sha } = await place();
  const step = { id: 'job-7781-started', from: `commit ${sha}`, to: 'job job-7781' };
  expect((await record(step)).outputs).toMatchObject({ created: 'true', id: 'job-7781-started' });
  const refs = origin.git('for-each-ref', 'refs/lineage');
  expect((await record(step)).outputs).toMatchObject({ created: 'false', verdict: 'pass' });
  const other = await record({ ...step, seed: '8' });
  expect(other.outputs).toMatchObject({ verdict: 'fail', created: 'false' });
  expect(other.stdout).toContain('job-7781-started');
  expect(origin.git('for-each-ref', 'refs/lineage')).toBe(refs);
});

test('a write that cannot reach the API is kept in a file from which the CLI writes it', async () => {
  const { record, api, work, trace, sha } = await place();
  api.failNext({
    method: 'POST',
    path: '/git/trees',
    status: 403,
    message: 'Resource not accessible by integration',
  });
  const failed = await record({ from: `commit ${sha}`, to: 'job job-7781' });
  expect(failed.exitCode).toBe(1);
  expect(failed.outputs).toMatchObject({ verdict: 'fail', created: '' });
  expect(failed.stdout).toContain('The record was not written');
  const replay = failed.outputs['replay'] ?? '';
  expect(failed.stdout).toContain(path.basename(replay));
  const { status, stderr } = spawnSync(process.execPath, [cli, 'record', replay], {
    cwd: work.root,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1' }),
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(kinds((await trace('job-7781')).facts.chain)).toEqual(['job', 'commit']);
});

test('a ledger that cannot be read is an error, never an empty one', async () => {
  const { trace, api } = await place();
  api.failNext({ method: 'GET', path: '/git/', status: 403, message: 'Resource not accessible', times: 10 });
  const { run, findings } = await trace('svc-qwen-v23');
  expect(run.exitCode).toBe(1);
  expect(findings).toEqual([expect.objectContaining({ rule: 'runtime/cannot-run' })]);
});

test('the CLI records, traces, and names what is missing', async () => {
  const { work, sha } = await place();
  const run = (args: string[], input = '') =>
    spawnSync(process.execPath, [cli, ...args], {
      cwd: work.root,
      input,
      encoding: 'utf8',
      env: hermeticEnvironment({ NO_COLOR: '1' }),
    });
  const record = { inputs: [{ kind: 'job', id: 'job-1' }], outputs: [{ kind: 'weights', id: 'w-1' }] };
  expect(run(['record', '-'], JSON.stringify(record))).toMatchObject({ status: 0 });
  const broken = run(['trace', 'w-1', '--json']);
  expect(broken.status).toBe(3);
  expect(JSON.parse(broken.stdout)).toMatchObject({
    verdict: 'inconclusive',
    findings: [{ rule: 'lineage/missing-link', message: expect.stringContaining('job job-1') as string }],
  });
  const fixed = { inputs: [{ kind: 'commit', id: sha }], outputs: [{ kind: 'job', id: 'job-1' }] };
  expect(run(['record', '-'], JSON.stringify([fixed]))).toMatchObject({ status: 0 });
  expect(run(['record', '--compact'])).toMatchObject({ status: 0 });
  const whole = run(['trace', 'w-1', '--json']);
  expect({ status: whole.status, stderr: whole.stderr }).toEqual({ status: 0, stderr: '' });
  expect(run(['trace', 'nothing-like-this']).status).toBe(1);
  expect(run(['record', '-'], '{"inputs":[],"outputs":[]}').status).toBe(1);
  expect(run(['record', '-'], '{').status).toBe(2);
});

test('two serving versions: what changed, who changed a line, and what repeats the job', async () => {
  const { work, origin } = await place();
  const commit = (lr: string, torch: string, message: string) =>
    work.commit(
      {
        'configs/model.yaml': `learning_rate: ${lr}\nseed: 7\n`,
        'requirements.txt': `torch==${torch}\n`,
      },
      message,
    );
  const old = commit('0.3', '2.9.0', 'Version 22');
  commit('0.4', '2.9.0', 'Raise it again (#90)');
  const now = commit('0.4', '2.9.1', 'Take the new torch (#91)');
  work.git('push', '--quiet', 'origin', 'main');
  const text = work.git('show', `${old}:configs/model.yaml`);
  const written = createHash('sha256').update(`${text}\n`).digest('hex');
  const config = { role: 'config', path: 'configs/model.yaml', digest: `sha256:${written}` };
  const version = (number: number, sha: string, more: object) => [
    {
      inputs: [{ kind: 'commit', id: sha }],
      outputs: [{ kind: 'image', id: `image-${number}`, digest: `${digest.slice(0, -2)}${number}` }],
    },
    {
      inputs: [
        { kind: 'commit', id: sha },
        { kind: 'image', id: `image-${number}` },
      ],
      outputs: [{ kind: 'job', id: `job-${number}` }],
      files: [config],
      ...more,
    },
    {
      inputs: [{ kind: 'job', id: `job-${number}` }],
      outputs: [{ kind: 'weights', id: `w-${number}` }],
      metrics: { accuracy: number / 100 },
    },
    {
      at: `2026-11-${number}T10:00:00Z`,
      inputs: [{ kind: 'weights', id: `w-${number}` }],
      outputs: [{ kind: 'serving', id: `svc-v${number}`, service: 'svc' }],
    },
  ];
  const run = (args: string[], input = '', cwd = work.root) => {
    const result = spawnSync(process.execPath, [cli, ...args, '--json'], {
      cwd,
      input,
      encoding: 'utf8',
      env: hermeticEnvironment({ NO_COLOR: '1' }),
    });
    const report = result.stdout === '' ? {} : (JSON.parse(result.stdout) as Record<string, unknown>);
    return { status: result.status, stderr: result.stderr, ...report };
  };
  const records = [
    ...version(21, old, { parameters: { lr: 0.3 }, command: 'python train.py', seed: 7 }),
    ...version(22, now, { parameters: { lr: 0.4 } }),
  ];
  expect(run(['record', '-'], JSON.stringify(records))).toMatchObject({ status: 0 });

  // A clone of depth 1: what is missing is fetched.
  const shallow = origin.clone('--depth=1', '--branch=main').root;
  const line = run(['trace', 'svc-v22', '--file', 'configs/model.yaml', '--line', '1-2'], '', shallow);
  expect(line).toMatchObject({
    status: 0,
    facts: {
      previous: { id: 'svc-v21', commit: old },
      lines: [{ line: 1, text: 'learning_rate: 0.4', author: 'Ada', subject: 'Raise it again (#90)' }],
    },
  });

  for (const order of [
    ['svc-v21', '--diff', 'svc-v22'],
    ['--diff', 'svc-v21', 'svc-v22'],
  ])
    expect(run(['trace', ...order])).toMatchObject({
      status: 0,
      facts: {
        before: 'svc-v21',
        after: 'svc-v22',
        diff: {
          commits: [{ sha: now }, { message: expect.stringContaining('Raise it again') as string }],
          parameters: [{ name: 'lr', before: 0.3, after: 0.4 }],
          metrics: [{ name: 'accuracy', before: 0.21, after: 0.22 }],
          moves: [expect.objectContaining({ name: 'torch' })],
        },
      },
    });

  const whole = run(['trace', 'job-21', '--reproduce']);
  expect(whole).toMatchObject({
    facts: {
      reproduce: [
        {
          job: 'job-21',
          commit: old,
          image: 'image-21',
          command: 'python train.py',
          seed: 7,
          configs: [config],
          checks: expect.arrayContaining([
            expect.objectContaining({ fact: 'config', state: 'same' }),
            expect.objectContaining({ fact: 'gpus', state: 'not recorded' }),
          ]) as unknown,
        },
      ],
    },
    findings: [
      {
        rule: 'lineage/not-reproducible',
        message: expect.stringMatching(/lack the digests of the lock files[^;]*$/) as string,
      },
    ],
  });
  expect(run(['trace', 'job-22', '--reproduce'])).toMatchObject({
    verdict: 'fail',
    findings: [
      {
        severity: 'error',
        message: expect.stringContaining('config configs/model.yaml is recorded as') as string,
      },
      { message: expect.stringContaining('the command; the seed') as string },
    ],
  });
});

test('a request that nobody recorded leads to its commit by the logs that the workflow names', async () => {
  const all = await place();
  await recordChain(all);
  const workspace = temporaryFolder();
  const entry = { request_id: 'call-7', model_id: 'svc-qwen-v23' };
  mkdirSync(path.join(workspace, 'logs'));
  writeFileSync(
    path.join(workspace, 'logs/a.jsonl.gz'),
    gzipSync(`{"request_id":"x"}\n${JSON.stringify(entry)}\n`),
  );
  const asked = await all.run('trace-lineage', { id: 'call-7', traces: 'logs' }, workspace);
  expect(asked.outputs).toMatchObject({ verdict: 'pass', commit: all.sha, 'pr-number': '89' });
  expect(readFileSync(asked.outputs['report'] ?? '', 'utf8')).toContain('"log": "logs/a.jsonl.gz"');

  const both = await all.run(
    'trace-lineage',
    { id: 'call-7', traces: 'logs', export: 'cdevents' },
    workspace,
  );
  expect({
    exitCode: both.exitCode,
    said: both.stdout.includes('traces and export cannot be given together'),
  }).toEqual({ exitCode: 1, said: true });
});

test('what is signed is shown as such by trace and board, and a signature of somebody else is not recorded', async () => {
  const policy = 'signatures: { keys: [keys/train.pem] }\n';
  const all = await place({ '.github/model-gates.yml': policy, 'keys/train.pem': pem('key').pem });
  const { sha, record, trace, run, origin } = all;
  const job = { from: `commit ${sha}`, to: 'job job-1', command: 'python train.py', seed: '7' };
  expect((await record(job)).exitCode).toBe(0);
  const root = 'sha256:c3bf65fb99ad2d0895377a5964fe0881130addd6c41095e22e5ba7da167dcde9';
  const folder = temporaryFolder();
  for (const name of ['key', 'key521']) writeFileSync(path.join(folder, `${name}.sig`), signature(name));
  const making = { from: 'job job-1', to: `weights w1 ${root}` };
  const forged = await record({ ...making, signatures: 'key521.sig' }, folder);
  expect({ exitCode: forged.exitCode, said: forged.stdout.includes('signed with another key') }).toEqual({
    exitCode: 1,
    said: true,
  });
  expect((await record({ ...making, signatures: 'key.sig' }, folder)).outputs).toMatchObject({
    created: 'true',
  });
  expect((await record({ from: 'weights w1', to: 'serving svc-1', service: 'svc' })).exitCode).toBe(0);

  const { facts } = await trace('svc-1');
  const standings = facts.chain.map((one) => [
    one.kind,
    'standing' in one && one.standing,
    'signed_by' in one && one.signed_by,
  ]);
  expect(standings).toEqual([
    ['serving', 'claimed', false],
    ['weights', 'verified', 'keys/train.pem'],
    ['job', 'claimed', false],
    ['commit', 'verified', false],
  ]);
  const checkout = origin.clone();
  const board = await run('build-dashboard', {}, checkout.root);
  expect(board.exitCode).toBe(0);
  expect(readFileSync(board.outputs['page'] ?? '', 'utf8')).toMatch(/signed by (?:<[^>]+>)*keys\/train\.pem/);
});
