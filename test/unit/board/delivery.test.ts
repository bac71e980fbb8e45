/** What GitHub is asked of pull requests and runs, and how often, against its API on loopback. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { feedbackTimeOf, trunkSuccessOf, waitingOf } from '../../../src/board/delivery/figures.ts';
import { keptFiles, readKept } from '../../../src/board/delivery/cache.ts';
import type { RunRow } from '../../../src/board/delivery/model.ts';
import { lateFeedback } from '../../../src/board/delivery/texts.ts';
import { readDelivery } from '../../../src/board/gate/delivery.ts';
import { connect } from '../../../src/github/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import type { DeliverySource } from '../../../src/ports/delivery.ts';
import type { LedgerCache } from '../../../src/ports/ledger-cache.ts';
import { impatientClock } from '../../support/clock.ts';
import {
  startGitHubApi,
  type Fault,
  type GitHubApi,
  type WorkflowRunState,
} from '../../support/github-api/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { shaOf } from '../../support/team-ledger.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const day = 86_400_000;
const since = now - 180 * day;
const window = { since: now - 90 * day, until: now };

function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

function memoryCache(): LedgerCache & { files: ReadonlyMap<string, Uint8Array>; writes: number } {
  const cache = {
    files: new Map<string, Uint8Array>() as ReadonlyMap<string, Uint8Array>,
    writes: 0,
    read: () => Promise.resolve(cache.files),
    write: (files: ReadonlyMap<string, Uint8Array>) => {
      cache.files = files;
      cache.writes += 1;
      return Promise.resolve(true);
    },
  };
  return cache;
}

async function apiOf(state: Parameters<typeof startGitHubApi>[0] = {}): Promise<GitHubApi> {
  const api = await startGitHubApi(state);
  onTestFinished(() => api.close());
  return api;
}

function read(api: GitHubApi, cache?: LedgerCache, at = now) {
  const { delivery: source } = connect({
    token: api.token,
    apiUrl: api.url,
    repository: api.state.repository,
    log: rememberingLog(),
    clock: impatientClock,
    retry: { attempts: 2 },
  });
  return readDelivery('main', since, { source, cache, now: () => at });
}

function run(id: number, at: number, more: Partial<WorkflowRunState> = {}): WorkflowRunState {
  return {
    id,
    html_url: `https://git.example/runs/${id}`,
    head_sha: shaOf(`head-${id}`),
    actor: 'ada',
    created_at: iso(at),
    updated_at: iso(at + 60_000),
    status: 'completed',
    conclusion: 'success',
    event: 'push',
    head_branch: 'main',
    name: 'gates',
    run_attempt: 1,
    ...more,
  };
}

function pull(number: number, at: number) {
  return {
    number,
    title: `Change ${number}`,
    author: 'ada',
    state: 'closed' as const,
    base: { ref: 'main', sha: shaOf('base') },
    head: { ref: `work-${number}`, sha: shaOf(`work-${number}`) },
    createdAt: iso(at - day),
    updatedAt: iso(at),
    closedAt: iso(at),
    mergedAt: iso(at),
    mergeCommit: shaOf(`merge-${number}`),
  };
}

/** So many merges over the window and the one before; one push in a hundred failed, and was repeated. */
function teamOf(merges: number) {
  const spacing = (179 * day) / merges;
  const at = (n: number) => since + day / 2 + n * spacing;
  const each = Array.from({ length: merges }, (_, n) => n);
  const isRepeated = (n: number) => n % 100 === 7;
  return {
    pulls: each.map((n) => pull(n + 1, at(n))),
    workflowRuns: [
      ...each.map((n) => run(n + 1, at(n), isRepeated(n) ? { run_attempt: 2 } : {})),
      ...each.map((n) =>
        run(1_000_000 + n, at(n) - 3_600_000, { event: 'pull_request', head_branch: `work-${n + 1}` }),
      ),
    ],
    attempts: Object.fromEntries(
      each.filter(isRepeated).map((n) => [`${n + 1}/1`, run(n + 1, at(n), { conclusion: 'failure' })]),
    ),
  };
}

