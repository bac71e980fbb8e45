import { describe, expect, test } from 'vitest';
import { boardDefaults, type BoardInput } from '../../../src/board/index.ts';
import { shaOf } from '../../support/team-ledger.ts';
import { boardOf, judged, made, page } from './support.ts';

const f1 = (commit: string, hours: number, value: number, metric = 'f1') =>
  judged(commit, hours, { metrics: { [metric]: value } });

const trendOf = async (drafts: Parameters<typeof boardOf>[0], more: Partial<BoardInput> = {}) =>
  (await boardOf(drafts, more)).trends.shown[0];

describe('where the last value stands', () => {
  test.each([
    ['at the edge of the band', 0.87, 0.865, 'f1', 'inside'],
    ['below it', 0.87, 0.8649, 'f1', 'worse'],
    ['above it', 0.87, 0.876, 'f1', 'better'],
    ['less loss is better', 2.0, 1.9, 'val_loss', 'better'],
    ['more latency is worse', 300, 310, 'ttft_ms', 'worse'],
    ['beyond shares the band is in percent', 300, 301.5, 'tokens_per_question', 'inside'],
    ['and moves with the value', 300, 298, 'tokens_per_question', 'worse'],
    ['a loss below 1 is not a share', 0.5, 0.504, 'loss', 'worse'],
    ['nothing moved', 0.87, 0.87, 'f1', 'inside'],
  ])('%s', async (_, before, after, metric, state) => {
    const trend = await trendOf([f1('a', 3, before, metric), f1('b', 2, after, metric)]);
    expect(trend).toMatchObject({ metric, state });
    expect(trend?.drift).toBeCloseTo(after - before, 12);
  });
});

describe('what it is held against', () => {
  const drafts = [f1('a', 5, 0.8), f1('b', 4, 0.82), f1('c', 3, 0.84), f1('d', 2, 0.85)];
  const tag = (name: string, commit: string) => ({ name, sha: shaOf(commit) });
  test.each([
    ['the oldest value without a release', [], { value: 0.8, release: false }],
    [
      'the highest release',
      [tag('v1.0.0', 'a'), tag('v1.1.0', 'b')],
      { name: 'v1.1.0', value: 0.82, release: true },
    ],
    ['not a pre-release', [tag('v1.0.0', 'a'), tag('v1.1.0-rc.1', 'c')], { name: 'v1.0.0', value: 0.8 }],
    [
      'not a release without this metric',
      [tag('v1.0.0', 'a'), tag('v1.1.0', 'elsewhere')],
      { name: 'v1.0.0' },
    ],
    [
      'not a release that is the newest merge',
      [tag('v1.0.0', 'a'), tag('v2.0.0', 'd')],
      { name: 'v1.0.0', value: 0.8 },
    ],
    ['not a tag that is not a version', [tag('nightly', 'c')], { release: false }],
  ])('%s', async (_, tags, anchor) => {
    expect((await trendOf(drafts, { tags }))?.anchor).toMatchObject(anchor);
  });

  test('a release that is not a merge of trunk', async () => {
    const release = judged('r', 9, { git_ref: 'release/v1.0', metrics: { f1: 0.9 } });
    const trend = await trendOf([...drafts, release], { tags: [tag('v1.0.1', 'r')] });
    expect(trend?.anchor).toMatchObject({ name: 'v1.0.1', value: 0.9 });
    expect(trend?.values).toHaveLength(4);
  });
});

test('the last 30 merges, oldest first', async () => {
  const drafts = Array.from({ length: 40 }, (_, at) => f1(`c${at}`, 100 - at, 0.5 + at / 100));
  const values = (await trendOf(drafts))?.values ?? [];
  expect(values.map(({ sha }) => sha)).toEqual(Array.from({ length: 30 }, (_, at) => shaOf(`c${at + 10}`)));
});

test('a value that was recorded again counts, and one merge is one value', async () => {
  expect((await trendOf([f1('a', 3, 0.8), f1('a', 2, 0.81)]))?.values).toMatchObject([{ value: 0.81 }]);
});

test('what a training reports is not a metric of a merge', async () => {
  expect(await trendOf([judged('a', 3, { output: 'job', metrics: { f1: 0.8 } })])).toBeUndefined();
});

