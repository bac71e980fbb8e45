/** Metrics and slices below one another, each with its interval drawn. */
import { grouped } from '../../kernel/text.ts';
import type { Block, Inline, PageColumn } from '../../report/html/model.ts';
import type { ComparedMetric, ComparedSlice, CompareFacts, CompareVerdict } from '../facts.ts';
import { reachOf } from '../presentation/forest.ts';
import { chosenTurned } from '../presentation/result-sections.ts';
import { figure, signedFigure, withInterval } from '../presentation/numbers.ts';

const right = (title: string): PageColumn => ({ title, align: 'right' });

export function metricTable({ metrics, verdict }: CompareFacts): Block[] {
  if (metrics.length === 0) return [];
  return [
    {
      kind: 'table',
      title:
        verdict === 'void'
          ? 'Of a void comparison: conclude nothing from them'
          : 'Each on a scale of its own; the line is not a difference',
      columns: [
        { title: 'Metric' },
        right('Baseline'),
        right('Candidate'),
        right('Difference'),
        { title: 'Interval' },
        right('Better / even / worse'),
        { title: 'Verdict' },
      ],
      rows: metrics.map((metric) => [
        [
          { text: metric.name },
          ' ',
          { look: 'soft', of: metric.higherIsBetter ? 'more is better' : 'less is better' },
        ],
        figure(metric.baseline),
        figure(metric.candidate),
        signedFigure(metric.delta),
        picture(metric, reachOf([metric])),
        turns(metric),
        metric.role === 'aside' ? 'shown only' : { badge: metric.verdict, look: looks[metric.verdict] },
      ]),
    },
  ];
}

const looks = {
  better: 'pass',
  'no-difference': 'skipped',
  worse: 'fail',
  'keep-going': 'inconclusive',
  void: 'fail',
} as const satisfies Record<CompareVerdict, string>;

function turns({ n, better, worse }: ComparedMetric): string {
  if (better === undefined || worse === undefined || n === 0) return '';
  return [better, Math.max(0, n - better - worse), worse].map(grouped).join(' / ');
}

const mostSlices = 100;

export function sliceTable({ slices = [] }: CompareFacts): Block[] {
  if (slices.length === 0) return [];
  const worst = slices.toSorted((a, b) => a.pHolm - b.pHolm || gainOf(a) - gainOf(b)).slice(0, mostSlices);
  const reach = reachOf(worst);
  return [
    {
      kind: 'table',
      title: `All on one scale, the largest loss first; a loss counts over all ${slices.length} of them (Holm)`,
      columns: [
        { title: 'Slice' },
        right('Samples'),
        right('Difference'),
        { title: 'Interval' },
        right('p (Holm)'),
        { title: 'Loss' },
      ],
      rows: worst.map((one) => [
        [{ text: one.slice }, ' ', { look: 'soft', of: { text: one.name } }],
        grouped(one.n),
        signedFigure(one.delta),
        // Each interval is of its own slice alone: only what counts over all of them has a colour.
        picture(one, reach, one.isWorse ? 'worse' : 'open'),
        one.pHolm < 0.0001 ? 'below 0.0001' : one.pHolm.toPrecision(2),
        one.isWorse ? { badge: 'shown', look: 'fail' } : 'not shown',
      ]),
    },
  ];
}

function gainOf({ delta, higherIsBetter }: ComparedSlice): number {
  return (delta ?? 0) * (higherIsBetter ? 1 : -1);
}

type Drawn = Pick<ComparedMetric, 'delta' | 'ci' | 'higherIsBetter'>;
type Look = 'better' | 'worse' | 'open';

function lookOf({ ci: [low, high], higherIsBetter }: Drawn): Look {
  if (low !== null && low > 0) return higherIsBetter ? 'better' : 'worse';
  if (high !== null && high < 0) return higherIsBetter ? 'worse' : 'better';
  return 'open';
}

function picture(drawn: Drawn, reach: number, look: Look = lookOf(drawn)): Inline {
  const {
    delta,
    ci: [low, high],
  } = drawn;
  if (delta === null || low === null || high === null) return 'unknown';
  return [
    { interval: [low, delta, high], reach, look, says: withInterval(delta, [low, high]) },
    { look: 'soft', of: `${signedFigure(low)} to ${signedFigure(high)}` },
  ];
}

/** Each leads to its row in the ledger, where that is on its branch. */
export function turnedFold(facts: CompareFacts): Block[] {
  const { chosen, title } = chosenTurned(facts);
  if (chosen.length === 0) return [];
  const rows = chosen.map(({ id, change, file, line, shownAt }): readonly Inline[] => {
    const place: Inline = { code: line === undefined ? file : `${file}:${line}`, max: 160 };
    const badge: Inline = { badge: change, look: change === 'worse' ? 'fail' : 'pass' };
    return [{ code: id, max: 160 }, badge, shownAt === undefined ? place : { link: place, to: shownAt }];
  });
  const columns = [{ title: 'Sample' }, { title: 'Change', tight: true }, { title: 'Where' }];
  const table: Block = { kind: 'table', title, columns, rows, filtered: true };
  return [{ kind: 'fold', title, blocks: [table] }];
}
