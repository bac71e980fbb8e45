/** ModelScope's EvalScope: `reviews/<model>/<dataset>.jsonl` and `reports/<model>/<dataset>.json`. */
import { isRecord } from '../../../kernel/record.ts';
import type { DocumentFormat } from '../json-document.ts';
import { field, rowsOf, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { statusOf, statusOfFailure, statusOfWord } from '../status-fields.ts';
import { at, dialectOf, entriesOf, hasFields, state, textAt, total, type Answer } from './tool.ts';

export const evalScopeReviews: RowDialect = dialectOf({
  name: 'EvalScope reviews',
  matches: (row) => hasFields(row, 'sample_score') || rowsOf(field(row, 'choices')).some(isReviewed),
  answers(row, _, sink) {
    const judges = at(row, 'sample_score', 'score', 'judge_summary', 'judge_models');
    state(sink, { judge: judges });
    return hasFields(row, 'sample_score') ? [review(row)] : olderReviews(row);
  },
});

function review(row: Row): Answer {
  const sample = field(row, 'sample_score');
  const score = field(sample, 'score');
  return {
    id: textAt(sample, 'sample_id') ?? textAt(row, 'index'),
    cluster: field(sample, 'group_id'),
    prompt: field(row, 'input'),
    scores: Object.fromEntries(entriesOf(field(score, 'value'))),
    status: statusOf(row) ?? judgement(score) ?? (isEmpty(field(score, 'value')) ? 'unparsed' : undefined),
  };
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}

/** A judge that gave no usable score leaves it out and says so. */
function judgement(score: unknown): Answer['status'] {
  const status = textAt(score, 'status');
  if (status === 'transport_error' || status === 'invalid_session') return 'unparsed';
  return statusOfWord(status);
}

/** Before version 1 each row had its answers with a review each. */
function olderReviews(row: Row): readonly Answer[] {
  return rowsOf(field(row, 'choices')).map((choice) => ({
    id: textAt(row, 'sample_id') ?? textAt(row, 'index'),
    input: field(row, 'raw_input'),
    scores: olderScores(at(choice, 'review', 'result')),
    status: statusOfFailure(field(choice, 'error')) ?? statusOfWord(field(choice, 'finish_reason')),
  }));
}

function olderScores(result: unknown): Answer['scores'] {
  const named = entriesOf(result);
  return named.length > 0 ? Object.fromEntries(named) : { acc: result };
}

function isReviewed(choice: Row): boolean {
  return at(choice, 'review', 'result') !== undefined;
}

/** The average of each metric, and below it those of its subsets. */
export const evalScopeReport: DocumentFormat = {
  name: 'EvalScope report',
  matches: (value) =>
    hasFields(value, 'dataset_name', 'metrics') &&
    rowsOf(field(value, 'metrics')).some((metric) => hasFields(metric, 'score')),
  read({ value, path }, sink) {
    const dataset = textAt(value, 'dataset_name') ?? 'dataset';
    for (const metric of rowsOf(field(value, 'metrics'))) {
      const name = `${dataset}.${textAt(metric, 'name') ?? 'score'}`;
      total(sink, path, name, field(metric, 'score'), { n: field(metric, 'num') });
      const subsets = rowsOf(field(metric, 'categories')).flatMap((part) => rowsOf(field(part, 'subsets')));
      for (const subset of subsets.length > 1 ? subsets : [])
        total(sink, path, `${name}.${textAt(subset, 'name') ?? 'subset'}`, field(subset, 'score'), {
          n: field(subset, 'num'),
          secondary: true,
        });
    }
  },
};
