/** A hotfix that was merged before its evaluation, and what comes of it: in the next hotfix, and in the night. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scheduleEvent } from '../support/events.ts';
import type { PlanFacts } from '../../src/policy/index.ts';
import { gatedScene, hotfixPolicy, review } from '../support/gated.ts';
import { reportOf, rulesOf } from '../support/reports.ts';
import type { ActionRun } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';

const hour = 3_600_000;

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * hour).toISOString();
}

/** As model-hotfix.yml records it. */
async function recordHotfix(
  scene: Scene,
  dueHoursAgo: number,
  { merged = scene.base, into = 'main', external = false } = {},
): Promise<void> {
  const record = {
    id: `hotfix-${merged}`,
    at: hoursAgo(50),
    inputs: [{ kind: 'commit', id: merged, ...(external && { external }) }],
    outputs: [{ kind: 'verdict', id: `hotfix-${merged}` }],
    git_ref: 'hotfix/bias',
    pr_number: 71,
    parameters: {
      mode: 'hotfix',
      merged_into: into,
      hotfix_minutes: '24.5',
      evaluate_by: hoursAgo(dueHoursAgo),
      evaluation_issue: '72',
    },
  };
  await write(scene, { record: JSON.stringify(record) });
}

async function write(scene: Scene, inputs: Record<string, string>): Promise<void> {
  const run = await scene.run({ action: 'record-lineage', inputs });
  expect(run.outputs['verdict']).toBe('pass');
}

/** Rita's approval of the head of the next hotfix. */
async function nextHotfix(): Promise<Scene> {
  const scene = await gatedScene({ policy: hotfixPolicy, branch: 'hotfix/next' });
  review(scene.api, 'rita', 'APPROVED', scene.head);
  return scene;
}

function night(scene: Scene): Promise<ActionRun> {
  return scene.run({
    action: 'plan-gates',
    inputs: { 'follow-up': 'true' },
    event: scheduleEvent(),
  });
}

describe('the next hotfix', () => {
  it('goes without its evaluation while the one before is in time', async () => {
    const scene = await nextHotfix();
    await recordHotfix(scene, -5);
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ verdict: 'exempt', 'regression-gate': 'exempt' });
    expect(rulesOf(run)).toEqual([]);
  });

  it('is evaluated on fewer samples once the one before is overdue, and blocked by a drop that they show', async () => {
    const scene = await nextHotfix();
    await recordHotfix(scene, 5);
    const plan = await scene.run({ action: 'plan-gates' });
    expect(plan.outputs).toMatchObject({ verdict: 'pass', evaluation: 'light', owed: '[]' });
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(rulesOf(run)).toContain('trunk/evaluation-overdue');
    expect(run.summary).toContain('#71');
  });
});

describe('in the night', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await gatedScene({ policy: hotfixPolicy });
    const author = { login: 'github-actions[bot]', type: 'Bot' as const };
    const title = 'Evaluate hotfix v2.3.1 (#71) by 2026-11-20';
    scene.api.state.issues.push({ number: 72, title, body: '', labels: [], state: 'closed', author });
  });

  it('a ledger without hotfixes owes nothing', async () => {
    const run = await night(scene);
    expect(run.outputs).toMatchObject({ verdict: 'pass', owed: '[]' });
  });

  it('what is overdue fails, and its issue is opened again, once', async () => {
    await recordHotfix(scene, 5);
    const first = await night(scene);
    expect(first.exitCode).toBe(1);
    expect(JSON.parse(first.outputs['owed'] ?? '')).toEqual([scene.base]);
    expect(rulesOf(first)).toContain('trunk/evaluation-overdue');
    expect(scene.api.state.issues[0]?.state).toBe('open');
    await night(scene);
    const told = scene.api.state.comments.filter(({ number }) => number === 72);
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toContain('Overdue since');
    expect(scene.api.violations).toEqual([]);
  });

  it('an issue that cannot be written is reported with the permission that is missing', async () => {
    const { state } = scene.api;
    const all = state.tokenPermissions;
    state.tokenPermissions = { ...all, issues: 'read' };
    Object.assign(state.issues[0] ?? {}, { state: 'closed' });
    const run = await night(scene);
    state.tokenPermissions = all;
    expect(rulesOf(run)).toContain('trunk/hotfix-follow-up-failed');
    expect(run.stdout).toContain('issues: write');
  });

  it('an evaluation of that commit closes it', async () => {
    Object.assign(scene.api.state.issues[0] ?? {}, { state: 'open' });
    await write(scene, {
      record: JSON.stringify({
        inputs: [{ kind: 'commit', id: scene.base }],
        outputs: [{ kind: 'evaluation', id: 'full-71' }],
        verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
      }),
    });
    const run = await night(scene);
    expect(run.outputs).toMatchObject({ verdict: 'pass', owed: '[]' });
    expect(scene.api.state.issues[0]?.state).toBe('closed');
    expect(scene.api.state.comments.findLast(({ number }) => number === 72)?.body).toContain('**pass**');
  });
});

