/** Experiments of tracing services, whose rows have ids that are new in each run: LangSmith, Braintrust, Langfuse, MLflow. */
import { isRecord } from '../../../kernel/record.ts';
import { field, rowsOf, scoreOf, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { statusOf, statusOfFailure } from '../status-fields.ts';
import { at, dialectOf, entriesOf, hasFields, state, textAt, type Answer } from './tool.ts';

/** LangSmith: a test result as CSV or Parquet (`inputs.question`, `feedback.correctness`), or runs as JSON. */
export const langSmith: RowDialect = dialectOf({
  name: 'LangSmith',
  matches: (row) =>
    (hasFields(row, 'example_id') ||
      hasFields(row, 'reference_example_id') ||
      below(row, 'inputs').length > 0) &&
    (below(row, 'feedback').length > 0 || below(row, 'feedback_stats').length > 0),
  answers: (row) => [
    {
      id: textAt(row, 'example_id') ?? textAt(row, 'reference_example_id'),
      repeats: true,
      input: objectOf(below(row, 'inputs')),
      scores: Object.fromEntries(
        [...below(row, 'feedback'), ...below(row, 'feedback_stats')]
          .map(
            ([name, value]) =>
              [name, isRecord(value) ? (field(value, 'avg') ?? field(value, 'score')) : value] as const,
          )
          .filter(([, value]) => isGrade(value)),
      ),
      status: statusOfFailure(field(row, 'error')) ?? statusOf({ status: field(row, 'status') }),
    },
  ],
});

/** LangSmith: a row of `evaluate()` as its SDK has it, with the run, the example and what the evaluators said. */
export const langSmithRows: RowDialect = dialectOf({
  name: 'LangSmith results',
  matches: (row) => hasFields(row, 'run', 'example') && marksOf(row).length > 0,
  answers: (row) => [
    {
      id: textAt(row, 'example', 'id'),
      repeats: true,
      input: at(row, 'example', 'inputs') ?? at(row, 'run', 'inputs'),
      scores: Object.fromEntries(marksOf(row).flatMap(markOf)),
      status: statusOfFailure(at(row, 'run', 'error')),
    },
  ],
});

function marksOf(row: Row): Row[] {
  const results = field(row, 'evaluation_results');
  return rowsOf(field(results, 'results') ?? results);
}

/** An evaluator that broke down has neither a score nor a value; a category is not a score. */
function markOf(mark: Row): [string, unknown][] {
  const score = field(mark, 'score') ?? null;
  const isCategory = score === null && (field(mark, 'value') ?? null) !== null;
  return isCategory ? [] : [[textAt(mark, 'key') ?? 'score', score]];
}

/** `{inputs: {question}}` and the column `inputs.question` say the same. */
function below(row: Row, name: string): [string, unknown][] {
  const nested = entriesOf(field(row, name));
  const columns = Object.entries(row).flatMap(([key, value]): [string, unknown][] =>
    key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value]] : [],
  );
  return [...nested, ...columns];
}

