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
  ])('%j', (text, value) => {
    expect(valueOf(text, 'v')).toBe(value);
  });

  test('relative ones', () => {
    const text = 'x: 1\nm:\n  x: 2\n  v: ${.x}\n  n:\n    v: ${..x}\n';
    expect(valueOf(text, 'm.v')).toBe(2);
    expect(valueOf(text, 'm.n.v')).toBe(2);
  });

  test.each([
    ['v: ${oc.env:HOME}\n', 'cannot be resolved here'],
    ['v: ${now:%Y}\n', 'cannot be resolved here'],
    ['v: ${elsewhere.x}\n', 'names nothing in this file'],
    ['v: ${v}\n', 'leads back to itself'],
    ['v: ${w}\nw: ${v}\n', 'leads back to itself'],
    ['v: ${a\n', 'do not match'],
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

  test('a bomb of interpolations ends', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `a${index + 1}: "\${a${index}}\${a${index}}"`);
    expect(read(`a0: xxxxxxxxxx\n${lines.join('\n')}\n`).findings.length).toBeGreaterThan(0);
  });

  test('a mapping that holds a reference to itself ends', () => {
    expect(read('m:\n  v: ${m}\n').findings).toMatchObject([{ rule: 'config/interpolation-skipped' }]);
  });
});

test('what is settled later is not held against its type', () => {
  const { registry } = readRegistry(
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
