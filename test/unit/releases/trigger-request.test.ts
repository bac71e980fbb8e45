import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asInputs,
  checkedTarget,
  identityOf,
  jobIdOf,
  minutesOf,
  keysIn,
  shownTarget,
  startOf,
  type PipelineCall,
} from '../../../src/releases/index.ts';
import { redact } from '../../../src/kernel/redact.ts';
import { isUnclear, type Outcome } from '../../../src/kernel/http-outcome.ts';
import { waitBeforeRetry } from '../../../src/kernel/retry.ts';

const call: PipelineCall = {
  schema: 1,
  pipeline: 'train',
  repository: 'acme/qwen3-vl',
  version: 'v2.3.1',
  git_ref: 'main',
  sha: 'a'.repeat(40),
  author: 'ada',
  pr_number: 89,
  config_digest: null,
  dependency_digest: null,
};

describe('the identity of a call', () => {
  it('is the same whoever asks, and whatever the order of keys in extra', () => {
    const one = identityOf({ ...call, extra: { a: 1, b: { c: 2, d: 3 } } }, 't');
    expect(
      identityOf({ ...call, author: 'eve', pr_number: null, extra: { b: { d: 3, c: 2 }, a: 1 } }, 't'),
    ).toBe(one);
  });

  it.each<[string, Partial<PipelineCall>]>([
    ['pipeline', { pipeline: 'deploy' }],
    ['version', { version: 'v2.3.2' }],
    ['commit', { sha: 'b'.repeat(40) }],
    ['branch', { git_ref: 'release/v2.3' }],
    ['configs', { config_digest: 'sha256:1' }],
    ['locks', { dependency_digest: 'sha256:1' }],
    ['extra', { extra: { gpus: 8 } }],
  ])('differs with the %s', (_, change) => {
    expect(identityOf({ ...call, ...change }, 't')).not.toBe(identityOf(call, 't'));
  });

  it('differs with the target', () => {
    expect(identityOf(call, 'https://a.example')).not.toBe(identityOf(call, 'https://b.example'));
  });
});

it('inputs of a workflow are texts', () => {
  const inputs = asInputs({ ...call, idempotency_key: 'k', extra: { gpus: 8 } });
  expect(inputs).toMatchObject({ pr_number: '89', config_digest: '', extra: '{"gpus":8}' });
  expect(Object.keys(inputs)).not.toContain('schema');
});

describe('the id of a job', () => {
  it.each([
    [{ job_id: 'j' }, undefined, 'j'],
    [{ id: 7 }, undefined, '7'],
    [{ run: { info: { run_id: 'r' } } }, undefined, 'r'],
    [{ id: 'x', data: { job: { id: 'y' } } }, 'data.job.id', 'y'],
    [{ id: 'x' }, 'data.job.id', undefined],
    [{ id: { nested: 1 } }, undefined, undefined],
    [{ id: '' }, undefined, undefined],
    [{ id: 'x'.repeat(501) }, undefined, undefined],
    [[], undefined, undefined],
    ['text', undefined, undefined],
    [undefined, undefined, undefined],
    [{}, 'constructor.name', undefined],
    [{}, '__proto__.toString', undefined],
    [{ job_id: 'job-1\ncommit x' }, undefined, undefined],
  ])('%j at %s → %s', (answer, place, id) => {
    expect(jobIdOf(answer, place)).toBe(id);
  });
});

it('no secret is left in a text, however it stands there', () => {
  const secret = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
      fc.pre(!'***'.includes(hidden));
      const clean = redact(`${before}${hidden}${after}`, [undefined, '', hidden]);
      expect(clean.split('***').some((part) => part.includes(hidden))).toBe(false);
    }),
  );
});

