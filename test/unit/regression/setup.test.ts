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
    ['scale of totals', 'm.json', '{"accuracy": 0.81}', '{"accuracy": 80.5}', 'scale', /another scale/],
  ])(
    'by their %s say nothing of the change, unless it is declared',
    (_, path, baseline, candidate, part, message) => {
      const report = compare(path, baseline, candidate);
      expect(report.verdict).toBe('inconclusive');
      expect(report.title).toMatch(message);
      const declared = compare(path, baseline, candidate, { changed: [part] });
      expect(setupRules(declared)).toEqual(part === 'scale' ? [] : ['regression/declared-setup']);
      expect(declared.title).not.toMatch(message);
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
    ['what only one side states', scored({}), scored({ judge: 'a' })],
    ['what varies from row to row', scored((i) => ({ seed: i })), scored((i) => ({ seed: i + 7 }))],
    [
      'a score that collapses',
      scored((i) => ({ score: i % 100 })),
      scored((i) => ({ score: Number(i === 3) })),
    ],
  ])('are not seen in %s', (_, baseline, candidate) => {
    expect(setupRules(compare('r.jsonl', baseline, candidate))).toEqual([]);
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
