import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

/** Errors and warnings of a change, as `severity rule file:line`. */
async function found(before: Files, after: Files) {
  const ports = await memoryPorts(memoryTree(before), memoryTree({ ...before, ...after }));
  const report = await judgeConfig(configDefaults, ports);
  return report.findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, rule, file, line }) => `${severity} ${rule.replace('config/', '')} ${file}:${line}`);
}

const trainer =
  'per_device_train_batch_size: 2\ngradient_accumulation_steps: 8\nlearning_rate: 1.0e-5\nbf16: true\n';
const deepspeed =
  '{\n"train_micro_batch_size_per_gpu": 2,\n"gradient_accumulation_steps": 8,\n"bf16": {"enabled": true},\n"zero_optimization": {"stage": 2}\n}';
const accelerate =
  'distributed_type: DEEPSPEED\ndeepspeed_config:\n  gradient_accumulation_steps: 8\nmixed_precision: bf16\n';

describe('two files of one run', () => {
  const linked = {
    'configs/sft.yaml': `${trainer}deepspeed: configs/ds.json\n`,
    'configs/ds.json': deepspeed,
  };
  const loose = { 'configs/sft.yaml': trainer, 'configs/acc.yaml': accelerate };

  test.each([
    [
      'the named file',
      linked,
      { 'configs/ds.json': deepspeed.replace('8', '4') },
      ['error files-disagree configs/ds.json:3'],
    ],
    [
      'the trainer',
      linked,
      { 'configs/sft.yaml': linked['configs/sft.yaml'].replace('8', '4') },
      ['error files-disagree configs/sft.yaml:2'],
    ],
    [
      'both',
      linked,
      {
        'configs/ds.json': deepspeed.replace('8', '4'),
        'configs/sft.yaml': linked['configs/sft.yaml'].replace('8', '2'),
      },
      ['error files-disagree configs/ds.json:3'],
    ],
    ['left to the trainer', linked, { 'configs/ds.json': deepspeed.replace('8', '"auto"') }, []],
    [
      'the precision',
      linked,
      { 'configs/ds.json': deepspeed.replace('bf16', 'fp16') },
      ['error files-disagree configs/ds.json:4'],
    ],
    [
      'a file that nothing names',
      loose,
      { 'configs/acc.yaml': accelerate.replace('8', '16') },
      ['warning files-disagree configs/acc.yaml:3'],
    ],
    [
      'its precision',
      loose,
      { 'configs/acc.yaml': accelerate.replace('bf16', 'fp16') },
      ['warning files-disagree configs/acc.yaml:4'],
    ],
    ['no precision', loose, { 'configs/acc.yaml': accelerate.replace('bf16', '"no"') }, []],
    [
      'two trainers',
      { ...loose, 'configs/b.yaml': trainer },
      { 'configs/acc.yaml': accelerate.replace('8', '16') },
      [],
    ],
    [
      'a file of another folder',
      { 'configs/a/sft.yaml': `${trainer}deepspeed: configs/ds/z.json\n`, 'configs/ds/z.json': deepspeed },
      { 'configs/ds/z.json': deepspeed.replace('8', '4') },
      ['error files-disagree configs/ds/z.json:3'],
    ],
  ])('%s', async (_, before, after, lines) => {
    expect(await found(before, after)).toEqual(lines);
  });
});

describe('the model that a config names', () => {
  const model = JSON.stringify({
    architectures: ['Qwen2ForCausalLM'],
    model_type: 'qwen2',
    hidden_size: 896,
    intermediate_size: 4864,
    num_hidden_layers: 24,
    num_attention_heads: 14,
    num_key_value_heads: 2,
    vocab_size: 151_936,
    max_position_embeddings: 32_768,
  });
  const serve = 'model: ./qwen\ntensor-parallel-size: 2\nmax-model-len: 32768\n';
  const sft = `model_name_or_path: qwen\ncutoff_len: 4096\nlora_target_modules: [q_proj, v_proj]\n${trainer}`;
  const before = { 'qwen/config.json': model, 'configs/serve.yaml': serve, 'configs/sft.yaml': sft };

  test.each([
    ['serve', '-size: 2', '-size: 4', ['error tensor-parallel configs/serve.yaml:2']],
    ['serve', 'len: 32768', 'len: 65536', ['error sequence-length configs/serve.yaml:3']],
    ['serve', './qwen', '../qwen', []],
    ['serve', './qwen', './no/such', []],
    ['serve', './qwen', '../../outside', []],
    ['sft', 'len: 4096', 'len: 65536', ['warning sequence-length configs/sft.yaml:2']],
    ['sft', 'q_proj, v_proj', 'query_key_value', ['error unknown-module configs/sft.yaml:3']],
    ['sft', 'q_proj, v_proj', 'q_proj, out_proj', ['warning unknown-module configs/sft.yaml:3']],
    ['sft', 'q_proj, v_proj', 'self_attn.q_proj, lm_head', []],
    ['sft', '[q_proj, v_proj]', 'all-linear', []],
    ['sft', '[q_proj, v_proj]', '".*proj$"', []],
    ['sft', '[q_proj, v_proj]', '".*(query|value)$"', ['error unknown-module configs/sft.yaml:3']],
    ['sft', '[q_proj, v_proj]', '"(unclosed"', []],
    ['sft', '[q_proj, v_proj]', '[model.layers.7.self_attn.q_proj]', []],
    [
      'sft',
      'cutoff_len: 4096',
      'modules_to_save: [embed_token]',
      ['warning unknown-module configs/sft.yaml:2'],
    ],
    ['sft', 'cutoff_len: 4096', 'modules_to_save: [embed_tokens, score]', []],
    [
      'sft',
      'cutoff_len: 4096',
      'fsdp_config: {transformer_layer_cls_to_wrap: [LlamaDecoderLayer]}',
      ['error wrapped-class configs/sft.yaml:2'],
    ],
    ['sft', 'cutoff_len: 4096', 'fsdp_transformer_layer_cls_to_wrap: Qwen2DecoderLayer', []],
  ])('%s: %s → %s', async (name, from, to, lines) => {
    const path = `configs/${name}.yaml` as const;
    const text = name === 'serve' ? serve : sft;
    expect(await found(before, { [path]: text.replace(from, to) })).toEqual(lines);
  });
});