describe('the issue of a hotfix on a release line, once it is evaluated', () => {
  /** Fixed on release/v2.3, recorded and evaluated; the night runs in a whole clone. */
  async function evaluated({ message = 'Fix the bias', orphan = false } = {}) {
    const scene = await gatedScene({ policy: hotfixPolicy });
    const author = { login: 'github-actions[bot]', type: 'Bot' as const };
    const title = 'Evaluate hotfix v2.3.1 (#71) by 2026-11-20';
    scene.api.state.issues.push({ number: 72, title, body: '', labels: [], state: 'open', author });
    const team = scene.origin.clone();
    team.git('switch', '--quiet', '--create', 'release/v2.3', scene.base);
    const fix = team.commit({ 'bias.txt': 'none' }, message);
    if (orphan) team.git('switch', '--quiet', '--orphan', 'release/v0.1');
    if (orphan) team.commit({ 'old.txt': 'old' }, 'Another history');
    team.git('push', '--quiet', '--all', 'origin');
    await recordHotfix(scene, 5, { merged: fix, into: 'release/v2.3' });
    await write(scene, {
      record: JSON.stringify({
        inputs: [{ kind: 'commit', id: fix }],
        outputs: [{ kind: 'evaluation', id: 'full-71' }],
        verdicts: [{ gate: 'regression-gate', verdict: 'pass' }],
      }),
    });
    return { scene, team, fix };
  }

  async function issueAfter(scene: Scene) {
    const { root } = scene.origin.clone();
    const inputs = { 'follow-up': 'true' };
    const run = await scene.run({ action: 'plan-gates', inputs, event: scheduleEvent(), workspace: root });
    expect(run.outputs).toMatchObject({ verdict: 'pass', owed: '[]' });
    const told = scene.api.state.comments.filter(({ number }) => number === 72);
    expect(told).toHaveLength(1);
    return { state: scene.api.state.issues[0]?.state, told: told[0]?.body ?? '' };
  }

  it('stays open while trunk lacks the fix, and closes when trunk has it', async () => {
    const { scene, team, fix } = await evaluated();
    const lacking = await issueAfter(scene);
    expect(lacking.state).toBe('open');
    expect(lacking.told).toContain(`**Trunk still lacks it**: ${fix.slice(0, 8)} is not on main`);
    team.git('switch', '--quiet', 'main');
    team.commit({ 'other.txt': 'meanwhile' }, 'Meanwhile');
    team.git('cherry-pick', fix);
    team.git('push', '--quiet', 'origin', 'main');
    const carried = await issueAfter(scene);
    expect(carried.state).toBe('closed');
    expect(carried.told).not.toContain('lacks');
    expect(scene.api.violations).toEqual([]);
  });

  it('closes where somebody said that trunk never needs it', async () => {
    const { scene } = await evaluated({ message: 'Fix the bias\n\nOnly-here: the flag is gone on trunk' });
    expect((await issueAfter(scene)).state).toBe('closed');
  });

  it('stays open where a line has no history in common with trunk, so that it cannot be determined', async () => {
    const { scene } = await evaluated({ orphan: true });
    const { state, told } = await issueAfter(scene);
    expect(state).toBe('open');
    expect(told).toContain('cannot be determined (the release lines could not all be compared with trunk)');
  });
});

