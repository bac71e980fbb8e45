import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/policy/gate/planned.ts';
import type { PullRequestSource } from '../../../src/ports/index.ts';
import { emptyPolicy, type Plan, type Policy, type TrunkEvent } from '../../../src/policy/index.ts';
import type { LabelEvent, PersonComment, ReviewFacts } from '../../../src/kernel/pull-request.ts';
import { samples } from '../../support/seed.ts';

const head = 'a'.repeat(40);
const labelName = 'skip-full-eval';
const people = ['ada', 'grace', 'rita', 'eve'] as const;

const policy: Policy = {
  ...emptyPolicy,
  exemptions: [
    {
      label: labelName,
      gates: ['regression-gate'],
      by: { users: ['grace'], teams: [] },
      authorMay: false,
      reasonRequired: true,
      sticky: false,
      effect: 'lift',
    },
    // Nothing but the label itself ties this one to the commit.
    {
      label: 'other',
      gates: ['detect-dep-drift'],
      by: { users: ['grace'], teams: [] },
      authorMay: false,
      reasonRequired: false,
      sticky: false,
      effect: 'lift',
    },
  ],
  hotfix: { ...emptyPolicy.hotfix, releaseManagers: { users: ['rita', 'grace'], teams: [] } },
};

/** What GitHub knows of a pull request. */
interface World {
  readonly labels: readonly string[];
  readonly events: readonly LabelEvent[];
  readonly comments: readonly PersonComment[];
  readonly reviews: readonly ReviewFacts[];
  readonly pushedAt: string;
}

function time(second: number): string {
  return new Date(Date.parse('2026-11-20T10:00:00Z') + second * 1000).toISOString();
}

function planOf(world: World, branch: string): Promise<Plan> {
  const event: TrunkEvent = {
    kind: 'pull-request',
    name: 'pull_request',
    headSha: head,
    headRef: branch,
    baseRef: 'main',
    defaultBranch: 'main',
    pullRequest: { number: 89, author: 'ada', draft: false, fork: false, labels: [] },
  };
  const unused = () => Promise.reject(new Error('not asked for'));
  const source: PullRequestSource = {
    current: unused,
    checks: unused,
    standing: unused,
    labels: async () => world.labels,
    labelEvents: async () => world.events,
    baseChangedAt: async () => undefined,
    comments: async () => world.comments,
    reviews: async () => world.reviews,
    pushedAt: async () => world.pushedAt,
  };
  const change = { files: [], base: {}, head: {}, commits: async () => [] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the plan looks at nothing but the files
  const ports = { now: () => Date.parse(time(1000)), change } as unknown as Parameters<typeof makePlan>[3];
  return makePlan(event, policy, source, ports);
}

/** Few seconds and few people, so that what collides does collide. */
const second = fc.integer({ min: 0, max: 6 }).map(time);
const person = fc.constantFrom(...people);
const labelEvent = fc.record({
  kind: fc.constantFrom('labeled' as const, 'unlabeled' as const),
  label: fc.constantFrom(labelName, 'other'),
  by: person,
  at: second,
});
const comment = fc
  .record({
    by: person,
    body: fc.constantFrom(`/exempt ${labelName} because of a`, `/exempt ${labelName} because of b`, 'hello'),
    createdAt: second,
    edited: fc.boolean(),
  })
  .map(({ edited, ...rest }) => ({ ...rest, updatedAt: edited ? time(500) : rest.createdAt }));
const review = fc.record({
  by: person,
  state: fc.constantFrom(
    'APPROVED' as const,
    'CHANGES_REQUESTED' as const,
    'COMMENTED' as const,
    'DISMISSED' as const,
  ),
  sha: fc.constantFrom(head, 'b'.repeat(40)),
  at: second,
});
const world: fc.Arbitrary<World> = fc.record({
  labels: fc.constantFrom([labelName], [labelName, 'other'], []),
  events: fc.array(labelEvent, { maxLength: 6 }),
  comments: fc.array(comment, { maxLength: 4 }),
  reviews: fc.array(review, { maxLength: 5 }),
  pushedAt: second,
});
const branch = fc.constantFrom('feature/x', 'hotfix/x');

function shuffled(one: World): fc.Arbitrary<World> {
  const all = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  return fc.record({
    labels: all(one.labels),
    events: all(one.events),
    comments: all(one.comments),
    reviews: all(one.reviews),
    pushedAt: fc.constant(one.pushedAt),
  });
}

function decided({ gates, findings }: Plan): unknown {
  return { gates, findings };
}

function isLifted({ gates }: Plan): boolean {
  return gates.some(({ exemption }) => exemption !== undefined);
}

describe('what people said', () => {
  it('gives the same plan in whatever order GitHub tells it', async () => {
    const pair = world.chain((one) => fc.tuple(fc.constant(one), shuffled(one)));
    await fc.assert(
      fc.asyncProperty(pair, branch, async ([one, other], name) => {
        expect(decided(await planOf(other, name))).toEqual(decided(await planOf(one, name)));
      }),
      { numRuns: samples(1500) },
    );
  });

  it('has no effect after a later push', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        expect(isLifted(await planOf({ ...one, pushedAt: time(100) }, 'feature/x'))).toBe(false);
      }),
    );
  });

  it('is lifted by nobody whom the policy does not name: what only strangers and the author say has no effect', async () => {
    const stranger = (by: string): boolean => by === 'eve' || by === 'ada';
    await fc.assert(
      fc.asyncProperty(world, branch, async (one, name) => {
        const theirs: World = {
          ...one,
          events: one.events.filter(({ by }) => stranger(by)),
          reviews: one.reviews.filter(({ by }) => stranger(by)),
        };
        expect(isLifted(await planOf(theirs, name))).toBe(false);
      }),
    );
  });

  it('grants nothing more when a stranger says more', async () => {
    const eve = fc.record({
      events: fc.array(
        labelEvent.map((event) => ({ ...event, by: 'eve' })),
        { maxLength: 3 },
      ),
      comments: fc.array(
        comment.map((one) => ({ ...one, by: 'eve' })),
        { maxLength: 3 },
      ),
      reviews: fc.array(
        review.map((one) => ({ ...one, by: 'eve' })),
        { maxLength: 3 },
      ),
    });
    // A label that the stranger takes off is off; only what puts it on is tried here.
    await fc.assert(
      fc.asyncProperty(world, eve, branch, async (one, more, name) => {
        const added = more.events.filter(({ kind }) => kind === 'labeled');
        const louder: World = {
          ...one,
          events: [...one.events, ...added],
          comments: [...one.comments, ...more.comments],
          reviews: [...one.reviews, ...more.reviews],
        };
        const [before, after] = [await planOf(one, name), await planOf(louder, name)];
        expect(isLifted(after) && !isLifted(before)).toBe(false);
      }),
      { numRuns: samples(1500) },
    );
  });

  it('can lift something at all', async () => {
    const good: World = {
      labels: [labelName],
      events: [{ kind: 'labeled', label: labelName, by: 'grace', at: time(2) }],
      comments: [
        { by: 'grace', body: `/exempt ${labelName} because x y`, createdAt: time(1), updatedAt: time(1) },
      ],
      reviews: [{ by: 'rita', state: 'APPROVED', sha: head, at: time(2) }],
      pushedAt: time(0),
    };
    expect(isLifted(await planOf(good, 'feature/x'))).toBe(true);
    expect(isLifted(await planOf({ ...good, events: [], labels: [] }, 'hotfix/x'))).toBe(true);
  });
});
