import { describe, expect, test } from 'vitest';
import { explain, readDocument } from '../../../src/config/index.ts';
import type { Reader } from '../../../src/documents/dialect.ts';

const read = (text: string, dialect: Reader) => readDocument(text, { file: 'configs/a', dialect });
const values = (text: string, dialect: Reader) =>
  Object.fromEntries(explain(read(text, dialect)).map(({ path, type, value }) => [path, [type, value]]));

describe('TOML', () => {
  test('tables, dotted keys, inline tables and arrays of tables become one tree, with Python types', () => {
    const text =
      'seed = 1\n[model]\nrope.theta = 1e6\nlora = { r = 8 }\n[[data]]\nname = "a"\n[[data]]\nname = "b"\n';
    expect(values(text, 'toml')).toMatchObject({
      seed: ['int', 1],
      'model.rope.theta': ['float', 1e6],
      'model.lora.r': ['int', 8],
      'data[0].name': ['str', 'a'],
      'data[1].name': ['str', 'b'],
    });
  });

  test('keys and values have their places', () => {
    const document = read('[optimizer]\nname = "AdamW"\nlr = 8e-4\n', 'toml');
    expect(document.place(['optimizer', 'lr'], 'key')).toMatchObject({ line: 3, column: 1 });
    expect(document.place(['optimizer', 'lr'], 'value')).toMatchObject({ line: 3, column: 6, endColumn: 10 });
  });

  test.each([
    ['a key twice', 'a = 1\na = 2\n', 2],
    ['no value', 'a =\n', 1],
    ['a word that is not a value', 'a = 1\nb = True\n', 2],
    ['brackets beyond measure', `a = ${'['.repeat(3000)}`, 1],
    ['a table of 3000 steps', `[${'a.'.repeat(3000)}b]\n`, 1],
  ])('%s is refused at its line', (_, text, line) => {
    const { root, findings } = read(text, 'toml');
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'config/unreadable', line }]);
  });
});

describe('JSON5 and JSON with comments', () => {
  test.each([
    ['comments', '{ // why\n "a": 1 /* b */ }', { a: ['int', 1] }],
    ['a comma at the end', '{"a": [1, 2,],}', { a: ['list', [1, 2]] }],
    ['keys without quotes and texts in single ones', "{a_1: 'b\\'c'}", { a_1: ['str', "b'c"] }],
    [
      'numbers',
      '{a: 0x10, b: .5, c: 5., d: +1, e: -Infinity}',
      { a: ['int', 16], b: ['float', 0.5], c: ['float', 5], d: ['int', 1], e: ['float', '-inf'] },
    ],
  ])('%s are read', (_, text, expected) => {
    expect(values(text, 'json5')).toMatchObject(expected);
  });

  test('what it does not allow either is refused', () => {
    const refused = ['{a: 1 b: 2}', "{a: 'x\ny'}", '{,}', '[1,,2]', '{a: 01}'];
    expect(refused.filter((text) => read(text, 'json5').root !== undefined)).toEqual([]);
    expect(read('{"a": 1,}', 'json').root).toBeUndefined();
  });
});
