import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sweepDefaults, type SweepSettings } from '../../../src/policy/index.ts';
import {
  deletionTime,
  isProtectedName,
  nextStep,
  standings,
  type Candidate,
  type ClosedPull,
  type SweepBranch,
  type SweepState,
} from '../../../src/branches/index.ts';
import { samples } from '../../support/seed.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-01T00:00:00Z');

/** Few names and tips, so that they meet. */
const name = fc.constantFrom('main', 'release/v2', 'feature/a', 'feature/b', 'fix/c', 'x', 'keep/me');
const sha = fc.constantFrom('a', 'a', 'a', 'b').map((letter) => letter.repeat(40));

const branch: fc.Arbitrary<SweepBranch> = fc.record({
  name,
  sha,
  protected: fc.constantFrom(false, false, false, true),
});
const closedPull: fc.Arbitrary<ClosedPull> = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  author: fc.constantFrom('ada', 'eve'),
  branch: name,
  headSha: sha,
  closedAt: fc.oneof(
    fc.integer({ min: 0, max: 60 * 24 }).map((hours) => new Date(start + hours * 3_600_000).toISOString()),
    fc.constantFrom('2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z', 'yesterday'),
  ),
  merged: fc.boolean(),
  labels: fc.array(fc.constantFrom('bug', 'ready', 'tune', 'keep-branch', 'halt'), { maxLength: 1 }),
});
const settings: fc.Arbitrary<SweepSettings> = fc.record({
  afterDays: fc.integer({ min: 0, max: 30 }),
  remindDays: fc.integer({ min: 0, max: 30 }),
  keepLabel: fc.constantFrom('keep-branch', 'halt'),
  atMost: fc.integer({ min: 1, max: 5 }),
  protect: fc.constantFrom(sweepDefaults.protect, ['keep/*'], []),
});
const state: fc.Arbitrary<SweepState> = fc.record({
  now: fc.integer({ min: 0, max: 90 * 24 }).map((hours) => start + hours * 3_600_000),
  branches: fc.uniqueArray(branch, { selector: (one) => one.name, minLength: 2 }),
  closed: fc.array(closedPull, { minLength: 2, maxLength: 12 }),
  inUse: fc.array(name, { maxLength: 2 }).map((names): ReadonlySet<string> => new Set(names)),
  lines: fc.constantFrom([], ['release/**'], ['k*/**']),
});

const candidates = (world: SweepState, rules: SweepSettings): Candidate[] =>
  standings(world, rules).flatMap((one) => (one.kind === 'due' ? [one.candidate] : []));

describe('the sweep never selects', () => {
  const never = (law: (candidate: Candidate, world: SweepState, rules: SweepSettings) => void) =>
    fc.assert(
      fc.property(state, settings, (world, rules) => {
        for (const candidate of candidates(world, rules)) law(candidate, world, rules);
      }),
      { numRuns: samples(1000) },
    );

  test('a protected branch, by GitHub or by the policy', () => {
    never((candidate, world, rules) => {
      expect(world.branches.find((one) => one.name === candidate.branch)?.protected).toBe(false);
      expect(isProtectedName(candidate.branch, { settings: rules, lines: world.lines })).toBe(false);
    });
  });

  test('trunk, and heads and bases of open pull requests', () => {
    never((candidate, world) => expect(world.inUse.has(candidate.branch)).toBe(false));
  });

  test('a branch whose pull request was closed or merged a short time ago, or nobody knows when', () => {
    never((candidate, world, { afterDays, remindDays }) => {
      const pulls = world.closed.filter((pull) => pull.branch === candidate.branch);
      const known = pulls.map(({ closedAt }) => Date.parse(closedAt)).filter((at) => !Number.isNaN(at));
      expect(known).not.toEqual([]);
      expect(world.now - Math.max(...known)).toBeGreaterThanOrEqual(
        Math.max(0, afterDays - remindDays) * day,
      );
    });
  });

  test('a branch with commits after the close, or without a closed pull request', () => {
    never((candidate, world) => {
      expect(world.branches).toContainEqual(
        expect.objectContaining({ name: candidate.branch, sha: candidate.sha }),
      );
      expect(candidate.pull).toMatchObject({ branch: candidate.branch, headSha: candidate.sha });
    });
  });

  test('a branch that any of its pull requests keeps by the label', () => {
    never((candidate, world, { keepLabel }) => {
      const labels = world.closed
        .filter((pull) => pull.branch === candidate.branch)
        .flatMap((pull) => pull.labels);
      expect(labels).not.toContain(keepLabel);
    });
  });
});

test('every branch is reported once, and it can be selected', () => {
  let selected = 0;
  fc.assert(
    fc.property(state, settings, (world, rules) => {
      const all = standings(world, rules);
      const names = all.map((one) => (one.kind === 'due' ? one.candidate.branch : one.branch));
      expect(names.toSorted()).toEqual(world.branches.map((one) => one.name).toSorted());
      selected += all.filter(({ kind }) => kind === 'due').length;
    }),
    { numRuns: samples(500), seed: 7 },
  );
  expect(selected).toBeGreaterThan(samples(500) / 4);
});

describe('a deletion', () => {
  const candidate = fc.record({
    branch: name,
    sha,
    pull: closedPull,
    remindFrom: fc.constant(start),
    endsAt: fc.integer({ min: 0, max: 40 }).map((days) => start + days * day),
  });
  const reminded = fc
    .integer({ min: 0, max: 40 * 24 })
    .map((hours) => new Date(start + hours * 3_600_000).toISOString());
  const now = fc.integer({ min: 0, max: 90 * 24 }).map((hours) => start + hours * 3_600_000);

  test('comes only after a reminder of that tip, the full notice after it and the end of the term', () => {
    fc.assert(
      fc.property(candidate, fc.option(reminded), fc.nat(10), now, (one, at, remindDays, when) => {
        const details = at === null ? {} : { remindedAt: at };
        const { step } = nextStep(one, details, { remindDays }, when);
        const over = at !== null && when >= Math.max(one.endsAt, Date.parse(at) + remindDays * day);
        expect(step).toBe(at === null ? 'remind' : over ? 'delete' : 'stay');
      }),
    );
  });

  test('never comes for a branch that somebody keeps, or after a reminder at no known time', () => {
    fc.assert(
      fc.property(candidate, reminded, fc.nat(10), now, (one, remindedAt, remindDays, when) => {
        expect(nextStep(one, { remindedAt, keptBy: 'ada' }, { remindDays }, when).step).toBe('stay');
        expect(nextStep(one, { remindedAt: 'soon' }, { remindDays }, when).step).toBe('stay');
      }),
    );
  });

  test('is never earlier than its announcement says', () => {
    fc.assert(
      fc.property(candidate, now, fc.nat(10), (one, when, remindDays) => {
        const at = new Date(when).toISOString();
        const announced = deletionTime(one.endsAt, at, remindDays);
        expect(nextStep(one, { remindedAt: at }, { remindDays }, announced - 1).step).toBe('stay');
        expect(nextStep(one, { remindedAt: at }, { remindDays }, announced).step).toBe('delete');
      }),
    );
  });
});
