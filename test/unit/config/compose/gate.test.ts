import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

const files = ['{config,configs}/**/*.{yaml,py}'];

async function judged(base: Files, change: Files) {
  const ports = await memoryPorts(memoryTree(base), memoryTree({ ...base, ...change }));
  return judgeConfig({ ...configDefaults, files, dialect: 'omegaconf' }, ports);
}

const hydra: Files = {
  'config/main.yaml':
    'defaults:\n  - arch: small\n  - _self_\ntrain:\n  lr: 1.0e-6\n  tensor_model_parallel_size: 4\n',
  'config/arch/small.yaml':
    'num_attention_heads: 16\nnum_key_value_heads: 4\nnum_hidden_layers: 24\nhidden_size: 2048\n',
  'config/arch/wide.yaml':
    'num_attention_heads: 24\nnum_key_value_heads: 4\nnum_hidden_layers: 24\nhidden_size: 3072\n',
  'config/other.yaml': 'defaults:\n  - arch: small\n  - _self_\ntrain:\n  lr: 2.0e-6\n',
};
const main = hydra['config/main.yaml'] ?? '';

describe('a change of a Hydra config is judged by the runs that it makes', () => {
  test('a value that does not fit what another file sets is an error at the value', async () => {
    const { findings } = await judged(hydra, { 'config/main.yaml': main.replace('size: 4', 'size: 6') });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/tensor-parallel',
        severity: 'error',
        file: 'config/main.yaml',
        line: 6,
      }),
    );
    expect(findings.find(({ rule }) => rule === 'config/tensor-parallel')?.message).toMatch(
      /16.*6.*\(run config\/main\.yaml\)/,
    );
  });

  test('a group is judged in each run that uses it', async () => {
    const { findings, facts } = await judged(hydra, {
      'config/arch/small.yaml': (hydra['config/arch/small.yaml'] ?? '').replace('heads: 16', 'heads: 18'),
    });
    expect(facts.runs).toMatchObject([
      { entry: 'config/main.yaml', kind: 'hydra', judged: true },
      { entry: 'config/other.yaml', kind: 'hydra', judged: true },
    ]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\(run config\/main\.yaml\)/),
        expect.stringMatching(/\(2 runs: config\/main\.yaml, config\/other\.yaml\)/),
      ]),
    );
  });

  test('an option that no file has is an error at its line, with the nearest name', async () => {
    const { findings } = await judged(hydra, {
      'config/main.yaml': main.replace('arch: small', 'arch: smal'),
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/missing-config',
        severity: 'error',
        file: 'config/main.yaml',
        line: 2,
        help: 'did you mean small?',
      }),
    );
  });

  test('where code registers configs, one that no file holds may be among them', async () => {
    const { verdict, findings } = await judged(
      {
        ...hydra,
        'main.py':
          'from hydra.core.config_store import ConfigStore\nConfigStore.instance().store(name="schema", node=Schema)\n',
      },
      { 'config/main.yaml': main.replace('defaults:\n', 'defaults:\n  - schema\n') },
    );
    expect(verdict).toBe('pass');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'config/missing-config', severity: 'notice', line: 2 }),
    );
  });

  test('a group that is deleted stops the runs that choose it', async () => {
    const { 'config/arch/small.yaml': _, ...left } = hydra;
    const ports = await memoryPorts(memoryTree(hydra), memoryTree(left));
    const { verdict, findings } = await judgeConfig(
      { ...configDefaults, files, dialect: 'omegaconf' },
      ports,
    );
    expect(verdict).toBe('fail');
    expect(findings.filter(({ rule }) => rule === 'config/missing-config')).toHaveLength(2);
  });

  test('defaults in another order warn where a value changes by it', async () => {
    const text = `${main}arch:\n  num_attention_heads: 32\n`;
    const { findings } = await judged(
      { ...hydra, 'config/main.yaml': text },
      { 'config/main.yaml': text.replace('  - arch: small\n  - _self_', '  - _self_\n  - arch: small') },
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/defaults-reordered',
        file: 'config/main.yaml',
        line: 3,
        message:
          'config/arch/small.yaml:1 now overrides config/main.yaml:8: arch.num_attention_heads becomes 16, was 32 (run config/main.yaml)',
      }),
    );
  });

  test('a group file is not held to what others set', async () => {
    const { verdict, findings } = await judged(
      {
        ...hydra,
        'config/moe/few.yaml': 'moe_ffn_hidden_size: 1024\n',
        'config/main.yaml': main.replace('  - _self_', '  - moe: few\n  - _self_'),
      },
      {
        'config/moe/few.yaml': 'moe_ffn_hidden_size: 1408\n',
        'config/arch/small.yaml': `${hydra['config/arch/small.yaml']}num_experts: 64\n`,
      },
    );
    expect(findings.filter(({ rule }) => rule === 'config/router')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  test('what the change amounts to is what changes in the runs', async () => {
    const tuned = await judged(hydra, { 'config/main.yaml': main.replace('1.0e-6', '2.0e-6') });
    expect(tuned.facts.change).toBe('tuning');
    expect(tuned.sections?.[0]).toMatchObject({
      title: 'What changes in 1 composed run',
      rows: [['train.lr', '1e-06', '2e-06', 'tuning', 'run config/main.yaml']],
    });
    const same = await judged(hydra, {
      'config/main.yaml': main.replace('  - _self_', '  # last\n  - _self_'),
    });
    expect(same.facts.change).toBe('none');
  });
});

test('a reference to nothing warns where the run is whole, and once', async () => {
  const text = `${main}out: \${train.lrate}\n`;
  const { findings } = await judged(hydra, { 'config/main.yaml': text });
  expect(findings.filter(({ line }) => line === text.split('\n').length - 1)).toMatchObject([
    { rule: 'config/interpolation-skipped', severity: 'warning', file: 'config/main.yaml' },
  ]);
});

const mm: Files = {
  'configs/base.py':
    "lr = 1e-5\nmodel = dict(type='SFT', hidden_size=4096, num_attention_heads=32, num_hidden_layers=8, num_key_value_heads=8)\n",
  'configs/leaf.py': "_base_ = ['base.py']\nlr = 2e-5\n",
};

describe('a change of an mmengine config', () => {
  test.each([
    ['a text over a number', "_base_ = ['base.py']\nlr = '2e-5'\n", 'config/number-overridden', 2],
    ['a base that is not there', "_base_ = ['bsae.py']\nlr = 2e-5\n", 'config/missing-config', 1],
    [
      'heads that do not fit what is imported',
      'with read_base():\n    from .base import *\nmodel.update(num_key_value_heads=7)\n',
      'config/kv-heads-divide-heads',
      3,
    ],
    ['a circle', "_base_ = ['leaf.py']\nlr = 2e-5\n", 'config/not-composed', 1],
    ['a mapping over a number', "_base_ = ['base.py']\nlr = dict(a=1)\n", 'config/not-composed', 2],
    [
      'heads that do not fit',
      "_base_ = ['base.py']\nmodel = dict(num_key_value_heads=7)\n",
      'config/kv-heads-divide-heads',
      2,
    ],
  ])('%s is found at its line', async (_, text, rule, line) => {
    const { findings } = await judged(mm, { 'configs/leaf.py': text });
    expect(findings).toContainEqual(expect.objectContaining({ rule, file: 'configs/leaf.py', line }));
  });

  test('a base is judged in the runs that inherit from it', async () => {
    const { facts, findings } = await judged(mm, {
      'configs/base.py': (mm['configs/base.py'] ?? '').replace(
        'num_key_value_heads=8',
        'num_key_value_heads=7',
      ),
    });
    expect(facts.runs).toMatchObject([{ entry: 'configs/leaf.py', kind: 'mmengine', judged: true }]);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'configs/base.py', line: 2 }),
    );
  });
});

test('a dataclass that is registered is judged in the runs that are made of it', async () => {
  const code = (rate: string) =>
    `@dataclass\nclass Train:\n    learning_rate: float = ${rate}\ncs = ConfigStore.instance()\ncs.store(group="train", name="base", node=Train)\n`;
  const base = { 'config/main.yaml': 'defaults:\n  - train: base\n  - _self_\n', 'app.py': code('2e-5') };
  const { findings, facts } = await judged(base, { 'app.py': code('2e5') });
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'config/learning-rate-range', file: 'app.py', line: 3 },
  ]);
  expect(facts.runs).toMatchObject([{ entry: 'config/main.yaml', files: ['config/main.yaml', 'app.py'] }]);
});
