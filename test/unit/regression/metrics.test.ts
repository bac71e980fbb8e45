import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type Comparison,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { agreementStatistic } from '../../../src/regression/metrics/agreement.ts';
import { LabelEncoder } from '../../../src/regression/metrics/labels.ts';
import { passAtK } from '../../../src/regression/metrics/pass-at-k.ts';
import { isBookkeeping, isKnownDirection } from '../../../src/regression/metrics/recognised.ts';
import { jsonl } from './rows.ts';

const asIs = <T>(one: T): T => one;

type Row = Record<string, unknown>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function compare(
  baseline: string,
  candidate: string,
  settings: Partial<RegressionSettings> = {},
  path = 'r.jsonl',
): Comparison {
  return compareResults([{ path, bytes: bytes(baseline) }], [{ path, bytes: bytes(candidate) }], {
    ...regressionDefaults,
    ...settings,
  });
}

const rows = (n: number, row: (i: number) => Row): string =>
  jsonl(Array.from({ length: n }, (_, i) => ({ id: i, ...row(i) })));

const messages = (report: Comparison, rule: string): string[] =>
  report.findings.filter((finding) => finding.rule === `regression/${rule}`).map(({ message }) => message);

describe('numbers that are not metric by their name', () => {
  const none = `chars chars:std score:std score_std acc_stderr num_samples n total unresolved_instances resolved_instances
    error_instances evaluation_time elapsed runtime config.temperature config.do_sample settings.top_p usage.input_tokens
    prompt_tokens epoch global_step seed batch_size confidence timestamp eval_runtime train.lr
    runtime_seconds inference_ms train_hours`;
  const metrics = `accuracy humaneval.pass@1 score f1 t.acc,none latency loss cost faithfulness time_series_forecasting.acc
    hallucination_rate recall@10 mmlu_lengthy.em count_f1 steps_ahead_mae`;

  it.each(none.split(/\s+/))('%s', (name) => {
    expect(isBookkeeping(name)).toBe(true);
  });

  it.each(metrics.split(/\s+/))('but not %s', (name) => {
    expect(isBookkeeping(name)).toBe(false);
  });

  it('are judged only where they are asked for', () => {
    const totals = (chars: number, score: number): string =>
      JSON.stringify({ chars, 'score:std': chars, score });
    const names = (settings: Partial<RegressionSettings>): string[] =>
      compare(totals(900, 0.7), totals(500, 0.8), settings, 'm.json').facts.metrics.map(({ name }) => name);
    expect(names({})).toEqual(['score']);
    expect(names({ metrics: ['chars'] })).toEqual(['chars']);
  });

  it.each([
    ['r.csv', 'id,quality,ttft_ms\n1,0.5,100\n2,1,120\n', ['quality']],
    ['m.json', '{"accuracy": 0.8, "latency": 2}', ['accuracy']],
    ['r.csv', 'id,latency\n1,0.5\n2,1\n', ['latency']],
  ])('latencies are judged beside nothing else: %s %j', (file, text, expected) => {
    expect(compare(text, text, {}, file).facts.metrics.map(({ name }) => name)).toEqual(expected);
  });

  it.each(['', 'Unnamed: 0'])('a column that pandas calls %j counts rows', (column) => {
    const text = `${column},user_input,faithfulness\n0,why?,0.5\n1,how?,1\n`;
    expect(compare(text, text, {}, 'r.csv').facts.metrics.map(({ name }) => name)).toEqual(['faithfulness']);
  });
});

describe('a direction', () => {
  it.each([
    'accuracy',
    'f1_macro',
    'loss',
    'eval_loss',
    'wer',
    'pass@1',
    'faithfulness',
    'context_recall',
    'ndcg@10',
  ])('is known of %s', (name) => {
    expect(isKnownDirection(name)).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['toxicity_level', 'pass', /less of toxicity_level is taken as better/],
    ['zorbleness', 'fail', /more of zorbleness is taken as better/],
  ])('is guessed of %s, and said', (name, verdict, message) => {
    const report = compare(
      rows(200, (i) => ({ scores: { [name]: 0.5 + (i % 7) / 1000 } })),
      rows(200, (i) => ({ scores: { [name]: 0.3 + (i % 7) / 1000 } })),
    );
    expect(report.verdict).toBe(verdict);
    expect(messages(report, 'guessed-direction')).toEqual([expect.stringMatching(message)]);
    const said = compare(
      rows(9, () => ({ [name]: 1 })),
      rows(9, () => ({ [name]: 1 })),
      { metrics: [`${name}:lower`] },
    );
    expect(messages(said, 'guessed-direction')).toEqual([]);
  });

  it.each(['hallucination_rate', 'fid', 'edit_distance', 'refusal_rate', 'fpr', 'error_rate'])(
    'of %s is down',
    (name) => {
      const report = compare(
        rows(200, (i) => ({ scores: { [name]: 0.1 + (i % 7) / 1000 } })),
        rows(200, (i) => ({ scores: { [name]: 0.2 + (i % 7) / 1000 } })),
      );
      expect(report.verdict).toBe('fail');
    },
  );
});

