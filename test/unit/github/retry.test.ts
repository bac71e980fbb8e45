import { describe, expect, it } from 'vitest';
import type { HttpError } from '../../../src/github/client/http-error.ts';
import { isRepeatable, outcomeOf } from '../../../src/github/client/retry.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silenceOf } from '../../../src/github/client/silence.ts';
import { waitBeforeRetry, type RetryState } from '../../../src/kernel/retry.ts';
import { isApiFailure } from '../../../src/github/index.ts';
import type { Fault } from '../../support/github-api/index.ts';
import { commit, failureOf, loopback } from './setup.ts';

const now = Date.parse('2026-01-05T10:00:00Z');

function waitBefore(error: Partial<HttpError>, rest: Partial<RetryState> = {}): number | undefined {
  const plain = { status: 500, headers: {}, message: '', where: 'GET /', neverSent: false, cause: undefined };
  const limits = { attempts: 20, longestMs: 180_000 };
  const state = { ...limits, attempt: 0, idempotent: true, random: 0, ...rest };
  return waitBeforeRetry(outcomeOf({ ...plain, ...error }, state.attempt, now), state);
}

const exhausted = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 90) };

describe('the wait before another try', () => {
  it.each([
    ['grows twofold with server errors', { status: 502 }, [500, 1000, 2000, 4000]],
    ['is bounded', { status: 503 }, { 10: 10_000 }],
    ['is the same for a lost connection', { status: undefined }, [500, 1000]],
    ['is what retry-after says in seconds', { status: 429, headers: { 'retry-after': '7' } }, [7000, 7000]],
    [
      'is what retry-after says as a date',
      { status: 503, headers: { 'retry-after': 'Mon, 05 Jan 2026 10:00:30 GMT' } },
      [30_000],
    ],
    [
      'is a minute and more for a limit that says no time',
      { status: 403, message: 'You have exceeded a secondary rate limit' },
      [60_000, 120_000],
    ],
    ['lasts until the primary limit starts anew', { status: 403, headers: exhausted }, [90_000]],
    [
      'honours retry-after over the reset',
      { status: 403, headers: { ...exhausted, 'retry-after': '3' } },
      [3000],
    ],
    ['is never negative', { status: 429, headers: { 'retry-after': '-5' } }, [0]],
  ])('%s', (_, error, expected) => {
    for (const [tries, wait] of Object.entries(expected)) {
      expect(waitBefore(error, { attempt: Number(tries) })).toBe(wait);
    }
  });

  it('is spread by chance', () => {
    expect(waitBefore({ status: 500 }, { random: 0.5 })).toBe(750);
    expect(waitBefore({ status: 429, headers: { 'retry-after': '7' } }, { random: 0.5 })).toBe(7500);
  });

  it.each([
    ['a refusal', { status: 403 }, true],
    ['a refusal with requests to spare', { status: 403, headers: { 'x-ratelimit-remaining': '12' } }, true],
    ['what is not there', { status: 404 }, true],
    ['what is invalid', { status: 422 }, true],
    ['an unclear failure of what must not happen twice', { status: 502 }, false],
    ['a lost answer to what must not happen twice', { status: undefined }, false],
  ])('is never for %s', (_, error, repeatable) => {
    expect(waitBefore(error, { idempotent: repeatable })).toBeUndefined();
  });

  it.each([
    ['a limit refused it', { status: 429, headers: { 'retry-after': '1' } }],
    ['it never left', { status: undefined, neverSent: true }],
  ])('is also for what must not happen twice where %s', (_, error) => {
    expect(waitBefore(error, { idempotent: false })).toBeGreaterThan(0);
  });
});

describe('repeatable', () => {
  it.each([
    ['GET', '/repos/{owner}/{repo}/issues', true],
    ['PATCH', '/repos/a/b/issues/comments/1', true],
    ['POST', '/repos/a/b/git/refs', true],
    ['POST', '/repos/a/b/check-runs', true],
    ['POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', false],
    ['POST', '/repos/a/b/issues', false],
    ['POST', '/repos/a/b/actions/workflows/train.yml/dispatches', false],
  ])('%s %s: %s', (method, url, expected) => {
    expect(isRepeatable(method, url)).toBe(expected);
  });
});

