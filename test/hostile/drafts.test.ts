import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allFindings } from '../../src/report/model.ts';
import { grant, policy, skip } from '../support/exemptions.ts';
import { evaluatedAgain, gatedScene, hotfixPolicy, remember, results, review } from '../support/gated.ts';
import { mergeGroupEvent, pullRequestEvent } from '../support/events.ts';
import { reportOf } from '../support/reports.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

const good = { 'configs/train.yaml': 'optimizer:\n  lr: 3.0e-5\n', 'evals/val.jsonl': results(38) };
/** What is shown and blocks nothing. */
const noticed = {
  '.github/model-registry.yml':
    'parameters:\n  optimizer.lr: { type: float, min: 0, max: 2, kind: tuning }\n',
};
const broken = { 'configs/train.yaml': 'optimizer:\n  lr: 50.0\n', ...evaluatedAgain };

const actions = ['.', 'actions/validate-model-config', 'actions/detect-dep-drift', 'actions/regression-gate'];

describe('a draft is never a pass', () => {
  let scene: Scene;
  let reset: () => void;
  beforeAll(async () => {
    scene = await gatedScene({
      policy,
      head: { ...good, ...noticed, 'requirements.txt': 'torch==2.10.0\n' },
    });
    reset = remember(scene.api);
  });
  beforeEach(() => reset());

  describe.each(actions)('by the action %s', (action) => {
    it.each([
      ['of the repository', {}],
      ['of a fork', { fork: 'eve/qwen3-vl' }],
      ['that was ready before', { action: 'converted_to_draft' }],
      ['that was edited', { action: 'edited' }],
      ['that was labelled', { action: 'labeled', labels: [skip] }],
    ] as const)('%s', async (_, pull) => {
      const run = await scene.run({ action, pull: { draft: true, ...pull } });
      expect(run.outputs['verdict']).toBe('skipped');
      expect(run.exitCode).toBe(0);
      expect(run.summary).toContain('draft');
      expect(injections(run, scene, action)).toEqual([]);
    });

    it('that somebody reviews', async () => {
      const { base, head } = scene;
      const pull = { draft: true, base: { sha: base }, head: { ref: 'feature/routing', sha: head } };
      const run = await scene.run({
        action,
        event: { ...pullRequestEvent(pull), name: 'pull_request_review' },
      });
      expect(run.outputs['verdict']).toBe('skipped');
    });

    it('and the same change, ready for review, is one', async () => {
      expect((await scene.run({ action })).outputs['verdict']).toBe('pass');
    });
  });

  it('none of its gates is one, and what they found is shown', async () => {
    const run = await scene.run({ pull: { draft: true } });
    expect(reportOf(run).reports?.map(({ verdict }) => verdict)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'skipped',
    ]);
    expect(run.outputs).toMatchObject({ 'validate-model-config': 'skipped', 'detect-dep-drift': 'skipped' });
    expect(allFindings(reportOf(run)).map(({ rule }) => rule)).toContain('config/registry-changed');
    expect(run.summary).toContain('config/registry-changed');
    expect(run.summary).toContain('regression-gate runs when it is ready for review');
  });
});

describe('what lifts a gate lets no draft through', () => {
  it('a label', async () => {
    const lifting = policy.replace('[detect-dep-drift], by', '[validate-model-config], by');
    const scene = await gatedScene({ policy: lifting, head: broken });
    grant(scene.api, 'other-gate');
    for (const action of actions.slice(0, 2)) {
      expect((await scene.run({ action })).outputs['verdict']).toBe('exempt');
      const run = await scene.run({ action, pull: { draft: true } });
      expect(run.outputs['verdict']).toBe('skipped');
      expect(run.summary).toContain('Lifted by grace');
    }
  });

  it('an approved hotfix', async () => {
    const scene = await gatedScene({ policy: hotfixPolicy, branch: 'hotfix/bias' });
    review(scene.api, 'rita', 'APPROVED', scene.head);
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
    expect((await scene.run({ pull: { draft: true } })).outputs['verdict']).toBe('skipped');
  });
});

describe('an error blocks a draft', () => {
  it.each(actions.slice(0, 2))('by the action %s', async (action) => {
    const scene = await gatedScene({ head: broken });
    const run = await scene.run({ action, pull: { draft: true } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.exitCode).toBe(1);
  });

  it('also one of the policy, where all gates had nothing to object', async () => {
    const scene = await gatedScene({ policy: 'gate: {}\n', head: { 'README.md': 'x\n' } });
    expect((await scene.run({ pull: { draft: true } })).outputs['verdict']).toBe('fail');
  });
});

it('a draft that is merged all the same is judged like any other', async () => {
  const scene = await gatedScene({ policy });
  const [pull] = scene.api.state.pulls;
  if (pull !== undefined) Object.assign(pull, { draft: true });
  const { base, merge } = scene;
  const run = await scene.run({ event: mergeGroupEvent({ base: { sha: base }, head: { sha: merge } }) });
  expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
});
