import { describe, expect, test } from 'vitest';
import { boardDefaults } from '../../../src/board/index.ts';
import { shaOf } from '../../support/team-ledger.ts';
import { boardOf, hoursBefore, judged, made, page } from './support.ts';

const states = async (...drafts: Parameters<typeof boardOf>[0]) =>
  (await boardOf(drafts)).debts.shown.map(({ kind, gate, state }) => `${kind} ${gate} ${state}`);

describe('what is owed', () => {
  test.each([
    ['nothing after a pass', [judged('a', 5)], []],
    [
      'an exemption within its time',
      [judged('a', 5, { verdict: 'exempt' })],
      ['exemption regression-gate owed'],
    ],
    ['after its time', [judged('a', 25, { verdict: 'exempt' })], ['exemption regression-gate overdue']],
    [
      'at a time that its record gives',
      [judged('a', 5, { verdict: 'exempt', parameters: { evaluate_by: hoursBefore(1) } })],
      ['exemption regression-gate overdue'],
    ],
    [
      'a time that is none is not a time',
      [judged('a', 5, { verdict: 'exempt', parameters: { evaluate_by: 'soon' } })],
      ['exemption regression-gate owed'],
    ],
    [
      'nothing for a branch that is not merged',
      [judged('a', 5, { verdict: 'exempt', git_ref: 'feature/x' })],
      [],
    ],
    [
      'also on a release branch',
      [judged('a', 5, { verdict: 'exempt', git_ref: 'release/v2.3' })],
      ['exemption regression-gate owed'],
    ],
    ['skipped is nothing to judge', [judged('a', 5, { verdict: 'skipped' })], []],
    [
      'but of a hotfix it is owed',
      [judged('a', 5, { verdict: 'skipped', parameters: { mode: 'hotfix' } })],
      ['hotfix regression-gate owed'],
    ],
    [
      'of a hotfix without any evaluation too',
      [judged('a', 5, { verdicts: [], parameters: { mode: 'hotfix' } })],
      ['hotfix regression-gate owed'],
    ],
    [
      'a hotfix is known by the branch of its pull request',
      [
        judged('b', 6, { git_ref: 'hotfix/wide', pr_number: 9 }),
        judged('a', 5, { verdict: 'exempt', pr_number: 9 }),
      ],
      ['hotfix regression-gate owed'],
    ],
    [
      'at a time that another record of the hotfix gives',
      [
        judged('a', 5, { verdict: 'exempt' }),
        judged('a', 4, { verdicts: [], parameters: { mode: 'hotfix', evaluate_by: hoursBefore(1) } }),
      ],
      ['hotfix regression-gate overdue'],
    ],
    [
      'of a hotfix whose deploy failed, known by the branch that it was merged into',
      [
        judged('a', 5, {
          verdicts: [],
          git_ref: 'hotfix/wide',
          parameters: { mode: 'hotfix', merged_into: 'release/v2.3', hotfix_minutes: '' },
        }),
      ],
      ['hotfix regression-gate owed'],
    ],
    [
      'of a hotfix with an issue, until an evaluation is recorded',
      [
        judged('a', 5, { verdicts: [], parameters: { mode: 'hotfix', evaluation_issue: '72' } }),
        judged('a', 4, { verdicts: [{ gate: 'regression-gate', verdict: 'pass' }] }),
      ],
      ['hotfix regression-gate paid'],
    ],
    ['a hotfix that was evaluated owes nothing', [judged('a', 5, { parameters: { mode: 'hotfix' } })], []],
    [
      'the verdict over all gates is none of a gate',
      [
        judged('a', 5, {
          verdicts: [
            { gate: 'model-gates', verdict: 'exempt' },
            { gate: 'regression-gate', verdict: 'exempt' },
          ],
        }),
      ],
      ['exemption regression-gate owed'],
    ],
  ])('%s', async (_, drafts, expected) => {
    expect(await states(...drafts)).toEqual(expected);
  });
});

describe('what pays', () => {
  const lifted = judged('a', 30, { verdict: 'exempt' });
  test.each([
    ['a later pass of the same commit', [judged('a', 20)], 'paid'],
    ['a later failure too: it is known', [judged('a', 20, { verdict: 'fail' })], 'paid'],
    ['whatever branch it was recorded on', [judged('a', 20, { git_ref: 'refs/tags/v1.0.0' })], 'paid'],
    [
      'values of an evaluation',
      [judged('a', 20, { output: 'evaluation', verdicts: undefined, metrics: { f1: 0.9 } } as never)],
      'paid',
    ],
    ['not an undecided one', [judged('a', 20, { verdict: 'inconclusive' })], 'overdue'],
    ['not another exemption', [judged('a', 20, { verdict: 'exempt' })], 'overdue'],
    [
      'not another gate',
      [judged('a', 20, { verdicts: [{ gate: 'detect-dep-drift', verdict: 'pass' }] })],
      'overdue',
    ],
    ['not an earlier pass', [judged('a', 40)], 'overdue'],
    ['not a later merge', [judged('b', 20)], 'overdue'],
  ])('%s', async (_, drafts, state) => {
    const { debts } = await boardOf([lifted, ...drafts.map(dropUndefined)]);
    expect(debts.shown[0]?.state).toBe(state);
  });

  test('the page tells when, and the verdict where there is one', async () => {
    const paid = await boardOf([lifted, judged('a', 20, { verdict: 'fail' })]);
    expect(paid.debts.shown[0]?.settled).toEqual({ at: hoursBefore(20), verdict: 'fail' });
  });
});

