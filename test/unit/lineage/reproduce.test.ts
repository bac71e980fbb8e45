/** One job whose every fact is recorded, and ten in which one fact is another. */
import { describe, expect, test } from 'vitest';
import { trace } from '../../../src/lineage/gate/trace.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import type { CommitSource } from '../../../src/lineage/gate/traced.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { digest, record, sha } from './support.ts';

const config = 'lr: 1e-4\n';
const lock = 'torch==2.9.1\n';
const of = (text: string) => `sha256:${hashes.sha256(text)}`;
const commit = { kind: 'commit', id: sha('a') };
const image = { kind: 'image', id: 'qwen:1', digest: digest('1') };
const base = { kind: 'weights', id: 'base', digest: digest('2'), license: 'Apache-2.0' };
const data = { kind: 'dataset', id: 'docvqa', digest: digest('3'), revision: 'v2', license: 'CC-BY-4.0' };
const job = { kind: 'job', id: 'job-1' };

interface Parts {
  readonly job?: object;
  readonly end?: object;
  /** A second record of how the job began. */
  readonly again?: object;
  readonly inputs?: readonly object[];
  readonly made?: readonly object[];
}

function records({
  job: own = {},
  end = {},
  again,
  inputs = [commit, image, base, data],
  made = [image, base, data],
}: Parts = {}) {
  const makers = made.map((output) => record({ inputs: [commit], outputs: [output] }));
  return [
    ...makers,
    record({
      inputs,
      outputs: [job],
      command: 'python train.py',
      seed: 7,
      files: [
        { role: 'config', path: 'c.yaml', digest: of(config) },
        { role: 'lock', path: 'uv.lock', digest: of(lock) },
      ],
      parameters: { 'gpu.count': 8, 'gpu.driver': '570.86' },
      ...own,
    }),
    ...(again === undefined ? [] : [record({ inputs, outputs: [job], ...again })]),
    record({ inputs: [job], outputs: [{ kind: 'weights', id: 'w', digest: digest('4') }], ...end }),
  ];
}

const files: Readonly<Record<string, string>> = { 'c.yaml': config, 'uv.lock': lock };
const commits: CommitSource = {
  describe: () => Promise.resolve({ author: 'ada', merged: true }),
  read: (_, path) => Promise.resolve(files[path] === undefined ? undefined : Buffer.from(files[path])),
};

async function reproduced(parts: Parts = {}, source: CommitSource | undefined = commits) {
  const { ledger } = memoryLedger({ branch: records(parts) });
  const now = Date.parse('2026-11-23T10:00:00Z');
  const report = await trace(
    { id: 'w', reproduce: true },
    { ledger, now: () => now, ...(source === undefined ? {} : { commits: source }) },
  );
  const checks = report.facts.reproduce?.[0]?.checks ?? [];
  return {
    report,
    checks,
    wrong: checks.filter(({ state }) => state !== 'same').map(({ fact, name, state }) => [fact, name, state]),
  };
}

test('a job whose facts are all recorded and found is the same', async () => {
  const { report, checks, wrong } = await reproduced();
  expect(wrong).toEqual([]);
  expect(checks.map(({ fact }) => fact)).toEqual([
    'commit',
    'config',
    'lock',
    'image',
    'input',
    'input',
    'command',
    'seed',
    'gpus',
    'driver',
  ]);
  expect(report).toMatchObject({ verdict: 'pass', findings: [] });
});

describe('a job with one fact changed is named', () => {
  const other = (role: string, path: string) => [
    ...[
      { role: 'config', path: 'c.yaml', digest: of(config) },
      { role: 'lock', path: 'uv.lock', digest: of(lock) },
    ].filter((one) => one.role !== role),
    { role, path, digest: digest('9') },
  ];
  test.each<[string, Parts, unknown[]]>([
    [
      'commit',
      { again: { inputs: [{ kind: 'commit', id: sha('b') }, image, base, data] } },
      ['commit', undefined, 'differs'],
    ],
    ['config', { job: { files: other('config', 'c.yaml') } }, ['config', 'c.yaml', 'differs']],
    [
      'a config that is not there',
      { job: { files: other('config', 'd.yaml') } },
      ['config', 'd.yaml', 'differs'],
    ],
    ['lock', { job: { files: other('lock', 'uv.lock') } }, ['lock', 'uv.lock', 'differs']],
    ['image', { made: [{ ...image, digest: digest('9') }, base, data] }, ['image', 'qwen:1', 'differs']],
    ['weights', { made: [image, { ...base, digest: digest('9') }, data] }, ['input', 'base', 'differs']],
    ['dataset', { made: [image, base, { ...data, digest: digest('9') }] }, ['input', 'docvqa', 'differs']],
    ['revision', { made: [image, base, { ...data, revision: 'v3' }] }, ['input', 'docvqa', 'differs']],
    ['licence', { made: [image, base, { ...data, license: 'MIT' }] }, ['input', 'docvqa', 'differs']],
    ['command', { again: { command: 'python other.py' } }, ['command', undefined, 'differs']],
    ['seed', { end: { parameters: { seed: 8 } } }, ['seed', undefined, 'differs']],
    ['GPUs', { end: { parameters: { world_size: 4 } } }, ['gpus', undefined, 'differs']],
    ['driver', { end: { parameters: { nvidia_driver: '550.10' } } }, ['driver', undefined, 'differs']],
  ])('%s', async (_, parts, expected) => {
    const { report, wrong } = await reproduced(parts);
    expect(wrong).toEqual([expected]);
    expect(report.verdict).toBe('fail');
    const [fact, name] = expected;
    expect(report.findings.find(({ severity }) => severity === 'error')?.message).toContain(
      String(name ?? fact),
    );
  });
});

test('what is not recorded is said to be so', async () => {
  const bare = { files: undefined, command: undefined, seed: undefined, parameters: undefined };
  const { wrong, report } = await reproduced({ job: bare, inputs: [commit] });
  expect(wrong).toEqual(
    ['config', 'lock', 'image', 'command', 'seed', 'gpus', 'driver'].map((fact) => [
      fact,
      undefined,
      'not recorded',
    ]),
  );
  expect(report.verdict).toBe('pass');
});

test('where nobody can read the commit, its files are not checked', async () => {
  const { read: _, ...unread } = commits;
  const { wrong } = await reproduced({}, unread);
  expect(wrong).toEqual([
    ['config', 'c.yaml', 'not checked'],
    ['lock', 'uv.lock', 'not checked'],
  ]);
});

test('a file of Git LFS has the digest of its content', async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid ${of(config)}\nsize 9\n`;
  const read = (_: string, path: string) => Promise.resolve(Buffer.from(path === 'c.yaml' ? pointer : lock));
  expect((await reproduced({}, { ...commits, read })).wrong).toEqual([]);
});
