import { describe, expect, test } from 'vitest';
import {
  checkBranch,
  type BranchPorts,
  type BranchRequest,
} from '../../../src/branches/gate/check-branch.ts';
import type { BranchGit, MergeTrial } from '../../../src/ports/branches.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { emptyPolicy, type BranchSettings } from '../../../src/policy/index.ts';
import { rememberingLog } from '../../support/log.ts';

const sha = (letter: string) => letter.repeat(40);
const now = Date.parse('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();

const [trunk, head, mergeBase] = [sha('a'), sha('b'), sha('c')];

interface World {
  /** Files that a head touches. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** Files that conflict with the head. */
  readonly conflicts?: Readonly<Record<string, readonly string[]>>;
  readonly trial?: MergeTrial;
  readonly behind?: number;
  readonly ahead?: number;
  readonly gone?: readonly string[];
}

function git({ files = {}, conflicts = {}, trial, behind = 2, ahead = 1, gone = [] }: World): BranchGit & {
  readonly tried: string[];
} {
  const tried: string[] = [];
  return {
    tried,
    available: async (shas) => new Set(shas.filter((one) => !gone.includes(one))),
    distance: async () => ({ mergeBase, ahead, behind }),
    ownCommits: async () => [
      { sha: head, parents: [mergeBase], authoredAt: hoursAgo(24 * 59), committedAt: hoursAgo(10) },
    ],
    sameCommits: async () => [],
    commitOfTree: async () => undefined,
    lineHistory: () => Promise.reject(new Error('no line is asked about')),
    commitDate: async () => hoursAgo(50),
    touchedSince: async (_base, heads) => new Map(heads.map((sha) => [sha, { paths: files[sha] ?? [] }])),
    tryMerges: async (pairs) =>
      pairs.map(([ours, theirs]) => {
        const other = ours === trunk ? trunk : theirs;
        tried.push(other);
        const found = (conflicts[other] ?? []).map((path) => ({ path, kind: 'content' }));
        return trial ?? { tried: true, conflicts: found };
      }),
  };
}

function check(
  world: BranchGit,
  request: Partial<BranchRequest> = {},
  ports: Partial<BranchPorts> = {},
  settings: Partial<BranchSettings> = {},
) {
  const policy = { ...emptyPolicy, branches: { ...emptyPolicy.branches, ...settings } };
  const given = { branch: 'feature/x', trunk: 'main', head, base: trunk, policy, others: [] };
  return checkBranch(
    { ...given, limits: { compared: 50, tried: 2 }, ...request },
    { git: world, log: rememberingLog(), now: () => now, ...ports },
  );
}

const rules = (report: { findings: readonly { rule: string; severity: string }[] }) =>
  report.findings.map(({ rule, severity }) => `${severity} ${rule}`);

const upToDate = git({ behind: 0 });

describe('age', () => {
  const created = (hours: number) => ({ creations: async () => [{ at: hoursAgo(hours) }] });

  test.each([
    [0, []],
    [23.9, []],
    [24, ['warning branch/old']],
    [71.9, ['warning branch/old']],
    [72, ['error branch/over-limit']],
    [-5, []],
  ])('%f hours since GitHub recorded the creation: %j', async (hours, found) => {
    const report = await check(upToDate, {}, created(hours));
    expect(rules(report)).toEqual(found);
    expect(report.facts).toMatchObject({ ageHours: Math.max(0, hours), ageSource: 'branch-creation' });
    expect(report.verdict).toBe(found.includes('error branch/over-limit') ? 'fail' : 'pass');
  });

  test('beyond the limit warns where the policy says so', async () => {
    const report = await check(upToDate, {}, created(100), { overLimit: 'warn' });
    expect([report.verdict, ...rules(report)]).toEqual(['pass', 'warning branch/over-limit']);
  });

  test('without a record it is that of the first commit, and the report says so', async () => {
    for (const ports of [{}, { creations: async () => [] }]) {
      const report = await check(upToDate, {}, ports);
      expect(report.facts).toMatchObject({ ageHours: 10, ageSource: 'first-commit' });
      expect(JSON.stringify(report.sections)).toContain('first own commit of');
    }
  });

  test('a record that cannot be read is reported; what is not a failure of GitHub is not swallowed', async () => {
    const refused = { creations: () => Promise.reject(new UserError('403', { help: 'contents: read' })) };
    expect(rules(await check(upToDate, {}, refused))).toEqual(['notice branch/age-from-commits']);
    const bug = { creations: () => Promise.reject(new TypeError('x is undefined')) };
    await expect(check(upToDate, {}, bug)).rejects.toThrow('x is undefined');
  });
});

describe('name', () => {
  test.each([
    ['feature/x', [], []],
    ['feature/x', ['feature/*'], []],
    ['feature/x/y', ['feature/*'], ['error branch/name']],
    ['hotfix/nan', ['feature/*'], []],
    ['--help', ['feature/*'], ['error branch/name']],
    ['feature/$(id)', ['feature/*'], []],
  ])('%s with patterns %j: %j', async (branch, names, found) => {
    expect(rules(await check(upToDate, { branch }, {}, { names }))).toEqual(found);
  });
});

describe('distance', () => {
  test('tells what is missing and since when', async () => {
    const report = await check(git({ behind: 2 }));
    expect(rules(report)).toEqual(['notice branch/behind']);
    expect(report.facts).toMatchObject({ behind: 2, daysSinceSync: 2.1, lastSync: { how: 'branch-point' } });
  });

  test('a branch that has all of trunk is in step with it now', async () => {
    expect((await check(upToDate)).facts).toMatchObject({ behind: 0, daysSinceSync: 0 });
  });
});

const others = [
  { name: '#1', number: 1, title: 'One', head: sha('1') },
  { name: '#2', number: 2, title: 'Two', head: sha('2') },
  { name: '#3', number: 3, title: 'Three', head: sha('3') },
  { name: '#4', number: 4, title: 'Four', head: sha('4') },
];
const files = {
  [head]: ['a', 'b', 'c'],
  [sha('1')]: ['x'],
  [sha('2')]: ['a'],
  [sha('3')]: ['c', 'a', 'z'],
  [sha('4')]: ['b'],
};

describe('conflicts', () => {
  test('are tried with those that share the most files, so many and no more', async () => {
    const world = git({ files, behind: 0, conflicts: { [sha('3')]: ['a', 'z'] } });
    const report = await check(world, { others });
    expect(world.tried).toEqual([sha('3'), sha('2')]);
    expect(report.facts).toMatchObject({
      conflicts: [{ with: '#3', number: 3, title: 'Three', files: [{ path: 'a', kind: 'content' }] }],
      overlaps: [{ with: '#3', files: ['c', 'a'] }, { with: '#2' }, { with: '#4' }],
      compared: 2,
      notCompared: 1,
    });
    expect(rules(report)).toEqual(['warning branch/conflicts-with-open-work']);
  });

  test('no more than so many branches are looked at', async () => {
    const world = git({ files, behind: 0 });
    const report = await check(world, { others, limits: { compared: 2, tried: 9 } });
    expect(world.tried).toEqual([sha('2')]);
    expect(report.facts).toMatchObject({ notCompared: 2 });
  });

  test('with trunk are reported with every file', async () => {
    const report = await check(git({ conflicts: { [trunk]: ['a', 'b'] } }));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'branch/conflicts-with-trunk', file: 'a', severity: 'warning' }),
    );
    expect(report.verdict).toBe('pass');
  });

  test('a git that cannot try leaves them unknown: null and never an empty list', async () => {
    const world = git({ files, trial: { tried: false, reason: 'this is git 2.34.1.' } });
    const report = await check(world, { others });
    expect(report.facts).toMatchObject({ conflicts: null, conflictsUnknown: ['this is git 2.34.1.'] });
    expect(rules(report)).toContain('warning branch/conflicts-unknown');
    expect(report.facts.overlaps).toHaveLength(3);
  });

  test('a commit that is gone is reported, and hides no other', async () => {
    const world = git({ files, behind: 0, gone: [sha('3')] });
    const report = await check(world, { others });
    expect(world.tried).toEqual([sha('2'), sha('4')]);
    expect(report.facts).toMatchObject({ conflictsUnknown: ['the commits of #3 could not be fetched.'] });
  });

  test('a branch with nothing of its own is compared with nobody', async () => {
    const world = git({ files, ahead: 0 });
    await check(world, { others });
    expect(world.tried).toEqual([]);
  });
});