/** The same without a server, each call one request: the loopback API takes a millisecond for each run that it checks. */
function countingSource({ pulls, workflowRuns, attempts }: ReturnType<typeof teamOf>) {
  const asked = { left: 0, pulls: 0, runs: 0, attempt: 0, jobs: 0 };
  const page = <T>(all: readonly T[], at: number) => all.slice((at - 1) * 100, at * 100);
  const newest = pulls.toReversed();
  const runs = workflowRuns.toSorted((a, b) => b.created_at.localeCompare(a.created_at));
  const listed = (one: WorkflowRunState) => ({
    id: one.id,
    sha: one.head_sha,
    workflow: 'gates',
    createdAt: one.created_at,
    updatedAt: one.updated_at,
    attempt: one.run_attempt ?? 1,
    conclusion: one.conclusion ?? 'success',
  });
  const answer = <T>(name: keyof typeof asked, value: T): Promise<T> => {
    asked[name] += 1;
    return Promise.resolve(value);
  };
  const source: DeliverySource = {
    left: () => answer('left', 5000),
    pulls: (_, at) => answer('pulls', page(newest, at)),
    runs: ({ event, from, to }, at) => {
      const found = runs.filter(
        (one) => one.event === event && one.created_at >= from && one.created_at <= to,
      );
      return answer('runs', { total: found.length, runs: page(found.slice(0, 1000), at).map(listed) });
    },
    attempt: (id, n) => {
      const one = attempts[`${id}/${n}`];
      return answer('attempt', one === undefined ? undefined : listed(one));
    },
    jobs: () => answer('jobs', []),
  };
  return { source, asked };
}

