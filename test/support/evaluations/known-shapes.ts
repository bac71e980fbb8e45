import { dump } from 'js-yaml';
import { fresh, lines, share, table, type Shape } from './shape.ts';
import { zstdZip } from './zip.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const inspectHeader = (status = 'success') => ({
  status,
  eval: { task: 'own', dataset: { name: 'd' } },
  plan: {},
});
const inspectSamples = (right: readonly boolean[]) =>
  right.map((ok, i) => ({
    id: i >> 1,
    epoch: 1 + (i % 2),
    input: `q${i >> 1}`,
    target: 'x',
    scores: { match: { value: ok ? 'C' : 'I' } },
  }));

function promptfooResults(right: readonly boolean[], side: string) {
  return right.map((ok, i) => ({
    id: fresh(side, i),
    testIdx: i,
    promptIdx: 0,
    provider: { id: 'own' },
    success: ok,
    score: Number(ok),
    failureReason: ok ? 0 : 1,
    namedScores: {},
    vars: { q: `q${i}` },
  }));
}

/** Formats of harnesses whose rows are found by their ids. */
export const knownShapes: readonly Shape[] = [
  {
    name: 'inspect, packed by Zstandard, two epochs',
    file: 'own.eval',
    write: (right) =>
      zstdZip([
        { name: 'header.json', data: bytes(inspectHeader()) },
        { name: 'summaries.json', data: bytes(inspectSamples(right)) },
      ]),
    expect: { metric: 'match', clusters: 20 },
  },
  {
    name: 'inspect, transcripts without summaries',
    file: 'own.eval',
    write: (right) =>
      zstdZip([
        { name: 'header.json', data: bytes(inspectHeader()) },
        ...inspectSamples(right).map((sample) => ({
          name: `samples/${sample.id}_epoch_${sample.epoch}.json`,
          data: bytes(sample),
        })),
      ]),
    expect: { metric: 'match', clusters: 20 },
  },
  {
    name: 'inspect as JSON',
    file: 'log.json',
    write: (right) => JSON.stringify({ ...inspectHeader(), samples: inspectSamples(right) }),
    expect: { metric: 'match', clusters: 20 },
  },
  {
    name: 'lm-eval, samples under two filters',
    file: 'samples_gsm8k_2026-01-01T00-00-00.000001.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          doc_id: i >> 1,
          target: 'x',
          resps: [['x']],
          filtered_resps: ['x'],
          filter: i % 2 === 0 ? 'strict-match' : 'flexible-extract',
          metrics: ['exact_match'],
          exact_match: Number(ok),
          doc_hash: `d${i >> 1}`,
          target_hash: 't',
        })),
      ),
    // Each filter is a metric of its own: 16 of 20 before, 12 after.
    expect: { metric: 'exact_match,strict-match', n: 20 },
  },
  {
    name: 'lm-eval totals',
    file: 'results_2026-01-01.json',
    write: (right) =>
      JSON.stringify({
        results: { t: { alias: 't', 'acc,none': share(right), 'acc_stderr,none': 0.05 } },
        versions: { t: 1 },
        'n-samples': { t: { effective: 40 } },
      }),
    expect: { metric: 't.acc,none' },
  },
  {
    name: 'lmms-eval, scores in an object',
    file: '20260101_000000_samples_own.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          doc_id: i,
          target: 'x',
          resps: [['x']],
          filtered_resps: ['x'],
          own_score: { question_id: `q${i}`, category: 'c', score: Number(ok) },
        })),
      ),
    expect: { metric: 'own_score' },
  },
  {
    name: 'OpenCompass with details',
    file: 'results/own/gsm8k.json',
    write: (right) =>
      JSON.stringify({
        accuracy: 100 * share(right),
        details: Object.fromEntries([
          ['type', 'GEN'],
          ...right.map((ok, i): [string, unknown] => [String(i), { pred: ['x'], answer: 'y', correct: ok }]),
        ]),
      }),
    expect: { metric: 'correct' },
  },
  {
    name: "OpenCompass' summary",
    file: 'summary.csv',
    write: (right, side) =>
      `dataset,version,metric,mode,${side}\ngsm8k,1d7fe4,accuracy,gen,${(100 * share(right)).toFixed(2)}\nmmlu,-,-,-,-\n`,
    expect: { metric: 'gsm8k.accuracy', delta: -20, n: null },
  },
  {
    name: 'VLMEvalKit',
    file: 'own_MMBench_result.csv',
    write: (right) =>
      table(
        ['index', 'question', 'answer', 'prediction', 'hit'],
        right.map((ok, i) => [i, `q${i}`, 'A', 'B', Number(ok)]),
      ),
    expect: { metric: 'hit' },
  },
  {
    name: 'promptfoo',
    file: 'out.json',
    write: (right, side) =>
      JSON.stringify({ evalId: side, results: { version: 3, results: promptfooResults(right, side) } }),
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'promptfoo as JSONL',
    file: 'out.jsonl',
    write: (right, side) => lines(promptfooResults(right, side)),
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'promptfoo as YAML',
    file: 'out.yaml',
    write: (right, side) =>
      dump({ evalId: side, results: { version: 3, results: promptfooResults(right, side) } }),
    expect: { metric: 'pass_rate' },
  },
  {
    name: 'an MLflow table',
    file: 'eval_results_table.json',
    write: (right) =>
      JSON.stringify({
        columns: ['inputs', 'outputs', 'exactness/v1/score'],
        data: right.map((ok, i) => [`q${i}`, 'x', Number(ok)]),
      }),
    expect: { metric: 'exactness' },
  },
];
