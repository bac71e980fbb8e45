import { describe, expect, it } from 'vitest';
import { isMerged } from '../../../src/runner/ledger/merged.ts';
import type { GitHubApi, PullState } from '../../support/github-api/index.ts';
import { commit, failureOf, loopback } from './setup.ts';

const at = '2026-01-05T10:00:00Z';

function pull(over: Partial<PullState> = {}): PullState {
  const sides = { base: { ref: 'main', sha: 'b'.repeat(40) }, head: { ref: 'feature', sha: 'c'.repeat(40) } };
  return {
    number: 89,
    title: 'Raise the rate',
    author: 'ada',
    state: 'open',
    createdAt: at,
    ...sides,
    ...over,
  };
}

/** main: one, two; feature: one, three, four. */
async function history(api: GitHubApi): Promise<Record<'one' | 'two' | 'three' | 'four' | 'alone', string>> {
  const one = await commit(api, 'one');
  const two = await commit(api, 'two', [one]);
  const three = await commit(api, 'three', [one], { a: 'three', b: 'b' });
  const four = await commit(api, 'four\n\nwith a body', [three], { a: 'four', b: 'b' });
  return { one, two, three, four, alone: await commit(api, 'alone') };
}

describe('commits', () => {
  it('compare as diverged, ahead, behind or identical', async () => {
    const { api, github } = await loopback();
    const { one, two, four } = await history(api);
    const compared = await Promise.all(
      [
        [two, four],
        [one, four],
        [four, one],
        [one, one],
      ].map(([a = '', b = '']) => github.commits.compare(a, b)),
    );
    expect(compared).toEqual([
      { status: 'diverged', mergeBase: one, aheadBy: 2, behindBy: 1 },
      { status: 'ahead', mergeBase: one, aheadBy: 2, behindBy: 0 },
      { status: 'behind', mergeBase: one, aheadBy: 0, behindBy: 2 },
      { status: 'identical', mergeBase: one, aheadBy: 0, behindBy: 0 },
    ]);
    expect(await github.commits.mergeBase(two, four)).toBe(one);
  });

  it('are held by a branch whose history has them, and by no other', async () => {
    const { api, github } = await loopback();
    const { one, two, three, four, alone } = await history(api);
    const unknown = 'f'.repeat(40);
    const held = await Promise.all(
      [one, two, three, four, alone, unknown].map((sha) => github.commits.holds(four, sha)),
    );
    expect(held).toEqual([true, false, true, true, false, false]);
    for (const branch of ['gone', `${one}...${four}`, `acme:${four}`])
      expect(await github.commits.holds(branch, one)).toBe(false);
  });

  it('without a common ancestor are a failure that says so', async () => {
    const { api, github } = await loopback();
    const { one, alone } = await history(api);
    expect(await failureOf(github.commits.mergeBase(one, alone))).toMatchObject({
      message: expect.stringContaining('unrelated'),
      help: expect.stringContaining('rebase'),
    });
  });

  it('are read with tree, parents and date; an unknown one is undefined', async () => {
    const { api, github } = await loopback();
    const { three, four } = await history(api);
    expect(await github.commits.get(four)).toEqual({
      sha: four,
      author: 'Ada',
      message: 'four\n\nwith a body',
      parents: [three],
      tree: expect.stringMatching(/^[0-9a-f]{40}$/),
      committedAt: expect.stringMatching(/^2026-01-05T10:00:00/),
    });
    expect(await github.commits.get('f'.repeat(40))).toBeUndefined();
  });

  it('have check runs and statuses, of which unfinished ones are pending', async () => {
    const sha = 'c'.repeat(40);
    const run = { sha, output: { title: '', summary: '' }, annotations: [], app: 'github-actions' };
    const checkRuns = [
      { ...run, id: 1, name: 'unit tests', status: 'completed' as const, conclusion: 'success' },
      { ...run, id: 2, name: 'security scan', status: 'in_progress' as const },
      { ...run, id: 3, name: 'elsewhere', status: 'completed' as const, sha: 'd'.repeat(40) },
    ];
    const { github } = await loopback({
      state: { checkRuns, statuses: [{ sha, context: 'ci/lint', state: 'failure' }] },
    });
    expect(
      (await github.commits.checks(sha)).map(({ name, kind, conclusion }) => [name, kind, conclusion]),
    ).toEqual([
      ['unit tests', 'check', 'success'],
      ['security scan', 'check', 'pending'],
      ['ci/lint', 'status', 'failure'],
    ]);
  });

  it('lead to their pull requests, by the merge commit too', async () => {
    const { api, github } = await loopback();
    const { one, two, three, four } = await history(api);
    api.state.pulls.push(
      pull({ number: 1, base: { ref: 'main', sha: one }, head: { ref: 'f', sha: four }, mergeCommit: two }),
    );
    for (const sha of [two, three, four])
      expect(await github.commits.pullRequests(sha)).toMatchObject([{ number: 1 }]);
    expect(await github.commits.pullRequests(one)).toEqual([]);
  });
});