test('tolerance in percent', async () => {
  const settings = { ...boardDefaults, unit: 'percent' as const, tolerance: 2 };
  expect(await trendOf([f1('a', 3, 0.5), f1('b', 2, 0.491)], { settings })).toMatchObject({
    state: 'inside',
    tolerance: 0.01,
  });
});

test('names from outside are names, whatever they are', async () => {
  const trend = await trendOf([f1('a', 3, 0.8, '__proto__'), f1('b', 2, 0.8, '__proto__')]);
  expect(trend).toMatchObject({ metric: '__proto__', state: 'inside' });
});

test('a value that stands alone is held against nothing, and is not green', async () => {
  const drafts = [f1('a', 3, 0.8)];
  expect(await trendOf(drafts)).toMatchObject({ state: 'alone' });
  expect(page(await boardOf(drafts))).toContain('nothing to compare with');
  expect(page(await boardOf(drafts))).not.toContain('within tolerance');
});

describe('against what serves', () => {
  const serving = [
    made(['commit:a'], 'weights:w-a', 6),
    made(['weights:w-a'], 'serving:svc-1', 5, { service: 'chat' }),
    made(['weights:w-a'], 'evaluation:e-a', 4, { metrics: { f1: 0.83 } }),
  ];

  test.each([
    ['worse', [f1('a', 9, 0.83), f1('b', 2, 0.8)], { id: 'svc-1', value: 0.83, state: 'worse' }],
    ['better', [f1('a', 9, 0.83), f1('b', 2, 0.9)], { state: 'better' }],
    ['not, where it is its own commit', [f1('b', 9, 0.8), f1('a', 2, 0.83)], undefined],
    ['not, where it has no such metric', [f1('a', 9, 0.83, 'em'), f1('b', 2, 0.8, 'em')], undefined],
  ])('%s', async (_what, drafts, expected) => {
    const trend = await trendOf([...drafts, ...serving]);
    expect({ serving: trend?.serving ?? 'none' }).toMatchObject({ serving: expected ?? 'none' });
  });

  test('the page says so', async () => {
    const shown = page(await boardOf([f1('a', 9, 0.83), f1('b', 2, 0.8), ...serving]));
    expect(shown).toContain('worse than what serves');
  });
});

describe('the merge that was named as the culprit', () => {
  const named = (metric?: string) =>
    judged('b', 1, {
      outputs: [{ kind: 'verdict', id: `located-${shaOf('b')}` }],
      verdicts: [{ gate: 'locate-regression', verdict: 'fail' }],
      parameters: { locate_probability: '0.97', ...(metric === undefined ? {} : { locate_metric: metric }) },
    });
  const drafts = [f1('a', 5, 0.87), f1('b', 4, 0.85), f1('c', 3, 0.85)];

  test.each([
    ['of this metric', 'f1', true],
    ['with a direction', 'f1:higher', true],
    ['of no metric that is known', undefined, true],
    ['of another', 'bleu', false],
  ])('%s', async (_, metric, isMarked) => {
    const shown = await boardOf([...drafts, named(metric)]);
    const marked = shown.trends.shown[0]?.values.map(({ culprit }) => culprit?.probability);
    expect(marked).toEqual([undefined, isMarked ? 0.97 : undefined, undefined]);
    const html = page(shown);
    expect(html.includes('class="marked"')).toBe(isMarked);
    expect(html.includes('Got worse at')).toBe(isMarked);
    expect(html.includes('A search named')).toBe(isMarked);
  });

  test('is named without a value of its own, and what a search says is no verdict on how it came in', async () => {
    const { trends, merges, figures, attention } = await boardOf([
      f1('a', 5, 0.87),
      f1('c', 3, 0.85),
      named('f1'),
    ]);
    expect(trends.shown[0]?.culprits).toMatchObject([{ sha: shaOf('b'), probability: 0.97 }]);
    expect(merges.shown.map(({ sha }) => sha)).toEqual([shaOf('c'), shaOf('a')]);
    expect(figures.find(({ name }) => name === 'trunk-success')).toMatchObject({ value: 1 });
    expect(attention.shown.map(({ finding }) => finding.help)).toContain(
      `A search named ${shaOf('b').slice(0, 8)} as the merge that did it: revert or fix it.`,
    );
  });

  test.each([
    [
      'are drawn as bars',
      `${shaOf('b').slice(0, 12)}:0.9 ${shaOf('c').slice(0, 12)}:0.07`,
      [undefined, 0.9, 0.07],
    ],
    [
      'are none where nobody can read them',
      `x:1 ${shaOf('b')}:7 ${shaOf('c')}`,
      [undefined, undefined, undefined],
    ],
  ])('the probabilities of all merges %s', async (_, locate_posterior, bars) => {
    const record = named('f1');
    const shown = await boardOf([
      ...drafts,
      { ...record, parameters: { ...record.parameters, locate_posterior } },
    ]);
    expect(shown.trends.shown[0]?.values.map(({ suspicion }) => suspicion)).toEqual(bars);
    const html = page(shown);
    expect(html.match(/class="bar"/g)?.length ?? 0).toBe(bars.filter((bar) => bar !== undefined).length);
    expect(html.includes('bars show how likely')).toBe(bars[1] !== undefined);
  });
});