describe('a record is not an authority: the night evaluates only what was merged', () => {
  const notMerged = 'trunk/hotfix-not-merged';

  it.each<[string, (scene: Scene) => { merged?: string; into?: string }, string[]]>([
    ['the head of an open pull request', ({ head }) => ({ merged: head }), [notMerged]],
    [
      'the same, as if merged into a release',
      ({ head }) => ({ merged: head, into: 'release/v9' }),
      [notMerged],
    ],
    ['a commit that is not there', () => ({ merged: 'b'.repeat(40), external: true }), [notMerged]],
    [
      'a commit of trunk by way of a branch of anybody',
      ({ head }) => ({ merged: head, into: 'feature/routing' }),
      [notMerged],
    ],
    ['a range in place of a branch', ({ head }) => ({ merged: head, into: 'release/a...b' }), [notMerged]],
  ])('%s', async (_, told, rules) => {
    const scene = await gatedScene({ policy: hotfixPolicy });
    await recordHotfix(scene, 5, told(scene));
    const run = await night(scene);
    expect(run.outputs).toMatchObject({ verdict: 'pass', owed: '[]' });
    expect(rulesOf(run)).toEqual(rules);
  });

  it('a hotfix of a release is evaluated while its branch, or trunk, holds it', async () => {
    const scene = await gatedScene({ policy: hotfixPolicy });
    scene.origin.git('update-ref', 'refs/heads/release/v2', scene.head);
    await recordHotfix(scene, 5, { merged: scene.head, into: 'release/v2' });
    await recordHotfix(scene, 4, { into: 'release/v1' });
    const run = await night(scene);
    expect(JSON.parse(run.outputs['owed'] ?? '')).toEqual([scene.head, scene.base]);
  });

  it('where GitHub does not tell, nothing is evaluated, and what is overdue still fails', async () => {
    const scene = await gatedScene({ policy: hotfixPolicy });
    await recordHotfix(scene, 5);
    scene.api.state.tokenPermissions = { issues: 'write' };
    const run = await night(scene);
    expect(run.outputs).toMatchObject({ verdict: 'fail', owed: '[]' });
    expect(rulesOf(run)).toEqual(['trunk/hotfix-follow-up-failed', 'trunk/evaluation-overdue']);
    expect(run.stdout).toContain('contents: read');
  });
});

describe('how long an evaluation takes', () => {
  const inputs = { shards: 'auto', 'evaluation-minutes': 'auto' };

  it('is learnt from the ledger: enough runners for ten minutes', async () => {
    const scene = await gatedScene();
    for (const [index, minutes] of ['33', '35', '500'].entries())
      await write(scene, {
        from: `commit ${scene.base}`,
        to: `evaluation full-${index}`,
        parameters: `evaluation_minutes=${minutes}`,
      });
    const run = await scene.run({ action: 'plan-gates', inputs });
    expect((JSON.parse(run.outputs['shards'] ?? '') as { include: unknown[] }).include).toHaveLength(4);
    expect(run.summary).toContain('about 8.8 minutes on 4 runners, within the goal of 10');
  });

  it('is not expected where nobody knows it', async () => {
    const scene = await gatedScene();
    const run = await scene.run({ action: 'plan-gates', inputs });
    expect((JSON.parse(run.outputs['shards'] ?? '') as { include: unknown[] }).include).toHaveLength(1);
    expect(reportOf<PlanFacts>(run).facts.expected).toBeNull();
  });
});
