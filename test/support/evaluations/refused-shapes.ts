import { lines, share, type Shape } from './shape.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** Files that are not results of single answers, or not whole: each is refused in words that say so. */
export const refusedShapes: readonly Shape[] = [
  {
    name: 'detections with their confidence',
    file: 'results.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          id: i,
          image_id: i >> 1,
          category_id: 1,
          bbox: [1, 2, 3, 4],
          score: ok ? 0.9 : 0.5,
        })),
      ),
    expect: /detection.*how sure.*confidence/,
  },
  {
    name: 'detections as JSONL, with a mask',
    file: 'detections.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          image_id: i,
          category_id: 3,
          segmentation: { size: [1, 1], counts: 'x' },
          score: ok ? 0.9 : 0.5,
        })),
      ),
    expect: /detection.*confidence/,
  },
  {
    name: 'boxes with labels',
    file: 'results.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          image_id: i,
          label: 'cat',
          box: { xmin: 1, ymin: 2, xmax: 3, ymax: 4 },
          confidence: ok ? 0.9 : 0.5,
        })),
      ),
    expect: /detection.*confidence/,
  },
  {
    name: "MMMU's answers without the right ones",
    file: 'answers.json',
    write: (right) => json(Object.fromEntries(right.map((ok, i) => [`validation_Art_${i}`, ok ? 'A' : 'B']))),
    expect: /answers by their ids.*which are right/,
  },
  {
    name: "MMMU's open questions without a judgement",
    file: 'parsed_output.json',
    write: (right) =>
      json(
        right.map((ok, i) => ({
          id: `validation_Art_${i}`,
          question_type: 'open',
          answer: 'B',
          parsed_pred: ok ? 'b' : 'c',
        })),
      ),
    expect: /question is open.*nothing says/,
  },
  {
    name: 'Langfuse, scores of traces without the items',
    file: 'scores.jsonl',
    write: (right, side) =>
      lines(
        right.map((ok, i) => ({
          id: `${side}${i}`,
          traceId: `${side}${i}`,
          name: 'correct',
          value: Number(ok),
        })),
      ),
    expect: /Langfuse score of a trace.*add the datasetItemId/,
  },
  {
    name: 'promptfoo as CSV, two prompts whose grades have the same names',
    file: 'out.csv',
    write: () => 'q,[own] Say {{q}},Status,Score,[own] Tell {{q}},Status,Score\nq0,x,PASS,1.00,y,FAIL,0.00\n',
    expect: /column Status occurs twice/,
  },
  {
    name: 'an empty file',
    file: 'results.jsonl',
    write: () => '',
    expect: /file is empty/,
  },
  {
    name: 'two formats of one evaluation in one folder',
    file: 'unused',
    write: (right) => ({
      'results.jsonl': lines(right.map((ok, i) => ({ id: i, score: Number(ok) }))),
      'results.csv': `id,score\n${right.map((ok, i) => `${i},${Number(ok)}`).join('\n')}\n`,
    }),
    expect: /40 samples occur more than once/,
  },
  {
    name: 'JSON lines of which the last was cut',
    file: 'results.jsonl',
    write: (right) => lines(right.map((ok, i) => ({ id: i, score: Number(ok) }))).slice(0, -9),
    expect: /Line 40 cannot be read: it is not whole JSON; was the file cut\?/,
  },
  {
    name: 'pairwise judgements of MT-Bench',
    file: 'gpt-4_pair.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          question_id: i,
          model_1: 'a',
          model_2: 'b',
          g1_winner: ok ? 'model_1' : 'tie',
          g2_winner: 'tie',
          judge: ['gpt-4', 'pair-v2'],
          turn: 1,
        })),
      ),
    expect: /two models.*not a score of one/,
  },
  {
    name: "Arena-Hard's games",
    file: 'own.jsonl',
    write: (right) =>
      lines(
        right.map((ok, i) => ({
          question_id: `q${i}`,
          model: 'own',
          judge: 'gpt-4',
          games: [{ score: ok ? 'A>B' : 'B>A' }],
        })),
      ),
    expect: /two models.*not a score of one/,
  },
  {
    name: 'OpenCompass, the summary of two models',
    file: 'summary.csv',
    write: (right) =>
      `dataset,version,metric,mode,own,other\ngsm8k,1d7fe4,accuracy,gen,${100 * share(right)},50\n`,
    expect: /totals of 2 models/,
  },
  {
    name: 'an inspect log that was killed',
    file: 'log.eval',
    write: () => 'PK\u0003\u0004cut',
    expect: /no header\.json.*killed/,
  },
  {
    name: 'an XML that is not a report of tests',
    file: 'out.xml',
    write: () => '<promptfoo><evalId>x</evalId></promptfoo>',
    expect: /not a report of tests/,
  },
  {
    name: 'a JUnit report that was cut',
    file: 'junit.xml',
    write: () => '<testsuites><testsuite name="a"><testcase name="b"></testcase><testcase name="c">',
    expect: /cut\?/,
  },
  {
    name: 'a JUnit report with a document type',
    file: 'junit.xml',
    write: () =>
      '<!DOCTYPE x [<!ENTITY a "b">]><testsuites><testsuite name="a"><testcase name="&a;"/></testsuite></testsuites>',
    expect: /document type/,
  },
  {
    name: 'YAML that was cut',
    file: 'out.yaml',
    write: () => 'results:\n  results:\n    - "testIdx',
    expect: /whole YAML.*cut\?/,
  },
  {
    name: 'YAML that grows by aliases',
    file: 'out.yaml',
    write: () =>
      [
        'a0: &a0 [1,1,1,1,1,1,1,1,1,1]',
        ...Array.from(
          { length: 9 },
          (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`,
        ),
      ].join('\n'),
    expect: /expands to more than/,
  },
  {
    name: 'a YAML of settings',
    file: 'config.yaml',
    write: () => 'model: own\ntemperature: low\ntask: [a, b]\n',
    expect: /none of the known forms/,
  },
];
