import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotations, pullRequestScene, type Files, type Scene } from '../support/scene.ts';

const policyFile = '.github/model-gates.yml';
const registry = `parameters:
  optimizer.lr: { type: float, min: 0, max: 1, kind: tuning }
  optimizer.warmup: { type: int, min: 0, kind: tuning }
`;

/** One row a sample; the first `wrong` are answered wrongly. */
function results(wrong: number, total = 400): string {
  return Array.from({ length: total }, (_, id) =>
    JSON.stringify({ id: `q${id}`, target: 'a', prediction: id < wrong ? 'b' : 'a' }),
  ).join('\n');
}

function lock(torch: string): string {
  return `version = 1
requires-python = ">=3.12"

[[package]]
name = "qwen3-vl"
version = "0.1.0"
source = { editable = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch", specifier = ">=2.9" }]

[[package]]
name = "torch"
version = "${torch}"
source = { registry = "https://index.example/simple" }
`;
}

const base: Files = {
  [policyFile]:
    'config:\n  files: [configs/*.yaml]\nregression:\n  candidate: [evals/*.jsonl]\n  metrics: [accuracy]\n',
  '.github/model-registry.yml': registry,
  'configs/train.yaml': 'optimizer:\n  lr: 2.0e-5\n  warmup: 100\n',
  'pyproject.toml': '[project]\nname = "qwen3-vl"\nversion = "0.1.0"\ndependencies = ["torch>=2.9"]\n',
  'uv.lock': lock('2.9.1'),
  'evals/val.jsonl': results(40),
};

const degraded: Files = {
  'configs/train.yaml': 'optimizer:\n  lr: 1e-5\n  warmpu: 100\n',
  'uv.lock': lock('2.10.0'),
  'evals/val.jsonl': results(60),
};

describe('the merge gate on a pull request', () => {
  it('blocks each fault at its line, from a checkout of depth 1', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      verdict: 'fail',
      'validate-model-config': 'fail',
      'detect-dep-drift': 'fail',
      'regression-gate': 'fail',
    });
    expect(annotations(run)).toEqual(
      expect.arrayContaining([
        'error configs/train.yaml:2 config/number-as-text',
        'error configs/train.yaml:3 config/misspelt-parameter',
        expect.stringMatching(/^error uv.lock:\d+ deps\/unexplained$/),
        expect.stringMatching(/^error evals\/val.jsonl:\d+ regression\/drop$/),
      ]),
    );
    expect(scene.api.violations).toEqual([]);
  });

  it('keeps one comment, updated in place, within ten requests', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    await scene.run();
    expect(scene.api.state.comments).toHaveLength(1);
    expect(scene.api.state.comments[0]?.body).toContain('configs/train.yaml');
    const first = scene.api.requests.length;
    expect(first).toBeLessThanOrEqual(10);
    await scene.run();
    expect(scene.api.state.comments).toHaveLength(1);
    expect(scene.api.violations).toEqual([]);
  });

  it('suggests fixes on the changed lines where it is asked to, once', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    const suggest = { inputs: { suggest: 'true' } };
    const run = await scene.run(suggest);
    expect(scene.api.state.reviewComments.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'configs/train.yaml:2',
      'configs/train.yaml:3',
    ]);
    expect(scene.api.state.reviewComments[0]?.body).toContain('```suggestion\n  lr: 1.0e-5\n```');
    expect(run.summary).toContain('Fixes suggested on changed lines: 2 posted.');
    await scene.run(suggest);
    expect(scene.api.state.reviewComments).toHaveLength(2);
    expect(scene.api.violations).toEqual([]);
  });

  it.each<[string, Parameters<Scene['run']>[0], string]>([
    [
      'a fork',
      { pull: { fork: 'mallory/qwen3-vl' } },
      'the token of a pull request from a fork may only read',
    ],
    ['a refusal', {}, 'pull-requests: write'],
  ])(
    'says in the summary why it suggests nothing after %s, and keeps the verdict',
    async (_, more, reason) => {
      const tokenPermissions = { contents: 'read', 'pull-requests': 'read', metadata: 'read' } as const;
      const scene = await pullRequestScene({ base, head: degraded, api: { state: { tokenPermissions } } });
      const run = await scene.run({ inputs: { suggest: 'true' }, ...more });
      expect(scene.api.state.reviewComments).toEqual([]);
      expect(run.outputs['verdict']).toBe('fail');
      expect(run.summary).toContain(reason);
      expect(run.summary).toContain('model-gates check --fix');
    },
  );

  it('passes the fixed commit', async () => {
    const scene = await pullRequestScene({
      base,
      head: {
        'configs/train.yaml': 'optimizer:\n  lr: 1.0e-5\n  warmup: 100\n',
        // Evaluated again, with the same outcome.
        'evals/val.jsonl': `${results(40)}\n`,
      },
    });
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ verdict: 'pass', change: 'tuning' });
    expect(run.exitCode).toBe(0);
    expect(annotations(run).filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('writes the report as JSON and SARIF', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    const run = await scene.run();
    const report = JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as {
      verdict: string;
      reports: unknown[];
    };
    const sarif = JSON.parse(readFileSync(run.outputs['sarif'] ?? '', 'utf8')) as { version: string };
    expect(report).toMatchObject({ schema: 1, verdict: 'fail' });
    expect(report.reports).toHaveLength(4);
    expect(sarif.version).toBe('2.1.0');
  });

  it('does not hold against the branch what trunk did meanwhile', async () => {
    const scene = await pullRequestScene({
      base,
      head: { 'train.py': 'x = 1\n' },
      trunk: { 'uv.lock': lock('2.10.0') },
    });
    const run = await scene.run();
    expect(run.outputs['detect-dep-drift']).toBe('pass');
    expect(run.outputs['verdict']).not.toBe('fail');
  });

  it('judges by the policy of the base, and tells that the new one comes later', async () => {
    const loose = {
      ...degraded,
      [policyFile]:
        'gates: { validate-model-config: false, detect-dep-drift: false, regression-gate: false }\n',
    };
    const scene = await pullRequestScene({ base, head: loose });
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(annotations(run)).toContain(`notice ${policyFile}:1 policy/changed`);
  });

  it('takes the policy of the tip of trunk, not of an old branch point', async () => {
    const lax: Files = { ...base, [policyFile]: 'gates: { validate-model-config: false }\n' };
    const scene = await pullRequestScene({
      base: lax,
      head: degraded,
      trunk: { [policyFile]: base[policyFile] },
    });
    expect((await scene.run()).outputs['validate-model-config']).toBe('fail');
  });

  it('postpones the evaluation of a draft', async () => {
    const scene = await pullRequestScene({ base, head: { 'evals/val.jsonl': results(80) } });
    const run = await scene.run({ pull: { draft: true } });
    expect(run.outputs['regression-gate']).toBe('skipped');
    expect(run.summary).toContain('ready for review');
  });
});