describe('a pull request', () => {
  it.each<[string, Partial<PullState>, object]>([
    [
      'of a branch',
      { labels: ['x'], body: 'why' },
      {
        author: 'ada',
        body: 'why',
        draft: false,
        labels: ['x'],
        state: 'open',
        head: { repository: 'acme/qwen3-vl' },
      },
    ],
    [
      'of a fork',
      { head: { ref: 'f', sha: 'c'.repeat(40), repository: 'mallory/qwen3-vl' } },
      { head: { repository: 'mallory/qwen3-vl' } },
    ],
    ['in draft', { draft: true }, { draft: true }],
    [
      'that was merged',
      { state: 'closed', mergedAt: at, mergeCommit: 'd'.repeat(40) },
      { state: 'closed', mergedAt: at, closedAt: at, mergeCommit: 'd'.repeat(40) },
    ],
  ])('%s', async (_, state, expected) => {
    const { github } = await loopback({ state: { pulls: [pull(state)] } });
    expect(await github.pulls.get(89)).toMatchObject(expected);
  });

  it('of a deleted fork has no head repository', async () => {
    const { github } = await loopback({
      state: { pulls: [pull({ head: { ref: 'f', sha: 'c'.repeat(40), repository: '' } })] },
    });
    expect((await github.pulls.get(89)).head).toEqual({ ref: 'f', sha: 'c'.repeat(40) });
  });

  it('has its commits newest first, and its files', async () => {
    const { api, github } = await loopback();
    const { one, three, four } = await history(api);
    api.state.pulls.push(pull({ base: { ref: 'main', sha: one }, head: { ref: 'feature', sha: four } }));
    expect((await github.pulls.commits(89)).map(({ sha, author }) => [sha, author])).toEqual([
      [four, 'Ada'],
      [three, 'Ada'],
    ]);
    expect(await github.pulls.files(89)).toEqual(['a', 'b']);
  });

  it('has up to 250 commits over three pages', async () => {
    const commits = Array.from({ length: 260 }, (_, index) => ({
      sha: index.toString(16).padStart(40, '0'),
      author: 'ada',
      message: `commit ${index}`,
    }));
    const { api, github } = await loopback({ state: { pulls: [pull({ commits })] } });
    const listed = await github.pulls.commits(89);
    expect([listed.length, listed[0]?.message, api.requests.length]).toEqual([250, 'commit 249', 3]);
  });

  it('has reviews with the commit that they saw', async () => {
    const sha = 'c'.repeat(40);
    const reviews = [
      { number: 89, user: 'grace', state: 'APPROVED' as const, sha, at },
      { number: 90, user: 'x', state: 'APPROVED' as const, sha, at },
      { number: 89, user: 'linus', state: 'DISMISSED' as const, sha, at },
    ];
    const { github } = await loopback({ state: { pulls: [pull()], reviews } });
    expect(await github.pulls.reviews(89)).toEqual([
      { by: 'grace', state: 'APPROVED', sha, at },
      { by: 'linus', state: 'DISMISSED', sha, at },
    ]);
  });

  it('is brought up to date only from the head that was judged', async () => {
    const { github } = await loopback({ state: { pulls: [pull()] } });
    expect([
      await github.pulls.updateBranch(89, 'c'.repeat(40), 'merge'),
      await github.pulls.updateBranch(89, 'd'.repeat(40), 'merge'),
      await github.pulls.updateBranch(89, 'c'.repeat(40), 'rebase'),
      await github.pulls.updateBranch(89, 'd'.repeat(40), 'rebase'),
    ]).toEqual([true, false, true, false]);
  });

  it('is not rebased where GitHub does not show all of its commits', async () => {
    const commits = Array.from({ length: 251 }, (_, at) => ({
      sha: at.toString(16).padStart(40, '0'),
      author: 'ada',
      message: 'x',
    }));
    const { github } = await loopback({ state: { pulls: [pull({ commits })] } });
    await expect(github.pulls.updateBranch(89, 'c'.repeat(40), 'rebase')).rejects.toThrow(
      'it has 251 commits, of which GitHub shows 250',
    );
  });

  it.each([
    [{ state: 'open', base: 'main' }, [1]],
    [{ state: 'closed' }, [4, 3]],
    [{ state: 'closed', max: 1 }, [4]],
  ] as const)('is listed by %j, the last updated first', async (filter, expected) => {
    const pulls = [
      pull({ number: 1, updatedAt: '2026-01-01T00:00:00Z' }),
      pull({ number: 2, base: { ref: 'release/v2.3', sha: 'b'.repeat(40) } }),
      pull({ number: 3, state: 'closed', updatedAt: '2026-01-03T00:00:00Z' }),
      pull({ number: 4, state: 'closed', updatedAt: '2026-01-04T00:00:00Z' }),
    ];
    const { github } = await loopback({ state: { pulls } });
    expect((await github.pulls.list(filter)).map(({ number }) => number)).toEqual(expected);
  });
});

