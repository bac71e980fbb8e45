import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotations, pullRequestScene, type Scene, type SceneOptions } from '../support/scene.ts';
import { mergeGroupEvent, pushEvent, scheduleEvent, workflowDispatchEvent } from '../support/events.ts';
import type { RunnerEvent } from '../support/runner.ts';
import type { PullState, State } from '../support/github-api/index.ts';

const policyFile = '.github/model-gates.yml';
const base = {
  [policyFile]: 'branches: { names: ["feature/*"], over-limit: fail }\n',
  'train.py': 'a\nb\nc\nd\n',
  'model.yaml': 'x: 1\n',
};

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

function created(hours: number, ref = 'feature/routing'): Partial<State> {
  const at = hoursAgo(hours);
  const [before, after] = ['0'.repeat(40), '1'.repeat(40)];
  return {
    activity: [
      { ref: `refs/heads/${ref}`, type: 'branch_creation', actor: 'ada', at, before, after },
      { ref: `refs/heads/${ref}`, type: 'push', actor: 'ada', at: hoursAgo(1), before, after },
    ],
  };
}

function scene(options: Partial<SceneOptions> & { age?: number } = {}): Promise<Scene> {
  const { age = 5, ...rest } = options;
  return pullRequestScene({
    base,
    head: { 'train.py': 'a\nb\nc\nD\n' },
    api: { state: created(age) },
    ...rest,
  });
}

const run = (on: Scene, options: Parameters<Scene['run']>[0] = {}) =>
  on.run({ action: 'check-branch', ...options });

const facts = (file: string | undefined): Record<string, unknown> =>
  (JSON.parse(readFileSync(file ?? '', 'utf8')) as { facts: Record<string, unknown> }).facts;

/** Another open pull request, with its branch at the forge. */
function open(on: Scene, number: number, files: Record<string, string>): PullState {
  const colleague = on.origin.clone();
  colleague.git('switch', '--quiet', '--create', `feature/other-${number}`, on.base);
  const sha = colleague.commit(files, `Other ${number}`);
  colleague.git('push', '--quiet', 'origin', 'HEAD');
  const pull: PullState = {
    number,
    title: `Other work <b>${number}</b>`,
    author: 'bob',
    state: 'open',
    base: { ref: 'main', sha: on.base },
    head: { ref: `feature/other-${number}`, sha },
  };
  on.api.state.pulls.push(pull);
  return pull;
}

