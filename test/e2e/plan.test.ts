import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergeGroupEvent, pullRequestEvent, pushEvent, workflowDispatchEvent } from '../support/events.ts';
import { comment, because, gatedScene, label, policyText, remember, worse } from '../support/gated.ts';
import { root } from '../support/contract/sources.ts';
import { temporaryFolder } from '../support/repository.ts';
import type { ActionRun, RunnerEvent } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';

const action = 'actions/plan-gates';
const policy = policyText(`exemptions:
  - { label: skip-full-eval, gates: [regression-gate], by: { users: [grace] } }
  - { label: light-eval, gates: [regression-gate], by: { users: [grace] }, effect: light, reason-required: false }
`);

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy });
  reset = remember(scene.api);
});

beforeEach(() => reset());

interface Shown {
  readonly gate: string;
  readonly decision: string;
  readonly reason: string;
}

function decisionsOf({ outputs }: ActionRun): string[] {
  return (JSON.parse(outputs['plan'] ?? '') as Shown[]).map(({ decision }) => decision);
}

/** The results changed: the evaluation is due, the two other gates have nothing to judge. */
const due = {
  'validate-model-config': 'false',
  'detect-dep-drift': 'false',
  'detect-input-drift': 'false',
  'regression-gate': 'true',
  evaluation: 'full',
};

describe('each event gets a plan and a verdict', () => {
  it.each<[string, (scene: Scene) => RunnerEvent, string]>([
    ['pull_request', (s) => pullRequestOf(s), 'standard'],
    ['merge_group', (s) => mergeGroupEvent({ base: { sha: s.base }, head: { sha: s.merge } }), 'standard'],
    ['push', (s) => pushEvent({ before: s.base, after: s.merge }), 'standard'],
    [
      'push to a release',
      (s) => pushEvent({ ref: 'refs/heads/release/v2.3', before: s.base, after: s.merge }),
      'release',
    ],
    ['workflow_dispatch', () => workflowDispatchEvent(), 'standard'],
  ])('%s', async (_, event, mode) => {
    const run = await scene.run({ action, event: event(scene), inputs: { base: '' } });
    expect(run.outputs).toMatchObject({ verdict: 'pass', mode, ...due });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain('regression-gate');
  });

  it('a draft says what runs when it is ready', async () => {
    const run = await scene.run({ action, pull: { draft: true } });
    expect(run.outputs).toMatchObject({ mode: 'draft', 'regression-gate': 'false', evaluation: 'none' });
    expect(decisionsOf(run)).toEqual(['not-applicable', 'not-applicable', 'not-applicable', 'later']);
    expect(run.summary).toContain('ready for review');
  });

  it('a broken policy is a failure with a plan', async () => {
    const broken = await gatedScene({ policy: 'regresion: {}\n' });
    const run = await broken.run({ action });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'true' });
    expect(run.exitCode).toBe(1);
  });

  it('a payload that cannot be read is a failure', async () => {
    const run = await scene.run({ action, event: { name: 'pull_request', payload: '{"pull_request": 7}' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.exitCode).toBe(1);
  });
});

describe('what people lifted', () => {
  it('exempt: no evaluation is due', async () => {
    comment(scene.api, 'grace', because);
    label(scene.api, 'skip-full-eval', 'grace');
    const run = await scene.run({ action });
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'regression-gate': 'false', evaluation: 'none' });
    expect(JSON.parse(run.outputs['plan'] ?? '')).toMatchObject([
      {},
      {},
      {},
      { decision: 'exempt', exemption: { by: 'grace', sha: scene.head } },
    ]);
    expect(scene.api.requests.length).toBeLessThanOrEqual(10);
  });

  it('light: fewer samples', async () => {
    label(scene.api, 'light-eval', 'grace');
    const run = await scene.run({ action });
    expect(run.outputs).toMatchObject({ 'regression-gate': 'true', evaluation: 'light' });
  });

  it('an approval that a hotfix lacks is a failure here too', async () => {
    const managed = policyText('hotfix: { release-managers: { users: [rita] } }\n');
    const hotfix = await gatedScene({ policy: managed, branch: 'hotfix/bias' });
    const run = await hotfix.run({ action });
    expect(run.outputs).toMatchObject({ verdict: 'fail', mode: 'hotfix', 'regression-gate': 'true' });
  });
});