describe('labels', () => {
  it('are added and removed, also when they are not there', async () => {
    const { api, github } = await loopback({ state: { pulls: [pull({ labels: ['a/b c'] })] } });
    await github.labels.add(89, ['new', 'a/b c']);
    await github.labels.remove(89, 'a/b c');
    await github.labels.remove(89, 'never there');
    expect(api.state.pulls[0]?.labels).toEqual(['new']);
    expect(
      (await github.labels.events(89)).map((event) => [event.kind, 'label' in event && event.label]),
    ).toEqual([
      ['labeled', 'new'],
      ['unlabeled', 'a/b c'],
    ]);
  });

  it('have events that say who and when; other events are left out', async () => {
    const timeline = [
      { number: 89, event: 'committed' as const, sha: 'c'.repeat(40), at },
      { number: 89, event: 'labeled' as const, label: 'skip-full-eval', actor: 'grace', at },
      { number: 90, event: 'labeled' as const, label: 'other', actor: 'x', at },
      { number: 89, event: 'closed' as const, actor: 'ada', at },
      { number: 89, event: 'head_ref_force_pushed' as const, actor: 'ada', at, sha: 'd'.repeat(40) },
      { number: 89, event: 'base_ref_changed' as const, actor: 'ada', at },
    ];
    const { github } = await loopback({ state: { timeline } });
    expect(await github.labels.events(89)).toEqual([
      { kind: 'labeled', label: 'skip-full-eval', by: 'grace', at },
      { kind: 'head_ref_force_pushed', by: 'ada', at, sha: 'd'.repeat(40) },
      { kind: 'base_ref_changed', by: 'ada', at },
    ]);
  });

  it('of a thousand and more are all read', async () => {
    const timeline = Array.from({ length: 1234 }, (_, index) => ({
      number: 89,
      event: 'labeled' as const,
      label: `l${index}`,
      actor: 'x',
      at,
    }));
    const { api, github } = await loopback({ state: { timeline } });
    expect(await github.labels.events(89)).toHaveLength(1234);
    expect(api.requests).toHaveLength(13);
  });

  it('beyond all measure are a failure, never a part taken for the whole', async () => {
    const timeline = Array.from({ length: 3001 }, () => ({
      number: 89,
      event: 'labeled' as const,
      label: 'l',
      actor: 'x',
      at,
    }));
    const { github } = await loopback({ state: { timeline } });
    expect(await failureOf(github.labels.events(89))).toMatchObject({
      message: 'could not read the labels: there are more than 3000',
    });
  });
});

