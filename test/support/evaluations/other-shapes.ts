/** Shapes that nobody asked for: what people and lesser tools also write down, and files that are no results. */
import { gzipSync } from 'node:zlib';
import { fresh, lines, share, size, table, type Content, type Shape } from './shape.ts';

type Right = readonly boolean[];
type Write = (right: Right, side: 'before' | 'after') => Content;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): string => JSON.stringify(value);
const rows = (row: (right: boolean, i: number, side: string) => unknown): Write => {
  return (right, side) => lines(right.map((is, i) => row(is, i, side)));
};
const document = (of: (right: Right, side: 'before' | 'after') => unknown): Write => {
  return (right, side) => json(of(right, side));
};
const map = (value: (right: boolean) => unknown): Write =>
  document((right) => Object.fromEntries(right.map((is, i) => [`q${i}`, value(is)])));
const plain = (right: Right): string => lines(right.map((is, id) => ({ id, score: Number(is) })));
const csv = (right: Right, head: string, row: (right: boolean, i: number) => string): string =>
  `${head}\n${right.map(row).join('\n')}\n`;

const read = (name: string, file: string, write: Write, metric: string, more: object = {}): Shape => ({
  name,
  file,
  write,
  expect: { metric, ...more },
});
const totals = (name: string, file: string, write: Write, metric: string, more: object = {}): Shape =>
  read(name, file, write, metric, { n: null, ...more });
const refused = (name: string, file: string, write: Write, says: RegExp): Shape => ({
  name,
  file,
  write,
  expect: says,
});

