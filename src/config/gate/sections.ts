import {
  type ConfigFileFacts,
  billions,
  bytesText,
  changeCells,
  digits,
  type FileJudgement,
  type ModelSize,
} from '../index.ts';
import type { Section } from '../../report/model.ts';

/** Changed values that a table shows; the rest is counted. */
const maxRows = 200;

/** What changed, and parameters, memory and cache before and after. */
export function configSections(judgements: readonly FileJudgement[]): Section[] {
  const models = judgements.filter(({ summary }) => summary !== undefined);
  if (models.length > maxTables) return [...judgements.flatMap(changeSection), modelsSection(models)];
  return judgements.flatMap((judgement) => [...changeSection(judgement), ...modelSection(judgement)]);
}

/** More models than this share one table. */
const maxTables = 5;

/** What to register where the names are meant, ready to be copied. */
export function registrySection(judgements: readonly FileJudgement[], registry: string): Section[] {
  const lines = new Map(judgements.flatMap(({ unregistered }) => [...unregistered]));
  if (lines.size === 0) return [];
  const title = `If the new names are meant: lines for parameters in ${registry}`;
  const items = [...lines.values()];
  const more = items.length > maxRows ? [`… and ${items.length - maxRows} more`] : [];
  return [{ kind: 'list', title, items: [...items.slice(0, maxRows), ...more] }];
}

/** Changed values for machines, as people read them. */
export function changeFacts({ changes }: FileJudgement): Pick<ConfigFileFacts, 'changes'> {
  if (changes.length === 0) return {};
  const cells = changes.slice(0, maxRows).map(changeCells);
  return { changes: cells.map(([path, before, after, kind]) => ({ path, before, after, kind })) };
}

function changeSection({ file, changes }: FileJudgement): Section[] {
  if (changes.length === 0) return [];
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
  value(summary: ModelSize): string;
}

/** Of one model, a line each. */
const measures: readonly Measure[] = [
  { title: 'parameters', value: ({ counts }) => `${digits(counts.total)} (${billions(counts.total)})` },
  { title: 'active a token', value: ({ counts }) => `${digits(counts.active)} (${billions(counts.active)})` },
  { title: 'of them embeddings', value: ({ counts }) => digits(counts.embedding) },
  { title: 'weights', value: weightsText },
  {
    title: 'weights in 16, 8 and 4 bits',
    value: ({ counts }) =>
      [2n, 1n]
        .map((bytes) => bytesText(counts.total * bytes))
        .concat(bytesText(counts.total / 2n))
        .join(', '),
  },
  { title: 'cache a token (2 bytes an element)', value: cacheText },
];

/** Of many models, a column each, narrow enough for a terminal. */
const listed: readonly Measure[] = [
  { title: 'parameters', value: ({ counts }) => digits(counts.total) },
  { title: 'active', value: ({ counts }) => billions(counts.active) },
  { title: 'weights', value: ({ weightBytes }) => bytesText(weightBytes) },
  { title: 'cache a token', value: ({ cacheBytesPerToken }) => bytesText(cacheBytesPerToken) },
];

/** Which weights a quantisation stores in fewer bits is not in the config: that it does is said, not guessed. */
function weightsText({ weightBytes, dtype, quantization }: ModelSize): string {
  const before = quantization === undefined ? '' : `, before quantisation (${quantization})`;
  return `${bytesText(weightBytes)} in ${dtype}${before}`;
}

/** Where layers slide, the cache grows more slowly once their window is full. */
function cacheText({ cacheBytesPerToken, sliding }: ModelSize): string {
  const all = bytesText(cacheBytesPerToken);
  if (sliding === undefined) return all;
  return `${all}; ${bytesText(sliding.cacheBytesPerToken)} beyond ${digits(sliding.window)} tokens (${sliding.layers} layers slide)`;
}

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

/** One line a model, those whose size changes first. */
function modelsSection(models: readonly FileJudgement[]): Section {
  const rows = models.map(({ file, summary, baseSummary }) => {
    const now = cellsOf(summary);
    const before = cellsOf(baseSummary);
    const cells = now.map((cell, index) => movement(before[index] ?? '', cell));
    return { isChanged: baseSummary !== undefined && before.join() !== now.join(), cells: [file, ...cells] };
  });
  const sorted = rows.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged));
  const more = rows.length > maxRows ? ` (the first ${maxRows} of ${rows.length})` : '';
  return {
    kind: 'table',
    title: `The models${more}`,
    columns: [
      { title: 'file', code: true },
      ...listed.map(({ title }) => ({ title, align: 'right' as const })),
    ],
    rows: sorted.slice(0, maxRows).map(({ cells }) => cells),
  };
}

function cellsOf(summary: ModelSize | undefined): string[] {
  return summary === undefined ? [] : listed.map((measure) => measure.value(summary));
}

function movement(before: string, now: string): string {
  return before === '' || before === now ? now : `${before} → ${now}`;
}
