import { isRecord } from '../../kernel/record.ts';
import type { DocumentFormat, JsonDocument } from './json-document.ts';
import { harnessSample } from './harness-rows.ts';
import { entries, stateSetup } from './harness-setup.ts';
import { stateLightevalSetup } from './lighteval-setup.ts';
import { Unreadable } from './reader.ts';
import { field, rowsOf, scalarText, scoreOf } from './own-fields.ts';
import type { Sink } from '../samples/collector.ts';

/**
 * lm-evaluation-harness, lmms-eval and lighteval `results_*.json`: totals of each task, `acc,none` with `acc_stderr,none`; and the samples of each
 * task where the result of `simple_evaluate` was written as it is.
 */
export const harnessResults: DocumentFormat = {
  name: 'lm-eval results',
  matches: (value) =>
    isRecord(field(value, 'results')) &&
    ['configs', 'versions', 'n-shot', 'config'].some((key) => field(value, key) !== undefined),
  read({ value, path, outline }, sink) {
    const line = outline.memberLine('results');
    const isPart = partsOf(value);
    for (const [task, metrics] of entries(field(value, 'results'))) {
      for (const [key, number] of entries(metrics))
        readTotal({ value, path, line, task, metrics, key, number, secondary: isPart(task, key) }, sink);
    }
    stateSetup(value, sink);
    if (field(value, 'config_general') !== undefined) stateLightevalSetup(value, sink);
    readSamples(value, path, sink);
  },
};

/** What a group averages is not further evidence beside the group. Before groups were listed, tasks in one had an indented alias. */
function partsOf(value: unknown): (task: string, key: string) => boolean {
  if (field(value, 'group_subtasks') === undefined) {
    const groups = entries(field(value, 'groups'));
    return (task, key) =>
      scalarText(field(field(field(value, 'results'), task), 'alias'))?.startsWith(' ') === true &&
      groups.some(([, metrics]) => field(metrics, key) !== undefined);
  }
  const groups = entries(field(value, 'group_subtasks')).map(([group, tasks]) => ({
    metrics: field(field(value, 'results'), group),
    tasks: new Set<unknown>(Array.isArray(tasks) ? tasks : []),
  }));
  return (task, key) =>
    groups.some(({ metrics, tasks }) => tasks.has(task) && field(metrics, key) !== undefined);
}

interface Total {
  readonly value: unknown;
  readonly path: string;
  readonly line: number | undefined;
  readonly task: string;
  readonly metrics: unknown;
  readonly key: string;
  readonly number: unknown;
  readonly secondary: boolean;
}

/** What stands among the metrics of a task and is none. */
const described = new Set(['alias', 'name', 'samples', 'sample_len', 'sample_count']);

function readTotal({ value, path, line, task, metrics, key, number, secondary }: Total, sink: Sink): void {
  const [metric = '', filter = ''] = key.split(',', 2);
  // A group that is not averaged has one blank entry.
  if (
    metric.trim() === '' ||
    described.has(metric) ||
    metric.endsWith('_stderr') ||
    Array.isArray(number) ||
    isRecord(number)
  )
    return;
  const standardError = scoreOf(field(metrics, `${metric}_stderr${filter === '' ? '' : `,${filter}`}`));
  const n = sizeOf(value, task, metrics);
  const higherIsBetter = field(field(field(value, 'higher_is_better'), task), metric);
  sink.aggregate({
    name: `${task}.${key}`,
    value: scoreOf(number),
    ...(Number.isFinite(standardError) && { standardError }),
    ...(Number.isFinite(n) && { n }),
    ...(typeof higherIsBetter === 'boolean' && { higherIsBetter }),
    ...(secondary && { secondary }),
    file: path,
    ...(line !== undefined && { line }),
  });
}

/** Newer releases say it beside the metrics, older ones apart. */
function sizeOf(value: unknown, task: string, metrics: unknown): number {
  const docs = scoreOf(field(field(field(value, 'config_tasks'), task), 'effective_num_docs'));
  const stated = field(field(field(value, 'n-samples'), task), 'effective') ?? field(metrics, 'sample_len');
  return stated === undefined && docs > 0 ? docs : scoreOf(stated);
}

function readSamples(value: unknown, path: JsonDocument['path'], sink: Sink): void {
  const problems = new Unreadable(path, sink);
  for (const [task, rows] of entries(field(value, 'samples'))) {
    for (const row of rowsOf(rows)) {
      const sample = harnessSample(row, { file: path }, task);
      if (typeof sample === 'string') problems.add(1, sample);
      else sink.sample(sample);
    }
  }
  problems.tell();
}