describe('pass@k', () => {
  it.each([
    [5, 2, 1, 0.4],
    [5, 2, 2, 0.7],
    [10, 3, 5, 1 - 21 / 252],
    [200, 40, 10, 0.898_710_594_144_443_4],
    [5, 0, 3, 0],
    [5, 5, 3, 1],
    [5, 3, 3, 1],
  ])('of %i answers, %i right, k %i is %f', (n, c, k, expected) => {
    expect(passAtK(n, c, k)).toBeCloseTo(expected, 5);
  });

  it('averages over tasks, which are what is sampled', () => {
    const answers = (right: (task: number) => number): string =>
      jsonl(
        Array.from({ length: 200 }, (_, i) => ({
          task_id: `t${Math.floor(i / 5)}`,
          passed: i % 5 < right(Math.floor(i / 5)),
        })),
      );
    const report = compare(
      answers(() => 2),
      answers((task) => (task < 20 ? 2 : 1)),
      { metrics: ['pass@2'] },
    );
    expect(report.facts.metrics[0]).toMatchObject({
      n: 40,
      baseline: expect.closeTo(0.7, 12),
      candidate: expect.closeTo(0.55, 12),
    });
    expect(report.facts.metrics[0]?.clusters).toBe(report.facts.metrics[0]?.n);
    expect(
      compare(
        answers(() => 2),
        answers(() => 2),
        { metrics: ['pass@6'] },
      ).title,
    ).toMatch(/needs 6 answers to each task/);
  });
});

describe('the macro average over tasks', () => {
  it('counts each task once, however many samples it has', () => {
    const tasks = (right: (i: number) => boolean): string =>
      rows(100, (i) => ({ task: i < 80 ? 'large' : 'small', score: Number(right(i)) }));
    const report = compare(
      tasks((i) => i < 90),
      tasks((i) => i < 80),
      { metrics: ['score:tasks'] },
    );
    expect(report.facts.metrics[0]).toMatchObject({
      baseline: expect.closeTo((1 + 0.5) / 2, 12),
      candidate: expect.closeTo(0.5, 12),
      definition: 'macro average over 2 tasks of the mean of score',
    });
  });
});

describe('agreement beyond chance', () => {
  const encoder = new LabelEncoder();
  const encode = (labels: string) => encoder.encode(labels.split(''), asIs);

  // scikit-learn's cohen_kappa_score and matthews_corrcoef of the same labels.
  it.each([
    ['kappa', 'aabbccab', 'aabbcabb', 0.609_756_097_560_975_6],
    ['mcc', 'aabbccab', 'aabbcabb', 0.625_782_717_902_198_6],
    ['kappa', 'aaaabbbb', 'aaabbbba', 0.5],
    ['mcc', 'aaaabbbb', 'aaabbbba', 0.5],
    ['kappa', 'abab', 'baba', -1],
    ['mcc', 'abab', 'baba', -1],
  ] as const)('%s of %s and %s', (kind, target, prediction, expected) => {
    const { candidate, defined } = agreementStatistic(
      kind,
      encode(target),
      encode(target),
      encode(prediction),
    );
    expect([candidate, defined]).toEqual([expect.closeTo(expected, 12), true]);
  });

  it.each(['kappa', 'mcc'] as const)('%s moves by what its influences say, to first order', (kind) => {
    const n = 2000;
    const label = (i: number, wrong: number): string =>
      'abc'[(i + Number((i * 7919) % n < wrong)) % 3] ?? 'a';
    const target = encoder.encode(
      Array.from({ length: n }, (_, i) => label(i, 0)),
      asIs,
    );
    const before = encoder.encode(
      Array.from({ length: n }, (_, i) => label(i, 200)),
      asIs,
    );
    const after = encoder.encode(
      Array.from({ length: n }, (_, i) => label(i, 210)),
      asIs,
    );
    const { baseline, candidate, influence } = agreementStatistic(kind, target, before, after);
    const moved = influence.reduce((sum, value) => sum + value, 0) / n;
    expect(Math.abs(moved)).toBeLessThan(1e-9);
    expect(candidate).toBeLessThan(baseline);
  });

  it('is not a number where only one label is ever said', () => {
    const { defined } = agreementStatistic('kappa', encode('aaa'), encode('aaa'), encode('aaa'));
    expect(defined).toBe(false);
  });
});

