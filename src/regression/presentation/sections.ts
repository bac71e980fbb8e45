import type { Section } from '../../report/model.ts';
import { falseBlockRate } from '../decision/decide.ts';
import { sourceText, type LedgerSource } from '../recorded/from-ledger.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { shown } from '../shown.ts';
import type { DecisionMode } from '../settings.ts';
import { findsNone, inUnit, plainNumber, probability, signed, unitName, valueText } from './wording.ts';

const mostRows = 100;
const mostFlipped = 50;

/** Table by metric and slice, chart, flipped samples. */
export function sectionsOf(
  results: readonly MetricResult[],
  slices: readonly MetricResult[],
  mode: DecisionMode,
  source?: LedgerSource,
): Section[] {
  if (results.length === 0) return [];
  const title = source === undefined ? 'Metrics' : `Metrics, ${sourceText(source)}`;
  return [
    { ...metricTable(results, mode), title },
    ...chart(results),
    ...(slices.length > 0 ? [sliceTable(slices)] : []),
    ...results.slice(0, 1).flatMap(flippedList),
  ];
}

function metricTable(
  results: readonly MetricResult[],
  mode: DecisionMode,
): Extract<Section, { kind: 'table' }> {
  const right = (title: string) => ({ title, align: 'right' as const });
  const strict = mode === 'strict';
  return {
    kind: 'table',
    title: 'Metrics',
    open: true,
    columns: [
      { title: 'Metric' },
      ...measuredColumns.map(right),
      right('Tolerance, margin'),
      right('Smallest drop seen'),
      right('Needed for tolerance'),
      ...(strict ? [right('Harmless changes blocked')] : []),
      { title: 'Verdict' },
    ],
    rows: results.map((result) => [
      ...cells(result.title, result),
      limits(result),
      plainDrop(result),
      samplesNeeded(result),
      ...(strict ? [falseBlocks(result)] : []),
      result.verdict,
    ]),
  };
}

const measuredColumns = ['Baseline', 'Candidate', 'Difference', '95 % interval', 'Samples', 'Discordant'];

/** Against the anchor, where one is configured. */
export function anchorSection(name: string | undefined, results: readonly MetricResult[]): Section[] {
  if (name === undefined || results.length === 0) return [];
  return [
    { ...metricTable(results, 'paired'), title: `Against the anchor ${shown(name)} (α = 0.01)`, open: false },
  ];
}

function sliceTable(slices: readonly MetricResult[]): Section {
  const worst = slices.toSorted((a, b) => a.p - b.p).slice(0, mostRows);
  const more = slices.length > worst.length ? `, the ${worst.length} lowest of ${slices.length}` : '';
  return {
    kind: 'table',
    title: `Slices${more}`,
    columns: [
      { title: 'Slice' },
      ...[...measuredColumns, 'p (Holm)', 'p (BH)'].map((title) => ({ title, align: 'right' as const })),
      { title: 'Drop' },
    ],
    rows: worst.map((result) => [
      ...cells(`${shown(result.slice ?? '')}: ${result.title}`, result),
      probability(result.holm),
      probability(result.bh),
      result.verdict === 'fail' ? 'yes' : 'not shown',
    ]),
  };
}

function cells(name: string, result: MetricResult): string[] {
  const difference = inUnit(result, result.delta);
  const [low, high] = result.ci.map((limit) => signed(inUnit(result, limit)));
  return [
    name,
    valueText(result, result.baseline),
    valueText(result, result.candidate),
    `${signed(difference)} ${unitName(result, difference)}`,
    result.interval === 'none' ? 'unknown' : `${low} to ${high}`,
    plainNumberOfSamples(result),
    Number.isFinite(result.discordant) ? String(result.discordant) : 'unknown',
  ];
}

function plainNumberOfSamples({ n, clusters }: MetricResult): string {
  if (n === 0) return 'unknown';
  return clusters === undefined ? String(n) : `${n} in ${clusters} clusters`;
}

function plainDrop(result: MetricResult): string {
  if (findsNone(result)) return 'none';
  const drop = inUnit(result, result.minimalDetectableDrop);
  return Number.isFinite(drop) ? `${signed(drop)} ${unitName(result, drop)}` : 'unknown';
}

/** `0.5, 2 points`. */
function limits(result: MetricResult): string {
  const [tolerance, margin] = [result.tolerance, result.margin].map((limit) =>
    plainNumber(inUnit(result, limit)),
  );
  return `${tolerance}, ${margin} ${result.unit === 'points' ? 'points' : '%'}`;
}

function samplesNeeded({ samplesForTolerance }: MetricResult): string {
  return Number.isFinite(samplesForTolerance) ? String(samplesForTolerance) : 'unknown';
}

function falseBlocks({ error, tolerance }: MetricResult): string {
  return Number.isFinite(error) ? `${Math.round(100 * falseBlockRate(error, tolerance))} %` : 'unknown';
}

const mostCharted = 6;

/** Both sides of the metrics that are shares, side by side, as GitHub draws it. */
function chart(results: readonly MetricResult[]): Section[] {
  const shares = results.filter(({ unit }) => unit === 'points').slice(0, mostCharted);
  if (shares.length === 0) return [];
  const values = shares.flatMap(({ baseline, candidate }) => [100 * baseline, 100 * candidate]);
  const names = shares.flatMap(({ title }) => {
    const name = title.replaceAll(/[^\p{L}\p{N} _.,@=-]/gu, ' ');
    return [`"${name} before"`, `"${name} now"`];
  });
  const low = Math.max(0, Math.floor(Math.min(...values) - 5));
  const high = Math.min(100, Math.ceil(Math.max(...values) + 5));
  const source = [
    'xychart-beta',
    `  x-axis [${names.join(', ')}]`,
    `  y-axis "%" ${low} --> ${high}`,
    `  bar [${values.map((value) => value.toFixed(2)).join(', ')}]`,
  ].join('\n');
  return [{ kind: 'mermaid', title: 'Baseline and candidate', source }];
}

function flippedList({ flipped }: MetricResult): Section[] {
  if (flipped.samples.length === 0) return [];
  const chosen = (['worse', 'better'] as const).flatMap((change) =>
    flipped.samples.filter((sample) => sample.change === change).slice(0, mostFlipped),
  );
  const hidden = flipped.worse + flipped.better - chosen.length;
  return [
    {
      kind: 'table',
      title: `Samples that flipped: ${flipped.worse} worse, ${flipped.better} better${hidden > 0 ? `, ${hidden} not listed` : ''}`,
      columns: [
        { title: 'Sample', code: true },
        { title: 'Change' },
        { title: 'Baseline', align: 'right' },
        { title: 'Candidate', align: 'right' },
        { title: 'File', code: true },
        { title: 'Line', align: 'right' },
      ],
      rows: chosen.map(({ sample, change, baseline, candidate }) => [
        shown(sample.id),
        change,
        plainNumber(baseline),
        plainNumber(candidate),
        sample.file,
        String(sample.line ?? ''),
      ]),
    },
  ];
}