describe('requests', () => {
  test('5,000 merges within 300, and one for each run that was repeated', async () => {
    const { source, asked } = countingSource(teamOf(5000));
    const first = await readDelivery('main', since, { source, cache: memoryCache(), now: () => now });
    expect(first.findings).toEqual([]);
    expect(first).toMatchObject({ hasPulls: true, runsSince: { push: since, pull_request: since } });
    expect({ pulls: first.data.pulls.length, runs: first.data.runs.length }).toEqual({
      pulls: 5000,
      runs: 10_000,
    });
    const { attempt, ...others } = asked;
    expect(attempt).toBe(50);
    expect(Object.values(others).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(300);
  });

  test('then only for what is new', async () => {
    const api = await apiOf({ state: teamOf(250) });
    const cache = memoryCache();
    const first = await read(api, cache);
    const repeated = api.requests.filter(({ path }) => path.includes('/attempts/')).length;
    // The limit, 3 pages of each of three lists, and the jobs of 20 runs.
    expect({ repeated, others: api.requests.length - repeated }).toEqual({ repeated: 3, others: 30 });
    expect(trunkSuccessOf(first.data.runs, window, since)).toMatchObject({
      count: expect.any(Number) as number,
      value: expect.closeTo(0.99, 1) as number,
      aside: '1 run repeated later',
    });

    const before = api.requests.length;
    api.state.workflowRuns.push(run(6000, now - 60_000));
    api.state.pulls.push(pull(6000, now - 60_000));
    const second = await read(api, cache, now + 1000);
    expect(second.data.pulls).toHaveLength(251);
    expect(second.data.runs).toHaveLength(501);
    expect(api.requests.length - before).toBeLessThanOrEqual(5);
    expect(api.violations).toEqual([]);
  });

  test('nothing new is nothing written', async () => {
    const api = await apiOf({ state: teamOf(3) });
    const cache = memoryCache();
    await read(api, cache);
    await read(api, cache, now + 1000);
    expect(cache.writes).toBe(1);
  });

  test('a run that had not ended is asked for again', async () => {
    const open = run(1, now - 60_000, { status: 'in_progress' });
    const { conclusion: _, ...unended } = open;
    const api = await apiOf({ state: { workflowRuns: [unended] } });
    const cache = memoryCache();
    expect((await read(api, cache)).data.runs[0]?.conclusion).toBeUndefined();
    api.state.workflowRuns[0] = run(1, now - 60_000);
    expect((await read(api, cache, now + 1000)).data.runs).toMatchObject([{ conclusion: 'success' }]);
  });

  test('no more than half of what the hour leaves; the next run goes on', async () => {
    const api = await apiOf({ state: { ...teamOf(800), requestsLeft: 8 } });
    const cache = memoryCache();
    const first = await read(api, cache);
    expect(api.requests.length).toBeLessThanOrEqual(5);
    expect(first.findings).toMatchObject([{ rule: 'board/figures-unread' }]);
    expect(first.hasPulls).toBe(false);
    api.state.requestsLeft = 5000;
    const second = await read(api, cache);
    expect(second).toMatchObject({ findings: [], hasPulls: true });
    expect(second.data.pulls).toHaveLength(800);
  });
});

describe('an API that refuses, fails or answers something else', () => {
  const page = { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Sign in</html>' };
  const json = (value: unknown) => ({ status: 200, text: JSON.stringify(value) });
  test.each<[string, Omit<Fault, 'path'>, RegExp]>([
    ['a limit', { status: 429, headers: { 'retry-after': '7200' } }, /429/],
    ['a limit that says no time', { status: 429 }, /429/],
    [
      'the limit of an hour',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } },
      /403/,
    ],
    [
      'a secondary limit',
      {
        status: 403,
        headers: { 'retry-after': '7200' },
        message: 'You have exceeded a secondary rate limit',
      },
      /secondary rate limit/,
    ],
    ['a forbidden request', { status: 403 }, /403/],
    ['a broken answer', { status: 500 }, /500/],
    ['a broken connection', { reset: true }, /no answer from GET/],
    ['an answer that breaks off', { reset: 'half' }, /broke off half-way/],
    ['a page of a proxy', page, /not JSON: a proxy/],
    ['nothing', { status: 200, text: '' }, /broke off half-way/],
    ['a list in place of an object', json([]), /another shape than GitHub describes/],
    ['an object without runs', json({ total_count: 3 }), /another shape/],
    ['runs that are none', json({ total_count: 1, workflow_runs: [null] }), /another shape/],
    [
      'a run of no time',
      json({ total_count: 1, workflow_runs: [{ id: 1, head_sha: 'a', created_at: 'yesterday' }] }),
      /another shape/,
    ],
  ])('%s: what is known already stays, and it is said', async (_, fault, words) => {
    const api = await apiOf({ state: teamOf(20) });
    const cache = memoryCache();
    await read(api, cache);
    api.state.workflowRuns.push(run(6000, now - 60_000));
    api.failNext({ path: /actions\/runs/, times: 4, ...fault });
    const { data, findings, hasPulls, runsSince } = await read(api, cache, now + 1000);
    expect(findings).toMatchObject([{ rule: 'board/figures-unread', severity: 'notice' }]);
    expect(findings[0]?.message).toMatch(words);
    expect(findings[0]?.help).toBeDefined();
    expect(data.runs).toHaveLength(40);
    expect({ hasPulls, runsSince }).toEqual({
      hasPulls: true,
      runsSince: { push: since, pull_request: since },
    });
  });

  test.each<[string, string, unknown]>([
    ['limits', '/rate_limit', { resources: {} }],
    ['pull requests', '/pulls', { message: 'hello' }],
    ['a pull request', '/pulls', [{ number: 1, created_at: 7 }]],
    ['an attempt', '/attempts/', { id: 8 }],
    ['jobs', '/jobs', { total_count: 1 }],
  ])('%s of another shape', async (_, path, value) => {
    const api = await apiOf({ state: teamOf(20) });
    api.failNext({ path, status: 200, text: JSON.stringify(value) });
    const { findings } = await read(api);
    expect(findings).toMatchObject([{ rule: 'board/figures-unread' }]);
    expect(findings[0]?.message).toContain('another shape than GitHub describes');
  });

  test('half-way: the pages before it are kept, and the next run goes on', async () => {
    const api = await apiOf({ state: teamOf(250) });
    const cache = memoryCache();
    api.failNext({ path: '/pulls', skip: 1, times: 2, status: 502 });
    const first = await read(api, cache);
    expect(first.data.pulls).toHaveLength(100);
    expect(first.hasPulls).toBe(false);
    const second = await read(api, cache);
    expect(second).toMatchObject({ findings: [], hasPulls: true });
    expect(second.data.pulls).toHaveLength(250);
  });
});