describe('a fall in small steps', () => {
  // Each step is within tolerance, and the newest merge carries the newest tag.
  const fall = Array.from({ length: 13 }, (_, at) => f1(`m${at}`, 100 - at, 0.88 - at / 1200, 'docvqa_f1'));
  const newest = { name: 'v2.3.1', sha: shaOf('m12') };
  const served = [
    made(['commit:m0'], 'weights:w-0', 90),
    made(['weights:w-0'], 'serving:svc-1', 89, { service: 'chat' }),
    made(['weights:w-0'], 'evaluation:e-0', 88, { metrics: { docvqa_f1: 0.88 } }),
  ];

  test('a release is not held against itself', async () => {
    const trend = await trendOf(fall, { tags: [newest, { name: 'v2.3.0', sha: shaOf('m0') }] });
    expect(trend).toMatchObject({ anchor: { name: 'v2.3.0' }, state: 'worse' });
    expect(trend?.drift).toBeCloseTo(-0.01, 12);
  });

  test('nor against one that came after it', async () => {
    const after = judged('later', 1, { git_ref: 'release/v2.4', metrics: { docvqa_f1: 0.87 } });
    const tags = [
      { name: 'v2.4.1', sha: shaOf('later') },
      { name: 'v2.3.0', sha: shaOf('m0') },
    ];
    expect(await trendOf([...fall, after], { tags })).toMatchObject({ anchor: { name: 'v2.3.0' } });
  });

  test('what serves is worse than it looks in the line, and somebody has to look', async () => {
    const shown = await boardOf([...fall.slice(-3), ...served], { tags: [newest] });
    expect(shown.trends.shown[0]).toMatchObject({
      state: 'inside',
      serving: { id: 'svc-1', state: 'worse' },
    });
    const rules = shown.attention.shown.map(({ finding }) => finding.rule);
    expect(rules).toContain('board/metric-below-serving');
    expect(page(shown)).not.toContain('none worse than tolerated');
  });

  test('within tolerance still, and going one way', async () => {
    const slow = Array.from({ length: 12 }, (_, at) => f1(`m${at}`, 100 - at, 0.88 - at / 4000));
    const shown = await boardOf(slow);
    expect(shown.trends.shown[0]).toMatchObject({ state: 'inside', test: { n: 12 } });
    expect(shown.attention.shown.map(({ finding }) => finding.rule)).toEqual(['board/metric-trend']);
    expect(page(shown)).toContain('falling over 12 merges (Mann-Kendall p &lt; 0.001; −0.03 a merge)');
  });

  test('of fewer than ten values no trend is said', async () => {
    const shown = await boardOf(fall.slice(0, 9));
    expect(shown.trends.shown[0]?.test).toBeUndefined();
    expect(page(shown)).toContain('9 values, too few to call a trend');
  });
});

test('a page of metrics that stand alone is not green', async () => {
  const shown = page(await boardOf([f1('a', 3, 0.8), f1('a', 3, 0.8, 'em')]));
  expect(shown).not.toContain('none worse than tolerated');
  expect(shown).toContain('nothing to compare with');
});
