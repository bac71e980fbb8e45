import { describe, expect, it } from 'vitest';

import { importedIn } from '../../../src/dependencies/index.ts';
import { pyproject, uvLock } from './support/locks.ts';
import { type Files, judge, shown } from './support/world.ts';

it.each([
  ['import lightning', 'lightning'],
  ['import numpy as np, sklearn.metrics as m', 'numpy sklearn'],
  ['def f():\n    from open_clip.model import x', 'open_clip'],
  ['from . import flax\nfrom .keras import y', ''],
  ['text = "import keras"  # import nltk', ''],
  ['import os; import nltk', 'os nltk'],
  ['try: import jiwer\nexcept ImportError: jiwer = None', 'jiwer'],
  ['if fast: from nemo.collections.asr import models', 'nemo'],
  ['from nvidia.dali import fn', 'nvidia'],
])('%j imports %j', (text, modules) => {
  expect([...importedIn(text)].join(' ')).toBe(modules);
});

describe('a package that nobody lists', () => {
  const locked = (version: string): Files => ({
    'pyproject.toml': pyproject(['pytorch-lightning', 'rich']),
    'uv.lock': uvLock(`pytorch-lightning ${version}`, 'rich 1.0'),
  });
  const code = (text: string): Files => ({ 'src/train.py': text });

  it.each<[string, Files, object, string]>([
    ['is watched where the code imports it', code('import pytorch_lightning as pl\n'), {}, 'fail'],
    ['is not where no code does', code('import torch\n'), {}, 'pass'],
    [
      'is not where the policy lists others',
      code('import pytorch_lightning\n'),
      { watch: ['torch'] },
      'pass',
    ],
  ])('%s', async (_, files, settings, verdict) => {
    const report = await judge(
      { ...files, ...locked('2.4.0') },
      { ...files, ...locked('2.5.0') },
      { settings },
    );
    expect(report.verdict).toBe(verdict);
    expect(shown(report)).toEqual(['pytorch-lightning 2.4.0 -> 2.5.0 unexplained']);
  });

  it.each([
    ['scikit-image', 'import skimage', 'fail'],
    ['nemo-toolkit', 'import nemo.collections.asr as asr', 'fail'],
    ['nvidia-dali-cuda120', 'from nvidia.dali import fn', 'fail'],
    ['tensorflow-cpu', 'import tensorflow as tf', 'fail'],
    ['onnxruntime-training', 'import onnxruntime', 'fail'],
    ['mmcv-full', 'from mmcv import ops', 'fail'],
    ['pyyaml', 'import yaml', 'pass'],
  ])('%s by %j', async (name, line, verdict) => {
    const files = (version: string): Files => ({
      ...code(`${line}\n`),
      'pyproject.toml': pyproject([name]),
      'uv.lock': uvLock(`${name} ${version}`),
    });
    expect((await judge(files('1.0'), files('2.0'))).verdict).toBe(verdict);
  });

  it('floats where it is imported', async () => {
    const list = (line: string): Files => ({
      ...code('from sklearn import svm\n'),
      'requirements.txt': line,
    });
    const { findings } = await judge(list('scikit-learn>=1,<2\n'), list('scikit-learn>=1\n'));
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['deps/floats 1']);
  });
});