const fine: readonly Shape[] = [
  read('truth by id', 'a.json', map(Boolean), 'correct'),
  read('0 and 1 by id', 'a.json', map(Number), 'score'),
  read(
    'partial marks by id',
    'a.json',
    map((is) => (is ? 0.75 : 0.25)),
    'score',
    { delta: -0.1 },
  ),
  read(
    'metrics of each query',
    'a.json',
    map((is) => ({ ndcg_cut_10: Number(is), map: 0.5 })),
    'ndcg_cut_10',
  ),
  read(
    '0 and 1 under names that do not count',
    'a.json',
    document((right) => Object.fromEntries(right.map((is, i) => [fresh('x', i), Number(is)]))),
    'score',
  ),
  read(
    'marks in `metrics`',
    'a.jsonl',
    rows((is, id) => ({ id, metrics: { acc: Number(is) } })),
    'acc',
  ),
  read(
    'marks in `evaluation`',
    'a.jsonl',
    rows((is, id) => ({ id, evaluation: { correct: is } })),
    'correct',
  ),
  read(
    'a score in an object',
    'a.jsonl',
    rows((is, id) => ({ id, score: { value: Number(is) } })),
    'score',
  ),
  read(
    'a score in a list',
    'a.jsonl',
    rows((is, id) => ({ id, score: [Number(is)] })),
    'score',
  ),
  read(
    'a grade in capitals',
    'a.jsonl',
    rows((is, id) => ({ id, grade: is ? 'CORRECT' : 'INCORRECT' })),
    'grade',
  ),
  read(
    'a result in words',
    'a.jsonl',
    rows((is, id) => ({ id, result: is ? 'pass' : 'fail' })),
    'result',
  ),
  read(
    'a verdict in words',
    'a.csv',
    (right) => csv(right, 'id,verdict', (is, i) => `${i},${is ? 'correct' : 'incorrect'}`),
    'verdict',
  ),
  read(
    "Python's truth values",
    'a.csv',
    (right) => csv(right, 'question_id,is_correct', (is, i) => `${i},${is ? 'True' : 'False'}`),
    'is_correct',
  ),
  read(
    'capitals in the header',
    'a.csv',
    (right) => csv(right, 'ID,Score', (is, i) => `${i},${Number(is)}`),
    'score',
  ),
  read(
    'a header in words',
    'a.csv',
    (right) =>
      csv(right, 'Question,Model answer,Correct', (is, i) => `What is ${i}?,b,${is ? 'True' : 'False'}`),
    'correct',
  ),
  read(
    'spaces around the columns',
    'a.csv',
    (right) => csv(right, ' id , score ', (is, i) => ` ${i} , ${Number(is)} `),
    'score',
  ),
  read(
    'the line that names the separator for Excel',
    'a.csv',
    (right) => `sep=;\r\n${csv(right, 'id;score', (is, i) => `${i};${Number(is)}`)}`,
    'score',
  ),
  read(
    'a byte order mark',
    'a.csv',
    (right) => `\uFEFF${csv(right, 'id,score', (is, i) => `${i},${Number(is)}`)}`,
    'score',
  ),
  read(
    'line breaks within fields',
    'a.csv',
    (right) => csv(right, 'id,prediction,score', (is, i) => `${i},"a\r\nb ""c""",${Number(is)}`),
    'score',
  ),
  read(
    'the rows as pandas numbers them',
    'a.csv',
    (right) => csv(right, ',question,correct', (is, i) => `${i},what ${i}?,${String(is)}`),
    'correct',
  ),
  read('empty lines between rows', 'a.jsonl', (right) => plain(right).replaceAll('\n', '  \n\n'), 'score'),
  read(
    'columns that change within the file',
    'a.jsonl',
    rows((is, id) => ({ id, score: Number(is), ...(id > 20 && { latency: 3 }) })),
    'score',
  ),
  read(
    'a list in YAML',
    'a.yaml',
    (right) => right.map((is, i) => `- {id: ${i}, score: ${Number(is)}}\n`).join(''),
    'score',
  ),
  read(
    'pytest-json-report',
    'a.json',
    document((right) => ({
      exitcode: 1,
      duration: 2.5,
      summary: { passed: right.filter(Boolean).length, total: size },
      tests: [
        ...right.map((is, i) => ({ nodeid: `t.py::t[${i}]`, outcome: is ? 'passed' : 'failed' })),
        { nodeid: 't.py::slow', outcome: 'skipped' },
      ],
    })),
    'pass_rate',
  ),
  read(
    'Jest',
    'a.json',
    document((right) => ({
      numPassedTests: right.filter(Boolean).length,
      numTotalTests: size,
      success: false,
      testResults: [
        {
          name: 'a.test.js',
          assertionResults: right.map((is, i) => ({
            fullName: `case ${i}`,
            status: is ? 'passed' : 'failed',
          })),
        },
      ],
    })),
    'pass_rate',
  ),
  read(
    'output items of the API for evaluations',
    'a.json',
    document((right, side) => ({
      object: 'list',
      data: right.map((is, i) => ({
        id: `outputitem_${fresh(side, i)}`,
        datasource_item_id: i,
        status: is ? 'pass' : 'fail',
        results: [{ name: 'match', passed: is, score: Number(is) }],
      })),
    })),
    'match',
  ),
  read(
    'LiveBench',
    'a.jsonl',
    rows((is, i, model) => ({
      question_id: `q${i}`,
      task: 'math',
      model,
      score: Number(is),
      turn: 1,
      tstamp: 1e9 + i,
    })),
    'score',
    { clusters: size },
  ),
  read(
    'TruLens',
    'a.csv',
    (right, side) =>
      table(
        ['app_id', 'record_id', 'input', 'output', 'Answer Relevance', 'latency'],
        right.map((is, i) => [
          'a',
          `record_hash_${fresh(side, i)}`,
          `what ${i}`,
          'o',
          Number(is),
          side.length,
        ]),
      ),
    'Answer Relevance',
  ),
  read(
    'Vertex AI',
    'a.csv',
    (right) =>
      table(
        ['instruction', 'reference', 'response', 'exact_match/score', 'rouge_l_sum/score'],
        right.map((is, i) => [`i${i}`, `r${i}`, is ? `r${i}` : 'x', Number(is), 0.5]),
      ),
    'exact_match/score',
  ),
  read(
    'a table of Weights & Biases',
    'a.json',
    document((right) => ({ columns: ['id', 'pred', 'correct'], data: right.map((is, i) => [i, 'x', is]) })),
    'correct',
  ),
  read(
    'word error rates of utterances',
    'a.csv',
    (right) =>
      csv(right, 'utt,reference,hypothesis,wer', (is, i) => `u${i},a b,a ${is ? 'b' : 'c'},${is ? 0 : 0.5}`),
    'wer',
    { delta: 0.1 },
  ),
  totals(
    'metrics of `evaluate`',
    'a.json',
    document((right) => ({ accuracy: share(right), _timestamp: '2026-01-01', _git_commit_hash: 'abc' })),
    'accuracy',
  ),
  totals(
    "the Trainer's all_results",
    'a.json',
    document((right) => ({
      epoch: 3,
      eval_accuracy: share(right),
      eval_runtime: 100 * share(right),
      total_flos: 1e15,
    })),
    'eval_accuracy',
  ),
  totals(
    'a summary of Weights & Biases',
    'a.json',
    document((right) => ({
      'eval/acc': share(right),
      _step: 1000 * share(right),
      _runtime: 3,
      _timestamp: 1e9,
    })),
    'eval/acc',
  ),
  totals(
    'COCO',
    'a.json',
    document((right) => ({ AP: share(right), AP50: 0.7, APs: 0.3 })),
    'AP',
  ),
  totals(
    'nuScenes',
    'a.json',
    document((right) => ({ mean_ap: share(right), eval_time: 3, cfg: { min_recall: share(right) } })),
    'mean_ap',
  ),
  totals(
    'BEIR',
    'a.json',
    document((right) => ({ 'NDCG@10': share(right), 'MAP@10': 0.3 })),
    'NDCG@10',
  ),
  totals(
    'ratings of models',
    'a.csv',
    (right) => `model,elo\na,${1000 + 100 * share(right)}\nb,1100\n`,
    'a.elo',
    { delta: -20 },
  ),
];