describe('a drop that is one of form', () => {
  const letters = 'ABCD';
  const answers = (say: (letter: string, i: number) => string): string =>
    rows(200, (i) => {
      const target = letters[i % 4] ?? 'A';
      return { target, prediction: say(i % 5 > 0 ? target : (letters[(i + 1) % 4] ?? 'A'), i) };
    });

  it.each([
    ['A.', (letter: string) => `${letter}.`],
    ['(A)', (letter: string) => `(${letter})`],
    ['a', (letter: string) => letter.toLowerCase()],
    ['Answer: A', (letter: string) => `Answer: ${letter}`],
  ])('says so of labels that are written %s', (_, write) => {
    const report = compare(
      answers((letter) => letter),
      answers((letter, i) => (i % 10 === 1 ? write(letter) : letter)),
    );
    expect(messages(report, 'other-form')).toEqual([
      expect.stringMatching(
        /^20 of 200 predictions of the candidate .* Read as these labels 160 would be right in place of 140 \(baseline 160\), and nothing would have fallen/,
      ),
    ]);
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings.find(({ rule }) => rule === 'regression/drop')?.severity).toBe('warning');
    expect(report.title).toContain('changed their form');
  });

  it.each([
    ['numbers', { yes: '1', no: '0' }, 'inconclusive'],
    ['another language', { yes: 'oui', no: 'non' }, 'inconclusive'],
    ['one word for all', { yes: 'I cannot say', no: 'I cannot say' }, 'fail'],
    ['one word for one label', { yes: 'yes', no: 'I cannot say' }, 'fail'],
  ])('knows labels in %s by where they stand', (_, words: Record<string, string>, verdict) => {
    const binary = (write: (label: string) => string): string =>
      rows(200, (i) => {
        const [target, other] = i % 2 === 0 ? ['yes', 'no'] : ['no', 'yes'];
        return { target, prediction: write(i % 10 < 8 ? (target ?? '') : (other ?? '')) };
      });
    const report = compare(
      binary((label) => label),
      binary((label) => words[label] ?? label),
      { metrics: ['accuracy'] },
    );
    expect(report.verdict).toBe(verdict);
    expect(report.findings.some(({ rule }) => rule === 'regression/other-form')).toBe(verdict !== 'fail');
  });

  it.each(['label', 'its score'])('fails where the %s fell too', (by) => {
    const report = compare(
      answers((letter) => letter),
      answers((letter, i) => (i % 10 === 1 ? `${letter}.` : i % 10 < 4 ? 'B' : letter)),
      { metrics: [by === 'label' ? 'f1' : 'accuracy'] },
    );
    expect(report.verdict).toBe('fail');
    expect(report.findings.find(({ rule }) => rule === 'regression/other-form')?.severity).toBe('warning');
  });

  it('reads a score plainly that only says whether the label is right', () => {
    const scored = (write: (letter: string) => string): string =>
      rows(200, (i) => {
        const target = letters[i % 4] ?? 'A';
        const prediction = write(i % 5 > 0 ? target : (letters[(i + 1) % 4] ?? 'A'));
        return { target, prediction, correct: prediction === target };
      });
    const report = compare(
      scored((letter) => letter),
      scored((letter) => `${letter})`),
    );
    expect(report.facts.metrics.map(({ name }) => name)).toEqual(['correct']);
    expect(report.verdict).toBe('inconclusive');
    expect(messages(report, 'other-form')).toHaveLength(1);
    expect(messages(report, 'all-equal')).toEqual([]);
  });

  const filtered = (lost: Record<string, number>): string =>
    jsonl(
      ['strict-match', 'flexible-extract'].flatMap((filter) =>
        Array.from({ length: 200 }, (_, i) => ({
          doc_id: i,
          filter,
          metrics: ['exact_match'],
          exact_match: Number(i % 5 > 0 && !(i % 10 < (lost[filter] ?? 0))),
        })),
      ),
    );

  it.each([
    ['all filters, one by one', [], { 'strict-match': 3 }, 'inconclusive', 1],
    ['the filter that fell', ['exact_match,strict-match'], { 'strict-match': 3 }, 'inconclusive', 1],
    ['the mean of all filters', ['exact_match'], { 'strict-match': 6 }, 'inconclusive', 1],
    ['the filter that did not', ['exact_match,flexible-extract'], { 'strict-match': 3 }, 'pass', 0],
    ['a fall under all filters', [], { 'strict-match': 3, 'flexible-extract': 3 }, 'fail', 0],
  ])('says so of a score that only one filter sees fall: %s', (_, metrics, lost, verdict, said) => {
    const report = compare(filtered({}), filtered(lost), { metrics }, 'samples_gsm8k_1.jsonl');
    expect(report.verdict).toBe(verdict);
    expect(messages(report, 'other-form')).toHaveLength(said);
    for (const message of messages(report, 'other-form'))
      expect(message).toContain('exact_match,flexible-extract did not move');
  });

  it.each([[['exact_match,strict-match']], [[]]])('says so of totals under two filters: %s', (metrics) => {
    const totals = (strict: number): string =>
      JSON.stringify({
        results: {
          gsm8k: {
            'exact_match,strict-match': strict,
            'exact_match_stderr,strict-match': 0.01,
            'exact_match,flexible-extract': 0.6,
            'exact_match_stderr,flexible-extract': 0.01,
          },
        },
        'n-shot': { gsm8k: 0 },
      });
    const report = compare(totals(0.6), totals(0.4), { metrics }, 'results_1.json');
    expect(report.verdict).toBe('inconclusive');
    expect(messages(report, 'other-form')).toHaveLength(1);
  });

  it('says nothing of it where labels are simply wrong', () => {
    const report = compare(
      answers((letter) => letter),
      answers((letter, i) => (i % 10 === 1 ? 'E' : letter)),
    );
    expect(messages(report, 'other-form')).toEqual([]);
  });
});
