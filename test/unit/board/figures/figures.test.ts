import { describe, expect, it, test } from 'vitest';
import { boardDefaults, figuresOf, type Figure, type FigureInput } from '../../../../src/board/index.ts';
import { quantile } from '../../../../src/board/figures/figure.ts';
import type { RecordDraft } from '../../../../src/lineage/index.ts';
import type { TrunkMerge } from '../../../../src/kernel/trunk-log.ts';
import { recordsOf, shaOf } from '../../../support/team-ledger.ts';
import { hoursBefore, judged, made, now } from '../support.ts';

const day = 24;
const window = { since: now - 30 * day * 3_600_000, until: now };
const ada = { name: 'Ada', email: 'ada@example.org' };

/** Merged so many hours ago; `work`: hours from its first commit to the merge. */
function merge(
  name: string,
  hours: number,
  more: Partial<TrunkMerge> & { readonly work?: number } = {},
): TrunkMerge {
  const { work, ...fields } = more;
  const brought = work === undefined ? [] : [{ author: ada, authoredAt: hoursBefore(hours + work) }];
  return {
    sha: shaOf(name),
    at: hoursBefore(hours),
    author: ada,
    message: `Change ${name}`,
    brought,
    ...fields,
  };
}

interface Team extends Partial<FigureInput> {
  readonly merges?: readonly TrunkMerge[];
  readonly drafts?: readonly RecordDraft[];
}

function figure(name: string, { merges = [], drafts = [], ...more }: Team): Figure {
  const trunk = { merges: merges.toSorted((a, b) => (a.at < b.at ? 1 : -1)), isCut: false };
  const input: FigureInput = { window, trunk, records: recordsOf(drafts), settings: boardDefaults, ...more };
  const found = figuresOf(input).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return found;
}