describe('check-branch', () => {
  it.each([
    [5, 'pass', 0, []],
    [30, 'pass', 0, ['warning -:- branch/old']],
    [80, 'fail', 1, ['error -:- branch/over-limit']],
  ])('at %i hours: %s', async (age, verdict, exitCode, found) => {
    const on = await scene({ age });
    const result = await run(on);
    expect(result.outputs).toMatchObject({ verdict, behind: '0', conflicts: '[]' });
    expect(Number(result.outputs['age-hours'])).toBeCloseTo(age, 0);
    expect(result.exitCode).toBe(exitCode);
    expect(annotations(result)).toEqual(found);
    expect(facts(result.outputs['report'])).toMatchObject({ ageSource: 'branch-creation', pullRequest: 89 });
    expect(on.api.violations).toEqual([]);
    const asked = found.length === 0 ? 3 : 5;
    expect(on.api.requests.map(({ method }) => method)).toEqual(Array.from({ length: asked }, () => 'GET'));
  });

  it('warns only, where the policy of trunk says so', async () => {
    const on = await scene({ age: 80, base: { ...base, [policyFile]: 'branches: { over-limit: warn }\n' } });
    const result = await run(on);
    expect(result.exitCode).toBe(0);
    expect(annotations(result)).toEqual(['warning -:- branch/over-limit']);
  });

  it('takes the policy of trunk and not that of the branch', async () => {
    const on = await scene({ age: 80, head: { [policyFile]: 'branches: { limit-hours: 1000 }\n' } });
    expect((await run(on)).outputs['verdict']).toBe('fail');
  });

  it('judges nothing by a policy that is broken', async () => {
    const on = await scene({ base: { ...base, [policyFile]: 'branches: { limit: 3 }\n' } });
    const result = await run(on);
    expect(result.outputs['verdict']).toBe('fail');
    expect(annotations(result)).toContain(`error ${policyFile}:1 policy/unknown-key`);
  });

  it.each<[string, string, Partial<State>, string]>([
    ['the branch of a line', 'release/v2.3', {}, 'keeps a line of releases'],
    ['the branch of a bot', 'dependabot/pip/torch-2.10.0', {}, 'a bot keeps it'],
    ['a protected branch', 'next', { protectedBranches: ['next'] }, 'it is protected'],
  ])('judges no name and no age of %s', async (_, headRef, state, words) => {
    const one = await scene({ branch: headRef, api: { state: { ...created(900, headRef), ...state } } });
    const result = await run(one);
    expect(result.outputs['verdict']).toBe('skipped');
    expect(result.stdout).toContain(words);
  });

  it('judges no branch into which others were merged', async () => {
    const one = await scene({ age: 900 });
    const pull = open(one, 91, { 'other.py': 'x\n' });
    Object.assign(pull, { base: { ref: 'feature/routing', sha: one.head }, state: 'closed' });
    const result = await run(one);
    expect(result.outputs['verdict']).toBe('skipped');
    expect(result.stdout).toContain('it is the base of #91');
  });

  it('checks the name against the patterns', async () => {
    const on = await scene({ branch: 'my-test' });
    const result = await run(on);
    expect(annotations(result)).toContain('error -:- branch/name');
    const hotfix = await scene({ branch: 'hotfix/nan' });
    expect(annotations(await run(hotfix))).not.toContain('error -:- branch/name');
  });

  it('counts what trunk has meanwhile, and predicts the conflict with it from a checkout of depth 1', async () => {
    const on = await scene({
      trunk: { 'train.py': 'a\nb\nc\nd\ne\n', 'model.yaml': 'x: 2\n' },
      head: { 'train.py': 'a\nb\nc\nD\n' },
      mergeable: false,
    });
    const result = await run(on);
    expect(result.outputs['behind']).toBe('1');
    expect(JSON.parse(result.outputs['conflicts'] ?? '')).toEqual([
      { with: 'main', files: [{ path: 'train.py', kind: 'content' }] },
    ]);
    expect(annotations(result)).toContain('warning train.py:- branch/conflicts-with-trunk');
    expect(result.exitCode).toBe(0);
  });

  it('predicts conflicts with the open pull requests that touch the same files', async () => {
    const on = await scene();
    open(on, 91, { 'train.py': 'a\nb\nc\nE\n' });
    open(on, 92, { 'train.py': 'A\nb\nc\nd\n' });
    open(on, 93, { 'model.yaml': 'x: 3\n' });
    const result = await run(on);
    expect(JSON.parse(result.outputs['conflicts'] ?? '')).toEqual([
      {
        with: '#91',
        number: 91,
        title: 'Other work <b>91</b>',
        files: [{ path: 'train.py', kind: 'content' }],
      },
    ]);
    expect(facts(result.outputs['report'])).toMatchObject({
      overlaps: expect.toSatisfy((all: unknown[]) => all.length === 2),
      compared: 2,
    });
    expect(result.summary).not.toContain('<b>91');
    expect(on.api.requests).toHaveLength(3);
    const alone = await run(on, { inputs: { 'compare-at-most': '0' } });
    expect(alone.outputs['conflicts']).toBe('[]');
  });

  it('says what it could not try, where a commit of another pull request is gone', async () => {
    const on = await scene();
    const other = open(on, 91, { 'train.py': 'a\nb\nc\nE\n' });
    other.head = { ...other.head, sha: '2'.repeat(40) };
    open(on, 92, { 'train.py': 'a\nb\nc\nE\n' });
    const result = await run(on);
    expect(annotations(result)).toEqual(
      expect.arrayContaining([
        'warning train.py:- branch/conflicts-with-open-work',
        'warning -:- branch/conflicts-unknown',
      ]),
    );
  });

  it('without a token: age from the first commit, and says so', async () => {
    const on = await scene();
    const result = await run(on, { token: '' });
    expect(facts(result.outputs['report'])).toMatchObject({ ageSource: 'first-commit' });
    expect(result.summary).toContain('first own commit of');
    expect(on.api.requests).toEqual([]);
    // The test commits are from 2025.
    expect(result.outputs['verdict']).toBe('fail');
  });

  it('does not take the record of a branch of ours for that of a fork’s of the same name', async () => {
    const on = await scene({ age: 5 });
    const result = await run(on, { pull: { fork: 'eve/qwen3-vl' } });
    expect(facts(result.outputs['report'])).toMatchObject({ ageSource: 'first-commit' });
  });

  it('falls back to the first commit where the token may not read the record', async () => {
    const on = await scene();
    on.api.failNext({ method: 'GET', path: /activity/, status: 403 });
    const result = await run(on);
    expect(annotations(result)).toContain('notice -:- branch/age-from-commits');
  });
});

