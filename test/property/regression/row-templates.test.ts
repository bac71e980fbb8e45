import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Collector, compareSets, openReader, type ResultSet } from '../../../src/regression/index.ts';
import { regressionDefaults } from '../../../src/regression/settings.ts';
import { rowReader } from '../../../src/regression/formats/row-dialects.ts';
import { RowTemplates } from '../../../src/regression/formats/row-templates.ts';
import { isLike, whole } from '../../../src/regression/samples/like.ts';
import { samples } from '../../support/seed.ts';

const words = [
  'cat',
  '1',
  '',
  'ü 猫',
  '😀',
  'mean',
  'a "b"',
  'tab\t',
  '\\',
  '{"id":"x"}',
  '\u0000',
  'error',
  '0,85',
];
const texts = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const ids = fc.oneof(
  fc.nat(30).map((at) => `sample-${at}`),
  fc.nat(30),
  fc.constantFrom(
    'weighted avg',
    '123e4567-e89b-12d3-a456-426614174000',
    1.5,
    -1,
    true,
    null,
    Number.MAX_SAFE_INTEGER,
  ),
  texts,
);
const values = fc.oneof(
  fc.constantFrom(0, 1, 'a', 'b', null, true, 0.5, [1], { id: 'x', question: 'y' }),
  texts,
);

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const rare = fc.constantFrom(
  'status',
  'seed',
  'epoch',
  'trial',
  'hash',
  'cluster',
  'meta',
  'language',
  'judge',
);
const kept = fc.record({ question: fc.nat(3), example: texts }, { requiredKeys: [] });

/** What a file's rows have in common, with the columns by which they are named. */
const shape = fc.record({
  id: fc.constantFrom('id', 'id', 'id', 'sample_id', 'question_id', 'seed'),
  asked: fc.subarray(['question', 'prompt', 'query', 'text', 'full_prompt'], { maxLength: 2 }),
  rest: fc
    .tuple(values, values, rarely(fc.tuple(rare, values)), rarely(kept))
    .map(([target, prediction, other, own]) => ({
      target,
      prediction,
      ...(other !== undefined && { [other[0]]: other[1] }),
      ...(own !== undefined && { kept: own }),
    })),
});

const likely = fc
  .tuple(fc.nat(30), fc.constantFrom('sample-', 'validation_Accounting_', undefined))
  .map(([at, name]) => (name === undefined ? at : `${name}${at}`));
const usual = fc.nat(5).map((at) => `What is in picture ${at}, and where? 猫`);

/** Rows of one to three shapes, most of which differ in nothing but their names. */
const rows = fc.array(shape, { minLength: 1, maxLength: 3 }).chain((shapes) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...shapes),
        fc.oneof({ weight: 9, arbitrary: likely }, { weight: 1, arbitrary: ids }),
        fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: values }),
        fc.oneof(
          { weight: 9, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: fc.record({ prediction: values }) },
        ),
        fc.nat(80),
      )
      .map(([{ id, asked, rest }, name, text, other, way]) => {
        const questions = Object.fromEntries(asked.map((column) => [column, text]));
        return written({ [id]: name, ...questions, ...rest, ...other }, way);
      }),
    { minLength: 5, maxLength: 40, size: 'max' },
  ),
);

/** As somebody may write it: with spaces, with escapes that need not be, backwards, twice, or cut. */
function written(value: object, way: number): string {
  const plain = JSON.stringify(value);
  if (way === 0) return plain.replaceAll(/[{},:]/g, ' $& ');
  if (way === 1) return plain.replace('"id"', String.raw`"\u0069d"`);
  if (way === 2) return plain.replace('{', '{"id":"again",');
  if (way === 3) return plain.slice(0, -2);
  if (way === 4) return `${plain}\r`;
  if (way === 5) return JSON.stringify(Object.fromEntries(Object.entries(value).toReversed()));
  if (way === 6) return plain.replaceAll('":', '": ');
  if (way === 7) return plain.replaceAll('猫', String.raw`\u732b`);
  return way === 8 ? '' : plain;
}

/** Read with some of the ways in which a row is known left out. */
function without(ways: { take: boolean; skip: boolean }, text: string): ResultSet {
  const collector = new Collector();
  const { take, skip } = RowTemplates.prototype;
  if (ways.take) RowTemplates.prototype.take = () => false;
  if (ways.skip) RowTemplates.prototype.skip = () => -1;
  try {
    read(text, collector, 1 << 20);
  } finally {
    Object.assign(RowTemplates.prototype, { take, skip });
  }
  return collector.result();
}

