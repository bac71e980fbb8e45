/** Inputs come with the workflow file of the change: they choose neither another policy nor a base within the change. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allFindings } from '../../src/report/model.ts';
import { mergeGroupEvent, pullRequestEvent, pushEvent } from '../support/events.ts';
import { gatedScene, policyFile, policyText, worse } from '../support/gated.ts';
import { reportOf } from '../support/reports.ts';
import type { Content } from '../support/repository.ts';
import type { ActionRun, RunOptions } from '../support/runner.ts';
import { shallowCheckout, type Scene } from '../support/scene.ts';

const off = 'gates: { validate-model-config: false, detect-dep-drift: false, regression-gate: false }\n';
const without = { [policyFile]: undefined };

function found(run: ActionRun): string[] {
  return allFindings(reportOf(run)).map(({ rule }) => rule);
}

describe('a policy that is named and not there', () => {
  let scene: Scene;
  let bare: Scene;
  beforeAll(async () => {
    scene = await gatedScene({ head: { ...worse, 'new.yml': off } });
    bare = await gatedScene({ base: without });
  });

  it.each([
    ['.github/model-gate.yml', 'a slip'],
    ['.GITHUB/model-gates.yml', 'the other case'],
    ['.github', 'a folder', /folder/],
    ['new.yml', 'a file that the change adds'],
    ['../model-gates.yml', 'a file outside', /leads out of the repository/],
  ])('%s: %s', async (policy, _, says = /There is no policy/) => {
    const run = await scene.run({ inputs: { policy } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(run.stdout).toMatch(says);
    expect(run.stdout).toContain(policy);
  });

  it.each<[string, Record<string, string>?]>([
    ['validate-model-config'],
    ['detect-dep-drift'],
    ['regression-gate'],
    ['plan-gates'],
    ['check-branch'],
    ['sweep-branches'],
    ['emit-version-tag', { claim: 'v1.0.0' }],
    ['trigger-pipeline', { workflow: 'train.yml' }],
    ['promote-model', { check: 'true' }],
  ])('fails %s, also where there is no default one', async (action, inputs = {}) => {
    const own = ['emit-version-tag', 'trigger-pipeline', 'promote-model'].includes(action);
    const event = own ? { event: pushEvent({ before: bare.base, after: bare.head }) } : {};
    const run = await bare.run({ action, inputs: { ...inputs, policy: 'models/qwen.yml' }, ...event });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(run.stdout).toContain('There is no policy "models/qwen.yml"');
    expect(bare.origin.git('tag', '--list')).toBe('');
    expect(bare.api.state.dispatches ?? []).toEqual([]);
  });

  it.each(['', policyFile, `./${policyFile}`])('the default one (%j) may be absent', async (policy) => {
    const run = await bare.run({ inputs: { policy } });
    expect(run.outputs['verdict']).not.toBe('fail');
  });
});

describe('another policy than that of the base branch', () => {
  let scene: Scene;
  let broken: Scene;
  beforeAll(async () => {
    const policy = policyText('policies: [models/listed.yml, ./models/other//listed.yml]\n');
    const base = {
      'configs/lenient.yaml': off,
      'models/unlisted.yml': off,
      'models/listed.yml': off,
      'models/other/listed.yml': policyText('  tolerance: 99\n  margin: 99\n'),
      'models/empty.yml': '',
    };
    const head = { ...worse, [policyFile]: policy.replace('[', '[models/unlisted.yml, ') };
    scene = await gatedScene({ policy, base, head });
    broken = await gatedScene({ policy: 'polices: [models/listed.yml]\n', base });
  });

  it.each(['configs/lenient.yaml', 'models/unlisted.yml', 'models/empty.yml'])(
    'is refused: %s',
    async (policy) => {
      for (const action of ['.', 'regression-gate', 'plan-gates', 'check-branch']) {
        const run = await scene.run({ action, inputs: { policy } });
        expect([action, run.exitCode, run.outputs['verdict']]).toEqual([action, 1, 'fail']);
        expect(run.stdout).toContain(policy);
      }
    },
  );

  it.each(['models/listed.yml', './models/listed.yml', 'models/other/listed.yml'])(
    'holds where the base lists it: %s',
    async (policy) => {
      const run = await scene.run({ inputs: { policy } });
      expect(run.exitCode).toBe(0);
      expect(found(run)).toContain('policy/changed');
    },
  );

  it('a default one that is broken lists nothing', async () => {
    const run = await broken.run({ inputs: { policy: 'models/listed.yml' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(found(run)).toContain('policy/unknown-key');
  });

  it('holds where the base has no default one', async () => {
    const bare = await gatedScene({ base: { ...without, 'models/qwen.yml': policyText() } });
    const run = await bare.run({ inputs: { policy: 'models/qwen.yml' } });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(found(run)).toContain('regression/drop');
  });
});

describe('a policy that the default one lists is watched like it, whichever of them holds', () => {
  const listing = 'policies: [models/a.yml, models/b.yml]\n';
  const base = {
    'models/a.yml': policyText(),
    'models/b.yml': { link: '../shared/b.txt' },
    'shared/b.txt': policyText(),
  };
  it.each([
    ['models/a.yml', { 'models/a.yml': off }],
    ['models/a.yml', { 'models/a.yml': undefined }],
    ['models/b.yml', { 'shared/b.txt': off }],
  ])('%s', async (file, weaker) => {
    const scene = await gatedScene({ policy: policyText(listing), base, head: { ...worse, ...weaker } });
    for (const [action, policy] of [
      ['.', ''],
      ['.', file === 'models/a.yml' ? 'models/b.yml' : 'models/a.yml'],
      ['regression-gate', ''],
      ['detect-input-drift', ''],
      ['plan-gates', ''],
    ] as const) {
      const run = await scene.run({ action, inputs: { policy } });
      const changed = allFindings(reportOf(run)).filter(({ rule }) => rule === 'policy/changed');
      expect([action, changed.map((one) => one.file)]).toEqual([action, [file]]);
    }
  });
});

describe('a policy under a name that nobody reads', () => {
  it.each([
    '.github/model-gates.yaml',
    '.github/Model-Gates.yml',
    '.github/model_gates.yml',
    'model-gates.yml',
    '.model-gates.yml',
  ])('%s is an error, not the defaults without a word', async (name) => {
    const scene = await gatedScene({ base: { ...without, [name]: policyText() }, head: worse });
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(found(run)).toContain('policy/misplaced');
  });

  it.each<[string, Record<string, Content>]>([
    ['put where it belongs', { '.github/model-gates.yaml': undefined, [policyFile]: policyText() }],
    ['beside the one that holds', { [policyFile]: policyText() }],
    ['deleted', { '.github/model-gates.yaml': undefined }],
  ])('is none once it is %s', async (_, head) => {
    const base = { ...without, '.github/model-gates.yaml': policyText() };
    const scene = await gatedScene({ base, head: { ...worse, ...head } });
    expect(found(await scene.run())).not.toContain('policy/misplaced');
  });

  it('a workflow may be called so', async () => {
    const workflow = { '.github/workflows/model-gates.yml': 'on: pull_request\n' };
    const scene = await gatedScene({ base: { ...without, ...workflow }, head: worse });
    expect(found(await scene.run())).not.toContain('policy/misplaced');
  });
});

describe('a base within the change', () => {
  const workflow = '.github/workflows/gates.yml';
  let scene: Scene;
  /** Trunk: `old` (= scene.base), then `base`; the change: `middle`, then `head`. */
  let old: string;
  let base: string;
  let middle: string;
  let head: string;
  beforeAll(async () => {
    scene = await gatedScene({ base: { [workflow]: 'on: push\n' } });
    const work = scene.origin.clone();
    old = scene.base;
    work.git('checkout', '--quiet', '--detach', old);
    base = work.commit({ [workflow]: 'on: pull_request\n' }, 'Gate');
    middle = work.commit(worse, 'Worse');
    head = work.commit({ [workflow]: 'on: push\n' }, 'No gate');
    work.git('tag', 'v1.0.0', middle);
    const branches = [`${base}:refs/heads/main`, `${head}:refs/heads/topic`, `${middle}:refs/heads/middle`];
    work.git('push', '--quiet', '--force', 'origin', ...branches, 'refs/tags/v1.0.0');
  });

  const sides = () => ({ base: { sha: base }, head: { ref: 'topic', sha: head } });
  const judge = (given: string, more: Partial<RunOptions> = {}) =>
    scene.run({
      workspace: shallowCheckout(scene.origin, head).root,
      event: pullRequestEvent(sides()),
      inputs: { base: given },
      ...more,
    });

  it.each<[string, () => string]>([
    ['the head', () => head],
    ['HEAD', () => 'HEAD'],
    ['its branch', () => 'topic'],
    ['a commit before', () => middle],
    ['a branch of that commit', () => 'middle'],
    ['a tag of that commit', () => 'v1.0.0'],
  ])('%s is refused', async (_, given) => {
    for (const action of ['.', 'regression-gate', 'plan-gates']) {
      const run = await judge(given(), { action });
      expect([action, run.exitCode, run.outputs['verdict']]).toEqual([action, 1, 'fail']);
      expect(run.stdout).toContain('of this change itself');
    }
  });

  it('also by git alone, in the whole history', async () => {
    const workspace = scene.origin.clone();
    workspace.git('checkout', '--quiet', '--detach', head);
    const run = await judge(middle, { workspace: workspace.root, token: '' });
    expect(run.stdout).toContain('of this change itself');
  });

  it('also in the merge queue', async () => {
    const run = await judge(middle, { event: mergeGroupEvent(sides()) });
    expect(run.stdout).toContain('of this change itself');
  });

  it.each<[string, () => string]>([
    ['the base of the event', () => base],
    ['its branch', () => 'main'],
    ['a commit before, where the workflow was what the change makes it again', () => old],
  ])('%s is not, and hides no change of a workflow', async (_, given) => {
    const run = await judge(given());
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(found(run)).toEqual(expect.arrayContaining(['policy/workflow-changed', 'regression/drop']));
  });
});
