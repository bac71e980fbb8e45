import { fresh, share, type Shape } from './shape.ts';

const json = (value: unknown): string => JSON.stringify(value, undefined, 1);

const testCases = (right: readonly boolean[]): string =>
  right
    .map(
      (ok, i) =>
        `<testcase classname="tests.test_own" name="test_q[${i} &lt; 50]" time="0.1">${ok ? '' : '<failure message="assert no">trace &amp; more</failure>'}</testcase>`,
    )
    .join('\n');

/** Formats whose files are read as a whole. */
export const documentShapes: readonly Shape[] = [
  {
    name: 'HELM, statistics of each instance',
    file: 'per_instance_stats.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          instance_id: `id${i}`,
          train_trial_index: 0,
          stats: [
            {
              name: { name: 'quasi_exact_match', split: 'test' },
              count: 1,
              sum: Number(ok),
              mean: Number(ok),
            },
            { name: { name: 'num_prompt_tokens', split: 'test' }, count: 1, sum: 800, mean: 800 },
          ],
        })),
      ),
    expect: { metric: 'quasi_exact_match' },
  },
  {
    name: 'HELM, perturbed instances',
    file: 'per_instance_stats.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          instance_id: `id${i >> 1}`,
          ...(i % 2 === 1 && { perturbation: { name: 'typos' } }),
          train_trial_index: 0,
          stats: [{ name: { name: 'exact_match' }, count: 1, sum: Number(ok), mean: Number(ok) }],
        })),
      ),
    expect: { metric: 'exact_match', clusters: 20 },
  },
  {
    name: 'HELM, displayed predictions',
    file: 'display_predictions.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          instance_id: `id${i}`,
          predicted_text: 'x',
          train_trial_index: 1,
          stats: { em: Number(ok) },
        })),
      ),
    expect: { metric: 'em' },
  },
  {
    name: 'HELM, statistics of a run',
    file: 'stats.json',
    write: (right) =>
      json([
        {
          name: { name: 'exact_match', split: 'test' },
          count: 1,
          sum: share(right),
          mean: share(right),
          stddev: 0,
        },
        { name: { name: 'num_instances', split: 'test' }, count: 1, sum: 40, mean: 40 },
      ]),
    expect: { metric: 'test.exact_match', n: null },
  },
  {
    name: 'EvalScope report',
    file: 'reports/own/gsm8k.json',
    write: (right) =>
      json({
        name: 'own@gsm8k',
        dataset_name: 'gsm8k',
        model_name: 'own',
        metrics: [
          {
            name: 'AverageAccuracy',
            num: 40,
            score: share(right),
            categories: [
              { name: ['default'], num: 40, subsets: [{ name: 'main', num: 40, score: share(right) }] },
            ],
          },
        ],
      }),
    expect: { metric: 'gsm8k.AverageAccuracy' },
  },
  {
    name: 'MTEB',
    file: 'OwnRetrieval.json',
    write: (right) =>
      json({
        dataset_revision: 'abc',
        task_name: 'OwnRetrieval',
        mteb_version: '1.38.0',
        scores: {
          test: [
            {
              ndcg_at_10: share(right),
              map_at_10: 0.2,
              main_score: share(right),
              hf_subset: 'default',
              languages: ['eng-Latn'],
            },
          ],
        },
        evaluation_time: 3.5,
      }),
    expect: { metric: 'OwnRetrieval.test.main_score', n: null },
  },
  {
    name: 'MTEB with languages',
    file: 'OwnClassification.json',
    write: (right) =>
      json({
        dataset_revision: 'abc',
        task_name: 'OwnClassification',
        mteb_version: '1.38.0',
        scores: {
          test: ['en', 'de'].map((language) => ({
            accuracy: share(right),
            main_score: share(right),
            hf_subset: language,
            languages: [language],
          })),
        },
      }),
    expect: { metric: 'OwnClassification.test.de.main_score', n: null },
  },
  {
    name: 'MTEB before version 1.12',
    file: 'Own.json',
    write: (right) =>
      json({
        mteb_version: '1.1.0',
        mteb_dataset_name: 'Own',
        dataset_revision: null,
        test: { accuracy: share(right), accuracy_stderr: 0.01, evaluation_time: 4 },
      }),
    expect: { metric: 'Own.test.accuracy', n: null },
  },
  {
    name: 'SWE-bench, a report of each instance',
    file: 'report.json',
    write: (right) =>
      json(
        Object.fromEntries(
          right.map((ok, i) => [
            `own__${i}`,
            { patch_is_None: false, patch_exists: true, resolved: ok, tests_status: {} },
          ]),
        ),
      ),
    expect: { metric: 'resolved' },
  },
  {
    name: 'SWE-bench, the report of a run',
    file: 'own.run.json',
    write: (right) => {
      const names = right.map((_, i) => `own__${i}`);
      return json({
        total_instances: 40,
        submitted_instances: 40,
        resolved_instances: right.filter(Boolean).length,
        submitted_ids: names,
        resolved_ids: names.filter((_, i) => right[i]),
        unresolved_ids: names.filter((_, i) => !right[i]),
        schema_version: 2,
      });
    },
    expect: { metric: 'resolved' },
  },
  {
    name: 'SWE-bench, numbers alone',
    file: 'own.run.json',
    write: (right) =>
      json({
        total_instances: 40,
        resolved_instances: right.filter(Boolean).length,
        unresolved_instances: right.filter((ok) => !ok).length,
        error_instances: 0,
      }),
    expect: { metric: 'resolved' },
  },
  {
    name: 'SWE-bench before its lists had names of their own',
    file: 'results.json',
    write: (right) =>
      json({
        no_generation: [],
        generated: right.map((_, i) => `own__${i}`),
        resolved: right.flatMap((ok, i) => (ok ? [`own__${i}`] : [])),
      }),
    expect: { metric: 'resolved' },
  },
  {
    name: 'terminal-bench, two attempts a task',
    file: 'results.json',
    write: (right, side) =>
      json({
        id: side,
        results: right.map((ok, i) => ({
          id: fresh(side, i),
          trial_name: `t${i >> 1}.${1 + (i % 2)}-of-2.${side}`,
          task_id: `t${i >> 1}`,
          is_resolved: ok,
          failure_mode: 'unset',
          total_input_tokens: 10,
        })),
        accuracy: share(right),
      }),
    expect: { metric: 'resolved', clusters: 20 },
  },
  {
    name: 'EvalPlus',
    file: 'samples_eval_results.json',
    write: (right) =>
      json({
        date: '2026-01-01',
        hash: 'abc',
        eval: Object.fromEntries(
          right.map((ok, i) => [
            `HumanEval/${i}`,
            [
              {
                task_id: `HumanEval/${i}`,
                solution: 'x',
                base_status: 'pass',
                plus_status: ok ? 'pass' : 'fail',
                base_fail_tests: [],
                plus_fail_tests: [],
              },
            ],
          ]),
        ),
      }),
    expect: { metric: 'pass@1,plus' },
  },
  {
    name: 'EvalPlus before version 0.2',
    file: 'eval_results.json',
    write: (right) =>
      json({
        hash: 'abc',
        eval: Object.fromEntries(
          right.map((ok, i) => [
            `Mbpp/${i}`,
            { nfiles: 1, base: [[ok ? 'success' : 'failed', []]], plus: [['failed', []]] },
          ]),
        ),
      }),
    expect: { metric: 'pass@1' },
  },
  {
    name: 'BigCode, totals beside the settings',
    file: 'evaluation_results.json',
    write: (right) =>
      json({
        mbpp: { 'pass@1': share(right), 'pass@10': 0.9 },
        config: { temperature: 0.2, n_samples: 20, seed: 0, model: 'own' },
      }),
    expect: { metric: 'mbpp.pass@1', n: null },
  },
  {
    name: 'BigCode, logs of each completion',
    file: 'logs.json',
    write: (right) =>
      json(
        Object.fromEntries(
          Array.from({ length: 10 }, (_, q) => [
            String(q),
            right
              .slice(4 * q, 4 * q + 4)
              .map((ok, c) => [
                c,
                { task_id: q, passed: ok, result: ok ? 'passed' : 'failed', completion_id: c },
              ]),
          ]),
        ),
      ),
    expect: { metric: 'passed', clusters: 10 },
  },
  {
    name: 'DeepEval, the results of evaluate()',
    file: 'results.json',
    write: (right) =>
      json({
        test_results: right.map((ok, i) => ({
          name: `test_case_${i}`,
          success: ok,
          input: `q ${i}`,
          metrics_data: [
            { name: 'Faithfulness', score: Number(ok), threshold: 0.5, success: ok, error: null },
          ],
        })),
        confident_link: null,
      }),
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'simple-evals',
    file: 'gpqa_own.json',
    write: (right) =>
      json({ chars: 800 + 400 * share(right), 'chars:std': 300, 'score:std': 0.43, score: share(right) }),
    expect: { metric: 'score', n: null },
  },
  {
    name: 'MMMU scores of each subject',
    file: 'result.json',
    write: (right) =>
      json({
        'Overall-Art and Design': { num: 20, acc: 0.4 },
        Art: { num: 20, acc: 0.4 },
        Overall: { num: 40, acc: share(right) },
      }),
    expect: { metric: 'Overall.acc' },
  },
  {
    name: 'JUnit',
    file: 'junit.xml',
    write: (right) =>
      `<?xml version="1.0" encoding="utf-8"?>\n<testsuites><testsuite name="pytest" tests="40">\n<!-- a > b -->${testCases(right)}</testsuite></testsuites>`,
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'JUnit, one suite, with skipped tests',
    file: 'TEST-own.xml',
    write: (right) =>
      `<testsuite name="own"><testcase name="later"><skipped/></testcase>${testCases(right)}<system-out><![CDATA[<testcase name="printed"/>]]></system-out></testsuite>`,
    expect: { metric: 'pass_rate' },
  },
];
