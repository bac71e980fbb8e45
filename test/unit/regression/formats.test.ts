import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openReader, Collector, readResults, type ResultSet } from '../../../src/regression/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (path: string, content: string | Uint8Array): ResultSet =>
  readResults([{ path, bytes: typeof content === 'string' ? bytes(content) : content }]);

/** What a test cares about of a sample. */
function brief(set: ResultSet) {
  return [...set.samples.values()].map(({ id, target, prediction, scores, slices, cluster, line }) => ({
    id,
    ...(target !== undefined && { target }),
    ...(prediction !== undefined && { prediction }),
    ...(scores.size > 0 && { scores: Object.fromEntries(scores) }),
    ...(slices.length > 0 && { slices }),
    ...(cluster !== undefined && { cluster }),
    line,
  }));
}

describe('samples', () => {
  it.each<[string, string, string, unknown[]]>([
    [
      'labels as JSONL',
      'r.jsonl',
      '{"id": 1, "target": "a", "prediction": "b"}\n\n{"id": "2", "target": true, "prediction": null}\n',
      [
        { id: '1', target: 'a', prediction: 'b', line: 1 },
        { id: '2', target: 'true', prediction: null, line: 3 },
      ],
    ],
    [
      'scores as a JSON array',
      'r.json',
      '[\n{"id": "x", "score": 0.5},\n\n{"id": "y", "score": "1", "cluster": "img1"}]',
      [
        { id: 'x', scores: { score: 0.5 }, line: 2 },
        { id: 'y', scores: { score: 1 }, cluster: 'img1', line: 4 },
      ],
    ],
    [
      'rows under a key',
      'r.json',
      '{"model": "m",\n "samples": [\n  {"id": 7, "scores": {"acc": true, "f1": 0.2}}]}',
      [{ id: '7', scores: { acc: 1, f1: 0.2 }, line: 3 }],
    ],
    [
      'CSV',
      'r.csv',
      '\uFEFFid,target,prediction,language\r\n1,"a ""b"", c\nd",x,eu\r\n2,=HYPERLINK(1),y,\r\n',
      [
        { id: '1', target: 'a "b", c\nd', prediction: 'x', slices: ['language=eu'], line: 2 },
        { id: '2', target: '=HYPERLINK(1)', prediction: 'y', line: 4 },
      ],
    ],
    [
      'TSV',
      'r.tsv',
      'index\tanswer\tprediction\thit\n5\tA\tB\t0\n',
      [{ id: '5', target: 'A', prediction: 'B', scores: { hit: 0 }, line: 2 }],
    ],
    [
      "pandas' to_json()",
      'r.json',
      '{"id": {"0": "a", "1": "b"}, "score": {"0": 1, "1": 0.5}}',
      [
        { id: 'a', scores: { score: 1 } },
        { id: 'b', scores: { score: 0.5 } },
      ],
    ],
    [
      "pandas' to_json() without ids",
      'r.json',
      '{"target": {"3": "x"}, "prediction": {"3": "y"}}',
      [{ id: '3', target: 'x', prediction: 'y' }],
    ],
    [
      'several trials of a task, as agents are evaluated',
      'r.jsonl',
      '{"task_id": 0, "trial": 0, "reward": 1.0}\n{"task_id": 0, "trial": 1, "reward": 0.0}\n{"instance_id": "repo-1", "resolved": true}\n',
      [
        { id: '0/trial 0', scores: { reward: 1 }, cluster: '0', line: 1 },
        { id: '0/trial 1', scores: { reward: 0 }, cluster: '0', line: 2 },
        { id: 'repo-1', scores: { resolved: 1 }, line: 3 },
      ],
    ],
    [
      'JSON lines in a .json',
      'r.json',
      '{"id": 1, "score": 1}\n{"id": 2, "score": 0}\n',
      [
        { id: '1', scores: { score: 1 }, line: 1 },
        { id: '2', scores: { score: 0 }, line: 2 },
      ],
    ],
    [
      'lm-eval samples',
      'out/samples_mmlu_bio_2025-05-01T10-00-00.123456.jsonl',
      '{"doc_id": 0, "doc": {}, "target": "B", "filtered_resps": ["B"], "filter": "none", "metrics": ["acc"], "acc": 1.0, "doc_hash": "d", "prompt_hash": "p", "target_hash": "t"}',
      [{ id: 'mmlu_bio/0', scores: { acc: 1 }, slices: ['task=mmlu_bio'], line: 1 }],
    ],
    [
      'lm-eval samples, two filters',
      'samples_gsm8k_2025-05-01T10-00-00.1.jsonl',
      '{"doc_id": 3, "resps": [], "filter": "strict-match", "metrics": ["exact_match"], "exact_match": 0}',
      [
        {
          id: 'gsm8k/3/strict-match',
          scores: { exact_match: 0 },
          slices: ['task=gsm8k', 'filter=strict-match'],
          cluster: 'gsm8k/3',
          line: 1,
        },
      ],
    ],
    [
      'lmms-eval samples',
      '20250501_100000_samples_mme.jsonl',
      '{"doc_id": 3, "resps": [], "mme_score": {"question_id": "q", "score": 1.0}}',
      [{ id: 'mme/3', scores: { mme_score: 1 }, slices: ['task=mme'], line: 1 }],
    ],
    [
      'inspect log',
      'log.json',
      '{"status": "success", "eval": {"task": "t"},\n"samples": [\n{"id": 1, "epoch": 1, "target": "a", "scores": {"match": {"value": "C"}}},\n{"id": 1, "epoch": 2, "scores": {"match": {"value": "I"}}}]}',
      [
        { id: '1', scores: { match: 1 }, cluster: '1', line: 3 },
        { id: '1/epoch 2', scores: { match: 0 }, cluster: '1', line: 4 },
      ],
    ],
    [
      'promptfoo',
      'out.json',
      '{"results": {"version": 3, "results": [{"testIdx": 0, "promptIdx": 1, "success": true, "score": 0.9, "vars": {"q": 1}, "namedScores": {"tone": 0.3}, "latencyMs": 18, "provider": {"id": "p"}}]}, "config": {"sharing": false}}',
      [
        {
          cluster: expect.stringMatching(/^[0-9a-z]+-[0-9a-z]+$/),
          id: 'test 0/prompt 1',
          scores: { score: 0.9, pass_rate: 1, latency: 18, tone: 0.3 },
          line: undefined,
        },
      ],
    ],
    [
      'promptfoo rows',
      'out.jsonl',
      '{"id": "418a001e-daef-4475", "testIdx": 7, "promptIdx": 0, "success": false, "score": 0, "cost": 0.1, "vars": {}}',
      [{ id: 'test 7/prompt 0', scores: { score: 0, pass_rate: 0, cost: 0.1 }, line: 1 }],
    ],
    [
      'OpenCompass predictions',
      'predictions/m/ARC-c.json',
      '{\n"0": {"origin_prompt": "Q", "prediction": "A", "gold": "B"}}',
      [{ id: 'ARC-c/0', target: 'B', prediction: 'A', slices: ['task=ARC-c'], line: 2 }],
    ],
    [
      'lmms-eval samples with images',
      '20260923_172512_samples_mme.jsonl',
      '{"doc_id": 1, "target": "No", "filtered_resps": "No", "doc_hash": "74", "input_media": ["code/0020.png"], "token_counts": 3, "mme_score": {"category": "code", "score": 1}, "input": "Is it?"}',
      [
        {
          id: 'mme/1',
          scores: { mme_score: 1 },
          cluster: 'code/0020.png',
          slices: ['task=mme', 'category=code'],
          line: 1,
        },
      ],
    ],
    [
      'OpenCompass',
      'results/m/siqa.json',
      '{"accuracy": 50, "details": {"type": "GEN", "0": {"predictions": "A", "references": "A", "correct": true}}}',
      [
        {
          id: 'siqa/0',
          target: 'A',
          prediction: 'A',
          scores: { correct: 1 },
          slices: ['task=siqa'],
          line: undefined,
        },
      ],
    ],
    [
      'MLflow table',
      'eval_results_table.json',
      '{"columns": ["inputs", "ground_truth", "outputs", "exact_match/v1/score"], "data": [\n["q", "a", "b", 0]]}',
      [{ id: '0', target: 'a', prediction: 'b', scores: { exact_match: 0 }, line: 2 }],
    ],
    [
      'rows by id',
      'output.json',
      '{\n"17": {"answer": "3", "prediction": "4", "true_false": false}}',
      [{ id: '17', target: '3', prediction: '4', scores: { true_false: 0 }, line: 2 }],
    ],
    [
      'DeepEval',
      'run.json',
      '{"testCases": [{"name": "c", "success": true, "metricsData": [{"name": "Faithfulness", "score": 0.4}]}]}',
      [{ id: 'c', scores: { pass_rate: 1, Faithfulness: 0.4 }, line: 1 }],
    ],
    [
      'slices in every form',
      'r.jsonl',
      '{"id":1,"score":1,"slices":{"language":"eu"}}\n{"id":2,"score":1,"slices":["hard"]}\n{"id":3,"score":1,"slices":"a=1;b=2","task":"t"}',
      [
        { id: '1', scores: { score: 1 }, slices: ['language=eu'], line: 1 },
        { id: '2', scores: { score: 1 }, slices: ['hard'], line: 2 },
        { id: '3', scores: { score: 1 }, slices: ['a=1', 'b=2', 'task=t'], line: 3 },
      ],
    ],
    [
      'several labels',
      'r.jsonl',
      '{"id":1,"target":["a","b"],"prediction":["b"]}',
      [{ id: '1', target: ['a', 'b'], prediction: ['b'], line: 1 }],
    ],
    [
      'keys of JavaScript objects',
      'r.jsonl',
      '{"id":"__proto__","target":"constructor","prediction":"toString","__proto__":{"score":9}}',
      [{ id: '__proto__', target: 'constructor', prediction: 'toString', line: 1 }],
    ],
  ])('%s', (_, path, text, samples) => {
    const set = read(path, text);
    expect(set.findings).toEqual([]);
    expect(brief(set)).toEqual(samples);
  });

  it('are read from inspect .eval archives', () => {
    const zip = zipSync({
      'header.json': strToU8('{"status": "success", "eval": {"task": "popularity"}}'),
      'summaries.json': strToU8('[{"id": 9, "epoch": 1, "scores": {"match": {"value": "C"}}}]'),
    });
    expect(brief(read('log.eval', zip))).toEqual([
      { id: '9', scores: { match: 1 }, cluster: '9', line: undefined },
    ]);
  });
});

