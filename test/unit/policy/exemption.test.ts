import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approvalOf,
  isEntitled,
  judgeExemption,
  type ExemptionRule,
  type PullRequestState,
} from '../../../src/policy/index.ts';
import type { ReviewFacts } from '../../../src/kernel/pull-request.ts';

const head = 'a'.repeat(40);
const rule: ExemptionRule = {
  label: 'skip-full-eval',
  gates: ['regression-gate'],
  by: { users: ['grace'], teams: [] },
  authorMay: false,
  reasonRequired: true,
  sticky: false,
  effect: 'lift',
};
const labeled = { kind: 'labeled' as const, label: rule.label, by: 'grace', at: '2026-11-20T10:05:00Z' };
const comment = {
  by: 'grace',
  body: '/exempt skip-full-eval because the cluster is down',
  createdAt: '2026-11-20T10:06:00Z',
  updatedAt: '2026-11-20T10:06:00Z',
};
const state: PullRequestState = {
  headSha: head,
  author: 'ada',
  labels: [rule.label],
  labelEvents: [labeled],
  comments: [comment],
  pushedAt: '2026-11-20T10:00:00Z',
};
const now = Date.parse('2026-11-20T12:00:00Z');
const byPolicy = (login: string) => isEntitled(rule.by, { login, permission: 'none', teams: [] });

function judge(
  change: Partial<PullRequestState> = {},
  changedRule: Partial<ExemptionRule> = {},
  entitled = byPolicy,
) {
  return judgeExemption({ ...rule, ...changedRule }, { ...state, ...change }, entitled, now);
}

describe('an exemption', () => {
  it('names who, when, on which SHA and why', () => {
    expect(judge()).toMatchObject({
      granted: true,
      exemption: {
        by: 'grace',
        at: labeled.at,
        sha: head,
        label: 'skip-full-eval',
        reason: 'the cluster is down',
      },
    });
  });

  it('is no question without its label', () => {
    expect(judge({ labels: ['other'] })).toBeUndefined();
  });

  it.each([
    [
      'someone whom the policy does not name',
      { labelEvents: [{ ...labeled, by: 'eve' }] },
      {},
      'eve may not grant it',
    ],
    ['the author, whatever the case of the login', { author: 'Grace' }, {}, 'is the author'],
    ['a label older than the push', { pushedAt: '2026-11-20T11:00:00Z' }, {}, 'older than the last push'],
    ['a label of the same second as the push', { pushedAt: labeled.at }, {}, 'older than the last push'],
    [
      'a label from before the base was changed',
      { baseChangedAt: '2026-11-20T11:00:00Z' },
      {},
      'older than the change of the base branch',
    ],
    [
      'the same under a rule that outlives pushes',
      { baseChangedAt: labeled.at },
      { sticky: true },
      'older than the change of the base branch',
    ],
    [
      'a time of that change that nobody can read',
      { baseChangedAt: 'soon' },
      {},
      'change of the base branch',
    ],
    ['an unknown time of the push', { pushedAt: undefined }, {}, 'nothing tells when'],
    ['no event that tells who', { labelEvents: [] }, {}, 'does not tell who'],
    [
      'a label taken off last',
      { labelEvents: [labeled, { ...labeled, kind: 'unlabeled', at: '2026-11-20T10:07:00Z' }] },
      {},
      'does not tell who',
    ],
    ['no reason', { comments: [] }, {}, 'needs a reason'],
    ['a reason by somebody else', { comments: [{ ...comment, by: 'eve' }] }, {}, 'needs a reason'],
    [
      'an edited comment',
      { comments: [{ ...comment, updatedAt: '2026-11-20T11:00:00Z' }] },
      {},
      'needs a reason',
    ],
    [
      'a reason for another label',
      { comments: [{ ...comment, body: '/exempt other because x y z' }] },
      {},
      'needs a reason',
    ],
    [
      'a reason from before the push',
      { comments: [{ ...comment, createdAt: '2026-11-20T09:00:00Z', updatedAt: '2026-11-20T09:00:00Z' }] },
      {},
      'needs a reason',
    ],
    ['its time being over', {}, { hours: 1 }, 'ended 1 hour after'],
  ] as [string, Partial<PullRequestState>, Partial<ExemptionRule>, string][])(
    'is refused for %s',
    (_, change, changedRule, reason) => {
      const result = judge(change, changedRule);
      expect(result).toMatchObject({ granted: false });
      expect(result?.granted === false && result.reason).toContain(reason);
    },
  );

  it.each([
    ['the policy lets the author', { author: 'grace' }, { authorMay: true }],
    ['it is sticky and older than the push', { pushedAt: '2026-11-20T11:00:00Z' }, { sticky: true }],
    ['no reason is asked for', { comments: [] }, { reasonRequired: false }],
    [
      'an entitled person puts the label on after a stranger',
      { labelEvents: [{ ...labeled, by: 'eve', at: '2026-11-20T10:01:00Z' }, labeled] },
      {},
    ],
  ] as [string, Partial<PullRequestState>, Partial<ExemptionRule>][])(
    'is granted where %s',
    (_, change, changedRule) => {
      expect(judge(change, changedRule)).toMatchObject({ granted: true });
    },
  );

  it('does not depend on the order in which GitHub tells events and comments', () => {
    const events = [
      labeled,
      { ...labeled, kind: 'unlabeled' as const, at: '2026-11-20T10:02:00Z' },
      { ...labeled, by: 'eve', at: '2026-11-20T10:01:00Z' },
    ];
    const comments = [comment, { ...comment, by: 'eve' }, { ...comment, body: 'hello' }];
    const expected = judge({ labelEvents: events, comments });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(events, { minLength: 3 }),
        fc.shuffledSubarray(comments, { minLength: 3 }),
        (labelEvents, shuffled) => {
          expect(judge({ labelEvents, comments: shuffled })).toEqual(expected);
        },
      ),
    );
    expect(expected).toMatchObject({ granted: true });
  });
});

