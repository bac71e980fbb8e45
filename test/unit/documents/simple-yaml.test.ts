import { describe, expect, test } from 'vitest';
import { plainValue } from '../../../src/documents/plain-value.ts';
import { readSimple } from '../../../src/documents/yaml/simple.ts';

describe('simple YAML', () => {
  test.each<[string, unknown]>([
    ['a: 1\n\n# why\nb: x y # so\n', { a: 1, b: 'x y' }],
    ['a:\n  b:\n    c: 1.0e-5\n  d: null\ne:\n', { a: { b: { c: 1e-5 }, d: null }, e: null }],
    ['a:\n- 1\n- b: 2\n  c: 3\nd: ???', { a: [1, { b: 2, c: 3 }], d: '???' }],
    ['a:\n  - x\n  -   b:\n      - 1\n', { a: ['x', { b: [1] }] }],
    ['a: [1, [x y], {b: c}]\nd: { e: [], f: {} }\n', { a: [1, ['x y'], { b: 'c' }], d: { e: [], f: {} } }],
    [`a: "x # y"\n'b c': 'd'\n`, { a: 'x # y', 'b c': 'd' }],
    ['---\na: ${b.c:1}\n  # why\nd: :80\n', { a: '${b.c:1}', d: ':80' }],
  ])('%j is read', (text, value) => {
    const root = readSimple(text, 'pyyaml');
    expect(root).toBeDefined();
    expect(JSON.parse(JSON.stringify(root && plainValue(root)))).toEqual(value);
  });

  test.each([
    ['nothing', ''],
    ['a list', '- a\n'],
    ['a text of two lines', 'a: b\n  c\n'],
    ['a block scalar', 'a: |\n  b\n'],
    ['an anchor', 'a: &b 1\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a merge key', 'a: 1\n<<: b\n'],
    ['an escape', 'a: "\\n"\n'],
    ['a doubled quote', "a: 'it''s'\n"],
    ['a quote that is not closed', 'a: "b\nc: d"\n'],
    ['a list in two lines', 'a: [1,\n  2]\n'],
    ['a comma too many', 'a: [1,]\n'],
    ['a key that is no text', '1: a\n'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n'],
    ['a key without a blank', 'a:1\n'],
    ['two colons', 'a: b: c\n'],
    ['a wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['a list beside keys', 'a: 1\n- b\n'],
    ['a dash alone', 'a:\n  -\n'],
    ['a tab', 'a:\tb\n'],
    ['a carriage return', 'a: b\r\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['an end of a document', 'a: 1\n...\n'],
    ['a byte order mark', '\ufeffa: 1\n'],
    ['a line break of YAML 1.1', 'a: b\u2028c\n'],
    ['a number that versions read differently', 'a: 1__0e5\n'],
    ['fifty levels', Array.from({ length: 51 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
    ['a long key', `${'a'.repeat(300)}: 1\n`],
  ])('%s is left to the full reader', (_, text) => {
    expect(readSimple(text, 'omegaconf')).toBeUndefined();
  });
});
