import { describe, expect, it } from 'vitest';
import { markerOf } from '../../../src/github/comments.ts';
import type { Account, CommentState } from '../../support/github-api/index.ts';
import { failureOf, loopback } from './setup.ts';

const marker = '<!-- model-gates:verdict -->';
const bot: Account = { login: 'github-actions[bot]', type: 'Bot' };
const times = { createdAt: '2026-01-05T10:00:00Z', updatedAt: '2026-01-05T10:00:00Z' };

function comment(id: number, user: Account, body: string): CommentState {
  return { id, number: 89, user, body, ...times };
}

describe('the sticky comment', () => {
  it('is created, then updated in place', async () => {
    const { api, github } = await loopback();
    const first = await github.comments.upsert(89, 'verdict', 'one');
    const second = await github.comments.upsert(89, 'verdict', 'two');
    expect([first.created, second.created]).toEqual([true, false]);
    expect(api.state.comments.map(({ id, body }) => [id, body])).toEqual([[first.id, `${marker}\ntwo`]]);
  });

  it('that says the same is not written again', async () => {
    const { api, github } = await loopback();
    const first = await github.comments.upsert(89, 'verdict', 'one');
    expect(await github.comments.upsert(89, 'verdict', 'one')).toEqual({ ...first, created: false });
    expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it('keeps one comment for each key', async () => {
    const { api, github } = await loopback();
    await github.comments.upsert(89, 'verdict', 'one');
    await github.comments.upsert(89, 'audit', 'two');
    expect(api.state.comments).toHaveLength(2);
  });

  it.each([
    ['by a person', { login: 'mallory', type: 'User' }, `${marker}\nforged`],
    ['by our app, where the marker is only quoted', bot, `> ${marker}`],
  ] as const)('leaves a comment alone that is %s', async (_, user, body) => {
    const { api, github } = await loopback({ state: { comments: [comment(1, user, body)] } });
    const { created } = await github.comments.upsert(89, 'verdict', 'ours');
    expect(created).toBe(true);
    expect(api.state.comments.map((each) => each.body)).toEqual([body, `${marker}\nours`]);
  });

  it("is made anew where the one with the marker is another app's, which ours may not change", async () => {
    const comments = [comment(1, { login: 'echo[bot]', type: 'Bot' }, `${marker}\nechoed`)];
    const { api, github } = await loopback({ state: { comments, editsOthers: false } });
    expect(await github.comments.upsert(89, 'verdict', 'ours')).toMatchObject({ created: true });
    expect(api.state.comments.map((each) => each.body)).toEqual([`${marker}\nechoed`, `${marker}\nours`]);
  });

  it('is found among the comments of the person whose token it is', async () => {
    const viewer: Account = { login: 'ada', type: 'User' };
    const comments = [
      comment(1, { login: 'mallory', type: 'User' }, `${marker} x`),
      comment(2, viewer, `${marker} y`),
    ];
    const { api, github } = await loopback({ state: { viewer, comments } });
    await github.comments.upsert(89, 'verdict', 'ours');
    expect(api.state.comments.map((each) => each.body)).toEqual([`${marker} x`, `${marker}\nours`]);
  });

  it('is found on a later page, and its doubles are removed', async () => {
    const chatter = Array.from({ length: 130 }, (_, index) =>
      comment(index + 1, { login: 'ada', type: 'User' }, 'hello'),
    );
    const comments = [
      ...chatter,
      comment(500, bot, `${marker} a`),
      comment(501, bot, `${marker} b`),
      comment(502, { login: 'echo[bot]', type: 'Bot' }, `${marker} c`),
    ];
    const { api, github } = await loopback({ state: { comments } });
    expect(await github.comments.upsert(89, 'verdict', 'ours')).toMatchObject({ id: 500, created: false });
    expect(api.state.comments.slice(130).map(({ id }) => id)).toEqual([500, 502]);
  });

  it('is not doubled when only the answer to its creation is lost', async () => {
    const { api, github } = await loopback();
    api.failNext({ method: 'POST', path: '/comments', status: 502, carriedOut: true });
    expect(await github.comments.upsert(89, 'verdict', 'ours')).toMatchObject({ created: false });
    expect(api.state.comments).toHaveLength(1);
  });

  it('is created at the second try when the first did nothing', async () => {
    const { api, github } = await loopback();
    api.failNext({ method: 'POST', path: '/comments', reset: true });
    expect(await github.comments.upsert(89, 'verdict', 'ours')).toMatchObject({ created: true });
    expect(api.state.comments).toHaveLength(1);
  });

  it('refuses a body that GitHub would refuse, before it is sent', async () => {
    const { api, github } = await loopback();
    expect(await failureOf(github.comments.upsert(89, 'verdict', 'x'.repeat(65_536)))).toBeInstanceOf(
      RangeError,
    );
    expect(api.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('the marker', () => {
  it.each(['a b', '-->', 'a-', '', 'a\nb'])('takes no key such as %j', (key) => {
    expect(() => markerOf(key)).toThrow(RangeError);
  });
});
