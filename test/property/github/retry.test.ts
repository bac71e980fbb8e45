import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retrier } from '../../../src/github/client/retry.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silenceOf } from '../../../src/github/client/silence.ts';

const log = { info: () => undefined, debug: () => undefined, warning: () => undefined };

/** octokit's error, as far as it is looked at. */
const failures = fc.record({
  status: fc.constantFrom(403, 404, 408, 422, 429, 500, 502, 503),
  answered: fc.boolean(),
  headers: fc.record(
    {
      'retry-after': fc.oneof(
        fc.integer({ min: -10, max: 400 }).map(String),
        fc.string(),
        fc.constant('Mon, 05 Jan 2026 10:00:30 GMT'),
      ),
      'x-ratelimit-remaining': fc.constantFrom('0', '1'),
      'x-ratelimit-reset': fc.oneof(fc.integer({ min: 0, max: 5_000_000_000 }).map(String), fc.string()),
    },
    { requiredKeys: [] },
  ),
});

type Failure = typeof failures extends fc.Arbitrary<infer T> ? T : never;

function errorOf({ status, answered, headers }: Failure): Error {
  return Object.assign(new Error('no'), { status, ...(answered ? { response: { headers } } : {}) });
}

describe('whatever GitHub answers', () => {
  it('a connection tries a request at most so often, waits at most so long in all, and gives the last error as it came', async () => {
    const limits = {
      attempts: fc.integer({ min: 1, max: 6 }),
      totalWaitMs: fc.integer({ min: 0, max: 300_000 }),
      requestMs: fc.constant(1000),
    };
    const methods = fc.constantFrom('GET', 'POST', 'PATCH');
    await fc.assert(
      fc.asyncProperty(
        fc.record(limits),
        fc.array(fc.array(failures, { minLength: 1, maxLength: 8 }), { maxLength: 4 }),
        methods,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        async (retry, requests, method, random) => {
          const waits: number[] = [];
          const pause = async (wait: number): Promise<void> => {
            waits.push(wait);
            await Promise.resolve();
          };
          const { run, count } = retrier({
            log,
            retry,
            apiUrl: '',
            silence: silenceOf(Infinity, systemClock),
            clock: { pause, random: () => random, now: () => 1_767_600_000_000 },
          });
          for (const failing of requests) {
            const before = count();
            const errors = failing.map(errorOf);
            const outcome = await run({ method, url: '/repos/a/b/issues' }, async () => {
              const error = errors[count() - before - 1];
              if (error !== undefined) throw error;
              return Promise.resolve('done');
            }).catch((error: unknown) => error);
            const tries = count() - before;
            expect(tries).toBeLessThanOrEqual(retry.attempts);
            expect(outcome).toBe(tries > errors.length ? 'done' : errors[tries - 1]);
          }
          expect(waits.every((wait) => wait >= 0)).toBe(true);
          expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(retry.totalWaitMs);
        },
      ),
    );
  });

  it('what stays without an answer takes a minute in all, and what then follows is not sent', async () => {
    const requests = fc.array(
      fc.record({ tookMs: fc.integer({ min: 0, max: 100_000 }), answered: fc.boolean() }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(requests, async (tries) => {
        let now = 1_767_600_000_000;
        let silent = 0;
        const pause = async (wait: number): Promise<void> => {
          now += wait;
          silent += wait;
          await Promise.resolve();
        };
        const silence = silenceOf(60_000, { now: () => now });
        const { run, count } = retrier({
          log,
          apiUrl: '',
          silence,
          clock: { pause, random: () => 0.5, now: () => now },
        });
        let next = 0;
        while (next < tries.length) {
          const before = count();
          await run({ method: 'GET', url: '/' }, async () => {
            const { tookMs = 0, answered = true } = tries[next++] ?? {};
            const time = Math.min(tookMs, silence.leftMs(), 30_000);
            now += time;
            if (answered) return Promise.resolve();
            silent += time;
            throw Object.assign(new Error('no answer'), { status: 500 });
          }).catch(() => undefined);
          if (count() === before) break;
        }
        expect(silent).toBeLessThanOrEqual(60_000);
        expect(next >= tries.length || silence.leftMs() <= 0).toBe(true);
      }),
    );
  });
});
