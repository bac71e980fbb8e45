/** The same trace from a clone, from a shallow one, from nowhere with git, and without git over the API. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TraceFacts } from '../../src/lineage/index.ts';
import { pushEvent } from '../support/events.ts';
import { startGitHubApi, type GitHubApi } from '../support/github-api/index.ts';
import {
  createRepository,
  hermeticEnvironment,
  temporaryFolder,
  type TestRepository,
} from '../support/repository.ts';
import { runAction } from '../support/runner.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

interface Scene {
  readonly work: TestRepository;
  readonly origin: TestRepository;
  readonly api: GitHubApi;
  /** Before the range, in it, and its end. */
  readonly shas: readonly [string, string, string];
  /** The forge as git reaches it: `<server>/acme/qwen3-vl`. */
  readonly server: string;
}

/** Two serving versions; between them one commit raises the learning rate and another takes a new torch. */
async function scene(): Promise<Scene> {
  const work = createRepository();
  const commit = (lr: string, torch: string, message: string) =>
    work.commit(
      {
        'configs/model.yaml': `model_type: llama\nlearning_rate: ${lr}\n`,
        'requirements.txt': `torch==${torch}\n`,
      },
      message,
    );
  commit('0.1', '2.9.0', 'Begin');
  const shas = [
    commit('0.3', '2.9.0', 'Version 21'),
    commit('0.4', '2.9.0', 'Raise the learning rate (#90)'),
    commit('0.4', '2.9.1', 'Take the new torch (#91)'),
  ] as const;
  commit('0.5', '2.9.1', 'What came after');
  const origin = work.publish();
  const server = temporaryFolder();
  mkdirSync(path.join(server, 'acme'));
  symlinkSync(origin.root, path.join(server, 'acme', 'qwen3-vl'), 'junction');
  const api = await startGitHubApi({ gitDir: origin.root, state: { repository: 'acme/qwen3-vl' } });
  onTestFinished(async () => {
    await api.close();
    expect(api.violations).toEqual([]);
  });
  const records = JSON.stringify([...versionRecords(21, shas[0]), ...versionRecords(22, shas[2])]);
  const written = command(['record', '-'], work.root, records);
  expect(written).toMatchObject({ status: 0, stderr: '' });
  return {
    work,
    origin,
    api,
    shas,
    server: `file://${server.startsWith('/') ? '' : '/'}${server.replaceAll('\\', '/')}`,
  };
}

function versionRecords(number: number, sha: string): object[] {
  const at = `2026-11-${number}T10:00:00Z`;
  return [
    { at, inputs: [{ kind: 'commit', id: sha }], outputs: [{ kind: 'job', id: `job-${number}` }] },
    { at, inputs: [{ kind: 'job', id: `job-${number}` }], outputs: [{ kind: 'weights', id: `w-${number}` }] },
    {
      at,
      inputs: [{ kind: 'weights', id: `w-${number}` }],
      outputs: [{ kind: 'serving', id: `svc-v${number}`, service: 'svc' }],
    },
  ];
}

function command(args: readonly string[], cwd: string, input = '') {
  const env = hermeticEnvironment({ NO_COLOR: '1' });
  return spawnSync(process.execPath, [cli, ...args], { cwd, input, encoding: 'utf8', env });
}

type Place = (scene: Scene) => { readonly workspace: string; readonly env?: Record<string, string> };

const places: readonly (readonly [string, Place])[] = [
  ['a full clone', ({ work }) => ({ workspace: work.root })],
  ['a clone of depth 1', ({ origin }) => ({ workspace: origin.clone('--depth=1').root })],
  [
    'no clone, with git',
    ({ server }) => ({ workspace: temporaryFolder(), env: { GITHUB_SERVER_URL: server } }),
  ],
  ['no clone and no git', () => ({ workspace: temporaryFolder(), env: { PATH: temporaryFolder() } })],
];

interface Told {
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
  readonly facts: TraceFacts;
}

async function traced(at: Scene, place: Place, inputs: Record<string, string>): Promise<Told> {
  const { workspace, env = {} } = place(at);
  const { outputs, stdout } = await runAction({
    action: 'trace-lineage',
    inputs,
    workspace,
    token: at.api.token,
    apiUrl: at.api.url,
    env: { GITHUB_SERVER_URL: 'http://127.0.0.1:9', ...env },
    event: pushEvent({ ref: 'refs/heads/main', before: at.shas[0], after: at.shas[2] }),
  });
  expect({ verdict: outputs['verdict'], told: outputs['verdict'] === 'pass' ? '' : stdout }).toEqual({
    verdict: 'pass',
    told: '',
  });
  return JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Told;
}