describe('where a request may be sent', () => {
  it.each([
    ['https://ml.example/jobs', true],
    ['http://127.0.0.1:8080/jobs', true],
    ['http://localhost/jobs', true],
    ['http://[::1]:1/jobs', true],
    ['http://ml.example/', false],
    ['http://127.0.0.1.evil.example/', false],
    ['http://localhost.evil.example/', false],
    ['https://me:pass@ml.example/', false],
    ['https://token@ml.example/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['ml.example', false],
    ['', false],
  ])('%s: %s', (url, ok) => {
    expect(checkedTarget(url).ok).toBe(ok);
  });

  it('is shown without its query', () => {
    expect(shownTarget(new URL('https://ml.example/jobs?key=1#x'))).toBe('https://ml.example/jobs');
    const hook = new URL('https://hooks.example/training-pipelines/x8Kq2Zr5Tn1Vb7Lw3Yc9?key=1');
    expect(shownTarget(hook)).toBe('https://hooks.example/training-pipelines/…');
    expect(keysIn(hook)).toEqual(['1', 'x8Kq2Zr5Tn1Vb7Lw3Yc9']);
  });
});

describe('another try', () => {
  const state = { attempt: 0, attempts: 4, longestMs: 61_000, idempotent: false, random: 0.5 };
  const status = (code: number, retryAfterMs?: number): Outcome => ({
    kind: 'answer',
    status: code,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

  it.each<[string, Outcome, boolean, boolean]>([
    ['nothing was sent', { kind: 'unreachable' }, false, true],
    ['too many requests', status(429), false, true],
    ['the connection broke', { kind: 'broken' }, false, false],
    ['the connection broke, keys kept', { kind: 'broken' }, true, true],
    ['500', status(500), false, false],
    ['500, keys kept', status(503), true, true],
    ['a refusal', status(401), true, false],
    ['a redirect', status(307), true, false],
    ['a wait of over a minute', status(429, 61_000), true, false],
  ])('%s', (_, failure, idempotent, again) => {
    expect(waitBeforeRetry(failure, { ...state, idempotent }) !== undefined).toBe(again);
  });

  it('is the last at some time, and never waits less than asked', () => {
    expect(waitBeforeRetry(status(429), { ...state, attempt: 3 })).toBeUndefined();
    expect(waitBeforeRetry(status(429, 5000), state)).toBeGreaterThanOrEqual(5000);
  });

  it('waits longer each time, up to a bound', () => {
    const waits = [0, 1, 2, 10].map((attempt) =>
      waitBeforeRetry(status(429), { ...state, attempts: 20, attempt }),
    );
    expect(waits).toEqual([750, 1500, 3000, 15_000]);
  });

  it('only what may have been carried out is unclear', () => {
    expect([{ kind: 'broken' } as const, status(502)].every(isUnclear)).toBe(true);
    expect([{ kind: 'unreachable' } as const, status(429), status(400)].some(isUnclear)).toBe(false);
  });
});

describe('when a hotfix began', () => {
  const opened = '2026-11-20T10:10:00Z';
  const push = (type: string, at: string) => ({ type, at });

  it.each([
    [
      'its branch was created',
      [push('push', '2026-11-20T10:05:00Z'), push('branch_creation', '2026-11-20T10:00:00Z')],
      '2026-11-20T10:00:00Z',
      'first push',
    ],
    ['nothing is known of pushes', [], opened, 'pull request'],
    [
      'only pushes after the opening are known',
      [push('push', '2026-11-20T10:20:00Z')],
      opened,
      'pull request',
    ],
    [
      'the creation is too long ago to be known',
      [push('push', '2026-11-20T10:05:00Z')],
      '2026-11-20T10:05:00Z',
      'first push',
    ],
  ])('%s', (_, pushes, at, from) => {
    expect(startOf(pushes, opened)).toEqual({ at, from });
  });

  it('minutes are reported to a tenth', () => {
    const start = { at: '2026-11-20T10:00:00Z', from: 'first push' as const };
    expect(minutesOf({ start, triggeredAt: '2026-11-20T10:28:15Z' })).toBe(28.3);
  });
});
