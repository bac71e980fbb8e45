import { describe, expect, test } from 'vitest';
import { composeMmengine, explain } from '../../../../src/config/index.ts';
import { composeEntry } from '../../../../src/config/gate/compositions.ts';
import { memoryTree } from '../../../support/trees.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function composed(files: Files, entry = 'configs/leaf.py') {
  const bytes = (text: string | Uint8Array | undefined) =>
    text instanceof Uint8Array ? text : new TextEncoder().encode(text);
  const read = (path: string) => Promise.resolve(bytes(files[path]));
  return (await composeMmengine(entry, { paths: new Set(Object.keys(files)), read })).document;
}

const base = "lr = 1e-5\nmodel = dict(type='SFT', layers=8, head=dict(n=1))\n";

const flag = 'lr = dict(size=dict(_delete_=True))\nn = dict(q=1)\n';

describe('a config with base configs', () => {
  test.each([
    [
      'a path',
      "_base_ = '../base.py'\nlr = 2e-5\n",
      { lr: 2e-5, model: { type: 'SFT', layers: 8, head: { n: 1 } } },
    ],
    [
      'a mapping of which a part changes',
      "_base_ = ['../base.py']\nmodel = dict(head=dict(n=2))\n",
      { lr: 1e-5, model: { type: 'SFT', layers: 8, head: { n: 2 } } },
    ],
    [
      '_delete_',
      "_base_ = ['../base.py']\nmodel = dict(_delete_=True, layers=1)\n",
      { lr: 1e-5, model: { layers: 1 } },
    ],
    [
      'a value of the base',
      "_base_ = ['../base.py']\nmin_lr = {{_base_.lr}}\nn = _base_.model.layers * 2\n",
      { lr: 1e-5, model: { type: 'SFT', layers: 8, head: { n: 1 } }, min_lr: 1e-5, n: 16 },
    ],
    [
      'what it imports',
      "from mmengine.config import read_base\n\nwith read_base():\n    from ..base import *\n\nlr = 2e-5\nmodel['head'].update(n=3)\n",
      { lr: 2e-5, model: { type: 'SFT', layers: 8, head: { n: 3 } } },
    ],
    [
      'some names that it imports',
      'with read_base():\n    from ..base import lr\n\nmin_lr = lr\n',
      { lr: 1e-5, min_lr: 1e-5 },
    ],
    [
      'a value of the base that is named twice, and loses _delete_ where it is merged',
      "_base_ = ['../flag.py']\nlr = {{_base_.lr}}\na = [dict(k={{_base_.lr}})]\n",
      { lr: { size: {} }, n: { q: 1 }, a: [{ k: { size: {} } }] },
    ],
    [
      'a mapping that is named twice: each has its own _delete_',
      "_base_ = ['../flag.py']\nd = dict(_delete_=True, x=1)\nn = d\n",
      { lr: { size: { _delete_: true } }, n: { x: 1 }, d: { _delete_: true, x: 1 } },
    ],
    ['the name of the file', "_base_ = []\nname = '{{fileBasenameNoExtension}}'\n", { name: 'leaf' }],
  ])('%s', async (_, text, expected) => {
    const { value } = await composed({ 'base.py': base, 'flag.py': flag, 'configs/leaf.py': text });
    expect(JSON.parse(JSON.stringify(value))).toEqual(expected);
  });

  test('YAML and JSON inherit from Python and from each other', async () => {
    const { value } = await composed(
      {
        'base.py': base,
        'configs/mid.json': '{"_base_": "../base.py", "steps": 3}',
        'configs/leaf.yaml': '_base_: [mid.json]\nmodel: {layers: 4}\n',
      },
      'configs/leaf.yaml',
    );
    expect(value).toMatchObject({ lr: 1e-5, steps: 3, model: { type: 'SFT', layers: 4 } });
  });

  test.each([
    [
      'two bases that set the same',
      { 'configs/a.py': 'lr = 1\n', 'configs/b.py': 'lr = 2\n' },
      "_base_ = ['a.py', 'b.py']\n",
      'config/not-composed',
      'error',
    ],
    ['a base above the repository', {}, "_base_ = ['../../x.py']\n", 'config/search-path-outside', 'notice'],
    ['a base of a package', {}, "_base_ = ['mmdet::x.py']\n", 'config/search-path-outside', 'notice'],
    ['a base that code names', {}, '_base_ = [name()]\n', 'config/not-composed', 'notice'],
    [
      'a value that no base has',
      { 'configs/a.py': 'lr = 1\n' },
      "_base_ = ['a.py']\nn = {{_base_.steps}}\n",
      'config/unreadable',
      'error',
    ],
    [
      'an attribute of a number',
      { 'configs/a.py': 'model = 1\n' },
      "_base_ = ['a.py']\nn = _base_.model.size\n",
      'config/unreadable',
      'error',
    ],
    [
      'a base that is not UTF-8',
      { 'configs/a.py': new Uint8Array([0xff, 0xfe, 0x41]) },
      "_base_ = ['a.py']\n",
      'config/not-composed',
      'error',
    ],
    [
      'a base that is not Python',
      { 'configs/a.py': 'lr = = 1\n' },
      "_base_ = ['a.py']\n",
      'config/unreadable',
      'error',
    ],
  ])('%s is said, and nothing is made up', async (_, files: Files, text, rule, severity) => {
    const { root, findings } = await composed({ ...files, 'configs/leaf.py': text });
    expect(root).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity }));
  });

  test('a chain of a hundred is refused, one of twenty is composed', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [
          at === 0 ? 'configs/leaf.py' : `configs/c${at}.py`,
          at + 1 < length ? `_base_ = ['c${at + 1}.py']\nv${at} = 1\n` : 'end = 1\n',
        ]),
      );
    expect((await composed(chain(20))).value).toMatchObject({ end: 1, v0: 1 });
    expect((await composed(chain(100))).findings).toMatchObject([{ rule: 'config/not-composed' }]);
  });
});