describe('what the change touches', () => {
  it('documentation alone: no gate has anything to judge, and the merge gate still says so itself', async () => {
    const docs = await gatedScene({ head: { 'README.md': '# Model\n', 'docs/use.md': 'x\n' } });
    const run = await docs.run({ action });
    expect(decisionsOf(run)).toEqual([
      'not-applicable',
      'not-applicable',
      'not-applicable',
      'not-applicable',
    ]);
    expect(run.outputs).toMatchObject({ verdict: 'pass', evaluation: 'none' });
    const gate = await docs.run();
    expect(gate.outputs).toMatchObject({ verdict: 'pass', 'regression-gate': 'skipped' });
    expect(gate.exitCode).toBe(0);
  });

  it('code: the evaluation is due', async () => {
    const code = await gatedScene({ head: { 'README.md': '# Model\n', 'train.py': 'x = 1\n' } });
    expect((await code.run({ action })).outputs).toMatchObject({ evaluation: 'full' });
  });

  it('what was harmless becomes a result: renames count on both sides', async () => {
    const moved = await gatedScene({
      base: { 'docs/results.md': 'a\n'.repeat(50) },
      head: { 'docs/results.md': undefined, 'prompts/results.md': 'a\n'.repeat(50) },
    });
    expect((await moved.run({ action })).outputs).toMatchObject({ evaluation: 'full' });
  });

  it('a pull request cannot declare its own change harmless', async () => {
    const sly = await gatedScene({
      head: { ...worse, '.github/model-gates.yml': policyText('plan: { harmless: ["**"] }\n') },
    });
    expect((await sly.run({ action })).outputs).toMatchObject({ evaluation: 'full' });
    expect((await sly.run()).outputs['verdict']).toBe('fail');
  });
});

describe('shards', () => {
  it.each([
    [{}, 1],
    [{ shards: '4' }, 4],
    [{ shards: '256' }, 256],
    [{ shards: 'auto', 'evaluation-minutes': '35' }, 4],
    [{ shards: 'auto' }, 1],
    [{ shards: 'auto', 'evaluation-minutes': '99999' }, 256],
  ])('%j', async (inputs, count) => {
    const run = await scene.run({ action, inputs });
    const { include } = JSON.parse(run.outputs['shards'] ?? '') as { include: Record<string, unknown>[] };
    // Of 256 runners some would have none of the 400 samples.
    expect(include.length).toBeGreaterThan(0.8 * count - 1);
    const { shard } = include[0] as { shard: number };
    expect(include[0]).toEqual({ shard, shards: count, seed: 1, name: `${shard + 1}-of-${count}` });
  });

  it('too many are refused, with what is expected', async () => {
    const run = await scene.run({ action, inputs: { shards: '257' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.stdout).toContain('a whole number from 1 to 256, or auto');
  });

  it('an evaluation that misses the goal is reported, with the shards it takes', async () => {
    const run = await scene.run({ action, inputs: { shards: '2', 'evaluation-minutes': '35' } });
    expect(run.outputs['verdict']).toBe('pass');
    expect(run.summary).toMatch(/17\.5 minutes on each of 2 runners/);
    expect(run.summary).toContain('shards: 4');
  });
});

describe('model-gates plan', () => {
  it.each<[string[], string[]]>([
    [[], ['run', 'run', 'run', 'run']],
    [
      ['--changed', 'README.md'],
      ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'],
    ],
    [
      ['--changed', 'README.md', '--changed', 'train.py'],
      ['not-applicable', 'not-applicable', 'not-applicable', 'run'],
    ],
  ])('%j', (args, decisions) => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'event.json'), JSON.stringify(pullRequestOf(scene).payload));
    const cli = path.join(root, 'dist/cli/index.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [cli, 'plan', '--event', 'event.json', '--shards', '3', '--json', ...args],
      { cwd, encoding: 'utf8' },
    );
    const { facts } = JSON.parse(stdout) as { facts: { plan: Shown[]; shards: { include: unknown[] } } };
    expect(status).toBe(0);
    expect(facts.plan.map(({ decision }) => decision)).toEqual(decisions);
    expect(facts.shards.include).toHaveLength(3);
  });
});

