import { momentText } from '../../kernel/moment.ts';
import { clip, count } from '../../kernel/text.ts';
import type { Block, Card, Inline } from '../../report/html/model.ts';
import type { Board, Trend, TrendValue } from '../model.ts';
import { isTrend } from '../trend-test.ts';
import { metricText, numberText } from '../metric-text.ts';
import { commitLink, pullLink } from './links.ts';
import { cutList, emptyNote, table, type Cells } from './pieces.ts';

export function trendsPart({ trends, trunk }: Board): Block[] {
  if (trends.total === 0)
    return emptyNote(
      'No merge to ',
      { text: trunk, max: 80 },
      ' has a metric. Record them with its verdicts: the input `metrics` of `record-lineage`.',
    );
  const cards: Block = { kind: 'cards', sideBySide: true, cards: trends.shown.map(card) };
  return cutList(trends, 'metrics', 'Those with the most values come first.', cards);
}

const badges = {
  inside: { mark: '=', badge: 'within tolerance', look: 'skipped' },
  worse: { badge: 'worse than tolerated', look: 'fail' },
  better: { badge: 'better', look: 'pass' },
  alone: { mark: '·', badge: 'nothing to compare with', look: 'skipped' },
  behind: { badge: 'worse than what serves', look: 'fail' },
} as const;

function card(trend: Trend): Card {
  const { metric, values, points } = trend;
  const value = numberText(values.at(-1)?.value ?? 0, trend);
  const unit: Inline = points ? [' ', { look: 'unit', of: 'points' }] : undefined;
  return {
    title: metric,
    badge: badges[trend.state !== 'worse' && trend.serving?.state === 'worse' ? 'behind' : trend.state],
    blocks: [
      { kind: 'text', look: 'value', words: [value, unit] },
      { kind: 'text', look: 'meta', words: driftWords(trend) },
      { kind: 'text', look: 'meta', words: servingWords(trend) },
      { kind: 'text', look: 'meta', words: testWords(trend) },
      chart(trend),
      ...culprits(trend),
      valuesFold(trend),
    ],
  };
}

/** What a merge would change if it served now. */
function servingWords(trend: Trend): Inline {
  const { serving } = trend;
  if (serving === undefined) return undefined;
  const { id, value, drift, state } = serving;
  const words = {
    inside: 'within tolerance',
    worse: 'worse than what serves',
    better: 'better than what serves',
  };
  const than = ` (${numberText(value, trend)}), ${words[state]}`;
  return [`${numberText(drift, trend, true)} against `, { text: id, max: 60 }, than];
}

function driftWords(trend: Trend): Inline {
  if (trend.state === 'alone') return 'The only value so far, and no release before it has one.';
  const { drift, anchor, tolerance, lowerIsBetter } = trend;
  const since = `${numberText(drift, trend, true)} since `;
  const oldest = anchor.release ? '' : ', the oldest shown';
  const band = ` (${numberText(anchor.value, trend)} ± ${numberText(tolerance, trend)})`;
  return [since, { text: anchor.name, max: 60 }, oldest, band, lowerIsBetter ? ', less is better' : ''];
}

/** Fewer than ten values say their number only. */
function testWords(trend: Trend): Inline {
  const { test, values } = trend;
  if (test === undefined) return `${count(values.length, 'value')}, too few to call a trend`;
  const { n, p, slope } = test;
  const way = isTrend(test) ? (slope < 0 ? 'falling' : 'rising') : 'no trend';
  return `${way} over ${n} merges (Mann-Kendall p ${probabilityText(p)}; ${numberText(slope, trend, true)} a merge)`;
}

function probabilityText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

function chart(trend: Trend): Block {
  const values = trend.values.map((one) => ({
    value: one.value,
    title: valueWords(one, trend),
    isMarked: one.culprit !== undefined,
    bar: one.suspicion,
  }));
  const { anchor, tolerance } = trend;
  return { kind: 'chart', spoken: spoken(trend), values, anchor: anchor.value, tolerance };
}

function valueWords({ sha, at, value, pullRequest, culprit, suspicion }: TrendValue, trend: Trend): string {
  const pull = pullRequest === undefined ? '' : ` #${pullRequest}`;
  const named = culprit === undefined ? '' : `; named as the merge at which it got worse`;
  const likely = suspicion === undefined ? '' : `; ${(100 * suspicion).toFixed(0)} % that it got worse here`;
  return `${sha.slice(0, 8)}${pull}, ${momentText(at)}: ${metricText(value, trend)}${named}${likely}`;
}

/** The merges that were named, below the line. */
function culprits({ culprits: named = [] }: Trend): Block[] {
  return named.map(({ sha, pullRequest, at, probability }): Block => {
    const sure = probability === undefined ? '' : ` (${(100 * probability).toFixed(0)} %)`;
    const pull: Inline = pullRequest === undefined ? undefined : [' ', pullLink(pullRequest)];
    const words: Inline = ['Got worse at ', commitLink(sha), pull, sure, ', named ', { time: at }];
    return { kind: 'text', look: 'meta', words };
  });
}

function spoken(trend: Trend): string {
  const { metric, values, anchor, tolerance } = trend;
  const numbers = values.map(({ value }) => value);
  const text = (value = 0): string => metricText(value, trend);
  const isSearched = values.some(({ suspicion }) => suspicion !== undefined);
  const bars = isSearched ? '; bars show how likely it got worse at each merge' : '';
  return `${metric} over ${values.length} merges, from ${text(numbers[0])} to ${text(numbers.at(-1))}; lowest ${text(Math.min(...numbers))}, highest ${text(Math.max(...numbers))}; the band is ${text(anchor.value)} ± ${text(tolerance)}${bars}`;
}

function valuesFold(trend: Trend): Block {
  const { metric, values } = trend;
  const cells: Cells<TrendValue>[] = [
    ['Commit', '', ({ sha }) => commitLink(sha)],
    ['Pull request', '', ({ pullRequest }) => pullLink(pullRequest)],
    ['When', '', ({ at }) => ({ time: at })],
    ['Value', 'right', ({ value }) => metricText(value, trend)],
  ];
  const rows = table(`${clip(metric, 80)} by merge`, values.toReversed(), cells, false);
  return { kind: 'fold', title: `The last ${count(values.length, 'value')}`, blocks: [rows] };
}