function read(text: string, collector: Collector, pieces: number): void {
  const reader = openReader('a.jsonl', collector);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += pieces) reader.push(bytes.slice(at, at + pieces));
  void reader.end();
}

function plainOf({ samples: found, ...set }: ResultSet): unknown {
  return { ...set, samples: [...found].map(([id, sample]) => [id, { ...whole(sample) }]) };
}

test('rows that are known by those before them are read as each by itself', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 300 }), (lines, pieces) => {
      const text = lines.join('\n');
      const collector = new Collector();
      read(text, collector, pieces);
      const inFull = plainOf(without({ take: true, skip: true }, text));
      expect(plainOf(collector.result())).toEqual(inFull);
      expect(plainOf(without({ take: true, skip: false }, text))).toEqual(inFull);
      expect(plainOf(without({ take: false, skip: true }, text))).toEqual(inFull);
    }),
    { numRuns: samples(5000) },
  );
});

describe('which rows are known by those before them', () => {
  const known = (rows: readonly string[]) => {
    const collector = new Collector();
    const templates = new RowTemplates('a.jsonl', collector);
    let place = { bytes: Buffer.alloc(0), from: 0, to: 0 };
    const full = rowReader('a.jsonl', collector, (value, sample) => templates.learn(place, value, sample));
    return rows.map((text, at) => {
      const bytes = Buffer.from(`#${text}\n###`);
      const to = bytes.length - 4;
      place = { bytes, from: 1, to };
      const end = templates.skip(bytes, 1, at + 1);
      if (end >= 0) expect(end).toBe(to);
      if (end >= 0 || templates.take(bytes, 1, to, at + 1)) return end >= 0;
      full(JSON.parse(text) as Record<string, unknown>, at + 1);
      return false;
    });
  };
  const first = '{"id":"s-1","question":"Where?","target":"a","prediction":"b"}';

  test.each([
    ['another id', '{"id":"s-2","question":"Where?","target":"a","prediction":"b"}', true],
    ['another question', '{"id":"s-2","question":"Wo ist 猫?","target":"a","prediction":"b"}', true],
    ['another label', '{"id":"s-2","question":"Where?","target":"a","prediction":"a"}', false],
    [
      'an id that may be of one run',
      '{"id":"3f2504e04f8911d3","question":"Q","target":"a","prediction":"b"}',
      false,
    ],
    ['a total', '{"id":"mean","question":"Where?","target":"a","prediction":"b"}', false],
    ['no question', '{"id":"s-2","question":"","target":"a","prediction":"b"}', false],
    ['an escape', String.raw`{"id":"s-2","question":"a\nb","target":"a","prediction":"b"}`, false],
    ['a number as id', '{"id":2,"question":"Where?","target":"a","prediction":"b"}', false],
    ['other spaces', '{"id": "s-2","question":"Where?","target":"a","prediction":"b"}', false],
  ])('%s: %s', (_, second, expected) => {
    expect(known([first, second])).toEqual([false, expected]);
  });

  test.each([
    [
      'a count of trials',
      '{"id":"s-1","trial":1,"target":"a","prediction":"b"}',
      '{"id":"s-2","trial":1,"target":"a","prediction":"b"}',
    ],
    [
      'a hash',
      '{"id":"s-1","hash":"0a","target":"a","prediction":"b"}',
      '{"id":"s-2","hash":"0a","target":"a","prediction":"b"}',
    ],
    [
      'an id of questions',
      '{"question_id":"s-1","target":"a","prediction":"b"}',
      '{"question_id":"s-2","target":"a","prediction":"b"}',
    ],
    [
      'what the ledger kept',
      '{"id":"s-1","question":"Q","target":"a","prediction":"b","kept":{"question":7}}',
      '{"id":"s-2","question":"R","target":"a","prediction":"b","kept":{"question":7}}',
    ],
    [
      'a key within an object',
      '{"meta":{"id":"s-1"},"id":"s-1","target":"a","prediction":"b"}',
      '{"meta":{"id":"s-2"},"id":"s-1","target":"a","prediction":"b"}',
    ],
  ])('%s: none', (_, one, other) => {
    expect(known([one, other])).toEqual([false, false]);
  });

  test('ids that may be of one run, where nothing else names a sample', () => {
    const text = (id: string) => `{"id":"${id}","target":"a","prediction":"b"}`;
    const ids = ['validation_Accounting_1', '3f2504e04f8911d3', 's-2', 'mean'];
    expect(known(ids.map(text))).toEqual([false, true, true, false]);
    const named = (id: string) => `{"id":"${id}","sample_id":"s","target":"a","prediction":"b"}`;
    expect(known(ids.map(named))).toEqual([false, false, false, false]);
  });

  test('numbers as ids, and what is asked in the words in which it was sent', () => {
    const text = (id: number, prompt: string) =>
      `{"id":${id},"query":"Q ${id}","prompt":"${prompt}","score":1}`;
    expect(known([text(1, 'a'), text(20, 'b'), text(0, 'c')])).toEqual([false, true, true]);
  });

  test('a row that ends where no four bytes follow is taken by itself', () => {
    const collector = new Collector();
    const templates = new RowTemplates('a.jsonl', collector);
    const full = rowReader('a.jsonl', collector, (value, sample) =>
      templates.learn({ bytes: Buffer.from(first), from: 0, to: first.length }, value, sample),
    );
    full(JSON.parse(first) as Record<string, unknown>, 1);
    const second = Buffer.from(`${first.replace('s-1', 's-2')}\n`);
    expect(templates.skip(second, 0, 2)).toBe(-1);
    expect(templates.take(second, 0, second.length - 1, 2)).toBe(true);
    expect([...collector.result().samples.keys()]).toEqual(['s-1', 's-2']);
  });

  test('rows of more kinds before their ids than are tried from their beginning', () => {
    const text = (at: number, kind: number) => `{"target":"${kind}","prediction":"b","id":"s-${at}"}`;
    const lines = Array.from({ length: 40 }, (_, at) => text(at, at % 20)).join('\n');
    expect(plainOf(without({ take: false, skip: false }, lines))).toEqual(
      plainOf(without({ take: true, skip: true }, lines)),
    );
  });
});

