import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../../../schema/lineage.schema.json' with { type: 'json' };
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { askCommits } from '../../../src/lineage/gate/known-commits.ts';
import { prepareRecords } from '../../../src/lineage/gate/prepare.ts';
import {
  completeRecord,
  entriesOf,
  readDraft,
  readRecord,
  recordText,
  sameRecord,
} from '../../../src/lineage/index.ts';
import { digest, record, sha } from './support.ts';

const accepts = new Ajv2020({ strict: false }).compile(schema);
const minimal = { inputs: [], outputs: [{ kind: 'job', id: 'job-1' }] };
const withNode = (node: object) => ({ inputs: [node], outputs: minimal.outputs });

describe('what is not a record is refused, by the reader and by the schema', () => {
  test.each<[string, unknown, string]>([
    ['a list', [], 'expected an object'],
    ['null', null, 'expected an object'],
    ['no outputs', { inputs: [] }, 'outputs: is missing'],
    ['empty outputs', { inputs: [], outputs: [] }, 'outputs: has 0 entries'],
    ['a field that is misspelt', { ...minimal, authro: 'ada' }, 'authro: is not a field'],
    [
      '__proto__ as a field',
      JSON.parse('{"inputs":[],"outputs":[{"kind":"job","id":"a"}],"__proto__":{"a":1}}'),
      '__proto__: is not a field',
    ],
    ['a kind that is not known', withNode({ kind: 'model', id: 'a' }), 'inputs[0].kind: expected one of'],
    ['an abbreviated commit', withNode({ kind: 'commit', id: '1a2b3c4' }), 'full SHA'],
    ['an id of 10 kB', withNode({ kind: 'job', id: 'a'.repeat(10_240) }), 'at most 512'],
    ['an empty id', withNode({ kind: 'job', id: '' }), 'is empty'],
    ['a number as id', withNode({ kind: 'job', id: 7 }), 'expected text, got number'],
    ['a digest that is none', withNode({ kind: 'image', id: 'a', digest: 'latest' }), 'expected a digest'],
    ['a service of weights', withNode({ kind: 'weights', id: 'a', service: 's' }), 'kind serving only'],
    ['a time without zone', { ...minimal, at: '2026-11-22T10:00:00' }, 'expected a time'],
    ['pull request 0', { ...minimal, pr_number: 0 }, 'from 1'],
    ['a metric that is text', { ...minimal, metrics: { a: '0.8' } }, 'expected a number'],
    ['another schema', { ...minimal, schema: 2 }, 'expected 1'],
    [
      '101 inputs',
      { ...minimal, inputs: Array.from({ length: 101 }, () => ({ kind: 'job', id: 'a' })) },
      'expected 0 to 100',
    ],
  ])('%s', (_, value, problem) => {
    const result = readDraft(value);
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining(problem)]);
    expect(accepts(value)).toBe(false);
  });
});

describe('texts that would deceive a reader are refused', () => {
  test.each([
    ['a newline', 'job\n1'],
    ['a NUL', 'job\0'],
    ['a right-to-left override', 'job\u202E1'],
    ['a zero width joiner', 'job\u200D1'],
    ['a lone surrogate', 'job\uD800'],
    ['a line separator', 'job\u20281'],
    ['a space in front', ' job'],
    ['a no-break space', 'job\u00A01'],
    ['a Hangul filler', 'job\u3164'],
    ['a variation selector', 'job\uFE0F'],
    ['a blank of Braille', 'job\u2800'],
  ])('%s', (_, id) => {
    expect(readDraft(withNode({ kind: 'job', id })).ok).toBe(false);
  });
});