describe('a request', () => {
  it.each<[string, Fault, number[]]>([
    ['a server error', { path: '/labels', status: 500, times: 2 }, [750, 1500]],
    ['too many requests', { path: '/labels', status: 429, headers: { 'retry-after': '2' } }, [2500]],
    ['a secondary limit', { path: '/labels', status: 403, headers: { 'retry-after': '1' } }, [1500]],
    ['a broken connection', { path: '/labels', reset: true }, [750]],
    ['an answer that breaks off', { path: '/labels', reset: 'half' }, [750]],
  ])('is sent again after %s', async (_, fault, expected) => {
    const { api, github, waits } = await loopback({ state: { pulls: [pull] } });
    api.failNext(fault);
    expect(await github.labels.list(89)).toEqual(['a', 'b']);
    expect(waits).toEqual(expected);
    expect(github.requestCount()).toBe(expected.length + 1);
  });

  it.each<[string, Fault]>([
    ['answered', { path: '/labels', status: 503, times: 9 }],
    ['reached', { path: '/labels', reset: true, times: 9 }],
    ['answered in full', { path: '/labels', reset: 'half', times: 9 }],
  ])('fails after five tries that are not %s, and is never an empty list', async (_, fault) => {
    const { api, github, waits } = await loopback({ state: { pulls: [pull] } });
    api.failNext(fault);
    expect(await failureOf(github.labels.list(89))).toMatchObject({
      reason: 'unavailable',
      permissionDenied: false,
    });
    expect([api.requests.length, waits.length]).toEqual([5, 4]);
  });

  it('waits no longer than the connection may in all', async () => {
    const { api, github, waits } = await loopback(
      { state: { pulls: [pull] } },
      { retry: { totalWaitMs: 100_000 } },
    );
    api.failNext({ path: '/labels', status: 429, headers: { 'retry-after': '60' }, times: 9 });
    expect(await failureOf(github.labels.list(89))).toMatchObject({ reason: 'rate-limited' });
    expect(await failureOf(github.labels.list(89))).toMatchObject({ reason: 'rate-limited' });
    expect(waits).toEqual([60_500]);
  });

  it('is given up after its time, and says so', async () => {
    const { api, github } = await loopback(
      { state: { pulls: [pull] } },
      { retry: { requestMs: 50, attempts: 2 } },
    );
    api.failNext({ path: '/labels', delayMs: 5000, times: 2 });
    expect(await failureOf(github.labels.list(89))).toMatchObject({
      status: undefined,
      reason: 'unavailable',
    });
  });

  it('is not sent once others have taken their time in all without an answer', async () => {
    const silence = silenceOf(120, systemClock);
    const options = { retry: { requestMs: 80, attempts: 2 }, silence };
    const { api, github } = await loopback({ state: { pulls: [pull] } }, options);
    api.failNext({ path: '/labels', delayMs: 5000, times: 9 });
    while (silence.leftMs() > 0) await failureOf(github.labels.list(89));
    const sent = github.requestCount();
    expect(await failureOf(github.labels.list(89))).toMatchObject({
      reason: 'unavailable',
      message: expect.stringMatching(/not sent: earlier requests waited 0.12 s in all without an answer/),
      help: expect.stringMatching(/githubstatus/),
    });
    expect(github.requestCount()).toBe(sent);
  });

  it('that is answered costs nothing of that time, however long it takes', async () => {
    const silence = silenceOf(60_000, systemClock);
    const { api, github } = await loopback({ state: { pulls: [pull] } }, { silence });
    api.failNext({ path: '/labels', status: 503, delayMs: 20 });
    await github.labels.list(89);
    expect(silence.leftMs()).toBe(60_000);
  });

  it('that is open beside others counts once', () => {
    let now = 0;
    const silence = silenceOf(100, { now: () => now });
    const ended = [silence.begin(), silence.begin(), silence.begin()];
    now = 30;
    expect(silence.leftMs()).toBe(70);
    ended[0]?.(false);
    now = 50;
    ended[1]?.(false);
    ended[2]?.(true);
    expect(silence.leftMs()).toBe(50);
    silence.waiting(10);
    now = 60;
    expect(silence.leftMs()).toBe(40);
  });

  it('to start a workflow is not sent again when its fate is unclear', async () => {
    const { api, github } = await loopback();
    api.failNext({ path: '/dispatches', status: 502, carriedOut: true });
    expect(isApiFailure(await failureOf(github.dispatches.workflow('train.yml', 'main', {})))).toBe(true);
    expect(api.state.dispatches).toHaveLength(1);
  });

  it('to write a ref that is sent again finds its own work', async () => {
    const { api, github } = await loopback();
    const sha = await commit(api, 'one');
    api.failNext({ path: '/git/refs', status: 502, carriedOut: true });
    expect(await github.refs.create('refs/lineage/inbox/1', sha)).toBe(false);
    expect(await github.refs.get('refs/lineage/inbox/1')).toMatchObject({ sha });
  });

  it('that waits is reported in the debug log, without the token', async () => {
    const { api, github, logged } = await loopback({ state: { pulls: [pull] } });
    api.failNext({ path: '/labels', status: 500, message: 'Server Error' });
    await github.labels.list(89);
    expect(logged).toEqual([
      'GET /repos/acme/qwen3-vl/issues/89/labels: 500 (Server Error); trying again in 750 ms',
    ]);
  });
});

const pull = {
  number: 89,
  title: 't',
  author: 'ada',
  state: 'open' as const,
  labels: ['a', 'b'],
  base: { ref: 'main', sha: 'b'.repeat(40) },
  head: { ref: 'feature', sha: 'c'.repeat(40) },
};