const many = (count: number, make: (at: number) => TrunkMerge): TrunkMerge[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe('merges', () => {
  test('a month, machines and reverts apart, against the window before', () => {
    const bot = { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.example' };
    const merges = [
      ...many(12, (at) => merge(`new-${at}`, at * day + 1)),
      ...many(10, (at) => merge(`old-${at}`, (31 + at) * day)),
      merge('first', 70 * day),
      merge('bump', 2, { author: bot }),
      merge('undo', 3, { message: 'Revert "Change new-1"\n\nThis reverts commit 1a2b3c4d.' }),
      merge('merged-undo', 4, { message: 'Merge pull request #9 from o/revert-8\n\nRevert "Change new-2"' }),
    ];
    expect(figure('merges', { merges })).toMatchObject({
      value: expect.closeTo(12, 10) as number,
      count: 12,
      before: { value: expect.closeTo(10, 10) as number, count: 10 },
      trend: expect.closeTo(2, 10) as number,
      aside: '1 of machines, 2 reverts',
    });
  });

  test('fewer than ten in a window have a count and no trend', () => {
    const merges = [
      ...many(12, (at) => merge(`n${at}`, at + 1)),
      ...many(9, (at) => merge(`o${at}`, 40 * day + at)),
      merge('first', 70 * day),
    ];
    expect(figure('merges', { merges })).toMatchObject({ count: 12, before: { count: 9 }, trend: null });
  });

  test('a window that the history does not cover is compared with nothing, and some days are not made into a month', () => {
    const merges = many(20, (at) => merge(`n${at}`, at * 6 + 1));
    expect(figure('merges', { merges })).toMatchObject({ value: 20, before: null, trend: null });
  });

  test('times that have not come yet are left out, and that is said', () => {
    const merges = [merge('a', 5), merge('tomorrow', -24), merge('first', 70 * day)];
    expect(figure('merges', { merges })).toMatchObject({
      count: 1,
      aside: '1 with times that have not come yet are left out',
    });
  });

  test('a clone whose history begins within the window knows nothing of them', () => {
    const trunk = { merges: [merge('tip', 5)], isCut: true };
    expect(figure('merges', { trunk })).toMatchObject({
      value: null,
      unknown: expect.stringContaining('fetch-depth: 0') as string,
    });
    const old = { merges: [merge('tip', 5), merge('old', 31 * day)], isCut: true };
    expect(figure('merges', { trunk: old })).toMatchObject({ value: 1, before: null });
  });

  test('without a clone they are unknown', () => {
    expect(figure('merges', { trunk: undefined })).toMatchObject({
      value: null,
      unknown: expect.stringContaining('no clone') as string,
    });
  });
});

describe('lead time to merge', () => {
  it('begins with the first commit that a merge brought; a squash has lost its own', () => {
    const merges = [
      merge('a', 5, { work: 10 }),
      merge('b', 6, { work: 20 }),
      merge('c', 7, { work: 60 }),
      merge('squashed', 8),
    ];
    expect(figure('lead-time-to-merge', { merges })).toMatchObject({
      value: 20,
      p90: expect.closeTo(52, 10) as number,
      count: 3,
      aside: expect.stringContaining('1 are squashed') as string,
    });
  });

  it('begins with the pull request where GitHub was asked, found by its merge or its number', () => {
    const pull = (number: number, hours: number, mergeCommit?: string, author = 'ada') => ({
      number,
      author,
      openedAt: hoursBefore(hours),
      mergedAt: hoursBefore(0),
      mergeCommit,
    });
    const merges = [merge('a', 5), merge('b', 6, { message: 'Change b (#7)' }), merge('c', 7), merge('d', 8)];
    const pulls = [pull(6, 15, shaOf('a')), pull(7, 36), pull(8, 99, shaOf('c'), 'renovate[bot]')];
    expect(
      figure('lead-time-to-merge', {
        merges,
        delivery: { data: { pulls, runs: [], parts: [] }, hasPulls: true, runsSince: {} },
      }),
    ).toMatchObject({
      value: 20,
      count: 2,
      aside: '1 came without a pull request',
    });
  });

  it('is unknown where every merge is a squash, and says what helps', () => {
    expect(figure('lead-time-to-merge', { merges: [merge('a', 3)] })).toMatchObject({
      value: null,
      unknown: expect.stringContaining('ask GitHub with a token') as string,
    });
  });
});

describe('trunk success', () => {
  it('is that of the first verdict: what is repeated later is another number', () => {
    const drafts = [
      judged('a', 50),
      judged('b', 40, { verdict: 'fail' }),
      judged('b', 30),
      judged('c', 20),
      judged('d', 10, { verdict: 'skipped' }),
      judged('e', 9, { verdict: 'exempt' }),
      judged('f', 8, { verdict: 'inconclusive' }),
    ];
    expect(figure('trunk-success', { drafts })).toMatchObject({
      value: expect.closeTo(2 / 3, 10) as number,
      count: 3,
      aside: '3 skipped, lifted or undecided are left out',
    });
  });
});

/** A version of the service from a commit, so many hours ago. */
const serve = (commit: string, id: string, hours: number): RecordDraft[] => [
  made([`commit:${commit}`], `weights:w-${commit}`, hours + 1),
  made([`weights:w-${commit}`], `serving:${id}`, hours, { service: 'chat' }),
];

describe('serving', () => {
  const merges = [merge('a', 100), merge('b', 90), merge('c', 80), merge('d', 70), merge('e', 60)];
  const drafts = [
    ...serve('a', 'v1', 95),
    ...serve('c', 'v2', 72),
    ...serve('d', 'v3', 60),
    made(['weights:w-c'], 'serving:v2', 50, { service: 'chat' }),
  ];

  test('how soon a merge serves; what the first version had nobody knows', () => {
    // b and c with v2, d with v3.
    expect(figure('lead-time-to-serving', { merges, drafts })).toMatchObject({ value: 10, count: 3 });
  });

  test('how often, how often undone, how long until then', () => {
    expect(figure('deployments', { merges, drafts })).toMatchObject({ value: 4, count: 4 });
    expect(figure('change-failure', { merges, drafts })).toMatchObject({
      value: expect.closeTo(1 / 3, 10) as number,
      count: 3,
    });
    expect(figure('time-to-recover', { merges, drafts })).toMatchObject({ value: 10, count: 1 });
    expect(figure('days-since-interruption', { merges, drafts })).toMatchObject({ value: 2 });
  });

  test('a record twice and a canary are not a deployment', () => {
    const again = [
      ...serve('a', 'v1', 95),
      made(['weights:w-a'], 'serving:v1', 90, { service: 'chat' }),
      made(['weights:w-b'], 'serving:v2', 80, { service: 'chat-canary' }),
    ];
    expect(figure('deployments', { merges, drafts: again })).toMatchObject({ count: 1 });
  });

  test('a hotfix undoes what served before it', () => {
    const fixed = [
      ...serve('a', 'v1', 95),
      ...serve('b', 'v2', 80),
      judged('b', 85, { parameters: { mode: 'hotfix' } }),
    ];
    expect(figure('change-failure', { merges, drafts: fixed })).toMatchObject({ value: 0.5, count: 2 });
    expect(figure('days-since-interruption', { merges, drafts: fixed })).toMatchObject({ value: 3 });
  });
});

describe('what was never recorded is unknown', () => {
  const drafts = [judged('a', 50)];

  test.each([
    [
      'days-since-interruption',
      /no hotfix and no roll-back is recorded since the ledger began on 2026-11-20/,
    ],
    ['time-to-locate', /none is recorded/],
    ['time-to-recover', /no record names a serving version/],
    ['first-contribution', /when people joined/],
    ['waiting-for-gates', /GitHub/],
  ])('%s', (name, reason) => {
    const { value, unknown } = figure(name, { drafts });
    expect(value).toBeNull();
    expect(unknown).toMatch(reason);
  });

  test('without a ledger all that it knows', () => {
    const noLedger = 'there is no remote';
    expect(figure('exemptions', { records: undefined, noLedger })).toMatchObject({
      value: null,
      unknown: noLedger,
    });
  });

  test('but no exemption where verdicts were recorded is none', () => {
    expect(figure('exemptions', { drafts })).toMatchObject({ value: 0, count: 0 });
  });
});

test('a located merge counts from its merge', () => {
  const drafts = [judged('bad', 100), judged('bad', 20, { verdicts: [] })].map((draft, at) =>
    at === 1 ? { ...draft, outputs: [{ kind: 'verdict' as const, id: `located-${shaOf('bad')}` }] } : draft,
  );
  expect(figure('time-to-locate', { merges: [merge('bad', 110)], drafts })).toMatchObject({
    value: 90,
    count: 1,
  });
});

test('an exemption counts once for each gate and commit', () => {
  const exempt = {
    gate: 'regression-gate',
    verdict: 'exempt' as const,
    exempted_sha: shaOf('head'),
    exempted_at: hoursBefore(60),
  };
  const drafts = [
    judged('a', 50, { verdicts: [exempt] }),
    judged('a', 40, { verdicts: [exempt] }),
    judged('b', 30, { verdicts: [{ ...exempt, gate: 'detect-dep-drift' }] }),
  ];
  expect(figure('exemptions', { drafts })).toMatchObject({ value: 2, count: 2 });
});

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[4], 0.9, 4],
  [[0, 10], 0.9, 9],
])('quantiles of %j at %d', (values, q, expected) => {
  expect(
    quantile(
      values.map((value) => ({ at: 0, value })),
      q,
    ),
  ).toBeCloseTo(expected, 12);
});
