import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { scheduleEvent } from '../support/events.ts';
import { startGitHubApi, type GitHubApi, type PullState, type State } from '../support/github-api/index.ts';
import { createRepository, type TestRepository } from '../support/repository.ts';
import { runAction, type ActionRun } from '../support/runner.ts';
import { annotations } from '../support/scene.ts';

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

interface Scene {
  readonly api: GitHubApi;
  readonly origin: TestRepository;
  readonly tips: Readonly<Record<string, string>>;
  run(inputs?: Readonly<Record<string, string>>): Promise<ActionRun>;
  branches(): string[];
}

type Closed = Partial<PullState> & { readonly daysAgo: number };

interface SceneOptions {
  /** Branch → its closed pull request. */
  readonly closed: Readonly<Record<string, Closed>>;
  readonly others?: readonly string[];
  readonly policy?: string;
  readonly state?: Partial<State>;
}

/** A forge with trunk and a branch for each closed pull request, and a checkout of depth 1. */
async function scene({ closed, others = [], policy = '', state = {} }: SceneOptions): Promise<Scene> {
  const work = createRepository();
  const main = work.commit({ '.github/model-gates.yml': policy, 'a.txt': '1\n' });
  const tips: Record<string, string> = {};
  for (const name of [...Object.keys(closed), ...others]) {
    work.git('switch', '--quiet', '--create', name, main);
    tips[name] = work.commit({ 'a.txt': `${name}\n` }, name);
  }
  work.git('switch', '--quiet', 'main');
  const origin = work.publish();
  const pulls = Object.entries(closed).map(([name, { daysAgo, ...more }], index): PullState => {
    const head = { ref: name, sha: tips[name] ?? '' };
    const shape = { number: 10 + index, title: name, author: 'ada', state: 'closed' as const };
    return {
      ...shape,
      base: { ref: 'main', sha: main },
      head,
      closedAt: ago(daysAgo),
      updatedAt: ago(daysAgo),
      ...more,
    };
  });
  const api = await startGitHubApi({
    gitDir: origin.root,
    state: { ...state, pulls: [...pulls, ...(state.pulls ?? [])] },
  });
  onTestFinished(() => api.close());
  const checkout = origin.clone('--depth=1');
  const run = (inputs: Readonly<Record<string, string>> = { 'dry-run': 'false' }) =>
    runAction({
      action: 'sweep-branches',
      workspace: checkout.root,
      token: api.token,
      apiUrl: api.url,
      event: scheduleEvent(),
      inputs,
    });
  const branches = () => origin.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
  return { api, origin, tips, run, branches };
}

const names = (list: string | undefined): string[] =>
  (JSON.parse(list ?? '[]') as { branch: string }[]).map(({ branch }) => branch);

const writes = ({ requests }: GitHubApi) => requests.filter(({ method }) => method !== 'GET');

/** As if the reminders had been written so many days before. */
function age({ state }: GitHubApi, days: number): void {
  for (const comment of state.comments)
    Object.assign(comment, { createdAt: ago(days), updatedAt: ago(days) });
}

