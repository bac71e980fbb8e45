import { fresh, lines, share, table, type Shape } from './shape.ts';

const rows = (right: readonly boolean[], row: (right: boolean, i: number) => unknown): string =>
  lines(right.map(row));

/** Formats with a row for each answer. */
export const rowShapes: readonly Shape[] = [
  {
    name: 'promptfoo as CSV',
    file: 'out.csv',
    write: (right) =>
      table(
        ['q', '[own] Say {{q}}', 'Status', 'Score', 'Named Scores', 'Grader Reason', 'Comment'],
        right.map((ok, i) => [`q${i}`, 'x', ok ? 'PASS' : 'FAIL', ok ? '1.00' : '0.00', '', 'because', '']),
      ),
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'promptfoo as CSV before it had a column for the grade, two prompts',
    file: 'out.csv',
    write: (right) =>
      table(
        ['q', '[own] Say {{q}}', '[own] Tell {{q}}'],
        right
          .slice(0, 20)
          .map((ok, i) => [
            `q${i}`,
            ok ? '[PASS] x' : '[FAIL] (0.00) no',
            right[20 + i] === true ? '[PASS] x' : '[FAIL] no',
          ]),
      ),
    expect: { metric: 'pass_rate' },
  },
  {
    name: "MMMU's parsed answers",
    file: 'parsed_output.json',
    write: (right) =>
      JSON.stringify(
        right.map((ok, i) => ({
          id: `validation_Art_${i}`,
          question_type: 'multiple-choice',
          answer: 'B',
          parsed_pred: ok ? 'B' : 'C',
          response: 'x',
        })),
      ),
    expect: { metric: 'correct' },
  },
  {
    name: "MMMU's parsed answers under their ids, one or several accepted",
    file: 'output.json',
    write: (right) =>
      JSON.stringify(
        Object.fromEntries(
          right.map((ok, i) => [
            `validation_Art_${i}`,
            {
              question_type: 'multiple-choice',
              ground_truth: i % 2 === 0 ? 'B' : ['B', 'D'],
              parsed_pred: ok ? (i % 4 === 1 ? 'D' : 'B') : 'C',
            },
          ]),
        ),
      ),
    expect: { metric: 'correct' },
  },
  {
    name: "MMMU's parsed answers with ids, beside what is called ground truth",
    file: 'output.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          id: `test_Art_${i}`,
          question_type: 'multiple-choice',
          ground_truth: 'B',
          parsed_pred: ok ? 'B' : 'C',
        })),
      ),
    expect: { metric: 'correct' },
  },
  {
    name: 'lmms-eval, the parsed answer beside the right one in place of a score',
    file: '20260101_000000_samples_mmmu_val.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          doc_id: i,
          target: 'B',
          filtered_resps: ['x'],
          mmmu_acc: { id: `v${i}`, subdomain: 'Art', answer: 'B', parsed_pred: ok ? 'B' : 'C' },
        })),
      ),
    expect: { metric: 'mmmu_acc' },
  },
  {
    name: 'lmms-eval, an open question among letters, beside a score',
    file: '20260101_000000_samples_mmmu_val.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          doc_id: i,
          target: 'B',
          filtered_resps: ['x'],
          mmmu_acc: { answer: 'B', parsed_pred: i === 3 ? ['b'] : 'B' },
          own_score: Number(ok),
        })),
      ),
    expect: { metric: 'own_score' },
  },
  {
    name: "MMMU's open questions, numbers and texts",
    file: 'output.json',
    write: (right) =>
      JSON.stringify(
        Object.fromEntries(
          right.map((ok, i) => [
            `validation_Art_${i}`,
            i % 2 === 0
              ? {
                  question_type: 'short-answer',
                  ground_truth: '1,007.004',
                  parsed_pred: [ok ? 1007 : 8, 'x'],
                }
              : {
                  question_type: 'open',
                  ground_truth: ['Rotated axis', 'b'],
                  parsed_pred: [3, ok ? (i % 4 === 1 ? 'a rotated axis it is' : 'it is b ') : 'b'],
                },
          ]),
        ),
      ),
    expect: { metric: 'correct' },
  },
  {
    name: 'lmms-eval, an open question among letters',
    file: '20260101_000000_samples_mmmu_val.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          doc_id: i,
          target: 'B',
          filtered_resps: ['x'],
          mmmu_acc:
            i === 3
              ? { answer: 'seven', parsed_pred: [ok ? 'is seven' : 'x'] }
              : { answer: 'B', parsed_pred: ok ? 'B' : 'C' },
        })),
      ),
    expect: { metric: 'mmmu_acc' },
  },
  {
    name: "MMMU's judged answers",
    file: 'parsed_output.json',
    write: (right) =>
      JSON.stringify(
        right.map((ok, i) => ({
          id: `validation_Art_${i}`,
          question_type: 'open',
          answer: ['B'],
          parsed_pred: ['b'],
          judge: ok ? 'Correct' : 'Wrong',
        })),
      ),
    expect: { metric: 'correct' },
  },
  {
    name: 'EvalScope reviews',
    file: 'reviews/own/gsm8k_main.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        index: i,
        input: `question ${i}`,
        target: 'B',
        sample_score: {
          score: {
            value: { mean_acc: Number(ok) },
            status: 'success',
            prediction: 'B',
            main_score_name: null,
          },
          sample_id: i,
          group_id: i,
        },
      })),
    expect: { metric: 'mean_acc' },
  },
  {
    name: 'EvalScope reviews with several samples a group',
    file: 'review.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        index: i,
        sample_score: { score: { value: { acc: ok } }, sample_id: i, group_id: i >> 2 },
      })),
    expect: { metric: 'acc', clusters: 10 },
  },
  {
    name: 'EvalScope reviews before version 1',
    file: 'review.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        index: i,
        raw_input: { q: i },
        choices: [{ review: { gold: 'A', pred: 'A', result: Number(ok) } }],
      })),
    expect: { metric: 'acc' },
  },
  {
    name: 'OpenAI evals, matches',
    file: 'log.jsonl',
    write: (right, side) =>
      lines([
        {
          spec: {
            eval_name: 'own.dev.v1',
            completion_fns: [side],
            split: 'dev',
            run_id: side,
            created_at: '2026-01-01',
          },
        },
        ...right.flatMap((ok, i) => [
          {
            run_id: side,
            event_id: 2 * i,
            sample_id: `own.dev.${i}`,
            type: 'sampling',
            data: { prompt: 'p', sampled: ['x'] },
          },
          {
            run_id: side,
            event_id: 2 * i + 1,
            sample_id: `own.dev.${i}`,
            type: 'match',
            data: { correct: ok, expected: 'a', picked: 'b' },
          },
        ]),
        { final_report: { accuracy: share(right) } },
      ]),
    expect: { metric: 'correct' },
  },
  {
    name: 'OpenAI evals, metrics of a judge',
    file: 'log.jsonl',
    write: (right, side) =>
      lines([
        { spec: { eval_name: 'own.dev.v1', run_config: { seed: 1, max_samples: 40 }, run_id: side } },
        ...right.map((ok, i) => ({
          run_id: side,
          event_id: i,
          sample_id: `own.${i}`,
          type: 'metrics',
          data: { choice: 'Y', score: Number(ok) },
        })),
      ]),
    expect: { metric: 'score' },
  },
  {
    name: 'MT-Bench, two turns of a question',
    file: 'gpt-4_single.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        question_id: 81 + (i >> 1),
        model: 'own',
        judge: ['gpt-4', 'single-v1'],
        score: ok ? 9 : 4,
        turn: 1 + (i % 2),
        tstamp: 1e9 + i,
      })),
    expect: { metric: 'score', delta: -1, clusters: 20 },
  },
  {
    name: 'AlpacaEval, preferences as probabilities',
    file: 'annotations.json',
    write: (right) =>
      JSON.stringify(
        right.map((ok, i) => ({
          instruction: `do ${i}`,
          output_1: 'a',
          generator_1: 'reference',
          output_2: 'b',
          generator_2: 'own',
          annotator: 'judge',
          preference: ok ? 1.9 : 1.1,
        })),
      ),
    expect: { metric: 'win_rate', delta: -0.16 },
  },
  {
    name: 'AlpacaEval as JSONL with draws as 0',
    file: 'annotations.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        instruction: `do ${i}`,
        output_1: 'a',
        output_2: 'b',
        annotator: 'judge',
        preference: ok ? 2 : 0,
      })),
    expect: { metric: 'win_rate', delta: -0.1 },
  },
  {
    name: 'HumanEval, four samples a problem',
    file: 'samples.jsonl_results.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        task_id: `HumanEval/${i >> 2}`,
        completion: 'x',
        result: ok ? 'passed' : 'timed out',
        passed: ok,
      })),
    expect: { metric: 'passed', clusters: 10 },
  },
  {
    name: 'HumanEval, one sample a problem',
    file: 'samples.jsonl_results.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        task_id: `HumanEval/${i}`,
        completion: 'x',
        result: ok ? 'passed' : 'failed: no',
        passed: ok,
      })),
    expect: { metric: 'passed' },
  },
  {
    name: 'LiveCodeBench, a list for each question',
    file: 'own_eval_all.json',
    write: (right) =>
      JSON.stringify(
        Array.from({ length: 10 }, (_, q) => ({
          question_id: `q${q}`,
          difficulty: 'easy',
          graded_list: right.slice(4 * q, 4 * q + 4),
          'pass@1': 0.5,
        })),
      ),
    expect: { metric: 'pass@1', clusters: 10 },
  },
  {
    name: 'Harbor trials, one file each',
    file: 'unused',
    write: (right, side) =>
      Object.fromEntries(
        right.map((ok, i) => [
          `t${i}__${side}/result.json`,
          JSON.stringify({
            id: fresh(side, i),
            task_name: `t${i}`,
            trial_name: `t${i}__${side}`,
            source: 'own',
            verifier_result: { rewards: { reward: Number(ok) } },
            exception_info: null,
          }),
        ]),
      ),
    expect: { metric: 'reward' },
  },
  {
    name: 'IFEval',
    file: 'eval_results_loose.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        follow_all_instructions: ok,
        follow_instruction_list: [true, ok],
        instruction_id_list: ['a:b', 'c:d'],
        prompt: `write ${i}`,
        response: 'r',
      })),
    expect: { metric: 'follow_all_instructions' },
  },
  {
    name: 'IFEval with keys, the share of instructions',
    file: 'eval_results_strict.jsonl',
    write: (right) =>
      rows(right, (ok, i) => ({
        key: 1000 + i,
        follow_all_instructions: ok,
        follow_instruction_list: [true, ok],
        instruction_id_list: ['a:b', 'c:d'],
        prompt: `write ${i}`,
        response: 'r',
      })),
    expect: { metric: 'instruction_share', delta: -0.1 },
  },
  {
    name: 'ragas as CSV',
    file: 'ragas.csv',
    write: (right) =>
      table(
        ['user_input', 'retrieved_contexts', 'response', 'reference', 'faithfulness', 'answer_relevancy'],
        right.map((ok, i) => [`why ${i}?`, "['c, d']", 'because', 'so', ok ? 1 : 0, 0.5 + i / 100]),
      ),
    expect: { metric: 'faithfulness' },
  },
  {
    name: 'ragas without contexts',
    file: 'ragas.csv',
    write: (right) =>
      table(
        ['user_input', 'response', 'reference', 'factual_correctness(mode=f1)'],
        right.map((ok, i) => [`why ${i}?`, `for ${i}`, `so ${i}`, ok ? 1 : 0]),
      ),
    expect: { metric: 'factual_correctness(mode=f1)' },
  },
  {
    name: 'MMLU-Pro, choices and a prediction',
    file: 'own_result.json',
    write: (right) =>
      JSON.stringify(
        right.map((ok, i) => ({
          question_id: 70 + i,
          question: `which ${i}?`,
          options: ['a', 'b', 'c', 'd', 'e'],
          answer: 'ABCDE'.charAt(i % 5),
          answer_index: i % 5,
          cot_content: '',
          category: i % 2 ? 'law' : 'math',
          src: 'own',
          pred: ok ? 'ABCDE'.charAt(i % 5) : null,
          model_outputs: 'The answer is …',
        })),
      ),
    expect: { metric: 'accuracy' },
  },
  {
    name: "LangSmith's own rows",
    file: 'own.json',
    write: (right, side) =>
      JSON.stringify(
        right.map((ok, i) => ({
          run: { id: fresh(side, i), outputs: { text: 'x' }, error: null },
          example: { id: `e${i}`, inputs: { q: `why ${i}?` } },
          evaluation_results: { results: [{ key: 'right', score: Number(ok) }] },
        })),
      ),
    expect: { metric: 'right' },
  },
  {
    name: 'ragas as JSON of its older names',
    file: 'ragas.json',
    write: (right) =>
      JSON.stringify(
        right.map((ok, i) => ({
          question: `why ${i}?`,
          contexts: ['c'],
          answer: 'a',
          ground_truth: 'g',
          context_recall: Number(ok),
        })),
      ),
    expect: { metric: 'context_recall' },
  },
  {
    name: 'Azure AI evaluation',
    file: 'eval.json',
    write: (right) =>
      JSON.stringify({
        rows: right.map((ok, i) => ({
          'inputs.query': `q ${i}`,
          'inputs.response': 'r',
          'outputs.relevance.relevance': ok ? 5 : 2,
          'outputs.relevance.gpt_relevance': ok ? 5 : 2,
          'outputs.relevance.relevance_reason': 'x',
          'outputs.relevance.relevance_threshold': 3,
          'outputs.relevance.relevance_prompt_tokens': 900 + i,
        })),
        metrics: { 'relevance.relevance': 4.1 },
        studio_url: null,
      }),
    expect: { metric: 'relevance.relevance', delta: -0.6 },
  },
  {
    name: 'LangSmith as CSV, the ids new in each run',
    file: 'experiment.csv',
    write: (right, side) =>
      table(
        [
          'inputs.question',
          'outputs.answer',
          'error',
          'reference.answer',
          'feedback.exactness',
          'execution_time',
          'example_id',
          'id',
        ],
        right.map((ok, i) => [`q${i}`, 'a', '', 'b', ok ? 1 : 0, 0.2, `example-${i}`, fresh(side, i)]),
      ),
    expect: { metric: 'exactness' },
  },
  {
    name: 'LangSmith runs as JSONL',
    file: 'runs.jsonl',
    write: (right, side) =>
      rows(right, (ok, i) => ({
        id: fresh(side, i),
        reference_example_id: `example-${i}`,
        inputs: { q: i },
        outputs: { a: 1 },
        error: null,
        feedback_stats: { correctness: { n: 1, avg: Number(ok) } },
      })),
    expect: { metric: 'correctness' },
  },
  {
    name: 'Braintrust as JSONL, with the spans below each row',
    file: 'experiment.jsonl',
    write: (right, side) =>
      lines(
        right.flatMap((ok, i) => [
          {
            id: fresh(side, i),
            span_id: fresh(side, i),
            root_span_id: fresh(side, i),
            is_root: true,
            input: { q: `why ${i}` },
            output: 'o',
            expected: 'e',
            scores: { Factuality: Number(ok) },
            error: null,
          },
          {
            id: fresh(side, 500 + i),
            span_id: 's',
            root_span_id: fresh(side, i),
            is_root: false,
            input: { prompt: i },
            output: 'o',
            scores: { Factuality: 0 },
          },
        ]),
      ),
    expect: { metric: 'Factuality' },
  },
  {
    name: 'Braintrust as CSV, its objects as JSON',
    file: 'experiment.csv',
    write: (right, side) =>
      table(
        ['id', 'span_id', 'is_root', 'input', 'output', 'expected', 'scores'],
        right.map((ok, i) => [
          fresh(side, i),
          'x',
          'true',
          `{"q": ${i}}`,
          'o',
          'e',
          JSON.stringify({ exact: Number(ok) }),
        ]),
      ),
    expect: { metric: 'exact' },
  },
  {
    name: 'Langfuse, items of a run',
    file: 'run.json',
    write: (right, side) =>
      JSON.stringify(
        right.map((ok, i) => ({
          id: fresh(side, i),
          datasetItemId: `item-${i}`,
          traceId: fresh(side, i),
          input: 'x',
          scores: [
            { name: 'correct answer', value: Number(ok), dataType: 'NUMERIC' },
            { name: 'note', value: 'good' },
          ],
        })),
      ),
    expect: { metric: 'correct answer' },
  },
  {
    name: 'Langfuse, scores one by one, two of each item and a category',
    file: 'scores.jsonl',
    write: (right, side) =>
      lines(
        right.flatMap((ok, i) =>
          [
            { name: 'correctness', value: Number(ok) },
            { name: 'tone', value: 1 - (i % 2), dataType: 'BOOLEAN' },
            { name: 'language', value: 'eu', dataType: 'CATEGORICAL' },
          ].map((score, at) => ({
            id: fresh(side, 3 * i + at),
            traceId: fresh(side, i),
            datasetItemId: `item-${i}`,
            ...score,
          })),
        ),
      ),
    expect: { metric: 'correctness' },
  },
  {
    name: 'Langfuse, scores one by one as CSV',
    file: 'scores.csv',
    write: (right, side) =>
      table(
        ['id', 'trace_id', 'dataset_item_id', 'name', 'value'],
        right.map((ok, i) => [fresh(side, i), fresh(side, i), `item-${i}`, 'correctness', Number(ok)]),
      ),
    expect: { metric: 'correctness' },
  },
  ...(
    [
      ['commas', 'out.csv', ','],
      ['semicolons', 'out.csv', ';'],
      ['tabs', 'out.tsv', '\t'],
      ['tabs in a .csv', 'out.csv', '\t'],
      ['commas in a .tsv', 'out.tsv', ','],
    ] as const
  ).map(([name, file, separator]): Shape => ({
    name: `a table without ids, by its questions, separated by ${name}`,
    file,
    write: (right) =>
      [
        ['query', 'response', 'score'],
        ...right.map((ok, i) => [`what is ${i}`, ok ? 'this' : 'that', String(Number(ok))]),
      ]
        .map((cells) => `${cells.join(separator)}\n`)
        .join(''),
    expect: { metric: 'score' },
  })),
  {
    name: 'MLflow 3, traces with assessments',
    file: 'traces.json',
    write: (right, side) =>
      JSON.stringify(
        right.map((ok, i) => ({
          trace_id: fresh(side, i),
          state: 'OK',
          request: { question: `q ${i}` },
          response: 'r',
          assessments: [
            { assessment_name: 'expected_response', expectation: { value: 'x' } },
            { assessment_name: 'exactness', feedback: { value: ok } },
          ],
        })),
      ),
    expect: { metric: 'exactness' },
  },
];
