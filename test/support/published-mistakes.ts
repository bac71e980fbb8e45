/**
 * Mistakes in configurations that people reported in public: who, what went wrong, and a small repository of our own in which a change makes
 * the same mistake. Nothing of theirs is copied.
 */
type Files = Readonly<Record<string, string>>;

export interface PublishedMistake {
  /** Repository and number of the issue or pull request. */
  readonly report: string;
  readonly what: string;
  readonly before: Files;
  readonly after: Files;
  /** `severity rule file:line` of the finding that names it. */
  readonly finding: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** A change that puts one line in the place of another. */
function edit(
  file: string,
  text: string,
  from: string,
  to: string,
): Pick<PublishedMistake, 'before' | 'after'> {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`${file} has no ${from}`);
  return { before: { [file]: text }, after: { [file]: after } };
}

/** The same, beside files that stay as they are. */
function editBeside(
  stay: Files,
  ...change: Parameters<typeof edit>
): Pick<PublishedMistake, 'before' | 'after'> {
  const { before, after } = edit(...change);
  return { before: { ...stay, ...before }, after };
}

const trainer = `model_name_or_path: acme/small
per_device_train_batch_size: 3
gradient_accumulation_steps: 5
learning_rate: 3.0e-5
num_train_epochs: 2
logging_steps: 20
warmup_steps: 40
max_steps: 900
eval_strategy: epoch
bf16: true
`;
const loader = { 'run.py': 'import yaml\nwith open("configs/run.yaml") as f:\n    c = yaml.safe_load(f)\n' };
const deepspeed = json({
  train_batch_size: 48,
  train_micro_batch_size_per_gpu: 3,
  gradient_accumulation_steps: 2,
  bf16: { enabled: true },
  zero_optimization: { stage: 2 },
});
const megatron = `num_layers: 30
hidden_size: 1536
num_attention_heads: 24
seq_length: 2048
max_position_embeddings: 2048
micro_batch_size: 1
global_batch_size: 24
train_iters: 700
lr: 3.0e-4
min_lr: 3.0e-5
lr_warmup_iters: 50
lr_decay_iters: 700
pipeline_model_parallel_size: 3
`;
const experts = `num_layers: 12
hidden_size: 1024
num_attention_heads: 16
num_experts: 96
moe_router_topk: 4
expert_model_parallel_size: 4
expert_tensor_parallel_size: 1
tensor_model_parallel_size: 2
pipeline_model_parallel_size: 2
micro_batch_size: 1
global_batch_size: 32
nnodes: 2
nproc_per_node: 8
`;
const ppo = `data:
  train_batch_size: 96
  max_prompt_length: 256
  max_response_length: 256
actor_rollout_ref:
  actor:
    ppo_mini_batch_size: 48
    ppo_micro_batch_size_per_gpu: 6
  rollout:
    n: 1
trainer:
  nnodes: 1
  n_gpus_per_node: 8
`;
const qwen = {
  architectures: ['Qwen2ForCausalLM'],
  model_type: 'qwen2',
  hidden_size: 768,
  intermediate_size: 3072,
  num_hidden_layers: 6,
  num_attention_heads: 12,
  num_key_value_heads: 4,
  vocab_size: 5000,
  max_position_embeddings: 4096,
  use_sliding_window: false,
  sliding_window: 1024,
  max_window_layers: 6,
  bos_token_id: 4001,
  eos_token_id: 4003,
  tie_word_embeddings: true,
};
const tokenizer = {
  tokenizer_class: 'Qwen2Tokenizer',
  added_tokens_decoder: Object.fromEntries(
    ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((content, at) => [
      4001 + at,
      { content, special: true },
    ]),
  ),
  eos_token: '<|im_end|>',
  pad_token: '<|endoftext|>',
  model_max_length: 4096,
  chat_template: '{% for m in messages %}<|im_start|>{{ m.role }}{{ m.content }}<|im_end|>{% endfor %}',
};
const vision = {
  architectures: ['Qwen3VLForConditionalGeneration'],
  model_type: 'qwen3_vl',
  image_token_id: 4010,
  video_token_id: 4011,
  vision_start_token_id: 4008,
  vision_end_token_id: 4009,
  text_config: {
    model_type: 'qwen3_vl_text',
    hidden_size: 512,
    intermediate_size: 1536,
    num_hidden_layers: 4,
    num_attention_heads: 8,
    num_key_value_heads: 2,
    head_dim: 64,
    vocab_size: 5000,
    max_position_embeddings: 8192,
    rope_scaling: { rope_type: 'default', mrope_interleaved: true, mrope_section: [12, 10, 10] },
    rope_theta: 5_000_000,
    tie_word_embeddings: true,
  },
  vision_config: {
    model_type: 'qwen3_vl',
    depth: 4,
    hidden_size: 128,
    intermediate_size: 256,
    num_heads: 4,
    in_channels: 3,
    patch_size: 16,
    spatial_merge_size: 2,
    temporal_patch_size: 2,
    out_hidden_size: 512,
    num_position_embeddings: 576,
    deepstack_visual_indexes: [0, 1, 2],
  },
};
const images = {
  image_processor_type: 'Qwen2VLImageProcessorFast',
  patch_size: 16,
  temporal_patch_size: 2,
  merge_size: 2,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
  size: { shortest_edge: 65_536, longest_edge: 16_777_216 },
};
const awq = {
  ...qwen,
  intermediate_size: 3840,
  quantization_config: { quant_method: 'awq', bits: 4, group_size: 128, zero_point: true, version: 'gemm' },
};
const titan = `[job]
description = "small"
[model]
name = "llama3"
flavor = "debugmodel"
[optimizer]
name = "AdamW"
lr = 3e-4
[training]
local_batch_size = 4
seq_len = 1024
steps = 500
[lr_scheduler]
warmup_steps = 30
`;

