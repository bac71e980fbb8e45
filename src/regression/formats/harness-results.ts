import type { DocumentFormat } from './documents.ts';
import { field, isRow, scalarText, scoreOf } from './value.ts';
import type { Sink } from '../collector.ts';

/** lm-evaluation-harness and lmms-eval `results_*.json`: totals of each task, `acc,none` with `acc_stderr,none`. */
export const harnessResults: DocumentFormat = {
  name: 'lm-eval results',
  matches: (value) =>
    isRow(field(value, 'results')) &&
    ['configs', 'versions', 'n-shot', 'config'].some((key) => field(value, key) !== undefined),
  read({ value, path, outline }, sink) {
    const line = outline.memberLine('results');
    for (const [task, metrics] of entries(field(value, 'results'))) {
      for (const [key, number] of entries(metrics))
        readTotal({ value, path, line, task, metrics, key, number }, sink);
    }
    for (const name of ['versions', 'n-shot']) {
      for (const [task, version] of entries(field(value, name)))
        sink.setup(`${name} of ${task}`, scalarText(version) ?? 'unknown');
    }
  },
};

interface Total {
  readonly value: unknown;
  readonly path: string;
  readonly line: number | undefined;
  readonly task: string;
  readonly metrics: unknown;
  readonly key: string;
  readonly number: unknown;
}

function readTotal({ value, path, line, task, metrics, key, number }: Total, sink: Sink): void {
  const [metric = '', filter = ''] = key.split(',', 2);
  if (
    metric === 'alias' ||
    metric === 'samples' ||
    metric.endsWith('_stderr') ||
    Array.isArray(number) ||
    isRow(number)
  )
    return;
  const standardError = scoreOf(field(metrics, `${metric}_stderr${filter === '' ? '' : `,${filter}`}`));
  const n = scoreOf(field(field(field(value, 'n-samples'), task), 'effective'));
  const higherIsBetter = field(field(field(value, 'higher_is_better'), task), metric);
  sink.aggregate({
    name: `${task}.${key}`,
    value: scoreOf(number),
    ...(Number.isFinite(standardError) && { standardError }),
    ...(Number.isFinite(n) && { n }),
    ...(typeof higherIsBetter === 'boolean' && { higherIsBetter }),
    file: path,
    ...(line !== undefined && { line }),
  });
}

function entries(value: unknown): [string, unknown][] {
  return isRow(value) ? Object.entries(value) : [];
}
