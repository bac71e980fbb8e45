import { describe, expect, test } from 'vitest';
import { explain, readDocument } from '../../../src/config/index.ts';

const read = (text: string) => readDocument(text, { file: 'configs/a.py', dialect: 'python' });
const values = (text: string) =>
  Object.fromEntries(explain(read(text)).map(({ path, type, value }) => [path, [type, value]]));

describe('a Python config', () => {
  test.each([
    ['a number', 'lr = 2e-5', { lr: ['float', 2e-5] }],
    ['an integer with an underscore', 'steps = 1_000', { steps: ['int', 1000] }],
    [
      'a number without digits behind its point',
      'd = dict(a=4., b=1.e2)',
      { d: ['dict', { a: 4, b: 100 }], 'd.a': ['float', 4], 'd.b': ['float', 100] },
    ],
    ['a negative number', 'n = -1', { n: ['int', -1] }],
    ['words', 'a, b = True, None', { a: ['bool', true], b: ['NoneType', null] }],
    ['a name bound above', 'lr = 1e-4\nmin_lr = lr / 10', { lr: ['float', 1e-4], min_lr: ['float', 1e-5] }],
    ['integer division', 'n = -7 // 2', { n: ['int', -4] }],
    ['true division', 'n = 6 / 3', { n: ['float', 2] }],
    ['a power of ten', 'n = 10 ** -5', { n: ['float', 1e-5] }],
    ['texts that are joined', "s = 'a' 'b' + \"c\"", { s: ['str', 'abc'] }],
    ['an f-string', "n = 8\ns = f'tp{n}'", { n: ['int', 8], s: ['str', 'tp8'] }],
    [
      'a tuple',
      'betas = (0.9, 0.95)',
      { betas: ['tuple', [0.9, 0.95]], 'betas[0]': ['float', 0.9], 'betas[1]': ['float', 0.95] },
    ],
    [
      'dict(…)',
      "model = dict(type='SFT', **dict(n=1))",
      { model: ['dict', { type: 'SFT', n: 1 }], 'model.type': ['str', 'SFT'], 'model.n': ['int', 1] },
    ],
    ['a key set later', "m = {}\nm['lr'] = 1", { m: ['dict', { lr: 1 }], 'm.lr': ['int', 1] }],
    [
      'a shared mapping',
      "a = {'x': 1}\nb = a\nb['x'] = 2",
      { a: ['dict', { x: 2 }], 'a.x': ['int', 2], b: ['dict', { x: 2 }], 'b.x': ['int', 2] },
    ],
    [
      'the side of a known condition',
      'big = True\nif big:\n    n = 80\nelse:\n    n = 32',
      { big: ['bool', true], n: ['int', 80] },
    ],
    ['code beside values', 'import os\n\ndef f():\n    return 1\n\nlr = 1.0', { lr: ['float', 1] }],
  ])('%s is read', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test.each([
    ['a call', 'n = torch.cuda.device_count()', 'n', /call of torch\.cuda\.device_count/],
    ['a comprehension', 'n = [i for i in range(3)]', 'n', /comprehension/],
    ['a name that is not there', 'n = width * 2', 'n', /width is not set above/],
    ['what a loop sets', 'n = 1\nfor i in range(3):\n    n = i', 'n', /a loop/],
    ['what an unknown condition sets', 'import x\nif x.y:\n    n = 1', 'n', /a condition/],
    ['what a call may have changed', 'm = dict(a=1)\nsetup(m)', 'm', /may change it/],
    ['what a star import may set', 'lr = 1\nfrom base import *', 'lr', /import \*/],
    ['what exec may set', "lr = 1\nexec(open('more.py').read())", 'lr', /exec/],
    ['a mapping within itself', "m = {}\nm['m'] = m", 'm.m', /contains itself/],
  ])('%s is unknown, and the reason is said', (_, text, path, reason) => {
    expect(values(text)[path]?.[0]).toBe('unknown');
    expect(read(text).findings).toMatchObject([{ rule: 'config/value-unknown', severity: 'notice' }]);
    expect(read(text).findings[0]?.message).toMatch(reason);
  });

  test('an imported class is meant to be one: nothing is said of it', () => {
    const text = 'from transformers import AutoModel\nmodel = dict(type=AutoModel.from_pretrained)';
    expect(values(text)['model.type']).toEqual(['unknown', 'transformers.AutoModel.from_pretrained']);
    expect(read(text).findings).toEqual([]);
  });

  test('keys and values have their places', () => {
    const document = read("model = dict(\n    type='SFT',\n    layers=46,\n)\n");
    expect(document.place(['model', 'layers'], 'key')).toMatchObject({ line: 3, column: 5 });
    expect(document.place(['model', 'layers'], 'value')).toMatchObject({
      line: 3,
      column: 12,
      endColumn: 14,
    });
  });

  test.each([
    ['a script', 'import x\nif __name__ == "__main__":\n    x.main()\n', /when it is run/],
    ['a module of functions', 'def f():\n    return 1\n', /no value/],
  ])('%s is not a config', (_, text, message) => {
    const { root, findings } = read(text);
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'config/not-a-config', severity: 'notice' }]);
    expect(findings[0]?.message).toMatch(message);
  });

  test.each([
    ['wrong syntax', 'lr = = 1\n', /syntax is wrong/],
    ['a YAML file', 'lr: 1.0e-4\nsteps:\n  - 1\n', /syntax is wrong/],
    [
      'brackets beyond measure',
      `a = ${'['.repeat(3000)}${']'.repeat(3000)}\n`,
      /syntax is wrong|nested deeper/,
    ],
    ['values that statements nest', `a = []\n${'a = [a]\n'.repeat(20_000)}`, /nested deeper/],
    ['aliases that multiply', `a = [1, 2]\n${'a = [a, a]\n'.repeat(60)}`, /more than 200000 values/],
  ])('%s is refused', (_, text, message) => {
    const { root, findings } = read(text);
    expect(root).toBeUndefined();
    expect(findings).toMatchObject([{ rule: 'config/unreadable' }]);
    expect(findings[0]?.message).toMatch(message);
  });

  test('a product that no machine holds is unknown', () => {
    expect(values("s = 'a' * 10 ** 9\nn = 10 ** 10 ** 10\nl = [0] * 10 ** 9")).toMatchObject({
      s: ['unknown', expect.anything()],
      n: ['unknown', expect.anything()],
      l: ['unknown', expect.anything()],
    });
  });

  test('a key twice in one literal is a slip', () => {
    expect(read("m = {'lr': 1, 'lr': 2}").findings).toMatchObject([
      { rule: 'config/duplicate-key', line: 1, column: 15 },
    ]);
  });
});
