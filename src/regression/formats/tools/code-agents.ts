/** Evaluations of agents that write code: SWE-bench, terminal-bench and Harbor. */
import { isRecord } from '../../../kernel/record.ts';
import type { Status } from '../../samples/status.ts';
import type { DocumentFormat } from '../json-document.ts';
import { field, rowsOf, scalarText, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { statusOf, statusOfFailure, statusOfWord } from '../status-fields.ts';
import {
  at,
  dialectOf,
  documentOf,
  entriesOf,
  hasFields,
  listOf,
  numbersOf,
  textAt,
  total,
  type Answer,
} from './tool.ts';

/** SWE-bench: a report of each instance under its name. */
export const sweBenchMap: DocumentFormat = documentOf({
  name: 'SWE-bench instances',
  matches: (value) =>
    entriesOf(value).length > 0 &&
    entriesOf(value).every(([, row]) => typeof field(row, 'resolved') === 'boolean'),
  *answers({ value, outline }) {
    for (const [id, row] of entriesOf(value))
      yield [[{ id, scores: { resolved: field(row, 'resolved') } }], outline.memberLine(id)];
  },
});

/** Lists of names in which instances ended, the unresolved ones first: one in several lists is what the last of them says. */
const sweLists: readonly {
  readonly names: readonly string[];
  readonly resolved: boolean;
  readonly status?: Status;
}[] = [
  { names: ['submitted_ids', 'generated'], resolved: false },
  { names: ['unresolved_ids', 'empty_patch_ids', 'no_generation', 'incomplete_ids'], resolved: false },
  { names: ['error_ids'], resolved: false, status: 'error' },
  { names: ['resolved_ids', 'resolved'], resolved: true },
];

/** SWE-bench: the report of a run, with the names of the instances or their numbers only. */
export const sweBenchReport: DocumentFormat = {
  name: 'SWE-bench report',
  matches: (value) =>
    hasFields(value, 'resolved_instances') ||
    (Array.isArray(field(value, 'resolved')) && hasFields(value, 'generated')),
  read(document, sink) {
    const answers = sweAnswers(document.value);
    if (answers.length > 0) return sweInstances(answers).read(document, sink);
    const [resolved, all] = [at(document.value, 'resolved_instances'), at(document.value, 'total_instances')];
    if (typeof resolved === 'number' && typeof all === 'number')
      total(sink, document.path, 'resolved', resolved / all, { n: all, higherIsBetter: true });
  },
};

function sweInstances(answers: readonly Answer[]): DocumentFormat {
  return documentOf({
    name: 'SWE-bench report',
    matches: () => true,
    answers: () => answers.map((answer) => [[answer]] as const),
  });
}

function sweAnswers(report: unknown): readonly Answer[] {
  const found = new Map<string, Answer>();
  for (const { names, resolved, status } of sweLists)
    for (const id of names
      .flatMap((name) => listOf(field(report, name)))
      .flatMap((one) => scalarText(one) ?? []))
      found.set(id, { id, scores: { resolved }, status });
  return [...found.values()];
}

/** terminal-bench: `results.json` of a run; each attempt has an id of its own. */
export const terminalBench: DocumentFormat = documentOf({
  name: 'terminal-bench',
  matches: (value) => rowsOf(field(value, 'results')).some((row) => hasFields(row, 'task_id', 'is_resolved')),
  *answers({ value, outline }) {
    const lines = outline.elementLines('results');
    for (const [place, row] of rowsOf(field(value, 'results')).entries())
      yield [[attempt(row)], lines[place]];
  },
});

function attempt(row: Row): Answer {
  return {
    id: field(row, 'task_id'),
    repeats: true,
    scores: { resolved: field(row, 'is_resolved') ?? false },
    status: statusOf({ failure_mode: field(row, 'failure_mode') }),
  };
}

/** Harbor: `result.json` of one trial, or rows of them. */
export const harborTrial: RowDialect = dialectOf({
  name: 'Harbor trial',
  matches: (row) => hasFields(row, 'task_name', 'trial_name'),
  answers: (row) => [trial(row)],
});

export const harborDocument: DocumentFormat = documentOf({
  name: 'Harbor trial',
  matches: (value) => isRecord(value) && hasFields(value, 'task_name', 'trial_name'),
  answers: ({ value }) => (isRecord(value) ? [[[trial(value)], 1]] : []),
});

function trial(row: Row): Answer {
  const failure = field(row, 'exception_info');
  const word = statusOfWord(textAt(failure, 'exception_type')?.replace(/(?:Error|Exception)$/, ''));
  return {
    id: field(row, 'task_name'),
    repeats: true,
    dataset: field(row, 'source'),
    scores: numbersOf(at(row, 'verifier_result', 'rewards')),
    status:
      word ?? statusOfFailure(textAt(failure, 'exception_type') ?? textAt(failure, 'exception_message')),
  };
}