describe('isEntitled', () => {
  it.each([
    [{ users: [], teams: [] }, false],
    [{ users: ['GRACE'], teams: [] }, true],
    [{ users: [], teams: ['acme/release'] }, true],
    [{ users: [], teams: ['acme/other'] }, false],
    [{ users: [], teams: [], permission: 'write' as const }, true],
    [{ users: [], teams: [], permission: 'admin' as const }, false],
  ])('%j → %s', (entitled, expected) => {
    expect(isEntitled(entitled, { login: 'grace', permission: 'maintain', teams: ['acme/release'] })).toBe(
      expected,
    );
  });
});

it.each([
  ['before it', '2026-11-20T10:00:00Z', true],
  ['in the same second', '2026-11-20T10:05:00Z', false],
  ['after it', '2026-11-20T11:00:00Z', false],
])(
  'an exemption and an approval hold for a base that the pull request got %s: %s',
  (_, baseChangedAt, holds) => {
    const review: ReviewFacts = { by: 'grace', state: 'APPROVED', sha: head, at: labeled.at };
    expect(judge({ baseChangedAt })?.granted).toBe(holds);
    expect(approvalOf([review], head, 'ada', byPolicy, baseChangedAt) !== undefined).toBe(holds);
  },
);

describe('approvalOf', () => {
  const review: ReviewFacts = { by: 'grace', state: 'APPROVED', sha: head, at: '2026-11-20T10:00:00Z' };
  const approval = (...reviews: ReviewFacts[]) =>
    approvalOf(reviews, head, 'ada', (login) => login === 'grace' || login === 'ada');

  it.each([
    ['an approval of the head', [review], true],
    ['one of an older commit', [{ ...review, sha: 'b'.repeat(40) }], false],
    ['one by the author', [{ ...review, by: 'ada' }], false],
    ['one by someone not entitled', [{ ...review, by: 'eve' }], false],
    ['one that was dismissed', [{ ...review, state: 'DISMISSED' }], false],
    [
      'one followed by requested changes',
      [review, { ...review, state: 'CHANGES_REQUESTED', at: '2026-11-20T11:00:00Z' }],
      false,
    ],
    [
      'one followed by a comment',
      [review, { ...review, state: 'COMMENTED', at: '2026-11-20T11:00:00Z' }],
      true,
    ],
    [
      'requested changes followed by an approval',
      [{ ...review, state: 'CHANGES_REQUESTED', at: '2026-11-20T09:00:00Z' }, review],
      true,
    ],
  ] as [string, ReviewFacts[], boolean][])('%s', (_, reviews, holds) => {
    expect(approval(...reviews) !== undefined).toBe(holds);
    expect(approval(...reviews.toReversed()) !== undefined).toBe(holds);
  });
});
