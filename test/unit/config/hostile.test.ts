import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument, readRegistry } from '../../../src/config/index.ts';

const file = 'configs/a.yaml';

function judge(text: string | Uint8Array, dialect: 'pyyaml' | 'omegaconf' | 'json' = 'pyyaml') {
  const head = readDocument(text, { file, dialect });
  return judgeConfigFile({ head, settings: configDefaults });
}

const rulesOf = (text: string | Uint8Array, dialect?: 'pyyaml' | 'omegaconf' | 'json') =>
  judge(text, dialect).findings.map(({ rule }) => rule);

describe('refused, with a finding', () => {
  test.each([
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x61)],
    ['deep flow', '['.repeat(100_000)],
    ['deep mappings', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    [
      'a bomb of merge keys',
      `a0: &a0 {k: 1}\n${Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} {<<: [*a${level}, *a${level}], k${level}: 1}\n`).join('')}`,
    ],
    ['an integer of ten thousand digits', `a: ${'9'.repeat(10_000)}\n`],
    ['an alias inside its own anchor', 'a: &a [*a]\n'],
    ['control characters', 'a: "\u0007"\n'],
    ['an end of a document behind comments', '# a\r\n\r\n \t# b\n...\n'],
  ])('%s', (_, text) => {
    expect(rulesOf(text)).toEqual(['config/unreadable']);
  });

  test.each([':', '.', ',', '{', '${a}', '? '])('Python of nothing but %j', (piece) => {
    const text = `a = 1\n${piece.repeat(1_000_000)}`;
    const { findings } = readDocument(text, { file: 'configs/a.py', dialect: 'python' });
    expect(findings).toMatchObject([{ rule: 'config/unreadable', line: 2 }]);
  });

  test('deep JSON', () => {
    expect(rulesOf('['.repeat(100_000), 'json')).toEqual(['config/unreadable']);
  });
});

describe('read, within bounds', () => {
  test.each(['\n', '\r\n', '#\n', ' \n', '\ufeff\n'])('nothing but %j', (line) => {
    const text = line.repeat(Math.floor((4 * 1024 * 1024 - 10) / new TextEncoder().encode(line).length));
    expect(rulesOf(text)).toEqual(['config/no-parameters']);
  });

  test('names of object prototypes are names like any other', async () => {
    const text =
      '__proto__: { polluted: true }\nconstructor: { prototype: 1 }\ntoString: x\nhasOwnProperty: 1\nmodel_type: x\nhidden_size: 8\nnum_attention_heads: 3\n';
    const { registry } = await readRegistry(
      'parameters: { __proto__: { type: int }, hidden_size: { type: int } }',
      'r.yml',
    );
    const head = readDocument(text, { file, dialect: 'pyyaml' });
    const { findings } = judgeConfigFile({
      head,
      settings: configDefaults,
      ...(registry === undefined ? {} : { registry }),
    });
    expect({}).not.toHaveProperty('polluted');
    expect(findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(
      expect.arrayContaining([
        '1 config/wrong-type',
        '2 config/unregistered-parameter',
        '3 config/unregistered-parameter',
        '4 config/unregistered-parameter',
      ]),
    );
  });

  test('a megabyte of distinct keys', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `key_${index}: ${index}\n`).join('');
    expect(rulesOf(text)).toEqual([]);
  });

  test('many lines of a flow collection at the left margin', () => {
    const text = `a:\n  b: [\n${Array.from({ length: 200 }, (_, index) => `${index}`).join(',\n')}\n]\n`;
    expect(rulesOf(text)).toEqual([]);
  });

  test('a long comment, and long runs of blanks', () => {
    expect(rulesOf(`a: 1 # ${'x'.repeat(1_000_000)}\n${' '.repeat(1_000_000)}\nb: 2\n`)).toEqual([]);
  });

  test.each(['0x', '1:', '1_', '.', '1e', '-'])('a scalar of many %j', (part) => {
    expect(judge(`a: ${part.repeat(20_000)}x\n`).findings.length).toBeLessThan(3);
  });

  test('a name as long as a book finds no neighbour', async () => {
    const { registry } = await readRegistry(`parameters: { ${'a'.repeat(250)}: { type: int } }`, 'r.yml');
    const head = readDocument(`${'b'.repeat(900)}: 1\n`, { file, dialect: 'pyyaml' });
    const { findings } = judgeConfigFile({
      head,
      settings: configDefaults,
      ...(registry === undefined ? {} : { registry }),
    });
    expect(findings).toMatchObject([{ rule: 'config/unregistered-parameter' }]);
  });
});

describe('a hostile registry', () => {
  test.each([
    [
      'a pattern that only backtracking can match',
      'parameters: { a: { pattern: "(a)\\\\1" } }',
      /is not supported/,
    ],
    ['a pattern with huge repeats', 'parameters: { a: { pattern: "(a{1000}){1000}" } }', /too large/],
    [
      'an endless pattern',
      'parameters: { a: { pattern: "(((((((((((a+)+)+)+)+)+)+)+)+)+)+" } }',
      /without its \)/,
    ],
    ['unknown types', 'parameters: { a: { type: integer } }', /type/],
    ['wildcards in the middle', 'parameters: { "a.**.b": {} }', /only at the end/],
  ])('%s', async (_, text, message) => {
    const { registry, findings } = await readRegistry(text, 'r.yml');
    expect(registry).toBeUndefined();
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
  });

  test('a pattern with nested repeats is matched in linear time', async () => {
    const { registry } = await readRegistry('parameters: { a: { type: str, pattern: "^(a+)+$" } }', 'r.yml');
    const head = readDocument(`a: ${'a'.repeat(20_000)}b\n`, { file, dialect: 'pyyaml' });
    const { findings } = judgeConfigFile({
      head,
      settings: configDefaults,
      ...(registry === undefined ? {} : { registry }),
    });
    expect(findings).toMatchObject([{ rule: 'config/bad-value' }]);
  });
});
