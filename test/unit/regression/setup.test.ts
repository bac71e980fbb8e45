import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type Comparison,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { partOf, type SetupPart } from '../../../src/regression/samples/setup-parts.ts';
import { jsonl } from './rows.ts';

type Row = Record<string, unknown>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function compare(
  path: string,
  baseline: string,
  candidate: string,
  settings: Partial<RegressionSettings> = {},
): Comparison {
  return compareResults([{ path, bytes: bytes(baseline) }], [{ path, bytes: bytes(candidate) }], {
    ...regressionDefaults,
    ...settings,
  });
}

const setupRules = (report: Comparison): string[] =>
  report.findings.map(({ rule }) => rule).filter((rule) => /setup|scale/.test(rule));

const scored = (extra: Row | ((i: number) => Row)): string =>
  jsonl(
    Array.from({ length: 200 }, (_, i) => ({
      id: i,
      score: Number(i % 5 > 0),
      ...(typeof extra === 'function' ? extra(i) : extra),
    })),
  );

const document = (more: Row): string =>
  JSON.stringify({
    ...more,
    results: Array.from({ length: 60 }, (_, i) => ({ id: i, score: Number(i % 5 > 0) })),
  });

/** Totals as lm-eval writes them. */
const harness = (change: (report: Row) => void = () => undefined): string => {
  const report: Row = {
    results: { t: { 'acc,none': 0.8, 'acc_stderr,none': 0.01 } },
    versions: { t: 1 },
    'n-shot': { t: 5 },
    configs: {
      t: {
        dataset_kwargs: { revision: 'a' },
        doc_to_text: 'Q: {{q}}',
        generation_kwargs: { temperature: 0 },
      },
    },
    config: { model_args: 'pretrained=m,dtype=bfloat16', batch_size: '1', random_seed: 0, limit: null },
    chat_template_sha: 'x',
    lm_eval_version: '0.4.9',
    'n-samples': { t: { original: 1000, effective: 1000 } },
  };
  change(report);
  return JSON.stringify(report);
};

/** Totals as lighteval writes them. */
const lightEval = (general: Row = {}, task: Row = {}, questions = 'a1'): string =>
  JSON.stringify({
    config_general: {
      lighteval_sha: '1f',
      max_samples: null,
      model_config: {
        model_name: 'own',
        dtype: 'bfloat16',
        system_prompt: null,
        generation_parameters: { temperature: 0 },
      },
      ...general,
    },
    results: { 'gsm8k|5': { em: 0.8, em_stderr: 0.01 }, all: { em: 0.8 } },
    versions: { 'gsm8k|5': 0 },
    config_tasks: { 'gsm8k|5': { hf_repo: 'own/data', hf_revision: 'a', num_fewshots: 5, ...task } },
    summary_tasks: { 'gsm8k|5': { hashes: { hash_examples: questions } } },
  });

const lightModel = (change: Row): Row => ({
  model_config: {
    dtype: 'bfloat16',
    system_prompt: null,
    generation_parameters: { temperature: 0 },
    ...change,
  },
});

const samples = (change: Row = {}): string =>
  jsonl(
    Array.from({ length: 60 }, (_, i) => ({
      doc_id: i,
      filter: 'none',
      resps: [['x']],
      metrics: ['acc'],
      acc: Number(i % 5 > 0),
      doc_hash: `d${i}`,
      target_hash: `t${i}`,
      prompt_hash: `p${i}`,
      arguments: { gen_args_0: { arg_0: 'Q', arg_1: { temperature: 0 } } },
      ...change,
    })),
  );

