import { describe, expect, test } from 'vitest';
import { boardDefaults } from '../../../src/board/index.ts';
import { shaOf } from '../../support/team-ledger.ts';
import { boardOf, hoursBefore, judged, made, page } from './support.ts';

describe('what is a merge', () => {
  test.each([
    ['main', true],
    ['refs/heads/main', true],
    ['master', true],
    ['release/v2.3', true],
    ['refs/heads/release/v2.3', true],
    ['feature/main', false],
    ['refs/tags/main', false],
    ['hotfix/x', false],
  ])('%s: %s', async (ref, merged) => {
    expect((await boardOf([judged('a', 1, { git_ref: ref })])).merges.total).toBe(merged ? 1 : 0);
  });

  test('trunk has the name that it is given', async () => {
    const settings = { ...boardDefaults, trunk: 'develop' };
    const drafts = [judged('a', 1, { git_ref: 'develop' }), judged('b', 2, { git_ref: 'main' })];
    expect((await boardOf(drafts, { settings })).merges.shown.map(({ sha }) => sha)).toEqual([shaOf('a')]);
  });

  test('a commit that was only built is one without a verdict', async () => {
    const { merges } = await boardOf([made(['commit:a'], 'image:i', 1, { git_ref: 'refs/heads/main' })]);
    expect(merges.shown).toMatchObject([{ sha: shaOf('a'), gates: [] }]);
    expect(merges.shown[0]?.verdict).toBeUndefined();
  });
});

test('the last verdict of each gate counts, and the gravest is that of the merge', async () => {
  const { merges } = await boardOf([
    judged('a', 3, {
      verdicts: [
        { gate: 'x', verdict: 'fail' },
        { gate: 'y', verdict: 'inconclusive' },
      ],
    }),
    judged('a', 2, {
      verdicts: [
        { gate: 'x', verdict: 'pass' },
        { gate: 'model-gates', verdict: 'fail' },
      ],
    }),
  ]);
  expect(merges.shown).toMatchObject([
    { at: hoursBefore(3), verdict: 'inconclusive', gates: [{ gate: 'x', verdict: 'pass' }, { gate: 'y' }] },
  ]);
});

test('newest first, and cut with the number of all', async () => {
  const { merges } = await boardOf(Array.from({ length: 45 }, (_, at) => judged(`c${at}`, 50 - at)));
  expect(merges.total).toBe(45);
  expect(merges.shown).toHaveLength(30);
  expect(merges.shown[0]?.sha).toBe(shaOf('c44'));
});

describe('the last merge', () => {
  const attention = async (...drafts: Parameters<typeof boardOf>[0]) =>
    (await boardOf(drafts)).attention.shown.map(({ finding, level }) => `${level} ${finding.rule}`);
  test.each([
    ['failed', [judged('a', 2, { verdict: 'fail' })], ['now board/merge-not-passed']],
    ['could not decide', [judged('a', 2, { verdict: 'inconclusive' })], ['soon board/merge-not-passed']],
    ['passed', [judged('a', 2), judged('b', 3, { verdict: 'fail' })], []],
    ['is that of trunk', [judged('a', 2, { verdict: 'fail', git_ref: 'release/v1.0' }), judged('b', 3)], []],
  ])('%s', async (_, drafts, expected) => {
    expect(await attention(...drafts)).toEqual(expected);
  });
});

describe('versions', () => {
  test('tags of the repository and those that records name, highest first', async () => {
    const { versions } = await boardOf(
      [
        made(['commit:a'], 'image:i', 5, { git_ref: 'v1.0.0', author: 'ada', pr_number: 3 }),
        made(['commit:b'], 'image:j', 4, { git_ref: 'refs/tags/v1.2.0-rc.1' }),
        made(['commit:a'], 'serving:s1', 1),
      ],
      {
        tags: [
          { name: 'v1.10.0', sha: shaOf('c') },
          { name: 'latest', sha: shaOf('c') },
        ],
      },
    );
    expect(versions.shown).toMatchObject([
      { tag: 'v1.10.0', release: true, serving: [] },
      { tag: 'v1.2.0-rc.1', release: false, at: hoursBefore(4) },
      { tag: 'v1.0.0', at: hoursBefore(5), author: 'ada', pullRequest: 3, serving: ['s1'] },
    ]);
    expect(versions.shown[0]?.at).toBeUndefined();
  });

  test('where record and repository disagree the repository is right', async () => {
    const { versions } = await boardOf([made(['commit:a'], 'image:i', 5, { git_ref: 'v1.0.0' })], {
      tags: [{ name: 'v1.0.0', sha: shaOf('b') }],
    });
    expect(versions.shown.map(({ sha }) => sha)).toEqual([shaOf('b')]);
  });

  test('of one model only', async () => {
    const tags = ['qwen3-vl/v1.0.0', 'v9.0.0', 'qwen2/v2.0.0'].map((name) => ({ name, sha: shaOf(name) }));
    const settings = { ...boardDefaults, prefix: 'qwen3-vl/' };
    const { versions } = await boardOf([], { tags, settings });
    expect(versions.shown.map(({ tag }) => tag)).toEqual(['qwen3-vl/v1.0.0']);
  });
});

test('what a merge feeds the model is judged there too, and what it declared stands beside it', async () => {
  const title = 'As declared, the model is fed something else: pixel_values: no antialiasing';
  const declared = [{ tensor: 'pixel_values', kind: 'resampling', where: 'commit 1a2b3c4d' }];
  const shown = await boardOf([
    judged('a', 3),
    judged('a', 2, { verdicts: [{ gate: 'detect-input-drift', verdict: 'pass', title, declared }] }),
    judged('b', 1, {
      verdicts: [{ gate: 'detect-input-drift', verdict: 'fail', title: 'pixel_values: BGR' }],
    }),
  ]);
  expect(shown.merges.shown).toMatchObject([
    { verdict: 'fail', gates: [{ gate: 'detect-input-drift', verdict: 'fail' }] },
    { gates: [{ gate: 'regression-gate' }, { gate: 'detect-input-drift', verdict: 'pass', declared }] },
  ]);
  const html = page(shown);
  expect(html).toContain('pixel_values: BGR');
  expect(html).toContain('declared: pixel_values resampling (commit 1a2b3c4d)');
});