describe('the entries that the command line explains', () => {
  const tree = memoryTree({
    'configs/base.py': base,
    'configs/leaf.py': "_base_ = ['base.py']\nlr = 2e-5\n",
    'conf/main.yaml': 'defaults:\n  - _self_\nlr: 1.0e-5\n',
    'conf/plain.yaml': 'lr: 1.0e-5\n',
  });
  const lrOf = async (file: string, ...overrides: string[]) => {
    const document = await composeEntry(file, overrides, tree);
    return document && explain(document).find(({ path }) => path === 'lr');
  };

  test('a value says what set it, and what that replaced', async () => {
    expect(await lrOf('configs/leaf.py')).toMatchObject({
      value: 2e-5,
      origin: {
        kind: 'file',
        file: 'configs/leaf.py',
        line: 2,
        overrode: [{ file: 'configs/base.py', line: 1, value: 1e-5 }],
      },
    });
    expect(await lrOf('conf/main.yaml', 'lr=3e-5')).toMatchObject({
      value: 3e-5,
      origin: { kind: 'override', name: 'lr=3e-5' },
    });
  });

  test('a file that stands alone is read as it is', async () => {
    expect(await lrOf('conf/plain.yaml')).toBeUndefined();
  });
});

describe('what YAML and JSON take from their base configs', () => {
  const base = { 'base.yaml': 'model:\n  width: 64\n  sizes: [1, 2]\n' };

  test.each([
    [
      'YAML',
      'a.yaml',
      '_base_: base.yaml\nhead:\n  width: {{_base_.model.width}}\n  sizes: {{ _base_.model.sizes }}\n',
    ],
    [
      'JSON',
      'a.json',
      '{"_base_": "base.yaml", "head": {"width": {{ _base_.model.width }}, "sizes": {{_base_.model.sizes}}}}',
    ],
  ])('%s', async (_, file, text) => {
    const { value } = await composed({ ...base, [file]: text }, file);
    expect(value).toMatchObject({ head: { width: 64, sizes: [1, 2] } });
  });

  test('the name of the file', async () => {
    const { value } = await composed(
      { ...base, 'c/run-a.yaml': '_base_: ../base.yaml\nname: {{ fileBasenameNoExtension }}\n' },
      'c/run-a.yaml',
    );
    expect(value).toMatchObject({ name: 'run-a' });
  });

  test('a value that no base sets is said at its line', async () => {
    const { root, findings } = await composed(
      { ...base, 'a.yaml': '_base_: base.yaml\nx: {{_base_.model.wdith}}\n' },
      'a.yaml',
    );
    expect([root, findings[0]]).toEqual([
      undefined,
      expect.objectContaining({
        rule: 'config/not-composed',
        file: 'a.yaml',
        line: 2,
        message: 'no base config sets model.wdith',
      }),
    ]);
  });
});