describe('totals', () => {
  it.each<[string, string, string, Record<string, unknown>[]]>([
    [
      'lm-eval results',
      'results.json',
      '{"results": {"t": {"alias": "t", "acc,none": 0.36, "acc_stderr,none": 0.016, "em,x": 0.1, "em_stderr,x": "N/A"}}, "versions": {"t": 1}, "n-samples": {"t": {"effective": 900}}, "higher_is_better": {"t": {"acc": true}}}',
      [
        { name: 't.acc,none', value: 0.36, standardError: 0.016, n: 900, higherIsBetter: true },
        { name: 't.em,x', value: 0.1, n: 900 },
      ],
    ],
    [
      'lm-eval results, groups',
      'results.json',
      '{"results": {"mmlu": {"acc,none": 0.6, "name": "mmlu", "sample_len": 30, "sample_count": {"acc,none": 30}}, "law": {"acc,none": 0.5, "sample_len": 20}, "art": {"acc,none": 0.7}, "all": {" ": " ", "alias": "all"}, "gsm8k": {"em,x": 0.1}}, "group_subtasks": {"all": ["mmlu", "gsm8k"], "mmlu": ["law", "art"]}, "configs": {}}',
      [
        { name: 'mmlu.acc,none', value: 0.6, n: 30 },
        { name: 'law.acc,none', n: 20, secondary: true },
        { name: 'art.acc,none', secondary: true },
        { name: 'gsm8k.em,x', value: 0.1 },
      ],
    ],
    [
      'lm-eval results, groups before they were listed',
      'results.json',
      '{"results": {"mmlu": {"acc,none": 0.6, "alias": "mmlu"}, "law": {"acc,none": 0.5, "f1,none": 0.4, "alias": " - law"}, "other": {"acc,none": 0.1, "alias": "other"}}, "groups": {"mmlu": {"acc,none": 0.6}}, "configs": {}}',
      [
        { name: 'mmlu.acc,none', value: 0.6 },
        { name: 'law.acc,none', secondary: true },
        { name: 'law.f1,none', value: 0.4 },
        { name: 'other.acc,none', value: 0.1 },
      ],
    ],
    [
      'a training loop',
      'all_results.json',
      '{"epoch": 3.0, "eval_accuracy": 0.9, "eval_loss": 0.3, "eval_runtime": 12.5, "eval_samples": 872, "per_class": {"eval_accuracy": 0.2}}',
      [
        { name: 'epoch', secondary: true },
        { name: 'eval_accuracy', value: 0.9 },
        { name: 'eval_loss', value: 0.3 },
        { name: 'eval_runtime', secondary: true },
        { name: 'eval_samples', secondary: true },
        { name: 'per_class.eval_accuracy', secondary: true },
      ],
    ],
    [
      'a report of scikit-learn',
      'report.json',
      '{"cat": {"f1-score": 0.9}, "accuracy": 0.8, "macro avg": {"f1-score": 0.7, "support": 20}}',
      [
        { name: 'cat.f1-score', secondary: true },
        { name: 'accuracy', value: 0.8 },
        { name: 'macro avg.f1-score', value: 0.7 },
        { name: 'macro avg.support', secondary: true },
      ],
    ],
    [
      'DVC metrics',
      'evaluation.json',
      '{"avg_prec": 0.9, "train": {"loss": 1.5}, "model": "m"}',
      [
        { name: 'avg_prec', value: 0.9 },
        { name: 'train.loss', value: 1.5 },
      ],
    ],
    [
      'counts',
      'scores.json',
      '{"average": {"accuracy": "26.1", "correct": 261, "total": 1000}}',
      [{ name: 'average.accuracy', value: 0.261, n: 1000 }],
    ],
    [
      'VLMEvalKit _acc.csv',
      'm_acc.csv',
      '"split","Overall","AR"\n"dev","0.64","0.7"\n',
      [
        { name: 'dev.Overall', value: 0.64 },
        { name: 'dev.AR', value: 0.7, secondary: true },
      ],
    ],
    [
      'pytest-benchmark',
      'b.json',
      '{"benchmarks": [{"fullname": "a::b", "stats": {"mean": 0.5, "stddev": 0.1, "rounds": 25}}]}',
      [{ name: 'a::b seconds', value: 0.5, standardError: 0.02, n: 25, higherIsBetter: false }],
    ],
  ])('%s', (_, path, text, totals) => {
    const set = read(path, text);
    expect(set.findings).toEqual([]);
    expect([...set.aggregates.values()]).toMatchObject(totals);
    expect([...set.aggregates.values()].map(({ secondary }) => secondary)).toEqual(
      totals.map(({ secondary }) => secondary),
    );
    expect(set.aggregates.size).toBe(totals.length);
  });

  it('stand beside the samples of lm-eval where one file contains both', () => {
    const set = read(
      'results.json',
      '{"results": {"t": {"acc,none": 0.5}}, "configs": {}, "samples": {"t": [{"doc_id": 0, "filtered_resps": [], "acc": 1.0, "doc_hash": "a"}, {"doc_id": 1, "resps": [], "acc": 0.0, "doc_hash": "b"}]}}',
    );
    expect(brief(set)).toMatchObject([
      { id: 't/0', scores: { acc: 1 } },
      { id: 't/1', scores: { acc: 0 } },
    ]);
    expect(set.aggregates.size).toBe(1);
  });

  it('state the set-up of lm-eval', () => {
    const { setup } = read(
      'results.json',
      '{"results": {"t": {"acc,none": 0.3}}, "versions": {"t": 1}, "n-shot": {"t": 5}}',
    );
    expect([...setup]).toEqual([
      ['versions of t', '1'],
      ['n-shot of t', '5'],
    ]);
  });
});