describe('a token that may do less', () => {
  it.each([
    [
      'no pull requests',
      { contents: 'read', metadata: 'read' } as const,
      ['warning -:- branch/conflicts-unknown'],
    ],
    [
      'nothing at all',
      { metadata: 'read' } as const,
      [
        'error -:- branch/over-limit',
        'warning -:- branch/conflicts-unknown',
        'notice -:- branch/age-from-commits',
      ],
    ],
  ])('%s: reported, and the rest is judged', async (_, tokenPermissions, found) => {
    const on = await scene({ api: { state: { ...created(5), tokenPermissions } } });
    const result = await run(on);
    expect(annotations(result)).toEqual(expect.arrayContaining(found));
    expect(annotations(result)).toHaveLength(found.length);
    expect(result.stdout).toMatch(/pull-requests: read/);
  });
});

describe('sync: true', () => {
  const behind = { trunk: { 'model.yaml': 'x: 2\n' } };
  const sync = { inputs: { sync: 'true' } };
  const updates = (on: Scene) => on.api.requests.filter(({ method }) => method === 'PUT');

  it('merges trunk in over the API, only for the head that was judged', async () => {
    const on = await scene(behind);
    const result = await run(on, sync);
    expect(result.outputs['synced']).toBe('true');
    expect(updates(on)).toMatchObject([{ body: { expected_head_sha: on.head }, status: 202 }]);
    expect(result.stdout).toContain('Approvals of a hotfix and exemptions were for the head before');
    expect(on.api.violations).toEqual([]);
  });

  it('does nothing when somebody has pushed meanwhile', async () => {
    const on = await scene(behind);
    for (const pull of on.api.state.pulls) pull.head = { ...pull.head, sha: '3'.repeat(40) };
    const result = await run(on, sync);
    expect(result.outputs['synced']).toBe('false');
    expect(annotations(result)).toContain('warning -:- branch/not-synced');
    expect(result.exitCode).toBe(0);
  });

  it('is rebased where the policy says so, and only from the head that was judged', async () => {
    const on = await scene({ ...behind, base: { ...base, [policyFile]: 'branches: { sync: rebase }\n' } });
    const result = await run(on, sync);
    expect(result.outputs['synced']).toBe('true');
    expect(result.stdout).toContain('GitHub is rebasing this branch onto main');
    expect(result.stdout).toContain('Approvals of a hotfix and exemptions were for the head before');
    const mutation = on.api.requests.find(({ path }) => path.endsWith('/graphql'));
    expect(mutation?.body).toMatchObject({ variables: { head: on.head } });
    expect(updates(on)).toEqual([]);
    expect(on.api.violations).toEqual([]);
  });

  it.each<[string, Partial<SceneOptions>, Parameters<Scene['run']>[0]]>([
    ['is up to date', {}, sync],
    ['would conflict', { trunk: { 'train.py': 'a\nb\nc\nT\n' }, mergeable: false }, sync],
    ['lies in a fork', behind, { ...sync, pull: { fork: 'eve/qwen3-vl' } }],
  ])('leaves a branch alone that %s', async (_, options, how) => {
    const on = await scene(options);
    const result = await run(on, how);
    expect(result.outputs['synced']).toBe('false');
    expect(updates(on)).toEqual([]);
  });

  it.each([
    ['write', 'true'],
    ['admin', 'true'],
    ['triage', 'false'],
    ['read', 'false'],
    [undefined, 'false'],
  ] as const)('asked for by a comment of someone with permission %s: %s', async (role, synced) => {
    const on = await scene({
      ...behind,
      api: { state: { ...created(5), collaborators: role === undefined ? {} : { eve: role } } },
    });
    const checkout = on.origin.clone('--depth=1');
    const result = await run(on, {
      workspace: checkout.root,
      event: { ...workflowDispatchEvent(), name: 'issue_comment' },
      inputs: { sync: 'true', 'pull-request': '89', 'requested-by': 'eve', comment: 'true' },
    });
    expect(result.outputs['synced']).toBe(synced);
    expect(on.api.state.comments).toHaveLength(1);
  });
});