describe('what is kept', () => {
  test('is read as it was written, and what is not a row is left out', async () => {
    const api = await apiOf({ state: teamOf(30) });
    const cache = memoryCache();
    const { data } = await read(api, cache);
    const texts = new Map([...cache.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
    const again = readKept(texts);
    expect(again.data.runs.toSorted((a, b) => a.id - b.id)).toEqual(
      data.runs.toSorted((a, b) => a.id - b.id),
    );
    expect(again.data.pulls).toHaveLength(30);
    const [name = ''] = [...texts.keys()].filter((one) => one.startsWith('runs-'));
    const broken = ['{', 'null', '[]', '{"id":"1"}', '{"__proto__":{"id":1}}', '"'.repeat(9)].join('\n');
    const spoilt = readKept(new Map([...texts, [name, `${texts.get(name) ?? ''}${broken}\n`]]));
    expect(spoilt.data.runs).toHaveLength(data.runs.length);
  });

  test.each([
    ['of another version', { schema: 9 }],
    ['of another branch', { schema: 1, trunk: 'develop', since: iso(since) }],
    ['of a shorter time', { schema: 1, trunk: 'main', since: iso(since + day) }],
  ])('%s is of no use', async (_, mark) => {
    const api = await apiOf({ state: teamOf(2) });
    const cache = memoryCache();
    const row = JSON.stringify({ number: 77, author: 'x', openedAt: iso(since), mergedAt: iso(now) });
    cache.files = new Map(
      Object.entries({ 'delivery.json': JSON.stringify(mark), 'pulls-2026-11.jsonl': row }).map(
        ([name, text]) => [name, new TextEncoder().encode(text)],
      ),
    );
    expect((await read(api, cache)).data.pulls.map(({ number }) => number)).not.toContain(77);
  });

  test('is never written over where it could not be read', async () => {
    const api = await apiOf({ state: teamOf(2) });
    const cache = {
      ...memoryCache(),
      read: () => Promise.reject(new UserError('no route', { help: 'Look.' })),
    };
    const { data, findings } = await read(api, cache);
    expect({ pulls: data.pulls.length, writes: cache.writes }).toEqual({ pulls: 2, writes: 0 });
    expect(findings).toMatchObject([
      {
        rule: 'board/figures-not-kept',
        message: expect.stringContaining('no route') as string,
        help: 'Look.',
      },
    ]);
  });

  test('months before the time that is asked for are dropped', () => {
    const old: RunRow = {
      id: 1,
      event: 'push',
      sha: 'a',
      workflow: 'w',
      createdAt: '2020-01-01T00:00:00Z',
      attempt: 1,
    };
    const files = keptFiles({ pulls: [], runs: [old], parts: [] }, { trunk: 'main', since: iso(since) });
    expect([...files.keys()]).toEqual(['parts.jsonl', 'delivery.json']);
  });
});

describe('figures of runs', () => {
  const row = (id: number, more: Partial<RunRow> = {}): RunRow => ({
    id,
    event: 'push',
    sha: `sha-${id}`,
    workflow: 'gates',
    createdAt: iso(now - id * 3_600_000),
    endedAt: iso(now - id * 3_600_000 + 120_000),
    conclusion: 'success',
    attempt: 1,
    ...more,
  });

  test.each([
    ['all succeed', [row(1), row(2)], 1, 2],
    ['one of two workflows fails', [row(1), row(2, { sha: 'sha-1', conclusion: 'failure' })], 0, 1],
    ['one that succeeds the second time', [row(1, { attempt: 2, first: 'failure' }), row(2)], 0.5, 2],
    [
      'a first attempt that GitHub has forgotten is left out',
      [row(1, { attempt: 2, first: null }), row(2)],
      1,
      1,
    ],
    [
      'cancelled is left out',
      [row(1, { conclusion: 'cancelled' }), row(2, { conclusion: 'timed_out' })],
      0,
      1,
    ],
    ['skipped was not needed', [row(1, { conclusion: 'skipped' }), row(2, { sha: 'sha-1' })], 1, 1],
    ['only skipped says nothing', [row(1, { conclusion: 'skipped' }), row(2)], 1, 1],
  ])('trunk success: %s', (_, runs, value, count) => {
    expect(trunkSuccessOf(runs, window, since)).toMatchObject({ value, count });
  });

  test('waiting ends with the last of all workflows, and counts what was judged once', () => {
    const on = (id: number, sha: string, minutes: number, more: Partial<RunRow> = {}): RunRow => ({
      ...row(id, { event: 'pull_request', sha, createdAt: iso(now - day) }),
      endedAt: iso(now - day + minutes * 60_000),
      ...more,
    });
    const runs = [
      on(1, 'a', 3),
      on(2, 'a', 12),
      on(3, 'b', 6),
      on(4, 'c', 1, { conclusion: 'cancelled' }),
      on(5, 'd', 9, { attempt: 2 }),
    ];
    expect(waitingOf(runs, window, since)).toMatchObject({
      value: expect.closeTo(9 / 60, 10) as number,
      p90: expect.closeTo(11.4 / 60, 10) as number,
      count: 2,
      aside: '2 cancelled, repeated or unfinished are left out',
    });
  });
});

test('an evaluation of 45 s is in the feedback time, and is named as its slowest part', async () => {
  // As GitHub recorded it: 12 s of queue, 45 s of evaluation, a gate of half a second, 3 s until the run was closed.
  const at = Date.parse('2026-11-20T09:00:00Z');
  const step = (name: string, from: number, to: number) => ({
    name,
    started_at: iso(at + from * 1000),
    completed_at: iso(at + to * 1000),
  });
  const api = await apiOf({
    state: {
      workflowRuns: [
        run(5, at, { event: 'pull_request', head_branch: 'work', updated_at: iso(at + 68_000) }),
      ],
      jobs: {
        5: [
          {
            name: 'gates',
            created_at: iso(at + 1000),
            started_at: iso(at + 13_000),
            completed_at: iso(at + 65_000),
            steps: [step('Check out', 13, 17), step('Evaluate', 17, 62), step('model-gates', 62, 63)],
          },
        ],
      },
    },
  });
  const { data } = await read(api);
  const feedback = feedbackTimeOf(data, window, 10);
  expect(feedback).toMatchObject({ count: 1, within: 1, goalMs: 600_000 });
  expect(feedback?.p50).toBeCloseTo(68_000, 6);
  expect(feedback?.slowest.slice(0, 2)).toEqual([
    { name: 'gates: Evaluate', ms: 45_000, runs: 1 },
    { name: 'gates: queue', ms: 12_000, runs: 1 },
  ]);
  // One push is not a habit.
  expect(lateFeedback(feedbackTimeOf(data, window, 1))).toEqual([]);
  expect(api.violations).toEqual([]);
});

test('verdicts that come too late too often are a finding that names the slowest part', () => {
  const runs = Array.from({ length: 12 }, (_, id): RunRow => ({
    id,
    event: 'pull_request',
    sha: `s${id}`,
    workflow: 'gates',
    createdAt: iso(now - day),
    endedAt: iso(now - day + 14 * 60_000),
    conclusion: 'failure',
    attempt: 1,
  }));
  const feedback = feedbackTimeOf(
    { pulls: [], runs, parts: [{ run: 1, name: 'evaluate: queue', ms: 366_000 }] },
    window,
    10,
  );
  expect(lateFeedback(feedback)).toMatchObject([
    {
      rule: 'board/feedback-late',
      message:
        'One push in ten waits more than 14.0 minutes for its verdict, and the goal is 10 minutes. Slowest: evaluate: queue 6.1 minutes',
    },
  ]);
});
