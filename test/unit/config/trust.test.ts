import { policyRules } from '../../../src/policy/rules.ts';
import { describe, expect, test } from 'vitest';
import { configDefaults, type ConfigSettings, readDocument } from '../../../src/config/index.ts';
import { policyValueFindings } from '../../../src/config/policy-values.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const path = 'configs/model.yaml';
const registryPath = configDefaults.registry;

type Files = Readonly<Record<string, string>>;

async function judge(base: Files, head: Files, settings: Partial<ConfigSettings> = {}) {
  const ports = await memoryPorts(memoryTree(base), memoryTree(head));
  return judgeConfig({ ...configDefaults, ...settings }, ports);
}

describe('only a sure thing takes the light path', () => {
  const tuning = (...names: readonly string[]) =>
    `parameters:\n${names.map((name) => `  ${name}: { type: any, kind: tuning }\n`).join('')}`;

  test('a new parameter is structural, whatever the registry of the change calls it', async () => {
    const report = await judge(
      { [path]: 'lr: 0.1\n', [registryPath]: tuning('lr') },
      { [path]: 'lr: 0.1\nextra_layers: 2\n', [registryPath]: tuning('lr', 'extra_layers') },
    );
    expect(report).toMatchObject({ verdict: 'pass', facts: { change: 'structural' } });
  });

  test('a registry that comes with the change decides nothing', async () => {
    const report = await judge(
      { [path]: 'layers: 1\n' },
      { [path]: 'layers: 2\n', [registryPath]: tuning('layers') },
    );
    expect(report.facts).toMatchObject({ change: 'structural' });
  });

  test('tensors that change shape are structural, even where the registry of the base says tuning', async () => {
    const model = (layers: number) =>
      `model_type: llama\nhidden_size: 64\nintermediate_size: 128\nnum_attention_heads: 4\nvocab_size: 100\nnum_hidden_layers: ${layers}\n`;
    const names = [
      'model_type',
      'hidden_size',
      'intermediate_size',
      'num_attention_heads',
      'vocab_size',
      'num_hidden_layers',
    ];
    const registry = tuning(...names);
    const report = await judge(
      { [path]: model(2), [registryPath]: registry },
      { [path]: model(3), [registryPath]: registry },
    );
    expect(report.facts).toMatchObject({ change: 'structural' });
  });

  test('a structural change behind 10,000 of tuning is seen', async () => {
    const config = (value: number) =>
      `${Array.from({ length: 10_001 }, (_, index) => `lr_${index}: ${value}\n`).join('')}layers: ${value}\n`;
    const report = await judge({ [path]: config(1) }, { [path]: config(2) }, { structural: 'needs-reason' });
    expect(report.facts).toMatchObject({ change: 'structural' });
    expect(report.findings.map(({ rule }) => rule)).toContain('config/structural-without-reason');
  });
});

describe('nothing hides behind something else', () => {
  test('a parameter behind 100,000 registered ones is held against the registry', async () => {
    const registry = 'parameters:\n  known.*: {}\n';
    const many = Array.from({ length: 100_001 }, (_, index) => `  k${index}: 1\n`).join('');
    const report = await judge({}, { [path]: `known:\n${many}extra: 1\n`, [registryPath]: registry });
    expect(report.findings.map(({ message }) => message)).toEqual(['extra is not registered']);
  });

  test('a notice at a value does not silence the error there', async () => {
    const report = await judge({}, { [path]: 'model_type: llama\nnum_hidden_layers: 2024-01-01\n' });
    expect(report.findings.map(({ rule }) => rule)).toContain('config/not-positive');
  });

  test('what silences an echo may itself be switched off', async () => {
    const head = { [path]: 'model_type: llama\nnum_hidden_layers: 1e3\n' };
    const off = { severity: 'off', reason: 'the trainer casts' } as const;
    const rules = async (settings: Partial<ConfigSettings>) =>
      (await judge({}, head, settings)).findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    expect(await rules({})).toEqual(['config/number-as-text']);
    expect(await rules({ rules: { 'config/number-as-text': off } })).toEqual(['config/not-positive']);
  });

  test('a model that is made unrecognisable does not slip by the size that is expected', async () => {
    const model =
      'model_type: llama\nhidden_size: 64\nintermediate_size: 128\nnum_attention_heads: 4\nnum_hidden_layers: 2\nvocab_size: 100\n';
    const report = await judge(
      { [path]: model },
      { [path]: 'lr: 0.1\n' },
      { expectParameters: '95,000 ± 10%' },
    );
    expect(report.findings.map(({ rule }) => rule)).toContain('config/parameter-count');
  });

  test('a misspelt name needs no reason, only its spelling', async () => {
    const files = (name: string) => ({
      [path]: `${name}: 1\n`,
      [registryPath]: 'parameters: { layers: {} }\n',
    });
    const report = await judge(files('layers'), files('layres'), { structural: 'needs-reason' });
    expect(report.findings.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '1 config/misspelt-parameter',
    ]);
  });
});

describe('rules that belong to no file', () => {
  const quiet = (rule: string) =>
    ({ rules: { [rule]: { severity: 'off', reason: 'known to us' } } }) as const;

  test('can be switched off like the others', async () => {
    const report = await judge({}, { [path]: 'lr: 0.1\n' }, quiet('config/no-registry'));
    expect(report.findings).toEqual([]);
  });

  test.each([
    ['a registry that cannot be read', { [registryPath]: 'parameters: [' }],
    ['a registry that is removed', {}],
  ])('%s fails all the same', async (_, head: Files) => {
    const base = { [path]: 'lr: 0.1\n', [registryPath]: 'parameters: { lr: {} }\n' };
    const report = await judge(base, { [path]: 'lr: 0.1\n', ...head }, quiet('config/registry-invalid'));
    expect(report).toMatchObject({ verdict: 'fail' });
  });
});

test.each([
  ['config/no-registry', undefined],
  ['config/no-registri', 'did you mean config/no-registry?'],
  ['config/unreadable', 'remove it: what cannot be read is not judged'],
  ['config/registry-invalid', 'remove it: what cannot be read is not judged'],
])('the policy sets %s: %s', (rule, help) => {
  const text = `config: { rules: { ${rule}: { severity: off, reason: known to us } } }\n`;
  const found = policyValueFindings(
    readDocument(text, { file: 'policy.yml', dialect: 'yaml-1.2' }),
    policyRules['bad-value'],
  );
  expect(found.map((finding) => finding.help)).toEqual(help === undefined ? [] : [help]);
});