describe('people', () => {
  it.each(['admin', 'maintain', 'write', 'triage', 'read'] as const)('have the role %s', async (role) => {
    const { github } = await loopback({ state: { collaborators: { grace: role } } });
    expect(await github.people.permission('grace')).toBe(role);
  });

  it('have none when they are strangers, or not at all there', async () => {
    const { api, github } = await loopback();
    api.failNext({ path: '/collaborators/nobody', status: 404 });
    expect([await github.people.permission('stranger'), await github.people.permission('nobody')]).toEqual([
      'none',
      'none',
    ]);
  });

  it('are found in a team by a token that sees teams', async () => {
    const { github } = await loopback({
      state: { tokenPermissions: { members: 'read' }, teams: { 'acme/release': ['grace'] } },
    });
    expect(await github.people.isTeamMember('acme', 'release', 'grace')).toBe(true);
  });
});

describe('refs', () => {
  it('are created once, read, advanced and removed', async () => {
    const { api, github } = await loopback();
    const { one, two, four } = await history(api);
    const ref = 'refs/heads/model-lineage';
    expect([await github.refs.create(ref, one), await github.refs.create(ref, two)]).toEqual([true, false]);
    expect([await github.refs.advance(ref, two), await github.refs.advance(ref, four)]).toEqual([
      true,
      false,
    ]);
    expect(await github.refs.get(ref)).toEqual({ ref, sha: two, type: 'commit' });
    await github.refs.remove(ref);
    await github.refs.remove(ref);
    expect(await github.refs.get(ref)).toBeUndefined();
  });

  it('are found by prefix', async () => {
    const { api, github } = await loopback();
    const { one } = await history(api);
    for (const ref of [
      'refs/lineage/inbox/1',
      'refs/lineage/inbox/2',
      'refs/lineage/other',
      'refs/heads/lineage',
    ])
      await github.refs.create(ref, one);
    expect((await github.refs.matching('lineage/inbox/')).map(({ ref }) => ref)).toEqual([
      'refs/lineage/inbox/1',
      'refs/lineage/inbox/2',
    ]);
  });

  it.each(['main', 'refs/tags', 'refs/heads/a..b'])(
    'named %s are a failure, not "there already"',
    async (ref) => {
      const { api, github } = await loopback();
      expect(await failureOf(github.refs.create(ref, await commit(api, 'one')))).toMatchObject({
        reason: expect.stringMatching(/invalid/),
      });
    },
  );

  it('to an object that is not there are a failure', async () => {
    const { github } = await loopback();
    expect(await failureOf(github.refs.create('refs/heads/x', 'f'.repeat(40)))).toMatchObject({
      reason: 'invalid',
    });
  });
});

describe('tags', () => {
  const taggerDate = '2026-01-05T10:00:00Z';

  it('are created once, and never moved', async () => {
    const { api, github } = await loopback();
    const { one, two } = await history(api);
    const tag = { tag: 'qwen3-vl/v2.3.1', message: 'gates: pass', taggerDate };
    expect(await github.tags.create({ ...tag, sha: one })).toEqual({ created: true });
    expect(await github.tags.create({ ...tag, sha: one })).toEqual({ created: false, sha: one });
    expect(await github.tags.create({ ...tag, sha: two })).toEqual({ created: false, sha: one });
  });

  it('are the same object from whichever runner they come', async () => {
    const objects = await Promise.all(
      [1, 2].map(async () => {
        const { api, github } = await loopback({ state: { now: () => Math.random() * 1e12 } });
        await github.tags.create({ tag: 'v1', sha: await commit(api, 'one'), message: 'm', taggerDate });
        expect(api.requests[0]?.body).toMatchObject({ tagger: { date: taggerDate } });
        return (await github.refs.get('refs/tags/v1'))?.sha;
      }),
    );
    expect(objects[0]).toMatch(/^[0-9a-f]{40}$/);
    expect(objects[1]).toBe(objects[0]);
  });

  it('are listed with the commits that they name, annotated or not', async () => {
    const { api, github } = await loopback();
    const { one, two } = await history(api);
    await github.tags.create({ tag: 'v2.3.0', sha: one, message: 'm', taggerDate });
    await github.refs.create('refs/tags/v2.3.1', two);
    await github.refs.create('refs/tags/other', two);
    expect((await github.tags.list('v2.')).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'v2.3.0', sha: one },
      { name: 'v2.3.1', sha: two },
    ]);
  });

  it('of a tag of a tag are followed to the commit', async () => {
    const { api, github } = await loopback();
    const { one } = await history(api);
    const tagger = { name: 'a', email: 'a@example.org', date: taggerDate };
    const inner =
      (await api.git.createTag({ tag: 'inner', message: 'm', object: one, type: 'commit', tagger })) ?? '';
    const outer =
      (await api.git.createTag({ tag: 'v1', message: 'm', object: inner, type: 'tag', tagger })) ?? '';
    await api.git.createRef('refs/tags/v1', outer);
    expect(await github.tags.create({ tag: 'v1', sha: one, message: 'm', taggerDate })).toEqual({
      created: false,
      sha: one,
    });
  });

  it('claimed by many at once are created by one', async () => {
    const { api, github } = await loopback();
    const { one, two } = await history(api);
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        github.tags.create({ tag: 'v2.3.0', sha: index % 2 === 0 ? one : two, message: 'm', taggerDate }),
      ),
    );
    expect(claims.filter(({ created }) => created)).toHaveLength(1);
    const told = claims.flatMap((claim) => (claim.created ? [] : [claim.sha]));
    expect(new Set(told).size).toBe(1);
  });
});

