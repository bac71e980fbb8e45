import { policyRules } from '../../../src/policy/rules.ts';
import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';
import { validateWithSchema } from '../../../src/documents/schema/validate.ts';

const file = 'configs/model.yaml';

describe('readDocument', () => {
  test('gives the place of each key and value', () => {
    const document = readDocument('model:\n  hidden: 8\n  list: [1, "two"]\n', { file, dialect: 'pyyaml' });
    expect(document.place(['model', 'hidden'], 'key')).toEqual({
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 9,
    });
    expect(document.place(['model', 'hidden'], 'value')).toMatchObject({ line: 2, column: 11 });
    expect(document.place(['model', 'list', 1], 'value')).toMatchObject({
      line: 3,
      column: 13,
      endColumn: 18,
    });
    expect(document.place(['model', 'absent'], 'value')).toBeUndefined();
  });

  test('projects to plain values', () => {
    const text = '{"a": [1, 2.5, null, true, "x"], "__proto__": {"b": 1}}';
    const { value } = readDocument(text, { file, dialect: 'json' });
    expect(JSON.stringify(value)).toBe('{"a":[1,2.5,null,true,"x"],"__proto__":{"b":1}}');
    expect(Object.getPrototypeOf({})).not.toHaveProperty('b');
  });

  test.each([
    ['a NUL byte', 'a: \0', /NUL byte/],
    ['two documents', 'a: 1\n---\nb: 2\n', /more than one document/],
    ['an unknown tag', 'a: !!python/object:os.system x\n', /cannot make a value of the tag/],
    ['an alias without anchor', 'a: *b\n', /no anchor/],
    ['an anchor defined twice', 'a: &x 1\nb: &x 2\n', /defined twice/],
    ['an impossible date', 'a: 2024-02-30\n', /impossible date/],
    ['a list as a key', '? [a]\n: b\n', /cannot be a key/],
    ['a tab in a line that the text above would swallow', '-\n e: |-\n   x\n c: {\ta: 1}\n', /a tab or too/],
    ['a tab between anchor and tag', 'a: &x \t!\n', /a tab outside/],
    ['101 levels', '['.repeat(101) + ']'.repeat(101), /nested deeper than 100/],
    ['an alias bomb', bomb(), /more than 200000 values/],
    ['200,001 values', '- 1\n'.repeat(200_001), /more than 200000 values/],
    ['a long list of lists', '- []\n'.repeat(200_001), /more than 200000 values/],
  ])('refuses %s', (_, text, message) => {
    const document = readDocument(text, { file, dialect: 'pyyaml' });
    expect(document.root).toBeUndefined();
    expect(document.findings).toMatchObject([{ rule: 'config/unreadable', severity: 'error', file }]);
    expect(document.findings[0]?.message).toMatch(message);
  });

  test.each([
    ['101 levels', '['.repeat(101) + ']'.repeat(101), /nested deeper than 100/],
    ['200,001 values', `[${'1,'.repeat(200_000)}1]`, /more than 200000 values/],
  ])('refuses %s in JSON', (_, text, message) => {
    const document = readDocument(text, { file, dialect: 'json' });
    expect(document.root).toBeUndefined();
    expect(document.findings[0]?.message).toMatch(message);
  });

  test('refuses what is not UTF-8', () => {
    const { findings } = readDocument(new Uint8Array([0x61, 0xff]), { file, dialect: 'pyyaml' });
    expect(findings[0]?.message).toMatch(/not UTF-8/);
  });
});

describe('validateWithSchema', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: {
      mode: { enum: ['paired', 'strict'] },
      alpha: { type: 'number', maximum: 1 },
      files: { type: 'array' },
    },
    required: ['mode'],
  };
  const check = (text: string) =>
    validateWithSchema(readDocument(text, { file, dialect: 'yaml-1.2' }), schema, policyRules);

  test.each([
    [
      'mode: strict\nalpa: 0.1\n',
      { rule: 'policy/unknown-key', line: 2, column: 1, help: 'did you mean alpha?' },
    ],
    ['mode: stric\n', { rule: 'policy/not-allowed', line: 1, column: 7 }],
    [
      'mode: strict\nalpha: 5\n',
      { rule: 'policy/out-of-range', message: 'alpha must be at most 1, not 5', line: 2 },
    ],
    ['mode: strict\nfiles: x\n', { rule: 'policy/wrong-type', message: 'files must be a list, not "x"' }],
    ['alpha: 0.5\n', { rule: 'policy/missing-key', message: 'the document has no mode' }],
  ])('%j', async (text, expected) => {
    expect(await check(text)).toMatchObject([{ severity: 'error', file, ...expected }]);
  });

  test('says nothing of a valid document', async () => {
    expect(await check('mode: paired\nalpha: 0.05\n')).toEqual([]);
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}

test.each([
  ['', 'pyyaml', 'error', 'PyYAML reads this file as None: it contains no parameters'],
  ['# nothing\n', 'pyyaml', 'error', 'PyYAML reads this file as None: it contains no parameters'],
  ['null', 'json', 'error', "Python's json reads this file as None: it contains no parameters"],
  ['5', 'json', 'error', "Python's json reads this file as one int: it contains no parameters"],
  ['just text\n', 'yaml-1.2', 'error', 'as one str: it contains no parameters'],
  ['- a\n', 'pyyaml', 'notice', 'this file is a list'],
] as const)('%j as %s contains no parameters', (text, dialect, severity, message) => {
  const head = readDocument(text, { file: 'c', dialect });
  const { findings } = judgeConfigFile({ head, settings: configDefaults });
  expect(findings).toMatchObject([
    { rule: 'config/no-parameters', severity, line: 1, message: expect.stringContaining(message) },
  ]);
});

test.each([
  ['{}', 'pyyaml'],
  ['', 'omegaconf'],
  ['# defaults\n', 'omegaconf'],
] as const)('%j as %s is a config without parameters', (text, dialect) => {
  const head = readDocument(text, { file: 'c', dialect });
  expect(judgeConfigFile({ head, settings: configDefaults }).findings).toEqual([]);
});

test.each([
  ['a: 1\n...\n\uFEFF\n', false],
  ['\uFEFFa: 1\n...\n', true],
  ['a: "x\uFEFFy"\n', true],
])('a byte order mark in %j: read %s', (text, isRead) => {
  expect(readDocument(text, { file, dialect: 'pyyaml' }).root !== undefined).toBe(isRead);
});

test.each([
  [
    'configs/a.gin',
    'lr = 1e-4\n',
    'gin-config is not supported: configs are YAML, JSON, JSON5, TOML or Python',
  ],
  ['conf/a.cfg', '[train]\nlr = 1\n', 'INI is not supported: configs are YAML, JSON, JSON5, TOML or Python'],
  [
    'scripts/a.sh',
    'python train.py --lr 1\n',
    'this is a script and not a config: what it starts is judged when a change touches it',
  ],
  [
    'scripts/a.slurm',
    '#SBATCH -N 1\nsrun python train.py\n',
    'this is a script and not a config: what it starts is judged when a change touches it',
  ],
])('%s is refused by name', (file, text, message) => {
  const { root, findings } = readDocument(text, { file, dialect: 'pyyaml' });
  expect(root).toBeUndefined();
  expect(findings).toMatchObject([{ rule: 'config/unreadable', message }]);
});

test('a mapping is read whatever its file is called', () => {
  expect(readDocument('lr: 1\n', { file: 'configs/a.cfg', dialect: 'pyyaml' }).root?.type).toBe('dict');
});