const model = (file: string, before: unknown, after: unknown, stay: Files = {}) => ({
  before: { ...stay, [`small/${file}`]: json(before) },
  after: { [`small/${file}`]: json(after) },
});

export const publishedMistakes: readonly PublishedMistake[] = [
  {
    report: 'hiyouga/LlamaFactory#7927',
    what: 'an option under the name that it had before',
    ...editBeside(loader, 'configs/run.yaml', trainer, 'eval_strategy', 'evaluation_strategy'),
    finding: 'warning config/framework-option configs/run.yaml:9',
  },
  {
    report: 'huggingface/open-r1#603',
    what: 'a quote that became part of a key',
    ...editBeside(loader, 'configs/run.yaml', trainer, 'logging_steps: 20', '"logging_steps\'": 20'),
    finding: 'error config/misspelt-parameter configs/run.yaml:6',
  },
  {
    report: 'hiyouga/LlamaFactory#4014',
    what: 'a number that YAML 1.1 reads as text',
    ...editBeside(loader, 'configs/run.yaml', trainer, '3.0e-5', '3e-5'),
    finding: 'error config/number-as-text configs/run.yaml:4',
  },
  {
    report: 'hiyouga/LlamaFactory#1116',
    what: 'a number in quotes for DeepSpeed',
    ...edit(
      'configs/ds.json',
      deepspeed,
      '"train_micro_batch_size_per_gpu": 3',
      '"train_micro_batch_size_per_gpu": "3"',
    ),
    finding: 'error config/number-as-text configs/ds.json:3',
  },
  {
    report: 'hiyouga/LlamaFactory#3493',
    what: 'a share as text where steps are counted',
    ...editBeside(loader, 'configs/run.yaml', trainer, 'warmup_steps: 40', 'warmup_steps: "0.05"'),
    finding: 'error config/number-as-text configs/run.yaml:7',
  },
  {
    report: 'Snowflake-AI-Research/Arctic-Platform#78',
    what: 'two precisions at once',
    ...edit(
      'configs/ds.json',
      deepspeed,
      '"zero_optimization"',
      '"fp16": {"enabled": true},\n "zero_optimization"',
    ),
    finding: 'error config/two-precisions configs/ds.json:8',
  },
  {
    report: 'NVIDIA-NeMo/Megatron-Bridge#2857',
    what: 'a warm-up that is longer than the run',
    ...edit('configs/pre.yaml', megatron, 'train_iters: 700', 'train_iters: 20'),
    finding: 'warning config/warmup configs/pre.yaml:11',
  },
  {
    report: 'NVIDIA/Megatron-LM#2258',
    what: 'a decay that ends before the run',
    ...edit('configs/pre.yaml', megatron, 'lr_decay_iters: 700', 'lr_decay_iters: 500'),
    finding: 'warning config/decay-end configs/pre.yaml:12',
  },
  {
    report: 'deepspeedai/DeepSpeed#6914',
    what: 'a batch that no number of ranks fills',
    ...edit('configs/ds.json', deepspeed, '"train_batch_size": 48', '"train_batch_size": 50'),
    finding: 'error config/batch-product configs/ds.json:2',
  },
  {
    report: 'verl-project/verl#1524',
    what: 'micro batches that do not fill the share of a rank',
    ...edit('configs/ppo.yaml', ppo, 'ppo_micro_batch_size_per_gpu: 6', 'ppo_micro_batch_size_per_gpu: 4'),
    finding: 'error config/policy-batch configs/ppo.yaml:8',
  },
  {
    report: 'verl-project/verl#559',
    what: 'a mini batch above the batch',
    ...edit('configs/ppo.yaml', ppo, 'ppo_mini_batch_size: 48', 'ppo_mini_batch_size: 192'),
    finding: 'error config/policy-batch configs/ppo.yaml:7',
  },
  {
    report: 'verl-project/verl#1811',
    what: 'a mini batch that the ranks cannot share',
    ...edit('configs/ppo.yaml', ppo, 'ppo_mini_batch_size: 48', 'ppo_mini_batch_size: 12'),
    finding: 'error config/policy-batch configs/ppo.yaml:8',
  },
  {
    report: 'hiyouga/LlamaFactory#201',
    what: 'the accumulation of DeepSpeed is not that of the trainer',
    ...editBeside(
      { ...loader, 'configs/run.yaml': `${trainer}deepspeed: configs/ds.json\n` },
      'configs/ds.json',
      deepspeed
        .replace('"gradient_accumulation_steps": 2', '"gradient_accumulation_steps": 5')
        .replace('"train_batch_size": 48', '"train_batch_size": "auto"'),
      '"gradient_accumulation_steps": 5',
      '"gradient_accumulation_steps": 6',
    ),
    finding: 'error config/files-disagree configs/ds.json:4',
  },
  {
    report: 'shibing624/MedicalGPT#288',
    what: 'the precision of accelerate is not that of the trainer',
    ...editBeside(
      { ...loader, 'configs/run.yaml': trainer },
      'configs/launch.yaml',
      'compute_environment: LOCAL_MACHINE\ndistributed_type: MULTI_GPU\nmixed_precision: bf16\nnum_machines: 1\nnum_processes: 4\n',
      'mixed_precision: bf16',
      'mixed_precision: fp16',
    ),
    finding: 'warning config/files-disagree configs/launch.yaml:3',
  },
  {
    report: 'modelscope/ms-swift#5737',
    what: 'layers that the stages of a launch script cannot share',
    ...edit(
      'scripts/sft.sh',
      '#!/bin/sh\nNPROC_PER_NODE=8 megatron sft \\\n  --model acme/moe \\\n  --num_layers 27 \\\n  --pipeline_model_parallel_size 3 \\\n  --micro_batch_size 1 \\\n  --global_batch_size 16\n',
      'parallel_size 3',
      'parallel_size 4',
    ),
    finding: 'error config/pipeline-parallel scripts/sft.sh:5',
  },
  {
    report: 'vllm-project/vllm#52435',
    what: 'experts that the ranks cannot share',
    ...edit('configs/moe.yaml', experts, 'num_experts: 96', 'num_experts: 98'),
    finding: 'error config/expert-parallel configs/moe.yaml:6',
  },
  {
    report: 'THUDM/slime#2077',
    what: 'a layout of experts for more ranks than there are',
    ...edit('configs/moe.yaml', experts, 'expert_model_parallel_size: 4', 'expert_model_parallel_size: 16'),
    finding: 'error config/world-size configs/moe.yaml:6',
  },
  {
    report: 'vllm-project/vllm#21695',
    what: 'groups of quantised weights that do not divide the width',
    ...model('config.json', awq, { ...awq, intermediate_size: 3900 }),
    finding: 'error config/quantization-groups small/config.json:7',
  },
  {
    report: 'QwenLM/Qwen3-VL#831',
    what: 'groups of quantised weights that two ranks cannot share',
    ...editBeside(
      { 'small/config.json': json({ ...awq, intermediate_size: 3968 }) },
      'configs/serve.yaml',
      'model: ./small\nmax-model-len: 2048\ntensor-parallel-size: 1\n',
      'size: 1',
      'size: 2',
    ),
    finding: 'error config/quantization-groups configs/serve.yaml:3',
  },
  {
    report: 'Blackwellboy/model-serving-minefield#107',
    what: 'a window without its switch',
    ...model('config.json', qwen, { ...qwen, sliding_window: 512 }),
    finding: 'warning config/change-without-effect small/config.json:14',
  },
  {
    report: 'huggingface/transformers#35896',
    what: 'a window whose layers begin behind the last one',
    ...model('config.json', qwen, { ...qwen, use_sliding_window: true }),
    finding: 'warning config/window-layers small/config.json:15',
  },
  {
    report: 'apple/coreai-models#82',
    what: 'pixels normalised for another tower',
    ...model(
      'preprocessor_config.json',
      images,
      { ...images, image_mean: [0.4815, 0.4578, 0.4082], image_std: [0.2686, 0.2613, 0.2758] },
      { 'small/config.json': json(vision) },
    ),
    finding: 'warning config/folder-normalisation small/preprocessor_config.json:6',
  },
  {
    report: 'THUDM/slime#1227',
    what: 'patches that are not those of the tower',
    ...model(
      'preprocessor_config.json',
      images,
      { ...images, patch_size: 14 },
      { 'small/config.json': json(vision) },
    ),
    finding: 'error config/folder-vision-sizes small/preprocessor_config.json:3',
  },
  {
    report: 'Blaizzy/mlx-vlm#873',
    what: 'patches merged otherwise than in the tower',
    ...model(
      'preprocessor_config.json',
      images,
      { ...images, merge_size: 1 },
      { 'small/config.json': json(vision) },
    ),
    finding: 'error config/folder-vision-sizes small/preprocessor_config.json:5',
  },
  {
    report: 'huggingface/transformers#41955',
    what: 'a padding token that is not the tokenizer’s',
    ...model(
      'generation_config.json',
      { eos_token_id: [4003, 4001], pad_token_id: 4001 },
      { eos_token_id: [4003, 4001], pad_token_id: 0 },
      { 'small/config.json': json(qwen), 'small/tokenizer_config.json': json(tokenizer) },
    ),
    finding: 'warning config/folder-tokens-differ small/generation_config.json:6',
  },
  {
    report: 'QwenLM/Qwen3#1422',
    what: 'generation that stops at another token than a turn ends with',
    ...model(
      'generation_config.json',
      { eos_token_id: [4003, 4001], pad_token_id: 4001 },
      { eos_token_id: 4001, pad_token_id: 4001 },
      { 'small/config.json': json(qwen), 'small/tokenizer_config.json': json(tokenizer) },
    ),
    finding: 'warning config/folder-tokens-differ small/generation_config.json:2',
  },
  {
    report: 'vllm-project/vllm#4180',
    what: 'a tokenizer with another end than the model',
    ...model(
      'tokenizer_config.json',
      tokenizer,
      { ...tokenizer, eos_token: '<|endoftext|>' },
      {
        'small/config.json': json(qwen),
        'small/generation_config.json': json({ eos_token_id: 4003, pad_token_id: 4001 }),
      },
    ),
    finding: 'warning config/folder-tokens-differ small/tokenizer_config.json:17',
  },
  {
    report: 'fc2869/lo-fit#1',
    what: 'a padding token that the embedding has no row for',
    ...model('config.json', qwen, { ...qwen, pad_token_id: 5000 }),
    finding: 'error config/token-id-range small/config.json:19',
  },
  {
    report: 'hydra-ecosystem/hydra#1185',
    what: 'a group that overrides what the config itself sets',
    ...editBeside(
      {
        'app.py':
          'import hydra\n\n\n@hydra.main(config_path="conf", config_name="run", version_base=None)\ndef main(cfg):\n    pass\n',
        'conf/optim/adam.yaml': 'lr: 1.0e-3\nweight_decay: 0.01\n',
      },
      'conf/run.yaml',
      'defaults:\n  - optim: adam\n  - _self_\noptim:\n  lr: 3.0e-5\nsteps: 100\n',
      '  - optim: adam\n  - _self_\n',
      '  - _self_\n  - optim: adam\n',
    ),
    finding: 'warning config/defaults-reordered conf/run.yaml:3',
  },
  {
    report: 'open-mmlab/mmdetection#10891',
    what: 'a name that is nearly one of the base config',
    ...editBeside(
      { 'configs/base.py': 'train_dataloader = dict(batch_size=4, num_workers=2)\noptim = dict(lr=0.02)\n' },
      'configs/mine.py',
      "_base_ = './base.py'\ntrain_dataloader = dict(num_workers=6)\n",
      'num_workers=6',
      'num_worker=6',
    ),
    finding: 'error config/misspelt-parameter configs/mine.py:2',
  },
  {
    report: 'Stability-AI/StableLM#98',
    what: 'an adapter of modules that the model does not have',
    ...editBeside(
      { ...loader, 'small/config.json': json(qwen) },
      'configs/run.yaml',
      `${trainer.replace('acme/small', './small')}lora_r: 8\nlora_target_modules: [q_proj, v_proj]\n`,
      '[q_proj, v_proj]',
      '[c_attn]',
    ),
    finding: 'error config/unknown-module configs/run.yaml:12',
  },
  {
    report: 'tatsu-lab/stanford_alpaca#224',
    what: 'a class that FSDP cannot wrap, for its letters',
    ...edit(
      'configs/fsdp.yaml',
      'compute_environment: LOCAL_MACHINE\ndistributed_type: FSDP\nfsdp_config:\n  fsdp_auto_wrap_policy: TRANSFORMER_BASED_WRAP\n  fsdp_transformer_layer_cls_to_wrap: Qwen2DecoderLayer\nnum_processes: 8\n',
      'Qwen2DecoderLayer',
      'QWen2DecoderLayer',
    ),
    finding: 'warning config/wrapped-class configs/fsdp.yaml:5',
  },
  {
    report: 'vllm-project/vllm#51063',
    what: 'a head that is tied in one section and not in the other',
    ...model(
      'config.json',
      { ...vision, tie_word_embeddings: true },
      { ...vision, tie_word_embeddings: false },
    ),
    finding: 'warning config/tied-embeddings-conflict small/config.json:30',
  },
  {
    report: 'verl-project/verl#4773',
    what: 'an override in a script that the config does not fit',
    ...editBeside(
      {
        'train_ppo.py':
          'import hydra\n\n\n@hydra.main(config_path="conf", config_name="ppo", version_base=None)\ndef main(cfg):\n    pass\n',
        'conf/ppo.yaml':
          'model:\n  num_attention_heads: 20\n  hidden_size: 1280\n  num_hidden_layers: 8\ntensor_model_parallel_size: 2\n',
      },
      'run.sh',
      '#!/bin/sh\npython train_ppo.py tensor_model_parallel_size=4\n',
      'size=4',
      'size=8',
    ),
    finding: 'error config/tensor-parallel run.sh:2',
  },
  {
    report: 'pytorch/torchtitan#950',
    what: 'a misspelt option in TOML',
    ...edit('train_configs/small.toml', titan, 'warmup_steps', 'warmup_step'),
    finding: 'error config/misspelt-parameter train_configs/small.toml:14',
  },
  {
    report: 'huggingface/alignment-handbook#127',
    what: 'a template whose tokens the tokenizer does not have',
    ...model(
      'tokenizer_config.json',
      tokenizer,
      {
        ...tokenizer,
        chat_template: '{% for m in messages %}<|assistant|>{{ m.content }}<|im_end|>{% endfor %}',
      },
      { 'small/config.json': json(qwen) },
    ),
    finding: 'warning config/folder-template small/tokenizer_config.json:20',
  },
];