test.each(places)(
  'from %s: the chain, the lines that changed, and what two versions differ in',
  async (_, place) => {
    const at = await scene();
    const [old, raised, now] = at.shas;
    const line = await traced(at, place, { id: 'svc-v22', file: 'configs/model.yaml', line: '1-2' });
    expect(line.findings).toEqual([]);
    expect(line.facts).toMatchObject({
      commits: [now],
      previous: { id: 'svc-v21', commit: old },
      lines: [
        {
          line: 2,
          text: 'learning_rate: 0.4',
          sha: raised,
          author: 'Ada',
          subject: 'Raise the learning rate (#90)',
        },
      ],
    });
    expect(line.facts.chain).toContainEqual(
      expect.objectContaining({
        kind: 'commit',
        id: now,
        files: [{ status: 'modified', path: 'requirements.txt' }],
      }),
    );
    const whole = await traced(at, place, { id: 'svc-v21', file: 'configs/model.yaml' });
    expect(whole.facts.lines).toMatchObject([
      { line: 1, subject: 'Begin' },
      { line: 2, subject: 'Version 21' },
    ]);
    const ranked = await traced(at, place, { id: 'svc-v22' });
    expect(ranked.findings).toEqual([]);
    expect(ranked.facts.changes).toMatchObject({
      since: { id: 'svc-v21', commit: old },
      ranked: [
        { kind: 'package', name: 'torch', before: '2.9.0', after: '2.9.1', merges: [{ sha: now, pr: 91 }] },
        {
          kind: 'config',
          name: 'learning_rate',
          file: 'configs/model.yaml',
          lines: '2',
          merges: [{ sha: raised, pr: 90 }],
        },
      ],
    });
    const diff = await traced(at, place, { id: 'svc-v21', diff: 'svc-v22' });
    expect(diff.findings).toEqual([]);
    expect(diff.facts).toMatchObject({
      diff: {
        commits: [{ sha: now }, { sha: raised }],
        moves: [expect.objectContaining({ name: 'torch', before: ['2.9.0'], after: ['2.9.1'] })],
        configs: [
          {
            file: 'configs/model.yaml',
            changes: [{ path: 'learning_rate', before: '0.3', after: '0.4' }],
          },
        ],
      },
    });
  },
);

test.each(places)('from %s the inbox is folded', async (_, place) => {
  const at = await scene();
  const { workspace, env = {} } = place(at);
  const { outputs } = await runAction({
    action: 'record-lineage',
    inputs: { compact: 'true' },
    workspace,
    token: at.api.token,
    apiUrl: at.api.url,
    env: { GITHUB_SERVER_URL: 'http://127.0.0.1:9', ...env },
    event: pushEvent({ ref: 'refs/heads/main', before: at.shas[0], after: at.shas[2] }),
  });
  expect(outputs).toMatchObject({ verdict: 'pass', folded: '6' });
  expect(at.origin.git('for-each-ref', 'refs/lineage/inbox')).toBe('');
});

test('the CLI tells the same outside of a clone, from the address of the repository', async () => {
  const { origin, shas } = await scene();
  const [old, raised, now] = shas;
  const run = (...args: string[]) => {
    const url = `file://${origin.root.startsWith('/') ? '' : '/'}${origin.root.replaceAll('\\', '/')}`;
    const { stdout, status } = command(['trace', '--remote', url, '--json', ...args], temporaryFolder());
    expect(status).toBe(0);
    return JSON.parse(stdout) as Told;
  };
  expect(run('svc-v22', '--file', 'configs/model.yaml').facts).toMatchObject({
    previous: { commit: old },
    lines: [{ line: 2, sha: raised }],
  });
  expect(run('svc-v21', '--diff', 'svc-v22').facts).toMatchObject({
    diff: { commits: [{ sha: now }, { sha: raised }], moves: [expect.objectContaining({ name: 'torch' })] },
  });
});

test('a line or a file that is not there is reported in the same words everywhere', async () => {
  const at = await scene();
  for (const [, place] of places) {
    const { findings } = await traced(at, place, { id: 'svc-v22', file: 'configs/model.yaml', line: '99' });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'lineage/details-unread',
        message: expect.stringContaining(
          `configs/model.yaml has no such lines in ${at.shas[2].slice(0, 8)}`,
        ) as string,
      }),
    ]);
  }
});
