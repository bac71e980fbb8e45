/** What a registration does with any server of MLflow: the same cases for the one on loopback and for a real one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runInProcess } from './runner/in-process.ts';
import { wholeNight } from './seed.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from './repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `model-gates` beside the server of this process, which must go on answering. */
export function modelGates(
  { root }: TestRepository,
  args: readonly string[],
  more: { readonly stdin?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  const env = { ...hermeticEnvironment(), ...more.env };
  return wholeNight
    ? spawned(root, args, env, more.stdin)
    : runInProcess(cli, { ...more, cwd: root, args, env });
}

function spawned(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdin = '',
): Promise<CliRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd, env });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => {
        said[name] += chunk.toString('utf8');
      });
    child.on('close', (exitCode) => resolve({ exitCode, ...said }));
    child.stdin.end(stdin);
  });
}

/** A repository whose ledger goes from a commit to what serves it; `weights` is their id. */
export async function servedRepository(weights = 'qwen3-vl-sft'): Promise<TestRepository> {
  const work = createRepository();
  const sha = work.commit({ 'train.py': 'pass\n' }, 'Train');
  work.publish();
  const image = { kind: 'image', id: 'registry.example/qwen3-vl:pr-89', digest: digest('a') };
  const made = { kind: 'weights', id: weights, digest: digest('b') };
  await record(work, [
    {
      repository: 'acme/qwen3-vl',
      git_ref: 'main',
      author: 'ada',
      pr_number: 89,
      inputs: [{ kind: 'commit', id: sha }],
      outputs: [image],
      verdicts: [{ gate: 'regression-gate', verdict: 'exempt', exempted_by: 'grace' }],
    },
    {
      inputs: [{ kind: 'commit', id: sha }, image],
      outputs: [{ kind: 'job', id: 'job-7781' }],
      parameters: { version: 'v2.3.1' },
    },
    {
      inputs: [{ kind: 'job', id: 'job-7781' }],
      outputs: [made],
      metrics: { 'mmmu/accuracy': 0.71 },
    },
    { inputs: [made], outputs: [{ kind: 'serving', id: 'svc-qwen-v23', service: 'svc-qwen' }] },
  ]);
  return work;
}

export async function record(work: TestRepository, records: readonly object[]): Promise<void> {
  const run = await modelGates(work, ['record', '-'], { stdin: JSON.stringify(records) });
  expect({ exitCode: run.exitCode, stderr: run.exitCode === 0 ? '' : run.stderr }).toEqual({
    exitCode: 0,
    stderr: '',
  });
}

interface MlflowFacts {
  readonly model: string;
  readonly version: string;
  readonly created: boolean;
}

async function registered(
  work: TestRepository,
  id: string,
  server: string,
  more: readonly string[],
): Promise<MlflowFacts> {
  const run = await modelGates(work, ['trace', id, '--mlflow', server, '--json', ...more]);
  const report = JSON.parse(run.stdout) as { title: string; facts: { mlflow?: MlflowFacts } };
  if (report.facts.mlflow === undefined) throw new Error(report.title);
  return report.facts.mlflow;
}

async function get(server: string, call: string, query: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(`${server}/api/2.0/mlflow/${call}?${new URLSearchParams(query).toString()}`);
  return response.json();
}

interface Answer {
  readonly model_version: {
    readonly version: string;
    readonly source: string;
    readonly tags: { key: string; value: string }[];
  };
}

/** The version behind an alias, its tags as an object. */
async function atAlias(server: string, name: string, alias: string) {
  const { model_version: found } = (await get(server, 'registered-models/alias', { name, alias })) as Answer;
  const { version, source } = found;
  return { version, source, tags: Object.fromEntries(found.tags.map(({ key, value }) => [key, value])) };
}

/** `start` gives the address of a server; each case has a model of its own. */
export function registrationCases(start: () => Promise<string>): void {
  test('model, version, tags and aliases are there, and a second run doubles nothing', async () => {
    const [server, work] = [await start(), await servedRepository()];
    const args = ['--model', 'served', '--alias', 'production,champion'];
    expect(await registered(work, 'svc-qwen-v23', server, args)).toMatchObject({
      model: 'served',
      version: '1',
      created: true,
    });
    const first = await atAlias(server, 'served', 'production');
    expect(first).toEqual(await atAlias(server, 'served', 'champion'));
    expect(first).toMatchObject({
      version: '1',
      source: 'lineage://github.com/acme/qwen3-vl/weights/qwen3-vl-sft',
      tags: {
        weights: 'qwen3-vl-sft',
        weights_digest: digest('b'),
        job: 'job-7781',
        image: 'registry.example/qwen3-vl:pr-89',
        image_digest: digest('a'),
        serving: 'svc-qwen-v23',
        repository: 'acme/qwen3-vl',
        sha: work.git('rev-parse', 'HEAD'),
        git_ref: 'main',
        author: 'ada',
        pr_number: '89',
        version: 'v2.3.1',
        'metric.mmmu/accuracy': '0.71',
        'gate.regression-gate': 'exempt by grace',
      },
    });
    expect(await registered(work, 'svc-qwen-v23', server, args)).toMatchObject({
      version: '1',
      created: false,
    });
  });

  test('other weights are another version, to which the alias moves; what is said anew of the first is set', async () => {
    const [server, work] = [await start(), await servedRepository()];
    const args = ['--model', 'moving', '--alias', 'production'];
    await registered(work, 'qwen3-vl-sft', server, args);
    const next = { kind: 'weights', id: 's3://models/qwen3-vl-sft-2', digest: digest('c') };
    await record(work, [
      { inputs: [{ kind: 'job', id: 'job-7781' }], outputs: [next] },
      {
        inputs: [{ kind: 'weights', id: 'qwen3-vl-sft', digest: digest('b') }],
        outputs: [{ kind: 'evaluation', id: 'eval-1' }],
        metrics: { 'mmmu/accuracy': 0.72 },
      },
    ]);
    expect(await registered(work, next.id, server, args)).toMatchObject({ version: '2', created: true });
    expect(await atAlias(server, 'moving', 'production')).toMatchObject({ version: '2', source: next.id });
    expect(
      await registered(work, 'qwen3-vl-sft', server, ['--model', 'moving', '--alias', 'old']),
    ).toMatchObject({
      version: '1',
      created: false,
    });
    expect((await atAlias(server, 'moving', 'old')).tags['metric.mmmu/accuracy']).toBe('0.72');
  });

  test.each([
    "it's ours; drop table",
    'models/größe 模型?#%',
    'https://models.example/a b',
    '../../etc/passwd',
  ])('weights called %j', async (weights) => {
    const [server, work] = [await start(), await servedRepository(weights)];
    const args = ['--model', 'Größe 2.0 (test)', '--alias', 'canary'];
    const { version } = await registered(work, 'svc-qwen-v23', server, args);
    expect(await atAlias(server, 'Größe 2.0 (test)', 'canary')).toMatchObject({
      version,
      tags: { weights: weights.normalize('NFC') },
    });
  });

  test('two runs that both find no model create it once', async () => {
    const [server, work] = [await start(), await servedRepository()];
    const args = ['--model', 'raced'];
    const both = await Promise.all([1, 2].map(() => registered(work, 'svc-qwen-v23', server, args)));
    expect(both.map(({ model }) => model)).toEqual(['raced', 'raced']);
  });
}
