import { grouped } from '../../kernel/text.ts';
import { shown } from '../../regression/index.ts';
import type { Section } from '../../report/model.ts';
import type { ComparedMetric, ComparedSlice, CompareFacts } from '../facts.ts';
import { forestLines } from './forest.ts';
import { chance, figure, percent, signedFigure } from './numbers.ts';

const right = (title: string) => ({ title, align: 'right' as const });

/** Metrics, slices, samples that turned and what became of them, as tables. */
export function resultSections(facts: CompareFacts): Section[] {
  const { slices = [], turned = [] } = facts;
  return [
    metricSection(facts),
    ...(slices.length > 0 ? [sliceSection(slices)] : []),
    ...statusSection(facts),
    ...(turned.length > 0 ? [turnedSection(facts)] : []),
  ];
}

function metricSection({ metrics, verdict }: CompareFacts): Section {
  return {
    kind: 'table',
    title: verdict === 'void' ? 'Metrics, of a void comparison: conclude nothing from them' : 'Metrics',
    open: verdict !== 'void',
    columns: [
      { title: 'Metric' },
      ...['Baseline', 'Candidate', 'Difference', '95 % interval', 'Better / even / worse'].map(right),
      { title: 'Verdict' },
    ],
    rows: metrics.map((metric) => [
      `${shown(metric.name)} (${metric.higherIsBetter ? 'more' : 'less'} is better)`,
      figure(metric.baseline),
      figure(metric.candidate),
      signedFigure(metric.delta),
      interval(metric),
      turns(metric),
      metric.role === 'aside' ? 'shown only' : metric.verdict,
    ]),
  };
}

function turns({ n, better, worse }: ComparedMetric): string {
  if (better === undefined || worse === undefined || n === 0) return '';
  return [better, Math.max(0, n - better - worse), worse].map(grouped).join(' / ');
}

function interval({ ci: [low, high] }: Pick<ComparedMetric, 'ci'>): string {
  return low === null || high === null ? 'unknown' : `${signedFigure(low)} to ${signedFigure(high)}`;
}

const mostSlices = 100;

function sliceSection(slices: readonly ComparedSlice[]): Section {
  const worst = slices.toSorted((a, b) => a.pHolm - b.pHolm || gainOf(a) - gainOf(b)).slice(0, mostSlices);
  const plots = forestLines(worst);
  const more = slices.length > worst.length ? `, the ${worst.length} lowest of ${slices.length}` : '';
  return {
    kind: 'table',
    title: `Slices${more}: a loss counts over all of them (Holm)`,
    open: true,
    columns: [
      { title: 'Slice' },
      ...['Samples', 'Difference', '95 % interval'].map(right),
      { title: 'Worse or better', code: true },
      right('p (Holm)'),
      { title: 'Loss' },
    ],
    rows: worst.map((one, at) => [
      `${shown(one.slice)}: ${shown(one.name)}`,
      grouped(one.n),
      signedFigure(one.delta),
      interval(one),
      plots[at] ?? '',
      chance(one.pHolm).replace(/^p /, ''),
      one.isWorse ? 'yes' : 'not shown',
    ]),
  };
}

function gainOf({ delta, higherIsBetter }: ComparedSlice): number {
  return (delta ?? 0) * (higherIsBetter ? 1 : -1);
}

function statusSection({ statuses }: CompareFacts): Section[] {
  if (statuses === undefined) return [];
  const { baseline, candidate } = statuses;
  const names = [...new Set([...Object.keys(baseline), ...Object.keys(candidate)])];
  if (names.every((name) => name === 'answered')) return [];
  const share = (counts: Readonly<Record<string, number>>, name: string): string => {
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const own = counts[name] ?? 0;
    return total === 0 ? 'none' : `${grouped(own)} (${percent(own / total)})`;
  };
  return [
    {
      kind: 'table',
      title: 'What became of the samples',
      open: true,
      columns: [{ title: 'Status' }, right('Baseline'), right('Candidate')],
      rows: names.map((name) => [name, share(baseline, name), share(candidate, name)]),
    },
  ];
}

const mostTurned = 100;

/** Those that got worse first, and how many of all they are. */
export function chosenTurned({ turned = [], metrics: [first] }: CompareFacts) {
  const chosen = turned
    .toSorted((a, b) => Number(a.change === 'better') - Number(b.change === 'better'))
    .slice(0, mostTurned);
  const all = (first?.better ?? 0) + (first?.worse ?? 0);
  const title = `Samples that turned${all > chosen.length ? `, ${chosen.length} of ${grouped(all)}` : ''}`;
  return { chosen, title };
}

function turnedSection(facts: CompareFacts): Section {
  const { chosen, title } = chosenTurned(facts);
  return {
    kind: 'table',
    title,
    columns: [{ title: 'Sample', code: true }, { title: 'Change' }, { title: 'Where', code: true }],
    rows: chosen.map(({ id, change, file, line }) => [
      id,
      change,
      line === undefined ? shown(file) : `${shown(file)}:${line}`,
    ]),
  };
}