const says = {
  noId: /it has no id, and no question/,
  noForm: /in none of the known forms/,
  noScore: /neither target and prediction nor a score/,
  noKind: /neither JSON nor named as one of the other kinds/,
};

const refusals: readonly Shape[] = [
  refused(
    'forty numbers under names of nothing',
    'a.json',
    document((right) =>
      Object.fromEntries(
        right.map((is, i) => [fresh('x', i).replaceAll(/\d/g, 'z') + 'a'.repeat(i), is ? 0.7 : 0.3]),
      ),
    ),
    /40 numbers under names that are not metrics/,
  ),
  refused(
    'capitals as keys',
    'a.jsonl',
    rows((is, i) => ({ ID: i, Score: Number(is) })),
    says.noId,
  ),
  refused(
    'answers without targets',
    'a.jsonl',
    rows((is, id) => ({ id, response: is ? 'a' : 'b' })),
    says.noScore,
  ),
  refused(
    'LongBench, rows that nothing names',
    'a.jsonl',
    rows((is) => ({ pred: is ? 'A' : 'B', answers: ['A'] })),
    says.noId,
  ),
  refused(
    'the mean among the samples',
    'a.csv',
    (right) => `${csv(right, 'id,score', (is, i) => `${i},${Number(is)}`)}mean,${share(right)}\n`,
    /its id is "mean": a total among the samples/,
  ),
  refused(
    'the score file of BFCL, a total and the failures only',
    'a.json',
    (right) =>
      json({ accuracy: share(right), total_count: size }) +
      '\n' +
      lines(right.flatMap((is, i) => (is ? [] : [{ id: `s_${i}`, valid: false }]))),
    says.noId,
  ),
  refused(
    'events of go test',
    'a.jsonl',
    rows((is, i) => ({ Action: is ? 'pass' : 'fail', Test: `T${i}` })),
    says.noId,
  ),
  refused(
    'Bedrock',
    'a.jsonl',
    rows((is, i) => ({
      automatedEvaluationResult: { scores: [{ metricName: 'Accuracy', result: Number(is) }] },
      inputRecord: { prompt: `p${i}` },
    })),
    says.noId,
  ),
  refused(
    'a batch of requests',
    'a.jsonl',
    rows((_, i) => ({ id: i, custom_id: `q${i}`, response: { status_code: 200 } })),
    says.noScore,
  ),
  refused(
    'Evidently',
    'a.json',
    document((right) => ({ metrics: [{ metric_id: 'Accuracy()', value: share(right) }] })),
    says.noForm,
  ),
  refused(
    'sacreBLEU',
    'a.json',
    document((right) => ({
      name: 'BLEU',
      score: share(right),
      signature: 'a',
      nrefs: '1',
      version: '2.3.1',
    })),
    says.noForm,
  ),
  refused(
    'rows that are lists',
    'a.jsonl',
    rows((is, i) => [i, Number(is)]),
    /not a JSON object/,
  ),
  refused('an empty list', 'a.json', () => '[]', /contains no results/),
  refused('an empty object', 'a.json', () => '{}', says.noForm),
  refused('a number', 'a.json', (right) => String(share(right)), says.noForm),
  refused(
    'one score that is NaN',
    'a.jsonl',
    (right) => plain(right).replace('"score":1', '"score":NaN'),
    /no finite number as score/,
  ),
  refused(
    'percents',
    'a.csv',
    (right) => csv(right, 'id,score', (is, i) => `${i},${is ? 100 : 0}%`),
    /"100%" is not a number; write 100/,
  ),
  refused(
    'two tables in one file',
    'a.csv',
    (right) => csv(right, 'id,score', (is, i) => `${i},${Number(is)}`) + 'id,score\n',
    /no finite number as score: id/,
  ),
  refused(
    'a merge that was not resolved',
    'a.jsonl',
    (right) => `<<<<<<< HEAD\n${plain(right)}=======\n`,
    /not whole JSON/,
  ),
  refused(
    'a Markdown table',
    'a.md',
    (right) => csv(right, '| id | score |', (is, i) => `| ${i} | ${Number(is)} |`),
    says.noKind,
  ),
  refused('a log', 'a.log', (right) => `accuracy: ${share(right)}\n`, says.noKind),
  refused('TOML', 'a.toml', (right) => `accuracy = ${share(right)}\n`, says.noKind),
  refused(
    'trec_eval',
    'a.txt',
    (right) => right.map((is, i) => `ndcg\tq${i}\t${Number(is)}\n`).join(''),
    says.noKind,
  ),
  refused('a page', 'a.html', () => '<html></html>', says.noKind),
  refused('a report of Robot Framework', 'a.xml', () => '<robot><suite/></robot>', /not a report of tests/),
  refused('an array of numpy', 'a.npy', () => utf8('\u0093NUMPY'), /binary table is not read/),
  refused(
    'gzip under the name of JSONL',
    'a.jsonl',
    (right) => gzipSync(plain(right)),
    /packed by gzip, whatever its name says/,
  ),
  refused(
    'Zstandard under the name of CSV',
    'a.csv',
    () => Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 2),
    /packed by Zstandard/,
  ),
  refused(
    'a zip under the name of JSON',
    'a.json',
    () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
    /a zip archive/,
  ),
  refused(
    'Latin-1',
    'a.csv',
    (right) =>
      Uint8Array.from(
        csv(right, 'id,target,prediction', (is, i) => `${i},é,${is ? 'é' : 'è'}`),
        (char) => char.charCodeAt(0),
      ),
    /not UTF-8/,
  ),
];

export const otherShapes: readonly Shape[] = [...fine, ...refusals];