function objectOf(entries: readonly [string, unknown][]): unknown {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Comments stand beside marks. */
function isGrade(value: unknown): boolean {
  return value === null || value === '' || Number.isFinite(scoreOf(value));
}

/** Braintrust: rows of an experiment; spans below the root are steps of the same sample. */
export const braintrust: RowDialect = dialectOf({
  name: 'Braintrust',
  matches: (row) => hasFields(row, 'span_id') && hasFields(row, 'scores'),
  answers(row) {
    const parents = field(row, 'span_parents');
    const isStep = textAt(row, 'is_root') === 'false' || (Array.isArray(parents) && parents.length > 0);
    return isStep ? [] : [experimentRow(row)];
  },
});

function experimentRow(row: Row): Answer {
  return {
    input: field(row, 'input'),
    scores: Object.fromEntries(entriesOf(parsed(field(row, 'scores')))),
    status: statusOfFailure(field(row, 'error')),
  };
}

/** A CSV has its objects as JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Langfuse: items of a dataset run, or traces, with a list of scores. */
export const langfuse: RowDialect = dialectOf({
  name: 'Langfuse',
  matches: (row) =>
    rowsOf(field(row, 'scores')).some((score) => hasFields(score, 'name', 'value')) &&
    ['traceId', 'datasetItemId', 'observations', 'sessionId', 'input'].some((name) => hasFields(row, name)),
  answers: (row) => [
    {
      id: textAt(row, 'datasetItemId') ?? textAt(row, 'dataset_item_id'),
      repeats: true,
      input: field(row, 'input'),
      scores: Object.fromEntries(
        rowsOf(field(row, 'scores'))
          .filter((score) => isGrade(field(score, 'value')))
          .map((score) => [textAt(score, 'name') ?? 'score', field(score, 'value')]),
      ),
      status: textAt(row, 'level') === 'ERROR' ? 'error' : undefined,
    },
  ],
});

/** Langfuse: a score by itself, as its export and its API list them: the trace is new in each run, the dataset item is not. */
export const langfuseScores: RowDialect = dialectOf({
  name: 'Langfuse scores',
  matches: (row) =>
    hasFields(row, 'name', 'value') &&
    !hasFields(row, 'scores') &&
    ['traceId', 'datasetItemId', 'dataset_item_id'].some((name) => hasFields(row, name)),
  answers(row) {
    const item = textAt(row, 'datasetItemId') ?? textAt(row, 'dataset_item_id') ?? '';
    if (item === '')
      return 'it is a Langfuse score of a trace, and each run has new traces; add the datasetItemId that GET /api/public/dataset-run-items gives for each traceId, or export the items of the dataset run with their scores';
    const [name, value] = [textAt(row, 'name') ?? 'score', field(row, 'value')];
    return isWord(row)
      ? []
      : [{ id: `${item}/${name}`, cluster: item, repeats: true, scores: { [name]: value } }];
  },
});

/** Langfuse also keeps categories and texts as scores. */
function isWord(row: Row): boolean {
  const type = textAt(row, 'dataType') ?? textAt(row, 'data_type') ?? '';
  return /^(?:CATEGORICAL|TEXT)$/.test(type) || !isGrade(field(row, 'value'));
}

/** MLflow 3: a row of `mlflow.genai.evaluate`, with a list of assessments. */
export const mlflowTraces: RowDialect = dialectOf({
  name: 'MLflow traces',
  matches: (row) => hasFields(row, 'trace_id') && Array.isArray(field(row, 'assessments')),
  answers(row, _, sink) {
    const assessments = rowsOf(field(row, 'assessments'));
    for (const one of assessments) state(sink, judgeOf(one));
    return [
      {
        input: field(row, 'request') ?? field(row, 'inputs'),
        scores: Object.fromEntries(assessments.flatMap(assessment)),
        status: statusOf({ state: field(row, 'state') }),
      },
    ];
  },
});

/** Which model gave the mark, where it was one: a scorer in code and a person bear names that say nothing of how they judge. */
function judgeOf(row: Row): Record<string, unknown> {
  return textAt(row, 'source', 'source_type') === 'LLM_JUDGE'
    ? { [`judge of ${nameOf(row)}`]: at(row, 'source', 'source_id') }
    : {};
}

function nameOf(row: Row): string {
  return textAt(row, 'assessment_name') ?? textAt(row, 'name') ?? 'assessment';
}

/** What is expected stands among what was assessed. */
function assessment(row: Row): [string, unknown][] {
  const feedback = field(row, 'feedback');
  if (feedback === undefined || feedback === null) return [];
  const failed = field(feedback, 'error') ?? null;
  const value = failed === null ? at(feedback, 'value') : null;
  return isGrade(value) ? [[nameOf(row), value]] : [];
}
