/** A baseline or anchor that the policy names by a ref is trunk's: whatever a pull request pushes, and an earlier step does to the clone. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hermeticEnvironment } from '../support/repository.ts';
import { pullRequestScene, type Scene, type SceneOptions } from '../support/scene.ts';
import { jsonl, rows } from '../unit/regression/rows.ts';

const results = 'evals/test.jsonl';
const evaluation = (lost: number) => ({ [results]: jsonl(rows({ lost })) });

interface Pinned extends Pick<SceneOptions, 'branch' | 'trunk'> {
  readonly baseline?: string;
  readonly anchor?: string;
  readonly base?: number;
  readonly head: number;
}

function scene({ baseline, anchor, base = 0, head, ...more }: Pinned): Promise<Scene> {
  const policy = [
    'regression:',
    '  candidate: ["evals/*.jsonl"]',
    '  metrics: [accuracy]',
    ...(baseline === undefined ? [] : [`  baseline: ["${baseline}"]`]),
    ...(anchor === undefined ? [] : [`  anchor: "${anchor}"`]),
    '',
  ].join('\n');
  return pullRequestScene({
    base: { '.github/model-gates.yml': policy, ...evaluation(base) },
    head: { 'train.py': 'steps = 2\n', ...evaluation(head) },
    ...more,
  });
}

async function judged(at: Scene, inputs: Record<string, string> = {}) {
  const run = await at.run({ action: 'regression-gate', inputs });
  const report = JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as {
    readonly verdict: string;
    readonly title: string;
    readonly findings: readonly { readonly rule: string; readonly message: string }[];
    readonly facts: { readonly baseline?: { readonly samples: number } };
  };
  return { ...report, exitCode: run.exitCode, rules: report.findings.map(({ rule }) => rule) };
}

/** As a release: on the remote alone, a checkout of depth 1 has no tags. */
function tag({ origin }: Scene, name: string, sha: string): void {
  origin.git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'tag', '-a', '-m', name, name, sha);
}

test.each<[string, Pinned]>([
  ['the baseline', { baseline: `v1.0.0:${results}`, head: 14, branch: 'v1.0.0' }],
  ['the anchor', { anchor: `v1.0.0:evals/*.jsonl`, head: 14, branch: 'v1.0.0' }],
  ['the anchor of the latest release', { anchor: 'latest-release', head: 14, branch: 'v1.0.0' }],
])(
  '%s is the tag, though the branch of the change has its name, here and on the remote',
  async (_, pinned) => {
    const at = await scene(pinned);
    tag(at, 'v1.0.0', at.base);
    at.checkout.git('tag', 'v1.0.0', at.merge);
    const report = await judged(at);
    expect(report.verdict).toBe('fail');
    expect(report.rules).not.toContain('regression/no-anchor');
    expect(report.rules).toContain(pinned.anchor === undefined ? 'regression/drop' : 'regression/erosion');
  },
);

test('trunk is its tip as the event names it, not the merge base, nor a local branch of that name', async () => {
  const against = async (baseline: string) => {
    const at = await scene({ baseline, base: 14, head: 14, trunk: evaluation(0) });
    at.checkout.git('branch', '--force', 'main', at.merge);
    // Evaluated again, with the same outcome.
    at.checkout.write({ [results]: `${jsonl(rows({ lost: 14 }))}\n` });
    return judged(at);
  };
  const tip = await against('main:evals/*.jsonl');
  expect(tip.verdict).toBe('fail');
  expect(tip.title).toMatch(/^Accuracy fell 2\.8 points/);
  expect((await against(results)).verdict).toBe('pass');
});

test.each<[string, Pinned, (at: Scene) => void, RegExp]>([
  [
    'a branch that is neither trunk nor a release',
    { baseline: `feature/routing:${results}`, head: 14 },
    () => undefined,
    /no trunk, release branch, tag or commit feature\/routing is known/,
  ],
  [
    'the branch of the change, though it is called a release',
    { baseline: `release/v9:${results}`, head: 14, branch: 'release/v9' },
    () => undefined,
    /release\/v9 is the branch of this change itself/,
  ],
  [
    'a tag in the change',
    { baseline: `v9.0.0:${results}`, head: 14 },
    (at) => tag(at, 'v9.0.0', at.head),
    /v9\.0\.0 is commit [0-9a-f]{8} of this change itself/,
  ],
  [
    'a SHA that nobody has',
    { baseline: `${'0'.repeat(39)}1:${results}`, head: 14 },
    () => undefined,
    /00000000/,
  ],
  [
    'a release that is not there yet',
    { baseline: `latest-release:${results}`, head: 0 },
    () => undefined,
    /there is no tag of a release/,
  ],
])('%s is not a yardstick, and nothing goes through', async (_, pinned, prepare, reason) => {
  const at = await scene(pinned);
  prepare(at);
  const report = await judged(at);
  expect(report).toMatchObject({ verdict: 'fail', exitCode: 1 });
  expect(report.title).toMatch(reason);
});

test('the workflow, which the pull request may change, cannot name another state of trunk', async () => {
  const at = await scene({ head: 14 });
  const run = await at.run({ action: 'regression-gate', inputs: { baseline: `v0.1.0:${results}` } });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('input baseline: expected paths at the merge base');
});

test('on a laptop, REF:PATH is read from the clone: a file, a folder or a glob', async () => {
  const at = await scene({ head: 14 });
  const work = at.origin.clone();
  // Of another evaluation: what is not named is not read.
  work.commit({ 'archive/val.jsonl': 'no results\n' });
  work.write(evaluation(14));
  const regression = (baseline: string) => {
    const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');
    const args = ['regression', '--baseline', baseline, '--candidate', 'evals', '--metric', 'accuracy'];
    const how = { cwd: work.root, encoding: 'utf8' as const, env: hermeticEnvironment() };
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], how);
    return { status, said: stdout + stderr };
  };
  for (const baseline of [
    `main:${results}`,
    'main:evals',
    'HEAD:evals',
    'origin/main:evals/*.jsonl',
    `${at.base}:evals/`,
  ]) {
    const { status, said } = regression(baseline);
    expect({ baseline, status, said }).toMatchObject({ status: 1 });
    expect(said).toContain('Accuracy fell 2.8 points');
  }
  expect(regression('main:nowhere').said).toContain('main has no file nowhere');
  expect(regression('nowhere:evals').said).toContain('there is no branch, tag or commit');
});
