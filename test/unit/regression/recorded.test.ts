import { describe, expect, it } from 'vitest';
import {
  compareSets,
  readRecordedFiles,
  readResults,
  recordedRows,
  regressionDefaults,
  type ResultSet,
} from '../../../src/regression/index.ts';
import { valuesOf } from '../../../src/regression/decision/one-side.ts';
import { jsonl, rows } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (path: string, text: string): ResultSet => readResults([{ path, bytes: bytes(text) }]);

function keptText(set: ResultSet): string {
  const kept = recordedRows(set);
  if (Array.isArray(kept)) throw new Error(kept[0]?.message);
  return kept.text;
}

function kept(set: ResultSet): ResultSet {
  return readRecordedFiles(new Map([[set.files[0] ?? '', bytes(keptText(set))]]));
}

/** What pairs and measures a sample; where it stood in its file is not kept. */
function essence({ samples, aggregates, setup, directions, findings }: ResultSet): unknown {
  const nowhere = { file: '', line: 0 };
  return {
    samples: new Map([...samples.values()].map((sample) => [sample.id, { ...sample, ...nowhere }])),
    aggregates: [...aggregates.values()].map((total) => ({ ...total, ...nowhere })),
    setup: Object.fromEntries(setup),
    directions: Object.fromEntries(directions),
    findings,
  };
}

describe('results in the ledger', () => {
  it.each([
    [
      'labels',
      'r.jsonl',
      jsonl(rows({ n: 20, extra: (i) => ({ hash: `h${i}`, cluster: `c${i % 3}`, language: 'eu' }) })),
    ],
    ['scores', 'r.csv', 'id,score,latency\n1,0.5,12\n2,1,nan\n'],
    [
      'no answer, several labels',
      'r.json',
      JSON.stringify([{ id: 1, target: ['a', 'b'], prediction: null }]),
    ],
    [
      'what became of each sample',
      'r.jsonl',
      jsonl([
        { id: 1, score: 0, finish_reason: 'length' },
        { id: 2, error: 'HTTP 503' },
        { id: 3, score: 1 },
      ]),
    ],
    [
      'samples of a harness',
      'samples_mmlu_2026.jsonl',
      jsonl([{ doc_id: 0, filter: 'none', resps: [], acc: 1, metrics: ['acc'], doc_hash: 'x' }]),
    ],
    [
      'totals with versions',
      'results_2026.json',
      JSON.stringify({
        results: { mmlu: { 'acc,none': 0.5, 'acc_stderr,none': 0.01 } },
        versions: { mmlu: 1 },
        'n-shot': { mmlu: 5 },
        higher_is_better: { mmlu: { acc: true } },
      }),
    ],
  ])('say the same as the file: %s', (_, path, text) => {
    const set = read(path, text);
    expect(essence(kept(set))).toEqual(essence(set));
  });

  it('are the same text whatever the order of the rows', () => {
    const all = rows({ n: 50 });
    expect(keptText(read('a.jsonl', jsonl(all)))).toBe(keptText(read('a.jsonl', jsonl(all.toReversed()))));
  });

  it('hold no words of a long answer and nothing that looks like a credential, and compare all the same', () => {
    const secret = `hf_${'a'.repeat(30)}`;
    const long = (i: number) => `${'the quick brown fox '.repeat(6)}${i}`;
    const answers = (wrong: number) =>
      jsonl(
        Array.from({ length: 40 }, (_, i) => ({
          id: i,
          target: i === 0 ? secret : long(i),
          prediction: i === 0 ? secret : long(i < wrong ? i + 100 : i),
        })),
      );
    const before = read('a.jsonl', answers(4));
    expect(keptText(before)).not.toMatch(/quick|hf_/);
    for (const metrics of [['accuracy'], ['squad_f1'], ['squad_em']]) {
      const after = read('a.jsonl', answers(9));
      const settings = { ...regressionDefaults, metrics };
      const whole = compareSets(before, after, settings);
      const fromLedger = compareSets(kept(before), after, settings);
      expect(fromLedger.facts.metrics).toEqual(whole.facts.metrics);
      expect(fromLedger.findings.map(({ rule }) => rule)).toEqual(whole.findings.map(({ rule }) => rule));
    }
  });

  it.each([
    ['a cut file', '{"results":{"schema":1,"samples":3}}\n{"id":"1","score":1}\n'],
    ['no first line', '{"id":"1","score":1}\n'],
    ['nothing', ''],
  ])('that are broken are an error: %s', (_, text) => {
    const set = readRecordedFiles(new Map([['a.jsonl', bytes(text)]]));
    expect(set.findings).toMatchObject([{ rule: 'regression/unreadable-results', severity: 'error' }]);
  });

  it('are refused when they are broken or too many', () => {
    expect(recordedRows(read('a.jsonl', jsonl([...rows(), ...rows({ n: 1 })])))).toMatchObject([
      { rule: 'regression/duplicate-sample' },
    ]);
    expect(recordedRows(read('a.jsonl', jsonl(rows({ n: 50_001 }))))).toMatchObject([
      { rule: 'regression/results-too-large', message: expect.stringContaining('50001 samples') },
    ]);
  });

  it('give the values that the gate compares', () => {
    const set = read('a.jsonl', jsonl(rows()));
    expect(valuesOf(set, ['accuracy', 'f1_macro:tolerance=1'])).toEqual({
      f1: expect.closeTo(0.856, 3),
      accuracy: expect.closeTo(0.856, 3),
      f1_macro: expect.closeTo(0.856, 3),
    });
    expect(valuesOf(read('m.json', '{"loss": 1.5}'), [])).toEqual({ loss: 1.5 });
    const failed = '{"id": 1, "score": 1}\n{"id": 2, "score": 0, "error": "HTTP 503"}\n';
    expect(valuesOf(read('r.jsonl', failed), [])).toEqual({ score: 1 });
  });
});