test('a hotfix whose evaluation nobody recorded is reported in the name of who approved it', async () => {
  const approved = { approved_by: 'rita', approved_sha: 'c'.repeat(40), hotfix_minutes: '24.5' };
  const { debts } = await boardOf([judged('a', 5, { verdicts: [], parameters: approved })]);
  expect(debts.shown).toMatchObject([{ by: 'rita', on: 'c'.repeat(40), minutes: 24.5, state: 'owed' }]);
});

test('who, why and where it serves', async () => {
  const shown = await boardOf([
    judged('a', 30, {
      pr_number: 7,
      author: 'chen',
      verdicts: [
        {
          gate: 'regression-gate',
          verdict: 'exempt',
          exempted_by: 'mei',
          exempted_at: '2026-11-20T10:05:00.000Z',
          exempted_sha: 'b'.repeat(40),
          reason: 'wide images',
        },
      ],
    }),
    made(['commit:a'], 'serving:v1', 3, { service: 's' }),
  ]);
  expect(shown.debts.shown).toMatchObject([
    {
      by: 'mei',
      on: 'b'.repeat(40),
      reason: 'wide images',
      pullRequest: 7,
      author: 'chen',
      serving: ['v1'],
      due: hoursBefore(6),
    },
  ]);
  expect(shown.attention.shown[0]).toMatchObject({
    level: 'serving',
    finding: { rule: 'board/evaluation-overdue' },
  });
});

test('first what is owed, oldest deadline first, then what is paid', async () => {
  const shown = await boardOf([
    judged('paid', 60, { verdict: 'exempt' }),
    judged('paid', 50),
    judged('late', 40, { verdict: 'exempt' }),
    judged('fresh', 2, { verdict: 'exempt' }),
  ]);
  expect(shown.debts.shown.map(({ state }) => state)).toEqual(['overdue', 'owed', 'paid']);
  expect(shown.attention.shown.map(({ level }) => level)).toEqual(['now', 'note']);
});

test('a hotfix as the reusable workflow records it: merged, with its minutes and its issue', async () => {
  const shown = await boardOf([
    judged('a', 5, {
      output: 'job',
      verdicts: [],
      git_ref: 'hotfix/wide',
      pr_number: 9,
      parameters: { version: 'v2.3.1', hotfix_minutes: '22.5', evaluation_issue: '214' },
    }),
  ]);
  expect(shown.debts.shown).toMatchObject([
    { kind: 'hotfix', gate: 'regression-gate', state: 'owed', minutes: 22.5, issue: 214, pullRequest: 9 },
  ]);
  expect(shown.versions.shown).toMatchObject([{ tag: 'v2.3.1', sha: shaOf('a') }]);
  const html = page(shown);
  expect(html).toContain('hotfix, deploy started after 22.5 min');
  expect(html).toContain('https://git.example/vision/qwen3-vl/issues/214');
});

test('the time of a hotfix ends with the first record of what serves it', async () => {
  const merged = judged('a', 5, {
    output: 'job',
    verdicts: [],
    git_ref: 'hotfix/wide',
    parameters: { hotfix_minutes: '22.5' },
  });
  const built = made(['commit:a'], 'image:qwen-hotfix', 5);
  const serving = (id: string, hours: number) =>
    made(['image:qwen-hotfix'], `serving:${id}`, hours, { service: 'qwen' });
  const shown = await boardOf([merged, built, serving('svc-1', 4.9), serving('svc-2', 1)]);
  expect(shown.debts.shown).toMatchObject([{ minutes: 22.5, servedMinutes: 28.5 }]);
  expect(page(shown)).toContain('hotfix, served after 28.5 min');
});

test.each(['', 'soon', '-1', '1e9', '<b>', '0', '99999999999999999999'])(
  'an issue %j is none',
  async (text) => {
    const parameters = { hotfix_minutes: '1', evaluation_issue: text };
    const { debts } = await boardOf([judged('a', 5, { verdicts: [], parameters })]);
    expect(debts.shown).toHaveLength(1);
    expect(debts.shown[0]?.issue).toBeUndefined();
  },
);

test('hours and hotfix branches are those of the policy', async () => {
  const settings = { ...boardDefaults, owedHours: 2, hotfixBranches: ['rescue/'] };
  const drafts = [
    judged('b', 6, { git_ref: 'rescue/x', pr_number: 9 }),
    judged('a', 5, { verdict: 'exempt', pr_number: 9 }),
  ];
  expect((await boardOf(drafts, { settings })).debts.shown).toMatchObject([
    { kind: 'hotfix', state: 'overdue' },
  ]);
});

/** A draft as JSON would carry it. */
function dropUndefined<T extends object>(draft: T): T {
  return JSON.parse(JSON.stringify(draft)) as T;
}