describe('what cannot be read is a finding', () => {
  it.each<[string, string, string | Uint8Array, number | undefined, RegExp]>([
    ['cut JSONL', 'r.jsonl', '{"id": 1, "score": 1}\n{"id": 2, "sco', 2, /not whole JSON/],
    ['several bad lines', 'r.jsonl', '{"id": 1, "score": 1}\nx\ny\n', 2, /^Line 2 \(and 1 more\)/],
    ['cut JSON', 'r.json', '[{"id": 1, "score": 1}, {"id"', 1, /not whole JSON/],
    ['a key twice in a row', 'r.jsonl', '{"id": 1, "score": 1, "score": 0}', 1, /the key score occurs twice/],
    ['no id', 'r.jsonl', '{"score": 1}', 1, /no id/],
    ['an id that is an object', 'r.jsonl', '{"id": {}, "score": 1}', 1, /no id/],
    ['no outcome', 'r.jsonl', '{"id": 1}', 1, /neither target and prediction nor a score/],
    ['a row that is a list', 'r.json', '[[1, 2]]', 1, /not a JSON object/],
    ['answers without targets', 'r.json', '{"q1": "A", "q2": "B", "q3": "4"}', 1, /none of the known forms/],
    ['deep nesting', 'r.json', '['.repeat(100_000), undefined, /nested too deeply/],
    ['deep nesting in a line', 'r.jsonl', `{"id": 1, "x": ${'['.repeat(100_000)}`, 1, /nested too deeply/],
    ['a record of another width', 'r.csv', 'id,score\n1,2,3\n', 2, /3 fields where the header has 2/],
    ['an open quote', 'r.csv', 'id,score\n1,"2\n', 1, /never closed/],
    ['a column twice', 'r.csv', 'id,score,score\n1,0,1\n', 1, /column score occurs twice/],
    ['a broken archive', 'r.eval', 'PK\u0003\u0004 no zip', undefined, /not a whole zip/],
    [
      'an unfinished evaluation',
      'r.json',
      '{"status": "cancelled", "eval": {}, "samples": []}',
      undefined,
      /did not finish: its status is cancelled/,
    ],
    ['an empty file', 'r.jsonl', '', undefined, /empty/],
    ['only a header', 'r.csv', 'id,score\n', undefined, /contains no results/],
    ['an empty list', 'r.json', '[]', undefined, /contains no results/],
    ['a broken workbook', 'model_MMBench.xlsx', 'PK', undefined, /not a whole zip archive/],
    ['packed rows', 'rows.jsonl.gz', 'x', undefined, /packed file is not read/],
    ['text', 'notes.txt', 'hello', 1, /neither JSON nor named/],
    ['UTF-16', 'r.jsonl', Uint8Array.from([0xff, 0xfe, 0x7b, 0]), undefined, /written in UTF-16/],
    [
      'a perplexity of lm-eval',
      'samples_wikitext.jsonl',
      '{"doc_id": 0, "resps": [], "metrics": ["word_perplexity"], "word_perplexity": [-12.5, 10]}',
      1,
      /its metrics \(word_perplexity\) are not scores of single samples; leave this file out/,
    ],
  ])('%s', (_, path, content, line, message) => {
    const { findings } = read(path, content);
    expect(findings[0]).toMatchObject({
      rule: 'regression/unreadable-results',
      severity: 'error',
      file: path,
    });
    expect(findings[0]?.line).toBe(line);
    expect(findings[0]?.message).toMatch(message);
  });

  it.each([
    [
      'rows',
      'r.jsonl',
      '{"id": "a", "score": 1}\n{"id": "a", "score": 0}\n',
      /^1 sample occurs more than once: a, in r\.jsonl\.$/,
    ],
    [
      'ids of both types',
      'r.jsonl',
      '{"id": 1, "score": 1}\n{"id": "1", "score": 0}\n',
      /more than once: 1, in /,
    ],
    ['keys', 'r.json', '{"1": {"correct": true},\n "1": {"correct": false}}', /^The key 1 occurs twice/],
    ['totals', 'r.csv', 'split,acc\ndev,0.1\ndev,0.2\n', /^dev\.acc is given twice/],
  ])('duplicate %s', (_, path, text, message) => {
    const { findings } = read(path, text);
    expect(findings.map(({ rule }) => rule)).toEqual(['regression/duplicate-sample']);
    expect(findings[0]?.message).toMatch(message);
  });

  it('an archive that lies about its sizes', () => {
    const zip = zipSync(
      {
        'header.json': strToU8('{"status": "success", "eval": {}}'),
        'summaries.json': strToU8('[]'.padEnd(5000, ' ')),
      },
      { level: 0 },
    );
    // The unpacked size in the central directory, of every entry.
    for (let at = 0; at + 46 < zip.length; at++)
      if (zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2)
        zip.fill(0, at + 24, at + 28);
    expect(read('r.eval', zip).findings.length).toBeGreaterThan(0);
  });

  it('an archive that would expand to more than is read', () => {
    const zip = zipSync({ 'header.json': strToU8('{"status": "success", "eval": {}}') });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
    for (let at = 0; at + 46 < zip.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    expect(read('r.eval', zip).findings[0]?.message).toBe(
      'This archive cannot be read: it would expand to 4096 MiB, more than the 512 MiB that are read.',
    );
  });

  it('keeps NaN for the metric to find', () => {
    const [sample] = read('r.jsonl', '{"id": "NaN", "score": NaN, "other": -Infinity}').samples.values();
    expect(sample?.id).toBe('NaN');
    expect([...(sample?.scores ?? [])]).toEqual([
      ['score', NaN],
      ['other', -Infinity],
    ]);
  });
});

it('reads the same whatever the pieces are', () => {
  const text = 'id,target,prediction\n1,"é\r\nü",€\n2,"a""b",c\n';
  const whole = brief(read('r.csv', text));
  for (const size of [1, 2, 3, 7]) {
    const collector = new Collector();
    const reader = openReader('r.csv', collector);
    const all = bytes(text);
    for (let at = 0; at < all.length; at += size) reader.push(all.subarray(at, at + size));
    void reader.end();
    expect(brief(collector.result())).toEqual(whole);
  }
});

it('another question under the same id is seen, even where the tool hashes every document alike', () => {
  const row = (input: string) =>
    read(
      'samples_mme.jsonl',
      `{"doc_id": 1, "doc_hash": "74", "target": "No", "resps": [], "input": "${input}", "acc": 1}`,
    );
  const hashes = ['Is it red?', 'Is it blue?'].map((input) => [...row(input).samples.values()][0]?.hash);
  expect(new Set(hashes).size).toBe(2);
});
