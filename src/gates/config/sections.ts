import {
  billions,
  bytesText,
  changeCells,
  digits,
  type FileJudgement,
  type ModelSummary,
} from '../../config/index.ts';
import type { Section } from '../../report/model.ts';

/** Changed values that a table shows; the rest is counted. */
const maxRows = 200;

/** What changed, and parameters, memory and cache before and after. */
export function configSections(judgements: readonly FileJudgement[]): Section[] {
  return judgements.flatMap((judgement) => [...changeSection(judgement), ...modelSection(judgement)]);
}

function changeSection({ file, changes, isNew }: FileJudgement): Section[] {
  if (changes.length === 0 || isNew) return [];
  const rows = changes.slice(0, maxRows).map(changeCells);
  const more = changes.length > maxRows ? ` (the first ${maxRows} of ${changes.length})` : '';
  return [
    {
      kind: 'table',
      title: `What changed in ${file}${more}`,
      open: true,
      columns: [
        { title: 'parameter', code: true },
        { title: 'before', code: true },
        { title: 'after', code: true },
        { title: 'kind' },
      ],
      rows,
    },
  ];
}

interface Measure {
  readonly title: string;
  value(summary: ModelSummary): string;
}

const measures: readonly Measure[] = [
  { title: 'parameters', value: ({ counts }) => `${digits(counts.total)} (${billions(counts.total)})` },
  { title: 'active a token', value: ({ counts }) => `${digits(counts.active)} (${billions(counts.active)})` },
  { title: 'of them embeddings', value: ({ counts }) => digits(counts.embedding) },
  { title: 'weights', value: ({ weightBytes, dtype }) => `${bytesText(weightBytes)} in ${dtype}` },
  {
    title: 'cache a token (2 bytes an element)',
    value: ({ cacheBytesPerToken }) => bytesText(cacheBytesPerToken),
  },
];

function modelSection({ file, summary, baseSummary }: FileJudgement): Section[] {
  if (summary === undefined) return [];
  const title = `The model of ${file} (${summary.family})`;
  const now = measures.map((measure) => measure.value(summary));
  const before = measures.map((measure) => (baseSummary === undefined ? '' : measure.value(baseSummary)));
  const changed = baseSummary !== undefined && before.join() !== now.join();
  const value = (name: string) => ({ title: name, align: 'right' }) as const;
  const rows = measures.map((measure, index) => [
    measure.title,
    ...(changed ? [before[index] ?? ''] : []),
    now[index] ?? '',
  ]);
  const columns = [{ title: '' }, ...(changed ? [value('before'), value('after')] : [value('value')])];
  return [{ kind: 'table', title, columns, rows }];
}