describe('evaluations that are set up differently', () => {
  it.each<[string, string, string, string, SetupPart, RegExp]>([
    [
      'judge',
      'r.jsonl',
      scored({ judge: 'judge-1' }),
      scored({ judge: 'judge-2' }),
      'judge',
      /"?judge"? was judge-1 and is judge-2/,
    ],
    [
      'temperature of plain rows',
      'r.jsonl',
      scored({ temperature: 0 }),
      scored({ temperature: 1 }),
      'decoding',
      /temperature was 0 and is 1/,
    ],
    [
      'harness',
      'results_1.json',
      harness(),
      harness((r) => (r['lm_eval_version'] = '0.4.2')),
      'harness',
      /lm eval version was 0\.4\.9 and is 0\.4\.2/,
    ],
    ...(
      [
        ['release', lightEval({ lighteval_sha: '2f' }), 'harness', /lighteval version was 1f and is 2f/],
        ['limit', lightEval({ max_samples: 100 }), 'limit', /limit was none and is 100/],
        [
          'temperature',
          lightEval(lightModel({ generation_parameters: { temperature: 1 } })),
          'decoding',
          /temperature was 0 and is 1/,
        ],
        ['dtype', lightEval(lightModel({ dtype: 'float16' })), 'dtype', /dtype was bfloat16 and is float16/],
        [
          'system prompt',
          lightEval(lightModel({ system_prompt: 'Be brief.' })),
          'prompt',
          /system prompt was none and is Be brief/,
        ],
        [
          'few-shots',
          lightEval({}, { num_fewshots: 0 }),
          'few-shots',
          /few-shots of gsm8k\|5 was 5 and is 0/,
        ],
        [
          'revision',
          lightEval({}, { hf_revision: 'b' }),
          'dataset',
          /dataset revision of gsm8k\|5 was a and is b/,
        ],
        ['questions', lightEval({}, {}, 'b2'), 'prompt', /prompt hash of gsm8k\|5 was a1 and is b2/],
      ] as const
    ).map(([what, candidate, part, words]): [string, string, string, string, SetupPart, RegExp] => [
      `lighteval: ${what}`,
      'results_1.json',
      lightEval(),
      candidate,
      part,
      words,
    ]),
    [
      'chat template that is gone',
      'results_1.json',
      harness(),
      harness((r) => (r['chat_template_sha'] = null)),
      'chat-template',
      /was x and is none/,
    ],
    [
      'number of shots',
      'results_1.json',
      harness(),
      harness((r) => (r['n-shot'] = { t: 0 })),
      'few-shots',
      /n-shot of t was 5 and is 0/,
    ],
    [
      'dtype',
      'results_1.json',
      harness(),
      harness((r) => (r['config'] = { model_args: 'pretrained=n,dtype=float16' })),
      'dtype',
      /dtype of the model was bfloat16 and is float16/,
    ],
    [
      'limit',
      'results_1.json',
      harness(),
      harness((r) => (r['config'] = { limit: 100 })),
      'limit',
      /limit was none and is 100/,
    ],
    [
      'options of generation',
      'samples_t_1.jsonl',
      samples(),
      samples({ arguments: [['Q', { temperature: 1 }]] }),
      'decoding',
      /generation kwargs of t/,
    ],
    [
      'prompt',
      'samples_t_1.jsonl',
      samples(),
      samples({ prompt_hash: 'q' }),
      'prompt',
      /prompts of 60 of 60 samples are others/,
    ],
    [
      'scale',
      'r.jsonl',
      scored((i) => ({ score: 0.8 + i / 1000 })),
      scored((i) => ({ score: 80 + i / 10 })),
      'scale',
      /reaches 0\.999 in the baseline and 99\.9 in the candidate/,
    ],
    [
      'scale, the other way',
      'r.jsonl',
      scored((i) => ({ score: 80 + i / 10 })),
      scored((i) => ({ score: 0.8 + i / 1000 })),
      'scale',
      /another scale/,
    ],
    [
      'scale of ratings',
      'r.jsonl',
      scored((i) => ({ score: 1 + (i % 5) })),
      scored((i) => ({ score: 2 * (1 + (i % 5)) })),
      'scale',
      /reaches 5 in the baseline and 10 in the candidate/,
    ],
    [
      'settings beside the rows',
      'r.json',
      document({ config: { temperature: 0, seed: 3 } }),
      document({ config: { temperature: 0.7, seed: 3 } }),
      'decoding',
      /temperature was 0 and is 0\.7/,
    ],
    [
      'settings beside totals, in a group of a group',
      'm.json',
      '{"accuracy": 0.8, "meta": {"args": {"num_fewshot": 5}}}',
      '{"accuracy": 0.8, "meta": {"args": {"num_fewshot": 0}}}',
      'few-shots',
      /few-shots was 5 and is 0/,
    ],
    ['scale of totals', 'm.json', '{"accuracy": 0.81}', '{"accuracy": 80.5}', 'scale', /another scale/],
  ])(
    'by their %s say nothing of the change, unless it is declared',
    (_, path, baseline, candidate, part, message) => {
      const report = compare(path, baseline, candidate);
      expect(report.verdict).toBe('inconclusive');
      expect(report.title).toMatch(message);
      const declared = compare(path, baseline, candidate, { changed: [part] });
      const told = setupRules(declared).filter((rule) => rule !== 'regression/one-sided-setup');
      expect(told).toEqual(['regression/declared-setup']);
      expect(declared.findings.filter(({ rule }) => /different/.test(rule))).toEqual([]);
    },
  );

  it('blame no change for a drop', () => {
    const report = compare(
      'r.jsonl',
      scored({ judge: 'a' }),
      scored((i) => ({ judge: 'b', score: i % 2 })),
    );
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings.find(({ rule }) => rule === 'regression/drop')).toMatchObject({
      severity: 'warning',
    });
  });

  it.each<[string, string, string]>([
    ['a latency that is ten times as long', scored({}), scored({})],
    ['what varies from row to row', scored((i) => ({ seed: i })), scored((i) => ({ seed: i + 7 }))],
    ['ratings that rise', scored((i) => ({ score: 1 + (i % 4) })), scored((i) => ({ score: 2 + (i % 4) }))],
    [
      'a score that collapses',
      scored((i) => ({ score: i % 100 })),
      scored((i) => ({ score: Number(i === 3) })),
    ],
  ])('are not seen in %s', (_, baseline, candidate) => {
    expect(setupRules(compare('r.jsonl', baseline, candidate))).toEqual([]);
  });

  it.each<[string, string, string, string, string, RegExp]>([
    [
      'what the change no longer states',
      'r.jsonl',
      scored({ judge: 'a', temperature: 0 }),
      scored({ temperature: 0 }),
      'warning',
      /^Only the baseline states judge \(a\); whether the candidate/,
    ],
    [
      'what it states for the first time',
      'r.jsonl',
      scored({}),
      scored({ judge: 'a' }),
      'notice',
      /^Only the candidate states judge \(a\)/,
    ],
    [
      'a dtype of the model',
      'results_1.json',
      harness(),
      harness((r) => Object.assign(Object(r['config']), { model_args: 'pretrained=m' })),
      'warning',
      /dtype of the model \(bfloat16\)/,
    ],
  ])('name %s, and let it through', (_, path, baseline, candidate, severity, message) => {
    const report = compare(path, baseline, candidate);
    expect(report.verdict).toBe(compare(path, baseline, baseline).verdict);
    const told = report.findings.filter(({ rule }) => rule === 'regression/one-sided-setup');
    expect(told).toEqual([expect.objectContaining({ severity, message: expect.stringMatching(message) })]);
    const parts: SetupPart[] = ['judge', 'dtype'];
    expect(setupRules(compare(path, baseline, candidate, { changed: parts }))).toEqual([]);
  });

  it('say nothing of a task that only one side has', () => {
    const two = harness((r) => Object.assign(Object(r['versions']), { u: 2 }));
    expect(setupRules(compare('results_1.json', two, harness()))).toEqual([]);
  });

  const traces = (judge: string): string =>
    jsonl(
      Array.from({ length: 60 }, (_, i) => ({
        trace_id: `tr-${judge}-${i}`,
        request: `q${i}`,
        assessments: [
          {
            assessment_name: 'quality',
            source: { source_type: 'LLM_JUDGE', source_id: judge },
            feedback: { value: Number(i % 5 > 0) },
          },
        ],
      })),
    );
  const mlflowTable = (version: string): string =>
    JSON.stringify({
      columns: ['inputs', `similarity/${version}/score`],
      data: Array.from({ length: 60 }, (_, i) => [`q${i}`, 1 + (i % 5)]),
    });
  const openCompass = (template: string): string =>
    JSON.stringify({
      accuracy: 80,
      details: Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          String(i),
          { prompt: `${template} q${i}`, predictions: 'A', references: 'A', correct: i % 5 > 0 },
        ]),
      ),
    });
  const summary = (version: string, mode: string): string =>
    `dataset,version,metric,mode,own\nmmlu,${version},accuracy,${mode},71.2\n`;

  it.each<[string, string, string, string, RegExp]>([
    ['MLflow traces', 't.jsonl', traces('openai:/a'), traces('openai:/b'), /judge of quality was openai:\/a/],
    ['MLflow 2', 'eval_results_table.json', mlflowTable('v1'), mlflowTable('v2'), /was v1 and is v2/],
    ['OpenCompass', 'mmlu.json', openCompass('Question:'), openCompass('Q:'), /prompts of 60 of 60 samples/],
    ['its summary', 'summary_1.csv', summary('4d9b1a', 'gen'), summary('4d9b1a', 'ppl'), /task mode of mmlu/],
  ])('are seen in what %s writes', (_, path, baseline, candidate, message) => {
    expect(setupRules(compare(path, baseline, baseline))).toEqual([]);
    expect(compare(path, baseline, candidate).title).toMatch(message);
  });

  it('are seen in the name that VLMEvalKit gives a file', () => {
    const table = `index,question,hit\n${Array.from({ length: 60 }, (_, i) => `${i},q${i},${Number(i % 5 > 0)}`).join('\n')}`;
    const report = (judge: string): Comparison =>
      compareResults(
        [{ path: 'Own_MathVista_MINI_gpt-4-turbo_score.csv', bytes: bytes(table) }],
        [{ path: `Own_MathVista_MINI_${judge}_score.csv`, bytes: bytes(table) }],
        regressionDefaults,
      );
    expect(report('exact_matching').title).toMatch(/judge was gpt-4-turbo and is exact_matching/);
    expect(setupRules(report('gpt-4-turbo'))).toEqual([]);
  });

  it('pair by question and target where the prompt was changed on purpose', () => {
    const row = (run: string) => scored((i) => ({ id: i, hash: `${run}${i}`, target: 'A', prediction: 'A' }));
    expect(compare('r.jsonl', row('a'), row('b')).findings.map(({ rule }) => rule)).toContain(
      'regression/changed-samples',
    );
    const report = compare('r.jsonl', row('a'), row('b'), { changed: ['prompt'] });
    expect(report.facts.metrics[0]).toMatchObject({ n: 200 });
  });
});