describe('branches', () => {
  it('are listed with their protection', async () => {
    const { api, github } = await loopback();
    const { one, two } = await history(api);
    await github.refs.create('refs/heads/main', two);
    await github.refs.create('refs/heads/feature/x', one);
    expect(await github.branches.list()).toEqual([
      { name: 'feature/x', sha: one, protected: false },
      { name: 'main', sha: two, protected: true },
    ]);
    expect([await github.branches.get('feature/x'), await github.branches.get('gone')]).toEqual([
      { name: 'feature/x', sha: one, protected: false },
      undefined,
    ]);
  });

  it.each([
    [undefined, ['force_push', 'push', 'branch_creation']],
    [['branch_creation'], ['branch_creation']],
    [
      ['push', 'force_push'],
      ['force_push', 'push'],
    ],
  ] as const)('have activity of the types %j, newest first', async (types, expected) => {
    const event = (
      type: 'push' | 'force_push' | 'branch_creation',
      hour: number,
      ref = 'refs/heads/feature',
    ) => ({
      ref,
      type,
      actor: 'ada',
      at: `2026-01-05T${hour}:00:00Z`,
      before: 'a'.repeat(40),
      after: 'b'.repeat(40),
    });
    const activity = [
      event('branch_creation', 10),
      event('push', 11),
      event('force_push', 12),
      event('push', 13, 'refs/heads/other'),
    ];
    const { github } = await loopback({ state: { activity } });
    expect((await github.branches.activity('feature', types)).map(({ type }) => type)).toEqual(expected);
  });

  it('have activity over several pages', async () => {
    const activity = Array.from({ length: 230 }, () => ({
      ref: 'refs/heads/f',
      type: 'push' as const,
      actor: 'ada',
      at,
      before: 'a'.repeat(40),
      after: 'b'.repeat(40),
    }));
    const { api, github } = await loopback({ state: { activity } });
    expect(await github.branches.activity('f')).toHaveLength(230);
    expect(api.requests).toHaveLength(3);
  });
});

describe('objects', () => {
  it('are written and read without a clone', async () => {
    const { api, github } = await loopback();
    const { one } = await history(api);
    const bytes = Uint8Array.from([0, 255, 10, 13]);
    const blob = await github.objects.createBlob(bytes);
    const base = (await github.commits.get(one))?.tree ?? '';
    const tree = await github.objects.createTree(
      [{ path: 'records/ab/1.json', mode: '100644', type: 'blob', sha: blob }],
      base,
    );
    const sha = await github.objects.createCommit({ message: 'record', tree, parents: [one], date: at });
    expect(new Uint8Array(await github.objects.readBlob(blob))).toEqual(bytes);
    expect((await github.objects.readTree(sha)).map(({ path, type }) => [path, type])).toEqual([
      ['a', 'blob'],
      ['records', 'tree'],
    ]);
    expect((await github.objects.readTree(sha, true)).map(({ path }) => path)).toContain('records/ab/1.json');
    expect(await github.commits.get(sha)).toMatchObject({ parents: [one], author: 'model-gates' });
    expect(await github.objects.createCommit({ message: 'record', tree, parents: [one], date: at })).toBe(
      sha,
    );
  });

  it('that are cut off are a failure', async () => {
    const { api, github } = await loopback();
    const sha = await commit(api, 'one');
    api.state.truncatedTrees = true;
    expect(await failureOf(github.objects.readTree(sha))).toMatchObject({
      message: expect.stringContaining('too large'),
    });
  });
});

