import { describe, expect, it } from 'vitest';
import { queuedPullRequest, readEvent } from '../../../src/policy/index.ts';

const head = 'a'.repeat(40);
const base = 'b'.repeat(40);

function pullRequest(change: Record<string, unknown> = {}) {
  const repo = { full_name: 'team/qwen3-vl' };
  const pull = {
    number: 7,
    draft: false,
    user: { login: 'ada' },
    labels: [{ name: 'x' }],
    head: { ref: 'feature/a', sha: head, repo },
    base: { ref: 'main', sha: base, repo },
  };
  return { pull_request: { ...pull, ...change }, repository: { default_branch: 'main' } };
}

describe('readEvent', () => {
  it('judges a pull request by its own head, not by the merge commit', () => {
    expect(readEvent('pull_request', pullRequest())).toEqual({
      ok: true,
      event: {
        kind: 'pull-request',
        name: 'pull_request',
        headSha: head,
        baseSha: base,
        headRef: 'feature/a',
        baseRef: 'main',
        defaultBranch: 'main',
        pullRequest: { number: 7, author: 'ada', draft: false, fork: false, labels: ['x'] },
      },
    });
  });

  it.each<[name: string, payload: Record<string, unknown>, at: string | undefined]>([
    ['pull_request', pullRequest({ updated_at: '2026-11-22T12:00:00Z' }), '2026-11-22T12:00:00.000Z'],
    ['pull_request', pullRequest(), undefined],
    ['pull_request', pullRequest({ updated_at: 'soon' }), undefined],
    [
      'merge_group',
      {
        merge_group: {
          head_sha: head,
          base_sha: base,
          base_ref: 'main',
          head_commit: { timestamp: '2026-11-22T13:00:00+01:00' },
        },
      },
      '2026-11-22T12:00:00.000Z',
    ],
    [
      'push',
      { after: head, before: base, ref: 'refs/heads/main', repository: { pushed_at: 1_795_262_400 } },
      '2026-11-21T12:00:00.000Z',
    ],
    ['push', { after: head, before: base, ref: 'refs/heads/main' }, undefined],
    ['schedule', {}, undefined],
  ])('says when a %s happened', (name, payload, at) => {
    const result = readEvent(name, payload);
    const told = result.ok ? result.event.at : 0;
    expect(told === undefined ? undefined : new Date(told).toISOString()).toBe(at);
  });

  it.each([
    ['that is open, which names the merge that GitHub tried', { merge_commit_sha: base }, undefined],
    ['that was merged', { merged: true, merge_commit_sha: base }, base],
    ['that was merged by no commit', { merged: true, merge_commit_sha: null }, undefined],
  ])('tells the merge commit of a pull request %s', (_, change, mergeCommit) => {
    const result = readEvent('pull_request', pullRequest(change));
    expect(result.ok && result.event.pullRequest?.mergeCommit).toBe(mergeCommit);
  });

  it.each([
    ['an App', { login: 'renovate[bot]', type: 'Bot' }, true],
    ['a person', { login: 'renovate', type: 'User' }, undefined],
    ['a person with the name of an App', { login: 'renovate[bot]', type: 'User' }, undefined],
    ['an account that says nothing', { login: 'renovate[bot]' }, undefined],
    ['nobody', null, undefined],
  ])('tells whether the author is a bot by the account: %s', (_, user, bot) => {
    const result = readEvent('pull_request', pullRequest({ user }));
    expect(result.ok && result.event.pullRequest?.bot).toBe(bot);
  });

  it.each([
    ['another repository', { full_name: 'eve/qwen3-vl' }],
    ['a deleted repository', null],
  ])('takes a head in %s for a fork', (_, repo) => {
    const result = readEvent('pull_request', pullRequest({ head: { ref: 'main', sha: head, repo } }));
    expect(result.ok && result.event.pullRequest?.fork).toBe(true);
  });

  it.each([
    ['pull_request', {}, 'pull_request'],
    ['pull_request', pullRequest({ number: '7' }), 'pull_request.number'],
    ['pull_request', pullRequest({ head: { ref: 'x', sha: '--upload-pack=sh' } }), 'pull_request.head.sha'],
    ['pull_request', pullRequest({ base: { ref: 'main' } }), 'pull_request.base.sha'],
    ['merge_group', { merge_group: { head_sha: head, base_sha: base } }, 'merge_group.base_ref'],
    ['push', { ref: 'refs/heads/main' }, 'after'],
  ])('names the field of %s that is missing or malformed', (name, payload, field) => {
    expect(readEvent(name, payload)).toEqual({
      ok: false,
      problem: `the payload of ${name} has no valid ${field}`,
    });
  });

  it.each([
    [null, 'null'],
    [[], 'a list'],
    ['x', 'a string'],
  ])('refuses a payload that is not an object', (payload, kind) => {
    expect(readEvent('push', payload)).toEqual({
      ok: false,
      problem: `the payload of push is ${kind}, expected an object`,
    });
  });

  it('has no base for the first push of a branch', () => {
    const result = readEvent('push', { ref: 'refs/heads/release/v2.3', after: head, before: '0'.repeat(40) });
    expect(result).toMatchObject({ ok: true, event: { headRef: 'release/v2.3', headSha: head } });
    expect(result.ok && result.event.baseSha).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'toString'])('takes an event called %s for an unknown one', (name) => {
    expect(readEvent(name, {})).toMatchObject({ ok: true, event: { kind: 'other', name } });
  });
});

describe('queuedPullRequest', () => {
  const group = { kind: 'merge-group' as const, name: 'merge_group' };

  it.each([
    [`gh-readonly-queue/main/pr-89-${head}`, 89],
    [`gh-readonly-queue/release/v2.3/pr-7-${head}`, 7],
    [`gh-readonly-queue/main/pr-89-${head.slice(1)}`, undefined],
    [`gh-readonly-queue/main/pr-x-${head}`, undefined],
    [`gh-readonly-queue/main/pr-${'9'.repeat(20)}-${head}`, undefined],
    [`feature/gh-readonly-queue/main/pr-89-${head}`, undefined],
    [`gh-readonly-queue/main/pr-89-${head}\n`, undefined],
    ['main', undefined],
  ])('%s: %s', (headRef, number) => {
    expect(queuedPullRequest({ ...group, headRef })).toBe(number);
  });

  it('is none for a branch of that name outside of the queue', () => {
    const headRef = `gh-readonly-queue/main/pr-89-${head}`;
    expect(queuedPullRequest({ kind: 'push', name: 'push', headRef })).toBeUndefined();
  });
});