describe('ids that are odd and honest are kept', () => {
  test.each([
    'models/qwen3/v1',
    's3://bucket/a b',
    'qwen3-vl:pr-89',
    '模型-七',
    '🤖',
    '..',
    '-rf',
    'CON',
    '$(id)',
    'a.lock',
    '%2e',
  ])('%s', (id) => {
    const read = record(withNode({ kind: 'weights', id }));
    expect(read.inputs[0]?.id).toBe(id);
    expect(accepts(withNode({ kind: 'weights', id }))).toBe(true);
    expect(readRecord(Buffer.from(recordText(read)))).toEqual({ ok: true, record: read });
  });

  test('composed and decomposed letters are one id', () => {
    const ids = ['caf\u00E9', 'cafe\u0301'].map((id) => record(withNode({ kind: 'job', id })).id);
    expect(new Set(ids).size).toBe(1);
  });
});

test.each([
  ['\u0455vc-qwen', ['\u0455vc-qwen is written with characters that look like others: \u0455 (U+0455)']],
  ['svc-\u03B2', []],
  ['\uFF53vc', ['\uFF53vc is written with characters that look like others: \uFF53 (U+FF53)']],
  ['模型-七', []],
  ['caf\u00E9', []],
])('an id that looks like another is reported, and written: %s', (id, messages) => {
  const { records, findings } = prepareRecords(withNode({ kind: 'job', id }), {
    at: '2026-11-22',
    by: 'ada',
  });
  expect(records).toHaveLength(1);
  expect(findings.map(({ message }) => message)).toEqual(messages);
});

describe('the id made from the content', () => {
  const at = (time: string) => ({ at: time, by: 'ada' });

  test('is the same at another time and in another order, and another for another content', () => {
    const one = record({ ...minimal, seed: 1, note: 'a' });
    const result = readDraft({ note: 'a', seed: 1, outputs: minimal.outputs, inputs: [] });
    const other = result.ok ? completeRecord(result.draft, at('2027-01-01T00:00:00.000Z'), hashes) : one;
    expect(other.id).toBe(one.id);
    expect(other.at).not.toBe(one.at);
    expect(sameRecord(one, other)).toBe(true);
    expect(record({ ...minimal, seed: 2, note: 'a' }).id).not.toBe(one.id);
  });

  test('times of any zone are kept in UTC', () => {
    expect(record({ ...minimal, at: '2026-11-22T12:00:00+02:00' }).at).toBe('2026-11-22T10:00:00.000Z');
  });
});

describe('bytes of the ledger that are not a record', () => {
  test.each([
    ['nothing', ''],
    ['half of one', '{"schema":1,'],
    ['no UTF-8', Buffer.from([0xff, 0xfe])],
    ['no id', JSON.stringify({ schema: 1, ...minimal })],
    ['too many', ' '.repeat(300 * 1024)],
    ['deep nesting', '['.repeat(100_000)],
  ])('%s', (_, bytes) => {
    expect(readRecord(Buffer.from(bytes)).ok).toBe(false);
  });
});

test('all that is wrong in a list of records is reported, with the number of the record', () => {
  const prepared = prepareRecords([minimal, { inputs: [] }, { ...minimal, seed: -1 }], {
    at: '2026-11-22T10:00:00Z',
    by: 'ada',
  });
  expect(prepared.findings.map(({ message }) => message)).toEqual([
    'record 2: outputs: is missing',
    'record 3: seed: expected a whole number from 0, got -1',
  ]);
});

test('two records with one id in one list are refused', () => {
  const node = {
    inputs: [{ kind: 'image', id: 'i', digest: digest('a') }],
    outputs: [{ kind: 'job', id: 'j' }],
  };
  const other = { ...node, inputs: [{ kind: 'commit', id: sha('a') }] };
  const surroundings = { at: '2026-11-22T10:00:00Z', by: 'ada' };
  const rules = (values: object[]) => prepareRecords(values, surroundings).findings.map(({ rule }) => rule);
  expect(
    rules([
      { ...node, id: 'x' },
      { ...other, id: 'x' },
    ]),
  ).toEqual(['lineage/id-taken']);
  expect(
    rules([
      { ...node, id: 'x' },
      { ...node, id: 'x' },
    ]),
  ).toEqual([]);
});