describe('where the token may do less', () => {
  it('leaves the verdict of a fork in the summary, without a comment', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    const run = await scene.run({ pull: { fork: 'eve/qwen3-vl' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.summary).toContain('configs/train.yaml');
    expect(scene.api.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('judges without a token, deepening by git', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    const run = await scene.run({ token: '' });
    expect(run.outputs['verdict']).toBe('fail');
    expect(scene.api.requests).toEqual([]);
  });

  it('says which permission a comment needs, and keeps the verdict', async () => {
    const scene = await pullRequestScene({
      base,
      head: {},
      api: { state: { tokenPermissions: { contents: 'read', metadata: 'read' } } },
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('pull-requests: write');
  });

  it('publishes a check with every annotation when asked', async () => {
    const scene = await pullRequestScene({ base, head: degraded });
    await scene.run({ inputs: { 'check-run': 'true', comment: 'false' } });
    expect(scene.api.state.checkRuns).toHaveLength(1);
    expect(scene.api.state.comments).toEqual([]);
    expect(scene.api.violations).toEqual([]);
  });
});

describe('bots that only update dependencies', () => {
  const withBots: Files = {
    ...base,
    [policyFile]: 'dependencies:\n  bots: ["renovate[bot]"]\n  bot-branches: ["deps/*"]\n',
  };
  const moved: Files = { 'uv.lock': lock('2.10.0') };

  it.each([
    ['the author that the policy names', { author: 'renovate[bot]' }, undefined, 'pass'],
    ['another author', { author: 'eve' }, undefined, 'fail'],
    ['a bot on a branch that the policy names', { author: 'dependabot[bot]' }, 'deps/torch', 'pass'],
    ['anybody on a branch of that name', {}, 'deps/torch', 'fail'],
  ] as const)('%s', async (_, pull, branch, verdict) => {
    const scene = await pullRequestScene({
      base: withBots,
      head: moved,
      ...(branch === undefined ? {} : { branch }),
    });
    expect((await scene.run({ pull })).outputs['detect-dep-drift']).toBe(verdict);
  });
});
