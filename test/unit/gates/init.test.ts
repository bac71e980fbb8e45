import { describe, expect, test } from 'vitest';
import { policyPath } from '../../../src/trunk/index.ts';
import { configDefaults } from '../../../src/config/index.ts';
import { initialFiles } from '../../../src/gates/init.ts';
import { memoryTree } from '../../support/trees.ts';

async function made(files: Readonly<Record<string, string>>): Promise<{ policy: string; registry: string }> {
  const written = await initialFiles(memoryTree(files), 'main');
  const text = (path: string) => written.find((file) => file.path === path)?.content ?? '';
  return { policy: text(policyPath), registry: text(configDefaults.registry) };
}

describe('the files that a first policy judges', () => {
  test.each([
    ['configs/llm/a.yaml', 'configs/**/*.yaml'],
    ['train/conf/model/a.yml', 'train/conf/**/*.yml'],
    ['models/qwen/config.json', 'models/**/config.json'],
    ['config.json', 'config.json'],
    ['config/config.json', 'config/**/*.json'],
  ])('%s: %s', async (file, glob) => {
    const { policy } = await made({ [file]: file.endsWith('.json') ? '{"a": 1}' : 'a: 1\n' });
    expect(policy).toContain(`files:\n    - "${glob}"\n  #`);
  });

  test('what is no mapping is left to itself', async () => {
    const { policy } = await made({ 'configs/list.yaml': '- a\n', 'conf/train.yml': 'lr: 0.1\n' });
    expect(policy).toContain('files:\n    - "conf/**/*.yml"\n  #');
  });
});

test.each([
  ['lr: 1e-5\n', 'pyyaml'],
  ['dir: ${HOME}/x\n', 'pyyaml'],
  ['lr: ${base.lr}\n', 'omegaconf'],
  ["lr: '${.other}'\n", 'omegaconf'],
  ['dir: ${oc.env:HOME}/x\n', 'omegaconf'],
])('the dialect of %j is %s', async (text, dialect) => {
  const { policy } = await made({ 'configs/a.yaml': text, 'configs/b.yaml': 'x: 1\n' });
  expect(policy).toContain(`  dialect: ${dialect}\n`);
});

test.each([
  ['learning_rate: 1e-5\n', 'learning_rate: { type: float, kind: tuning }'],
  ['learning_rate: "1e-5"\n', 'learning_rate: { type: str, kind: tuning }'],
  ['weight_decay: 0\n', 'weight_decay: { type: float, kind: tuning }'],
  ['rope_theta: 10000\n', 'rope_theta: { type: float, kind: structural }'],
  ['rope_scaling: null\n', 'rope_scaling: { type: any, kind: structural }'],
  ['num_layers: 2\n', 'num_layers: { type: int, kind: structural }'],
  ['betas: [0.9, 1]\n', 'betas: { type: list, items: { type: float }, kind: tuning }'],
])('%j is registered as %s', async (text, line) => {
  const { registry } = await made({ 'configs/a.yaml': text });
  expect(registry).toContain(`  ${line}\n`);
});