describe('commits that records name', () => {
  const [here, gone, tree] = [sha('a'), sha('b'), sha('c')];
  const surroundings = {
    at: '2026-11-22T10:00:00Z',
    by: 'ada',
    defaults: { repository: 'acme/qwen' },
    commits: {
      trees: new Map<string, string | undefined>([
        [here, tree],
        [gone, undefined],
      ]),
      unasked: 'the remote could not be reached',
    },
  };
  const commit = (id: string, more: object = {}) => ({ kind: 'commit', id, ...more });
  const job = (...inputs: object[]) => ({ inputs, outputs: [{ kind: 'job', id: 'j' }] });
  const told = (value: unknown) =>
    prepareRecords(value, surroundings).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  test.each<[string, object, string[]]>([
    ['one that is there', job(commit(here)), []],
    ['one that nobody has', job(commit(gone)), ['lineage/unknown-commit error']],
    [
      'the same in two records',
      { ...job(commit(gone)), outputs: [commit(gone), { kind: 'job', id: 'j' }] },
      ['lineage/unknown-commit error'],
    ],
    ['one made elsewhere', job(commit(gone, { external: true })), []],
    [
      'one of another repository',
      { ...job(commit(gone)), repository: 'acme/other' },
      ['lineage/unknown-commit notice'],
    ],
    ['what a commit was before a rewrite', { inputs: [commit(gone)], outputs: [commit(here)] }, []],
    [
      'what a commit became',
      { inputs: [commit(here)], outputs: [commit(gone)] },
      ['lineage/unknown-commit error'],
    ],
    ['one that nobody could be asked for', job(commit(sha('d'))), ['lineage/unknown-commit notice']],
  ])('%s', (_, value, rules) => {
    expect(told(value)).toEqual(rules);
  });

  test('get their tree, and it is found by that', () => {
    const { records } = prepareRecords(job(commit(here), commit(sha('d'))), surroundings);
    expect(records[0]?.inputs).toEqual([commit(here, { tree }), commit(sha('d'))]);
    expect(records[0] && entriesOf(records[0])).toContainEqual({ kind: 'tree', name: tree });
  });

  test('are left as they are in what is written again', () => {
    const { records: before } = prepareRecords(job(commit(gone)), {
      at: '2026-11-22T10:00:00.000Z',
      by: 'ada',
    });
    expect(prepareRecords(before, surroundings)).toMatchObject({ records: before, findings: [] });
  });

  test('with and without a tree are the same record of one id', () => {
    const [one, other] = [surroundings, { at: surroundings.at, by: 'ada' }].map(
      (how) => prepareRecords({ ...job(commit(here)), id: 'x', repository: 'acme/qwen' }, how).records[0],
    );
    expect(one && other && sameRecord(one, other)).toBe(true);
  });

  test('no other artifact has a tree', () => {
    expect(told(job({ kind: 'image', id: 'i', tree }))).toEqual(['lineage/invalid-record error']);
  });

  test.each([
    ['from no record', 'text'],
    ['from records that are none', [null, { inputs: 1, outputs: [null, { kind: 'commit', id: {} }] }]],
  ])('are read %s without a fault', async (_, value) => {
    await expect(askCommits(value, [])).resolves.toBeUndefined();
  });

  test('are asked of one place after another', async () => {
    const asked: (readonly string[])[] = [];
    const store = (trees: [string, string][], unasked?: string) => ({
      known: async (shas: readonly string[]) => {
        asked.push(shas);
        return { trees: new Map(trees), ...(unasked === undefined ? {} : { unasked }) };
      },
    });
    const stores = [store([[here, tree]], 'not here'), store([[gone, tree]])];
    const known = await askCommits(job(commit(here), commit(gone)), stores);
    expect(asked).toEqual([[here, gone], [gone]]);
    expect(known).toEqual({
      trees: new Map([
        [here, tree],
        [gone, tree],
      ]),
    });
  });
});
