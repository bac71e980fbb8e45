import { describe, expect, test } from 'vitest';
import {
  configDefaults,
  explain,
  judgeConfigFile,
  readDocument,
  readRegistry,
} from '../../../src/config/index.ts';

const read = (text: string) => readDocument(text, { file: 'a.yaml', dialect: 'omegaconf' });
const valueOf = (text: string, path: string) =>
  explain(read(text)).find((entry) => entry.path === path)?.value;

describe('interpolations', () => {
  test.each([
    ['a: 4\nv: ${a}\n', 4],
    ['a: {b: [1, 2]}\nv: ${a.b[1]}\n', 2],
    ['a: {b: [1, 2]}\nv: ${a.b.0}\n', 1],
    ['a: 4\nb: true\nv: "${a}-${b}-${c}"\nc: null\n', '4-True-None'],
    ['a: b\nb: 7\nv: ${${a}}\n', 7],
    ['a: ${b}\nb: ${c}\nc: 1.5\nv: ${a}\n', 1.5],
    ['v: ${oc.env:NOT_SET,8}\n', '8'],
    ['v: ${oc.env:NOT_SET,null}\n', null],
    ['a: 3\nv: ${oc.select:a,5}\n', 3],
    ['v: ${oc.select:a,5}\n', 5],
    ['v: ${oc.select:a,x}\n', 'x'],
    ['a: 1e-5\nv: "x${a}"\n', 'x1e-05'],
    ['v: \\${a}\n', '${a}'],
    ['a: 1e-5\nv: ${a}\n', 0.000_01],
    ['v: ${oc.env:NOT_SET,1e-5}\n', '1e-05'],
    ['v: ${oc.env:NOT_SET,true}\n', 'True'],
    ['v: ${oc.env:NOT_SET,"a, b"}\n', 'a, b'],
    ['v: ${oc.env:NOT_SET,${a}}\na: 7\n', '7'],
    ['v: ${oc.env:NOT_SET,}\n', ''],
    ['v: ${oc.decode:${oc.env:NOT_SET,1e-3}}\n', 0.001],
    ['v: \'${oc.decode:"[1, {a: x}]"}\'\n', [1, { a: 'x' }]],
    ["v: '${oc.create:{a: [1_000, true, null, .5]}}'\n", { a: [1000, true, null, 0.5] }],
    ['v: ${oc.dict.keys:m}\nm: {x: 1, y: 2}\n', ['x', 'y']],
    ["v: ${c.a.0}\nc: '${oc.create:{a: [7]}}'\n", 7],
    ['v: ${k[1]}\nk: ${oc.dict.keys:m}\nm: {x: 1, y: 2}\n', 'y'],
    ['v: ${oc.deprecated:a}\na: 7\n', 7],
    ['v: ${oc.select:a,5}\na: ???\n', 5],
    ['v: ${oc.${which}:NOT_SET,5}\nwhich: env\n', '5'],
    ['v: ${m.${key}}\nm: {b: {c: 8}}\nkey: b.c\n', 8],
    ['v: ${alias.x}\nalias: ${m}\nm: {x: "${.y}", y: 3}\n', 3],
    ['v: ${[a]}\na: 4\n', 4],
    ['v: \\\\${a}\na: 4\n', '\\4'],
    ['v: \\\\\\${a}\n', '\\${a}'],
  ])('%j', (text, value) => {
    expect(valueOf(text, 'v')).toEqual(value);
  });

  test('relative ones', () => {
    const text = 'x: 1\nm:\n  x: 2\n  v: ${.x}\n  n:\n    v: ${..x}\n';
    expect(valueOf(text, 'm.v')).toBe(2);
    expect(valueOf(text, 'm.n.v')).toBe(2);
  });

  test.each([
    ['v: ${oc.env:HOME}\n', 'has no default here'],
    ['v: ${oc.select:elsewhere.x}\n', 'oc.select finds no elsewhere.x in this file'],
    ['v: ${a}\na: ???\n', 'must still be given'],
    ['v: x${a}\na: {b: 1}\n', 'stands inside of a text'],
    ['v: ${a.x}\na: [1]\n', 'not an index of a list'],
    ['v: ${...a}\n', 'above the top'],
    ['v: ${a.1}\na: {1: 2}\n', 'names nothing in this file'],
    ["v: ${a.1}\na: '${oc.select:b,[1, 2]}'\n", 'leads into what a resolver gives'],
    ['v: ${a.x}\na: \'${oc.decode:"{x: 1}"}\'\n', 'leads into what a resolver gives'],
    ['v: ${now:%Y}\n', 'cannot be resolved here'],
    ['v: ${elsewhere.x}\n', 'names nothing in this file'],
    ['v: ${v}\n', 'leads back to itself'],
    ['v: ${w}\nw: ${v}\n', 'leads back to itself'],
  ])('%j is skipped, and said aloud', (text, message) => {
    const { findings, root } = read(text);
    expect(root).toBeDefined();
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/interpolation-skipped',
        severity: 'notice',
        message: expect.stringContaining(message),
        line: 1,
        column: 4,
      }),
    );
  });

  test.each([
    'v: ${a\n',
    'v: ${}\n',
    'v: ${a b}\n',
    'v: "${f:a=b}"\n',
    "v: '${f:[1}'\n",
    'null: 1\n',
    '1: 2\n? 2024-01-01\n: !!timestamp 2024-01-01\n',
    'just a text\n',
    '12\n',
  ])('%j is refused, as OmegaConf does', (text) => {
    expect(read(text).findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/unreadable',
        severity: 'error',
        message: expect.stringContaining('OmegaConf refuses the file'),
        line: expect.any(Number),
      }),
    );
  });

  // OmegaConf's loader looks for repeated keys level by level, and merges in place
  test.each([
    ['p: { q: { b: &b { <<: { x: 1 }, x: 2 } } }\nc: { <<: *b }\n', true],
    ['p: { b: &b { <<: [{ x: 1 }, { x: 3 }] } }\nc: { <<: [*b, { y: 1 }] }\n', true],
    ['b: &b { <<: { x: 1 }, x: 2 }\nc: { <<: *b }\n', false],
    ['p: { b: &b { <<: { x: 1 }, x: 2 }, c: { <<: *b } }\n', false],
    ['p: { b: &b { <<: { x: 1 }, y: 2 } }\nc: { <<: *b, y: 3 }\n', false],
  ])('%j is refused for what it merges: %s', (text, refused) => {
    const errors = read(text).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => /merged higher up/.test(message))).toEqual(refused ? [true] : []);
  });

  test('an empty file is an empty config', () => {
    expect(read('').value).toEqual({});
    expect(read('# nothing\n').findings).toEqual([]);
  });

  test('a bomb of interpolations ends', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `a${index + 1}: "\${a${index}}\${a${index}}"`);
    expect(read(`a0: xxxxxxxxxx\n${lines.join('\n')}\n`).findings.length).toBeGreaterThan(0);
  });

  test('a mapping that contains a reference to itself ends', () => {
    expect(read('m:\n  v: ${m}\n').findings).toMatchObject([{ rule: 'config/interpolation-skipped' }]);
  });
});

test('what is settled later is not held against its type', async () => {
  const { registry } = await readRegistry(
    'parameters: { hidden_size: { type: int, min: 1 }, layers: { type: int } }',
    'r.yml',
  );
  const head = read('hidden_size: ${oc.env:WIDTH}\nlayers: ???\n');
  const { findings } = judgeConfigFile({
    head,
    settings: configDefaults,
    ...(registry === undefined ? {} : { registry }),
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a duplicate key is refused, as OmegaConf does', () => {
  expect(read('a: 1\na: 1\n').findings).toMatchObject([
    {
      rule: 'config/duplicate-key',
      severity: 'error',
      message: expect.stringContaining('OmegaConf refuses'),
    },
  ]);
});
