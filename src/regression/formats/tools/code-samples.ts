/** Benchmarks of code with several samples for each problem: HumanEval, EvalPlus, BigCode's harness, LiveCodeBench. */
import { isRecord } from '../../../kernel/record.ts';
import type { DocumentFormat } from '../json-document.ts';
import { field, rowsOf, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import {
  at,
  dialectOf,
  documentOf,
  entriesOf,
  hasFields,
  listOf,
  numbersOf,
  state,
  total,
  type Answer,
} from './tool.ts';

/** OpenAI's `samples.jsonl_results.jsonl`: whether a completion passed the tests of its problem. That its code ran out of time is a failure of the model. */
export const humanEval: RowDialect = dialectOf({
  name: 'HumanEval results',
  matches: (row) =>
    hasFields(row, 'task_id', 'passed') && (hasFields(row, 'completion') || hasFields(row, 'result')),
  answers: (row) => [{ id: field(row, 'task_id'), repeats: true, scores: { passed: field(row, 'passed') } }],
});

/** `*_eval_results.json`: each solution under its problem, by the tests of HumanEval or MBPP and by those of EvalPlus. */
export const evalPlus: DocumentFormat = documentOf({
  name: 'EvalPlus',
  matches: (value) =>
    hasFields(value, 'hash') && entriesOf(field(value, 'eval')).some(([, of]) => solutionsOf(of).length > 0),
  *answers({ value }, sink) {
    state(sink, { 'dataset revision': field(value, 'hash') });
    for (const [task, of] of entriesOf(field(value, 'eval')))
      for (const solution of solutionsOf(of)) yield [[{ ...solution, id: task, repeats: true }]];
  },
});

function solutionsOf(task: unknown): readonly Answer[] {
  if (Array.isArray(task)) return rowsOf(task).map(solution);
  // Before version 0.2: lists of [status, …] for each of both kinds of tests.
  const [base, plus] = [listOf(field(task, 'base')), listOf(field(task, 'plus'))];
  return base.map((_, i) => ({ scores: scoresOf(listOf(base[i])[0], listOf(plus[i])[0]) }));
}

function solution(row: Row): Answer {
  return { scores: scoresOf(field(row, 'base_status'), field(row, 'plus_status')) };
}

/** "Plus" is passed by what passes the tests of both. */
function scoresOf(base: unknown, plus: unknown): Record<string, unknown> {
  const passed = (status: unknown): boolean => status === 'pass' || status === 'success';
  return {
    'pass@1': passed(base),
    ...(typeof plus === 'string' && { 'pass@1,plus': passed(base) && passed(plus) }),
  };
}

/** BigCode's `evaluation_results.json`: totals of each task, and beside them the settings of the run. */
export const bigCode: DocumentFormat = {
  name: 'BigCode evaluation',
  matches: (value) =>
    isRecord(field(value, 'config')) &&
    entriesOf(value).some(([, of]) => Object.keys(numbersOf(of)).some((name) => name.startsWith('pass@'))),
  read({ value, path }, sink) {
    for (const [task, metrics] of entriesOf(value)) {
      if (task === 'config') continue;
      for (const [name, of] of Object.entries(numbersOf(metrics)))
        total(sink, path, `${task}.${name}`, of, { higherIsBetter: true });
    }
    const config = field(value, 'config');
    state(sink, Object.fromEntries(settings.map(([name, key]) => [key, field(config, name)])));
  },
};

/** Of its many settings those that change what is measured; the model and its place are what is compared. */
const settings = [
  ['temperature', 'temperature'],
  ['top_p', 'top p'],
  ['top_k', 'top k'],
  ['do_sample', 'sampling'],
  ['n_samples', 'samples of a problem'],
  ['max_length_generation', 'max tokens'],
  ['seed', 'seed'],
  ['limit', 'sample limit'],
  ['prefix', 'prompt template'],
  ['prompt', 'prompt'],
  ['instruction_tokens', 'chat template'],
  ['precision', 'dtype'],
  ['batch_size', 'batch size'],
] as const;

/** BigCode's `logs.json`: for each problem its completions, each with what the tests said. */
export const bigCodeLogs: DocumentFormat = documentOf({
  name: 'BigCode logs',
  matches: (value) =>
    entriesOf(value).length > 0 && entriesOf(value).every(([, runs]) => runsOf(runs).length > 0),
  *answers({ value }) {
    for (const [problem, runs] of entriesOf(value))
      yield [
        runsOf(runs).map((run) => ({ id: problem, repeats: true, scores: { passed: field(run, 'passed') } })),
      ];
  },
});

function runsOf(runs: unknown): readonly Row[] {
  return rowsOf(listOf(runs).map((run) => listOf(run)[1])).filter((run) => hasFields(run, 'passed'));
}

/** LiveCodeBench: `eval_all.json`, a list of whether each sample passed. */
export const liveCodeBench: RowDialect = dialectOf({
  name: 'LiveCodeBench',
  matches: (row) => hasFields(row, 'question_id') && Array.isArray(at(row, 'graded_list')),
  answers: (row) =>
    listOf(field(row, 'graded_list')).map((passed) => ({
      id: field(row, 'question_id'),
      repeats: true,
      scores: { 'pass@1': passed },
      slices: { difficulty: field(row, 'difficulty') },
    })),
});