describe('events without a branch of their own', () => {
  const zeros = '0'.repeat(40);
  it.each<[string, (on: Scene) => RunnerEvent]>([
    ['the merge queue', (on) => mergeGroupEvent({ base: { sha: on.base }, head: { sha: on.head } })],
    ['a push to trunk', (on) => pushEvent({ before: on.base, after: on.head })],
    ['a tag', (on) => pushEvent({ ref: 'refs/tags/v1.0.0', after: on.head })],
    [
      'a branch that is deleted',
      (on) => pushEvent({ ref: 'refs/heads/feature/x', before: on.head, after: zeros }),
    ],
  ])('%s: skipped, and said', async (_, event) => {
    const on = await scene({ age: 80 });
    const result = await run(on, { event: event(on) });
    expect(result.outputs).toMatchObject({ verdict: 'skipped', conflicts: '' });
    expect(result.exitCode).toBe(0);
  });

  it('a push to a branch judges that branch against the default branch', async () => {
    const on = await scene({ age: 80 });
    const result = await run(on, { event: pushEvent({ ref: 'refs/heads/feature/routing', after: on.head }) });
    expect(facts(result.outputs['report'])).toMatchObject({ branch: 'feature/routing', trunk: 'main' });
    expect(result.outputs['verdict']).toBe('fail');
  });
});

describe('on a schedule', () => {
  it('judges every open pull request, each by itself', async () => {
    const on = await scene({ age: 80 });
    const gone = open(on, 91, { 'train.py': 'a\nb\nc\nE\n' });
    open(on, 92, { 'model.yaml': 'x: 3\n' });
    gone.head = { ...gone.head, sha: '2'.repeat(40) };
    on.api.state.activity.push({
      ref: 'refs/heads/feature/other-92',
      type: 'branch_creation',
      actor: 'bob',
      at: hoursAgo(2),
      before: '0'.repeat(40),
      after: '1'.repeat(40),
    });
    const checkout = on.origin.clone('--depth=1');
    const result = await run(on, {
      workspace: checkout.root,
      event: scheduleEvent(),
    });
    expect(result.outputs).toMatchObject({ verdict: 'fail' });
    const report = JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8')) as {
      title: string;
      reports: { verdict: string }[];
    };
    expect(report.title).toBe('2 of 3 open pull requests must be fixed');
    // The list twice, trunk once, the record of each branch, and of two at fault what GitHub knows of them.
    expect(on.api.requests.length).toBeLessThanOrEqual(10);
    expect(report.reports.map(({ verdict }) => verdict).toSorted()).toEqual(['fail', 'fail', 'pass']);
  });
});

describe('what trunk lacks of release lines', () => {
  /** A release line with one fix, and a whole clone of it all. */
  async function lines() {
    const on = await scene();
    const team = on.origin.clone();
    team.git('switch', '--quiet', '--create', 'release/v2.3', on.base);
    const fix = team.commit({ 'model.yaml': 'x: 2\n' }, 'Fix x');
    team.git('push', '--quiet', 'origin', 'release/v2.3');
    const checkout = on.origin.clone();
    const ask = (forwardPort: string) =>
      on.run({
        action: 'check-branch',
        inputs: { 'forward-port': forwardPort },
        workspace: checkout.root,
        event: scheduleEvent(),
      });
    return { on, fix, ask };
  }

  it('is listed, and opened as a pull request when asked', async () => {
    const { on, fix, ask } = await lines();
    const listed = await ask('list');
    expect(listed.outputs).toMatchObject({ verdict: 'fail', behind: '' });
    expect(listed.outputs['missing']).toContain(fix);
    expect(on.api.state.pulls).toHaveLength(1);
    const opened = await ask('open');
    expect(opened.outputs).toMatchObject({ verdict: 'pass', missing: '[]' });
    expect(on.api.state.pulls.at(-1)).toMatchObject({
      head: { ref: `forward-port/${fix.slice(0, 12)}` },
      base: { ref: 'main' },
      title: 'Fix x (forward-port)',
    });
    expect((await ask('list')).outputs).toMatchObject({ verdict: 'pass', missing: '[]' });
    expect(on.api.violations).toEqual([]);
  });
});
