import { describe, expect, test } from 'vitest';
import { deriveRegistry, derivedSlips, readDocument } from '../../../src/config/index.ts';

const documents = (...texts: readonly string[]) =>
  texts.map((text, index) => readDocument(text, { file: `configs/c${index}.yaml`, dialect: 'pyyaml' }));
const four = (name: string) => Array.from({ length: 4 }, () => `${name}: 2\nlearning_rate: 1.0e-4\n`);

describe('what a derived registry leaves out', () => {
  test.each([
    ['a slip', ['context_parapllel_size: 2'], 'context_parallel_size', ['context_parapllel_size']],
    ['a slip deep down', ['train: { warmup_stpes: 2 }'], 'train: { warmup_steps', ['train.warmup_stpes']],
    ['a name of its own', ['sequence_parallel_size: 2'], 'context_parallel_size', []],
    ['a digit', ['load_in_4bit: 2'], 'load_in_8bit', []],
    ['a digit more', ['adam_beta1: 2'], 'adam_beta', []],
    ['a word that begins otherwise', ['patch_size: 2'], 'batch_size', []],
    ['set together with the other', ['eval_steps: 2\neval_step: 1'], 'eval_steps', []],
    [
      'a known name in no more configs',
      ['train: { micro_batch_sise: 2 }'],
      'train: { micro_batch_size',
      ['train.micro_batch_sise'],
    ],
    ['unknown names in as many configs', ['train: { colour_modes: 2 }'], 'train: { colour_mode', []],
    ['not rare', four('eval_step'), 'eval_steps', []],
    ['values of another kind', ['device: cuda'], 'devices', []],
    ['numbers of another type', ['num_expert: 2.5'], 'num_experts', ['num_expert']],
    ['nothing set', ['num_expert: null'], 'num_experts', ['num_expert']],
    ['a short name', ['mode: 2'], 'model', []],
  ])('%s', (_, rare, name, slips) => {
    const all = documents(...rare, ...(name.includes('{') ? [`${name}: 2 }`] : four(name)));
    expect(derivedSlips(all).map(({ path }) => path)).toEqual(slips);
    for (const slip of slips) expect(deriveRegistry(all)).not.toContain(`  ${slip}:`);
  });

  test('which is meant, and where it stands', () => {
    expect(derivedSlips(documents('warmup_stpes: 1', ...four('warmup_steps')))).toEqual([
      { path: 'warmup_stpes', meant: 'warmup_steps', files: ['configs/c0.yaml'] },
    ]);
  });

  test('names that programs declare come first', () => {
    const declared = new Set(['warmup_steps', 'eval_step']);
    const all = documents('warmup_stpes: 1', 'eval_step: 1', ...four('eval_steps'));
    expect(derivedSlips(all, declared).map(({ path }) => path)).toEqual(['warmup_stpes']);
  });

  test('deep in a section another form of a name that programs take elsewhere is a name of its own', () => {
    const declared = new Set(['enabled', 'warmup_steps']);
    const all = documents('train: { qat: { enable: true } }', 'train: { warmup_stpes: 1 }', 'warmup_step: 1');
    expect(derivedSlips(all, declared).map(({ path }) => path)).toEqual([
      'warmup_step',
      'train.warmup_stpes',
    ]);
  });
});