describe('sweep-branches', () => {
  it('is a dry run by default: tells and writes nothing', async () => {
    const on = await scene({ closed: { 'feature/old': { daysAgo: 30 }, 'feature/new': { daysAgo: 1 } } });
    const result = await on.run({});
    expect(result.outputs).toMatchObject({ verdict: 'pass', deleted: '[]', restored: '' });
    expect(names(result.outputs['reminded'])).toEqual(['feature/old']);
    expect(result.summary).toContain('Dry run');
    expect(writes(on.api)).toEqual([]);
    expect(on.branches()).toEqual(['feature/new', 'feature/old', 'main']);
  });

  it('announces first, even what is long overdue, and deletes after the notice', async () => {
    const on = await scene({ closed: { 'feature/old': { daysAgo: 300, mergedAt: ago(300) } } });
    const first = await on.run();
    expect(names(first.outputs['reminded'])).toEqual(['feature/old']);
    expect(on.api.state.comments).toHaveLength(1);
    const body = on.api.state.comments[0]?.body ?? '';
    expect(body).toContain('@ada');
    expect(body).toContain(on.tips['feature/old'] ?? '?');
    expect(body).toContain('/keep');
    const again = await on.run();
    expect([again.outputs['reminded'], again.outputs['deleted']]).toEqual(['[]', '[]']);
    expect(on.api.state.comments).toHaveLength(1);
    age(on.api, 2.1);
    const last = await on.run();
    expect(names(last.outputs['deleted'])).toEqual(['feature/old']);
    expect(on.branches()).toEqual(['main']);
    expect(on.api.state.comments).toHaveLength(1);
    expect(on.api.state.comments[0]?.body).toContain('was deleted');
    expect(last.summary).toContain(on.tips['feature/old'] ?? '?');
    expect(on.api.violations).toEqual([]);
  });

  it('keeps to the days of the policy', async () => {
    const on = await scene({
      closed: { 'feature/a': { daysAgo: 5.5 }, 'feature/b': { daysAgo: 2 } },
      policy: 'sweep: { after-days: 6, remind-days: 1 }\n',
    });
    expect(names((await on.run()).outputs['reminded'])).toEqual(['feature/a']);
    age(on.api, 1.2);
    // The reminder is old enough, the term of six days is not over.
    expect((await on.run()).outputs['deleted']).toBe('[]');
  });

  const due = { daysAgo: 30 };

  /** Reminded of what it is to delete, then changed; it must stay. */
  it.each<[string, (on: Scene) => void]>([
    ['is protected', ({ api }) => void api.state.protectedBranches.push('feature/x')],
    [
      'has commits after the close',
      ({ origin, tips }) => {
        const clone = origin.clone('--branch=feature/x');
        clone.commit({ 'later.txt': '1' });
        clone.git('push', '--quiet', 'origin', 'feature/x');
        expect(origin.git('rev-parse', 'feature/x')).not.toBe(tips['feature/x']);
      },
    ],
    [
      'is the head of an open pull request',
      ({ api, tips }) => void api.state.pulls.push(openPull('feature/x', 'main', tips['feature/x'])),
    ],
    [
      'is the base of an open pull request',
      ({ api }) => void api.state.pulls.push(openPull('feature/stacked', 'feature/x', '4'.repeat(40))),
    ],
    [
      'has the label keep-branch',
      ({ api }) => void Object.assign(api.state.pulls[0] ?? {}, { labels: ['keep-branch'] }),
    ],
    [
      'its author keeps by /keep',
      ({ api }) => void api.state.comments.push(comment('ada', 'Please\n/keep\n')),
    ],
    [
      'someone with write permission keeps by /keep',
      ({ api }) => {
        api.state.collaborators['bob'] = 'write';
        api.state.comments.push(comment('bob', '/keep'));
      },
    ],
    [
      'was restored after the close',
      ({ api, tips }) =>
        void api.state.activity.push({
          ref: 'refs/heads/feature/x',
          type: 'branch_creation',
          actor: 'ada',
          at: ago(0.5),
          before: '0'.repeat(40),
          after: tips['feature/x'] ?? '',
        }),
    ],
  ])('leaves a branch that %s', async (_, change) => {
    const on = await scene({ closed: { 'feature/x': due } });
    await on.run();
    age(on.api, 3);
    change(on);
    const result = await on.run();
    expect(result.outputs['deleted']).toBe('[]');
    expect(on.branches()).toContain('feature/x');
    expect(on.api.violations).toEqual([]);
  });

  it.each([
    ['release/v2', ''],
    ['model-lineage', ''],
    ['keep/this', 'sweep: { protect: ["keep/*"] }\n'],
    ['next', 'trunk: next\n'],
  ])('never touches %s', async (name, policy) => {
    const on = await scene({ closed: { [name]: due }, policy });
    expect((await on.run()).outputs['reminded']).toBe('[]');
    expect(on.api.state.comments).toEqual([]);
  });

  it('never touches a branch that others merge into, though its own pull request is closed', async () => {
    const on = await scene({
      closed: { develop: due, 'feature/a': due, 'feature/b': due },
    });
    for (const pull of on.api.state.pulls.slice(1)) pull.base = { ...pull.base, ref: 'develop' };
    expect(names((await on.run({})).outputs['reminded']).toSorted()).toEqual(['feature/a', 'feature/b']);
  });

  it('does not take a stranger’s /keep, nor a stranger’s comment for a reminder', async () => {
    const on = await scene({ closed: { 'feature/x': due } });
    const marker = `<!-- model-gates:sweep-branches-${on.tips['feature/x'] ?? ''} -->`;
    on.api.state.comments.push(comment('eve', `${marker}\nold`), comment('eve', '/keep', 8));
    age(on.api, 20);
    const result = await on.run();
    expect(names(result.outputs['reminded'])).toEqual(['feature/x']);
    expect(result.outputs['deleted']).toBe('[]');
    expect(on.branches()).toContain('feature/x');
  });

  it('lets no crowd of strangers hide the /keep of who may', async () => {
    const on = await scene({ closed: { 'feature/x': due }, state: { collaborators: { bob: 'write' } } });
    const strangers = Array.from({ length: 6 }, (_, index) => comment(`eve${index}`, '/keep', 20 + index));
    on.api.state.comments.push(...strangers, comment('bob', '/keep', 30));
    const result = await on.run();
    expect(result.outputs).toMatchObject({ reminded: '[]', deleted: '[]' });
  });

  it('remembers a /keep by the label, so that no later run needs to read the comments', async () => {
    const on = await scene({ closed: { 'feature/x': due } });
    on.api.state.comments.push(comment('ada', '/keep'));
    await on.run();
    expect(on.api.state.pulls[0]?.labels).toEqual(['keep-branch']);
    const before = on.api.requests.length;
    await on.run();
    expect(on.api.requests.slice(before).filter(({ path }) => path.includes('/comments'))).toEqual([]);
  });

  it('floods nobody: so many reminders a run, the longest overdue first', async () => {
    const closed = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`feature/n${index}`, { daysAgo: 40 + index }]),
    );
    const on = await scene({ closed, policy: 'sweep: { at-most: 3 }\n' });
    expect(names((await on.run()).outputs['reminded'])).toEqual(['feature/n6', 'feature/n5', 'feature/n4']);
    expect(on.api.state.comments).toHaveLength(3);
    age(on.api, 3);
    const second = await on.run();
    expect(names(second.outputs['deleted'])).toHaveLength(3);
    expect(names(second.outputs['reminded'])).toHaveLength(3);
    expect(on.branches()).toHaveLength(5);
  });

  it('finds the pull request of a branch that is not among those closed last', async () => {
    const others = Array.from({ length: 301 }, (_, index): PullState => {
      const sha = '5'.repeat(40);
      const shape = { number: 1000 + index, title: 'x', author: 'bob', state: 'closed' as const };
      const head = { ref: `gone-${index}`, sha };
      return { ...shape, base: { ref: 'main', sha }, head, closedAt: ago(3), updatedAt: ago(3) };
    });
    const on = await scene({ closed: { 'feature/x': { daysAgo: 400 } }, state: { pulls: others } });
    const result = await on.run({});
    expect(names(result.outputs['reminded'])).toEqual(['feature/x']);
  });

  it('ignores a fork’s pull request from a branch of the same name', async () => {
    const on = await scene({
      closed: { 'feature/x': { daysAgo: 30 } },
    });
    for (const pull of on.api.state.pulls) pull.head = { ...pull.head, repository: 'eve/qwen3-vl' };
    expect((await on.run()).outputs['reminded']).toBe('[]');
  });

  it('leaves comments that no branch name or author can break out of', async () => {
    const name = 'feature/`<img>@all`$(id)';
    const on = await scene({ closed: { [name]: { daysAgo: 30, author: 'dependabot[bot]' } } });
    await on.run();
    const body = on.api.state.comments[0]?.body ?? '';
    expect(body).toContain('``feature/`<img>@all`$(id)``');
    expect(body.replaceAll(/``.+?``/g, '')).not.toMatch(/<img|@all/);
    expect(body).not.toMatch(/@dependabot/);
  });

  it('says which permission is missing, and stops asking after some refusals', async () => {
    const closed = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`feature/n${index}`, due]));
    const read = { contents: 'read', metadata: 'read', 'pull-requests': 'read' } as const;
    const on = await scene({ closed, state: { tokenPermissions: read } });
    const result = await on.run();
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('pull-requests: write');
    expect(annotations(result).filter((line) => line.includes('branch/sweep-refused'))).toHaveLength(3);
  });

  it.skipIf(process.platform === 'win32')(
    'branches that a rule guards do not keep the others waiting',
    async () => {
      const closed = Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [`feature/n${index}`, { daysAgo: 40 + index }]),
      );
      const on = await scene({ closed });
      await on.run();
      age(on.api, 3);
      const hook =
        '#!/bin/sh\ncase "$1" in refs/heads/feature/n[1-4]) echo "GH013: rule violations" >&2; exit 1;; esac\n';
      on.origin.write({ 'hooks/update': hook });
      chmodSync(path.join(on.origin.root, 'hooks/update'), 0o755);
      const result = await on.run();
      expect(names(result.outputs['deleted'])).toEqual(['feature/n0']);
      expect(result.outputs['verdict']).toBe('fail');
      expect(annotations(result).filter((line) => line === 'error -:- branch/sweep-refused')).toHaveLength(4);
      expect(on.branches()).toHaveLength(5);
    },
  );

  it('deletes nothing by a policy that is broken, and nothing without a token', async () => {
    const on = await scene({ closed: { 'feature/x': due }, policy: 'sweep: { after: 1 }\n' });
    expect((await on.run()).outputs['verdict']).toBe('fail');
    const silent = await on.run({ 'dry-run': 'false', 'github-token': '' });
    expect(silent.outputs).toMatchObject({ verdict: 'fail', deleted: '', reminded: '' });
  });

  it('needs few requests', async () => {
    const closed = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`feature/n${index}`, { daysAgo: 1 }]),
    );
    const on = await scene({ closed });
    await on.run();
    expect(on.api.requests.length).toBe(4);
  });
});