it.each<[string, SetupPart]>([
  ['harness version', 'harness'],
  ['lm eval version', 'harness'],
  ['versions of mmlu', 'task'],
  ['task version of mmlu', 'task'],
  ['dataset revision of mmlu', 'dataset'],
  ['dataset kwargs of mmlu', 'dataset'],
  ['doc_to_text of mmlu', 'prompt'],
  ['prompt template of mmlu', 'prompt'],
  ['system instruction', 'prompt'],
  ['chat template', 'chat-template'],
  ['n-shot of mmlu', 'few-shots'],
  ['few-shots of mmlu', 'few-shots'],
  ['max tokens', 'decoding'],
  ['generation kwargs of mmlu', 'decoding'],
  ['temperature', 'decoding'],
  ['dtype of the model', 'dtype'],
  ['batch size', 'batch-size'],
  ['random seed', 'seed'],
  ['sample limit', 'limit'],
  ['samples of mmlu', 'limit'],
  ['judge', 'judge'],
])('%s is a part of the set-up: %s', (key, part) => {
  expect(partOf(key)).toBe(part);
});

describe('settings that rows have in groups, or in another case', () => {
  it.each<[Row, Row]>([
    [{ metadata: { temperature: 0 } }, { metadata: { temperature: 0.8 } }],
    [{ maxTokens: 128 }, { maxTokens: 512 }],
    [{ generationConfig: { topP: 1 } }, { generationConfig: { topP: 0.9 } }],
  ])('%j', (before, after) => {
    expect(setupRules(compare('r.jsonl', scored(before), scored(after)))).toEqual([
      'regression/different-setup',
    ]);
    expect(setupRules(compare('r.jsonl', scored(before), scored(before)))).toEqual([]);
  });
});