function pullRequestOf({ base, head, merge }: Scene): RunnerEvent {
  return pullRequestEvent({
    base: { ref: 'main', sha: base },
    head: { ref: 'feature/routing', sha: head },
    mergeCommit: merge,
  });
}

describe('events', () => {
  it.each(['issue_comment', 'workflow_run', 'check_suite', 'issues'])(
    '%s says that there is nothing to judge, and is not a pass',
    async (name) => {
      const event = { name, payload: { repository: { default_branch: 'main' } } };
      for (const tried of ['.', action]) {
        const run = await scene.run({ action: tried, event });
        expect([run.outputs['verdict'], run.exitCode]).toEqual(['fail', 1]);
        expect(run.stdout).toContain(`GitHub runs ${name} on the tip of the default branch`);
      }
    },
  );

  it.each(['opened', 'synchronize', 'reopened', 'edited', 'labeled', 'unlabeled', 'closed'] as const)(
    'pull_request %s is judged the same: the state counts, not what happened',
    async (happened) => {
      const run = await scene.run({ action, pull: { action: happened } });
      expect(run.outputs).toMatchObject({ mode: 'standard', evaluation: 'full' });
    },
  );

  it.each(['ready_for_review', 'converted_to_draft'] as const)(
    '%s counts by the state it leaves',
    async (happened) => {
      const draft = happened === 'converted_to_draft';
      const run = await scene.run({ action, pull: { action: happened, draft } });
      expect(run.outputs).toMatchObject(
        draft ? { mode: 'draft', evaluation: 'none' } : { evaluation: 'full' },
      );
    },
  );
});

describe('what was judged against another base never stands for a required check', () => {
  it.each([
    ['feature/below', 'model-gates (not into trunk)'],
    ['release/v2.3', 'model-gates'],
    ['main', 'model-gates'],
  ])('into %s the check is called %s', async (ref, name) => {
    const on = await gatedScene({ head: { 'train.py': 'x = 1\n' } });
    await on.run({ pull: { base: { ref, sha: on.base } }, inputs: { 'check-run': 'true' } });
    expect(on.api.state.checkRuns.map((run) => run.name)).toEqual([name]);
  });

  it('trunk is what the policy says', async () => {
    const on = await gatedScene({ policy: policyText('trunk: develop\n'), head: { 'train.py': 'x = 1\n' } });
    for (const ref of ['develop', 'main'])
      await on.run({ pull: { base: { ref, sha: on.base } }, inputs: { 'check-run': 'true' } });
    expect(on.api.state.checkRuns.map((run) => run.name)).toEqual([
      'model-gates',
      'model-gates (not into trunk)',
    ]);
  });
});

describe('a draft never stands for a required check', () => {
  it('says what is still to come, and its check has a name of its own', async () => {
    const better = await gatedScene({ head: { 'train.py': 'x = 1\n' } });
    const inputs = { 'check-run': 'true' };
    const draft = await better.run({ pull: { draft: true }, inputs });
    expect(draft.summary).toContain('this is a draft, and regression-gate runs when it is ready for review');
    expect(better.api.state.checkRuns.map(({ name }) => name)).toEqual(['model-gates (draft)']);
    await better.run({ inputs });
    expect(better.api.state.checkRuns.map(({ name }) => name)).toEqual([
      'model-gates (draft)',
      'model-gates',
    ]);
  });
});
