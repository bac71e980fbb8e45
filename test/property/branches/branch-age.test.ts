import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchStart, hoursSince, lastSync } from '../../../src/branches/index.ts';
import type { OwnCommit } from '../../../src/kernel/branch.ts';

const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const now = fc.integer({ min: 0, max: 4_000_000_000_000 });
const sha = fc.integer({ min: 0, max: 40 }).map((number) => number.toString(16).padStart(40, '0'));

const commit: fc.Arbitrary<OwnCommit> = fc.record({
  sha,
  parents: fc.array(sha, { minLength: 1, maxLength: 3 }),
  authoredAt: time,
  committedAt: time,
});
const own = fc.uniqueArray(commit, { selector: (one) => one.sha, maxLength: 12 });
const creations = fc.array(fc.record({ at: time }), { maxLength: 4 });

describe('age', () => {
  test('is never negative, grows with the clock and by as much', () => {
    fc.assert(
      fc.property(time, now, fc.nat(1_000_000_000), (at, when, later) => {
        const before = hoursSince(at, when);
        const after = hoursSince(at, when + later);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        const grown = before > 0 ? after - before : later / 3_600_000;
        expect(grown).toBeCloseTo(later / 3_600_000, 6);
      }),
    );
  });

  test('is that of the newest creation, whatever commits say', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: time }), { minLength: 1 }), own, (records, commits) => {
        const start = branchStart(records, commits);
        const newest = Math.max(...records.map(({ at }) => Date.parse(at)));
        expect(start?.source).toBe('branch-creation');
        expect(Date.parse(start?.at ?? '')).toBe(newest);
      }),
    );
  });

  test('without a record, no commit of the branch was committed before it began', () => {
    fc.assert(
      fc.property(own, (commits) => {
        const start = branchStart([], commits);
        const plain = commits.filter(({ parents }) => parents.length < 2);
        expect(start === undefined).toBe(plain.length === 0);
        for (const { committedAt } of plain)
          expect(Date.parse(committedAt)).toBeGreaterThanOrEqual(Date.parse(start?.at ?? ''));
      }),
    );
  });

  test('a commit that was picked into it makes no branch older, whenever it was authored', () => {
    fc.assert(
      fc.property(own, time, (commits, authoredAt) => {
        const picked = commits.map((one) => ({ ...one, authoredAt }));
        expect(branchStart([], picked)).toEqual(branchStart([], commits));
      }),
    );
  });

  test('does not depend on the order of what is known', () => {
    fc.assert(
      fc.property(creations, own, (records, commits) => {
        expect(Date.parse(branchStart(records.toReversed(), commits.toReversed())?.at ?? '')).toEqual(
          Date.parse(branchStart(records, commits)?.at ?? ''),
        );
      }),
    );
  });
});

describe('last sync', () => {
  test('is never before the branch point, and a merge with trunk only brings it nearer', () => {
    fc.assert(
      fc.property(own, time, commit, (commits, point, merge) => {
        const before = lastSync(commits, point);
        const trunkTip = 'f'.repeat(40);
        const withMerge = [{ ...merge, sha: 'e'.repeat(40), parents: [merge.sha, trunkTip] }, ...commits];
        const after = lastSync(withMerge, point);
        expect(Date.parse(before.at)).toBeGreaterThanOrEqual(Date.parse(point));
        expect(Date.parse(after.at)).toBeGreaterThanOrEqual(Date.parse(before.at));
        expect(Date.parse(after.at)).toBeGreaterThanOrEqual(Date.parse(merge.committedAt));
      }),
    );
  });

  test('merges among the branch’s own commits are none', () => {
    fc.assert(
      fc.property(own, time, (commits, point) => {
        const known = commits.map((one) => one.sha);
        const inner = commits.map((one) => ({
          ...one,
          parents: one.parents.map((_, index) => known[index % known.length] ?? one.sha),
        }));
        expect(lastSync(inner, point)).toEqual({ at: point, how: 'branch-point' });
      }),
    );
  });
});