describe('what is judged of rows that are known by those before them', () => {
  const said = fc.record(
    {
      target: fc.constantFrom('A', 'B'),
      prediction: fc.constantFrom('A', 'B', '(A)', 'b.', null),
      score: fc.constantFrom(0, 1),
      status: fc.constantFrom('error', 'truncated', 'failed', 'completed', 'success'),
      task: fc.constantFrom('mmlu', 'mmmu'),
      cluster: fc.constantFrom('picture 1', 'picture 2'),
      example_id: fc.constantFrom('e1', 'e2'),
      dataset: fc.constantFrom('one', 'two'),
      question: fc.constantFrom('Where?', 'Why?'),
      full_prompt: fc.constantFrom('Say it: where?', 'Say it: why?'),
    },
    { requiredKeys: ['target', 'prediction'] },
  );
  /** Few kinds of rows, so that most are like one before; ids rise, start again, or come twice. */
  const side = fc
    .tuple(fc.array(said, { minLength: 1, maxLength: 3 }), fc.integer({ min: 5, max: 40 }))
    .chain(([kinds, count]) =>
      fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(count)), { minLength: count, maxLength: count }),
    )
    .map((all) =>
      all
        .map(([row, at], place) => JSON.stringify({ id: at < 3 ? at : place, ...asking(row, at) }))
        .join('\n'),
    );
  /** Some ask what no row before them asks. */
  function asking(row: { readonly question?: string; readonly full_prompt?: string }, at: number): object {
    const own = (text: string): string => (at % 3 === 0 ? `${text} In picture ${at}.` : text);
    const { question, full_prompt } = row;
    return {
      ...row,
      ...(question !== undefined && { question: own(question) }),
      ...(full_prompt !== undefined && { full_prompt: own(full_prompt) }),
    };
  }

  test('is what is judged of each by itself', () => {
    let shared = 0;
    const set = (text: string, alone: boolean): ResultSet => {
      const found = without({ take: alone, skip: alone }, text);
      shared += [...found.samples.values()].filter(isLike).length;
      return found;
    };
    fc.assert(
      fc.property(side, side, fc.constantFrom('accuracy', 'pass@1', 'score'), (before, after, metric) => {
        const settings = { ...regressionDefaults, metrics: [metric] };
        const [fast, slow] = [false, true].map((alone) =>
          compareSets(set(before, alone), set(after, alone), settings),
        );
        expect(fast).toEqual(slow);
      }),
      { numRuns: samples(5000) },
    );
    expect(shared).toBeGreaterThan(200);
  });
});