describe('restore', () => {
  it('brings a deleted branch back at its tip, and the next sweep leaves it', async () => {
    const on = await scene({ closed: { 'feature/x': { daysAgo: 30 } } });
    await on.run();
    age(on.api, 3);
    await on.run();
    expect(on.branches()).toEqual(['main']);
    const result = await on.run({ restore: 'feature/x' });
    expect(result.outputs['verdict']).toBe('pass');
    expect(JSON.parse(result.outputs['restored'] ?? '')).toEqual({
      branch: 'feature/x',
      sha: on.tips['feature/x'],
      created: true,
    });
    expect(on.origin.git('rev-parse', 'feature/x')).toBe(on.tips['feature/x']);
    const report = readFileSync(result.outputs['report'] ?? '', 'utf8');
    expect(report).toContain('the head of #10');
  });

  it('never moves a branch that is there', async () => {
    const on = await scene({ closed: { 'feature/x': { daysAgo: 30 } } });
    const clone = on.origin.clone('--branch=feature/x');
    const later = clone.commit({ 'later.txt': '1' });
    clone.git('push', '--quiet', 'origin', 'feature/x');
    const result = await on.run({ restore: 'feature/x' });
    expect(result.outputs['verdict']).toBe('fail');
    expect(on.origin.git('rev-parse', 'feature/x')).toBe(later);
  });

  it.each(['no-such-branch', '../main', '--all'])('says that nothing is known of %s', async (name) => {
    const on = await scene({ closed: {} });
    const result = await on.run({ restore: name });
    expect(result.outputs['verdict']).toBe('fail');
    expect(on.branches()).toEqual(['main']);
  });
});

function openPull(head: string, base: string, sha = ''): PullState {
  const shape = { number: 77, title: 'Open', author: 'ada', state: 'open' as const };
  return { ...shape, base: { ref: base, sha: '4'.repeat(40) }, head: { ref: head, sha } };
}

function comment(login: string, body: string, id = 7) {
  const user = { login, type: 'User' as const };
  return { id, number: 10, user, body, createdAt: ago(4), updatedAt: ago(4) };
}