describe('dispatches', () => {
  it('start a workflow and tell its run', async () => {
    const { api, github } = await loopback();
    const { runId, url } = await github.dispatches.workflow('train.yml', 'main', { version: 'v2.3.1' });
    expect(url).toBe(`https://github.example/runs/${runId}`);
    expect(api.state.dispatches).toMatchObject([
      { kind: 'workflow', name: 'train.yml', ref: 'main', payload: { version: 'v2.3.1' } },
    ]);
  });

  it('start a workflow where the server tells no run', async () => {
    const { api, github } = await loopback();
    api.failNext({ path: '/dispatches', status: 204 });
    expect(await github.dispatches.workflow('train.yml', 'main', {})).toEqual({});
  });

  it.each([400, 422])('start a workflow where the server refuses to tell its run with %i', async (status) => {
    const { api, github } = await loopback();
    const message = 'Invalid request.\n\n"return_run_details" is not a permitted key.';
    api.failNext({ path: '/dispatches', status, message });
    expect(await github.dispatches.workflow('train.yml', 'main', { version: 'v2.3.1' })).toEqual({});
    expect(api.state.dispatches).toHaveLength(1);
  });

  it('do not ask twice for what is refused for another reason', async () => {
    const { api, github } = await loopback();
    const message = 'Unexpected inputs provided: ["version"]';
    api.failNext({ path: '/dispatches', status: 422, message });
    await expect(github.dispatches.workflow('train.yml', 'main', { version: 'v2.3.1' })).rejects.toThrow(
      'Unexpected inputs',
    );
    expect(api.state.dispatches).toMatchObject([]);
  });

  it('send an event', async () => {
    const { api, github } = await loopback();
    await github.dispatches.repository('model-trained', { version: 'v2.3.1' });
    expect(api.state.dispatches).toMatchObject([
      { kind: 'repository', name: 'model-trained', payload: { version: 'v2.3.1' } },
    ]);
  });
});

it('an issue is opened', async () => {
  const { api, github } = await loopback();
  const { number } = await github.issues.create({
    title: 'Run the skipped evaluation',
    body: 'of v2.3.2',
    labels: ['hotfix'],
  });
  expect(api.state.issues).toMatchObject([
    { number, title: 'Run the skipped evaluation', body: 'of v2.3.2', labels: ['hotfix'] },
  ]);
});

it('a commit is merged where trunk or a release branch contains it', async () => {
  const { api, github } = await loopback();
  const { one, two, three, four, alone } = await history(api);
  await github.refs.create('refs/heads/main', two);
  await github.refs.create('refs/heads/release/v2', three);
  const merged = (sha: string) => isMerged(github, 'main', sha);
  const all = [one, two, three, four, alone, '0'.repeat(40)];
  expect(await Promise.all(all.map(merged))).toEqual([true, true, true, false, false, false]);
  for (let at = 0; at < 10; at += 1) await github.refs.create(`refs/heads/release/a${at}`, one);
  expect([await merged(two), await merged(four)]).toEqual([true, undefined]);
});

describe('workflow runs', () => {
  const run = {
    id: 77,
    html_url: 'https://github.example/acme/vlm/actions/runs/77',
    head_sha: 'a'.repeat(40),
    actor: 'ada',
    created_at: at,
    updated_at: '2026-01-05T10:20:00Z',
  };

  it.each([
    ['completed', true],
    ['in_progress', false],
  ])('tell who started them, on which commit and when: %s', async (status, completed) => {
    const { api, github } = await loopback();
    api.state.workflowRuns.push({ ...run, status });
    expect(await github.runs.get('77')).toEqual({
      url: run.html_url,
      headSha: run.head_sha,
      actor: 'ada',
      createdAt: run.created_at,
      updatedAt: run.updated_at,
      completed,
    });
  });

  it('are not there where GitHub has none of that id', async () => {
    const { github } = await loopback();
    expect(await github.runs.get('78')).toBeUndefined();
  });
});
