import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';
import { allConfigRules as ruleDocs } from '../../../src/config/rules.ts';

/** Findings of cross-field rules on a YAML text, without what speaks of the text itself. */
function rulesOf(text: string): string[] {
  const head = readDocument(text, { file: 'a.yaml', dialect: 'yaml-1.2' });
  const all = judgeConfigFile({ head, settings: configDefaults }).findings;
  const findings = all.filter(({ severity }) => severity !== 'notice');
  return [...new Set(findings.map(({ rule, line }) => `${rule.replace('config/', '')}:${line}`))];
}

const model = 'model_type: fresh\nhidden_size: 4096\nnum_attention_heads: 32\nnum_hidden_layers: 8\n';

/** Rule, a text that breaks it (the last line is where), a text like it that does not. */
const cases: readonly (readonly [rule: string, broken: string, whole: string])[] = [
  [
    'heads-divide-hidden',
    'model_type: x\nhidden_size: 4096\nnum_attention_heads: 30',
    'model_type: x\nhidden_size: 4096\nhead_dim: 128\nnum_attention_heads: 30',
  ],
  [
    'heads-divide-hidden',
    'attention_config: [[[flash], 48]]\nhidden_size: 2048\nnum_attention_heads: 12',
    'attention_config: [[[mamba], 48]]\nhidden_size: 2048\nnum_attention_heads: 12',
  ],
  ['kv-heads-divide-heads', 'dim: 4096\nn_heads: 32\nn_kv_heads: 6', 'dim: 4096\nn_heads: 32\nn_kv_heads: 8'],
  [
    'policy-batch',
    'data: {train_batch_size: 256}\nactor: {ppo_mini_batch_size: 96, ppo_micro_batch_size_per_gpu: 4}',
    'data: {train_batch_size: 256}\nactor: {ppo_mini_batch_size: 64, ppo_micro_batch_size_per_gpu: 4}',
  ],
  ['kv-heads-divide-heads', `${model}num_key_value_heads: 6`, `${model}num_key_value_heads: 8`],
  [
    'window-layers',
    `${model}use_sliding_window: true\nmax_window_layers: 8`,
    `${model}use_sliding_window: true\nmax_window_layers: 7`,
  ],
  [
    'window-layers',
    `${model}use_sliding_window: true\nsliding_window: null`,
    `${model}use_sliding_window: false\nsliding_window: null`,
  ],
  [
    'window-layers',
    `${model}use_sliding_window: true\nsliding_window: 64\nlayer_types: [${'full_attention, '.repeat(8)}]`,
    `${model}use_sliding_window: true\nsliding_window: 64\nlayer_types: [${'sliding_attention, '.repeat(8)}]`,
  ],
  [
    'window-layers',
    `${model}layer_types: [${'full_attention, '.repeat(8)}]\nsliding_window: 64`,
    `${model}layer_types: [${'full_attention, '.repeat(8)}]\nsliding_window: null`,
  ],
  [
    'window-switch',
    'hidden_size: 64\nnum_hidden_layers: 2\nmodel_type: qwen2\nsliding_window: 4096',
    'hidden_size: 64\nnum_hidden_layers: 2\nmodel_type: mistral\nsliding_window: 4096',
  ],
  [
    'window-size',
    `${model}use_sliding_window: true\nmax_position_embeddings: 10\nsliding_window: 11`,
    `${model}max_position_embeddings: 10\nsliding_window: 11`,
  ],
  [
    'linear-heads-divide',
    `${model}linear_num_key_heads: 12\nlinear_num_value_heads: 32`,
    `${model}linear_num_key_heads: 16\nlinear_num_value_heads: 32`,
  ],
  [
    'query-scale',
    `${model}head_dim: 256\nquery_pre_attn_scalar: 265`,
    `${model}head_dim: 256\nquery_pre_attn_scalar: 128`,
  ],
  [
    'latent-head-dim',
    `${model}kv_lora_rank: 8\nqk_nope_head_dim: 128\nqk_rope_head_dim: 63`,
    `${model}kv_lora_rank: 8\nqk_nope_head_dim: 128\nqk_rope_head_dim: 64\nqk_head_dim: 192`,
  ],
  [
    'mrope-section',
    `${model}rope_scaling:\n  rope_type: default\n  mrope_section: [24, 20, 18]`,
    `${model}rope_scaling:\n  rope_type: default\n  mrope_section: [24, 20, 20]`,
  ],
  [
    'mrope-section',
    `${model}rope_scaling:\n  mrope_section: [32, 32]`,
    `${model}rope_scaling:\n  mrope_section: [16, 24, 24]`,
  ],
  ['odd-rotary-width', `${model}head_dim: 127`, `${model}head_dim: 126`],
  [
    'rope-keys',
    `${model}rope_scaling:\n  factor: 8.0\n  rope_type: llama3`,
    `${model}rope_scaling:\n  factor: 8.0\n  rope_type: linear`,
  ],
  [
    'rope-keys',
    `${model}rope_scaling:\n  factor: 8.0\n  rope_type: dynamc`,
    `${model}rope_scaling:\n  factor: 8.0\n  rope_type: entirely_new`,
  ],
  [
    'rope-type-conflict',
    `${model}rope_scaling:\n  factor: 4.0\n  rope_type: linear\n  type: dynamic`,
    `${model}rope_scaling:\n  rope_type: default\n  type: mrope`,
  ],
  [
    'yarn-factor',
    `${model}max_position_embeddings: 131072\nrope_scaling:\n  rope_type: yarn\n  original_max_position_embeddings: 32768\n  factor: 2.0`,
    `${model}max_position_embeddings: 131072\nrope_scaling:\n  rope_type: yarn\n  original_max_position_embeddings: 32768\n  factor: 4.0`,
  ],
  [
    'llama3-rope',
    `${model}rope_scaling:\n  rope_type: llama3\n  factor: 8.0\n  original_max_position_embeddings: 8192\n  low_freq_factor: 4.0\n  high_freq_factor: 1.0`,
    `${model}rope_scaling:\n  rope_type: llama3\n  factor: 8.0\n  original_max_position_embeddings: 8192\n  low_freq_factor: 1.0\n  high_freq_factor: 4.0`,
  ],
  [
    'longrope-length',
    `${model}head_dim: 4\nrope_scaling:\n  rope_type: longrope\n  short_factor: [1.0, 1.0]\n  long_factor: [1.0]`,
    `${model}head_dim: 4\nrope_scaling:\n  rope_type: longrope\n  short_factor: [1.0, 1.0]\n  long_factor: [1.0, 1.0]`,
  ],
  [
    'rope-set-twice',
    `${model}rope_parameters: { rope_theta: 1000000.0 }\nrope_theta: 10000.0`,
    `${model}rope_parameters: { rope_theta: 10000.0 }\nrope_theta: 10000.0`,
  ],
  [
    'experts-per-token',
    `${model}num_experts: 8\nnum_experts_per_tok: 16`,
    `${model}num_local_experts: 8\nexperts_per_token: 2`,
  ],
  [
    'expert-groups',
    `${model}n_routed_experts: 256\nn_group: 7`,
    `${model}n_routed_experts: 256\nn_group: 8\ntopk_group: 4`,
  ],
  [
    'expert-groups',
    `${model}n_routed_experts: 256\nn_group: 8\ntopk_group: 9`,
    `${model}n_routed_experts: 256\nn_group: 8\ntopk_group: 8`,
  ],
  [
    'expert-groups',
    `${model}n_routed_experts: 64\nn_group: 8\ntopk_group: 1\nnum_experts_per_tok: 9`,
    `${model}n_routed_experts: 64\nn_group: 8\ntopk_group: 1\nnum_experts_per_tok: 8`,
  ],
  ['dense-layers', `${model}mlp_only_layers: [0, 8]`, `${model}mlp_only_layers: [0, 7]`],
  ['dense-layers', `${model}decoder_sparse_step: 0`, `${model}decoder_sparse_step: 1`],
  ['first-dense-layers', `${model}first_k_dense_replace: 9`, `${model}first_k_dense_replace: 8`],
  [
    'layer-types',
    `${model}layer_types: [full_attention]`,
    `${model}layer_types: [a1, a2, a3, a4, a5, a6, a7, a8]`,
  ],
  [
    'attention-interval',
    'model_type: x\nnum_hidden_layers: 2\nfull_attention_interval: 2\nlayer_types: [full_attention, linear_attention]',
    'model_type: x\nnum_hidden_layers: 2\nfull_attention_interval: 2\nlayer_types: [linear_attention, full_attention]',
  ],
  ['layer-index', `${model}cross_attention_layers: [3, 8]`, `${model}cross_attention_layers: [3, 7]`],
  [
    'vision-output-width',
    'model_type: qwen3_vl\ntext_config: { hidden_size: 8, num_hidden_layers: 4 }\nvision_config:\n  out_hidden_size: 16',
    'model_type: fresh_vl\ntext_config: { hidden_size: 8, num_hidden_layers: 4 }\nvision_config:\n  out_hidden_size: 16',
  ],
  [
    'vision-output-width',
    'model_type: qwen2_vl\nnum_attention_heads: 8\nhidden_size: 8\nvision_config:\n  hidden_size: 16',
    'model_type: qwen2_vl\nnum_attention_heads: 8\nhidden_size: 8\nvision_config:\n  hidden_size: 8',
  ],
  [
    'deepstack-indexes',
    `${model}vision_config:\n  depth: 27\n  deepstack_visual_indexes: [8, 16, 27]`,
    `${model}vision_config:\n  depth: 27\n  deepstack_visual_indexes: [8, 16, 26]`,
  ],
  [
    'deepstack-indexes',
    `${model}vision_config:\n  depth: 27\n  deepstack_visual_indexes: [8, 8]`,
    `${model}vision_config:\n  depth: 27\n  deepstack_visual_indexes: []`,
  ],
  [
    'position-grid',
    `${model}vision_config:\n  num_position_embeddings: 2300`,
    `${model}vision_config:\n  num_position_embeddings: 2304`,
  ],
  [
    'vision-heads-divide',
    `${model}vision_config:\n  hidden_size: 1152\n  num_heads: 14`,
    `${model}vision_config:\n  hidden_size: 1152\n  num_heads: 16`,
  ],
  [
    'patches-divide-image',
    `${model}vision_config:\n  patch_size: 14\n  image_size: 900`,
    `${model}vision_config:\n  patch_size: 14\n  image_size: 896`,
  ],
  [
    'token-id-range',
    `${model}vocab_size: 129280\neos_token_id: 151643`,
    `${model}vocab_size: 129280\npad_token_id: -1`,
  ],
  [
    'token-id-range',
    `${model}vocab_size: 100\neos_token_id: [5, 100]`,
    `${model}vocab_size: 100\neos_token_id: [5, 99]`,
  ],
  [
    'tied-embeddings-conflict',
    'model_type: x\ntie_word_embeddings: false\ntext_config:\n  tie_word_embeddings: true',
    'model_type: x\ntie_word_embeddings: true\ntext_config:\n  tie_word_embeddings: true',
  ],
  [
    'tied-embeddings-conflict',
    'model_type: qwen3_vl\ntext_config: { rope_theta: 1 }\ntie_word_embeddings: true',
    'model_type: gemma3\ntext_config: { rope_theta: 1 }\ntie_word_embeddings: true',
  ],
  [
    'rope-keys',
    `${model}rope_scaling:\n  factor: 8.0\n  type: llama3`,
    `${model}rope_scaling:\n  factor: 8.0\n  type: linear`,
  ],
  [
    'vision-output-width',
    'model_type: qwen3_vl\ntext_config: { hidden_size: 2048 }\nvision_config: { depth: 27 }',
    'model_type: qwen3_vl\ntext_config: { hidden_size: 3584, num_attention_heads: 32 }\nvision_config: { depth: 27 }',
  ],
  [
    'kv-heads-divide-heads',
    '{ num_attention_heads: 12, head_dim: 64, model_type: mistral }',
    '{ num_attention_heads: 12, head_dim: 64, model_type: llama }',
  ],
  [
    'mrope-section',
    'model_type: qwen3_vl\ntext_config:\n  hidden_size: 2560\n  rope_scaling:\n    mrope_section: [24, 20, 18]',
    'model_type: qwen3_vl\ntext_config:\n  hidden_size: 2560\n  rope_scaling:\n    mrope_section: [24, 20, 20]\nvision_config:\n  out_hidden_size: 2560',
  ],
  [
    'alias-conflict',
    `${model}num_experts: 128\nnum_local_experts: 64`,
    `${model}num_experts: 64\nnum_local_experts: 64`,
  ],
  [
    'labels',
    `${model}id2label: { 0: a, 1: b }\nnum_labels: 3`,
    `${model}id2label: { 0: a, 1: b }\nnum_labels: 2`,
  ],
  [
    'labels',
    `${model}num_labels: 1\nproblem_type: single_label_classification`,
    `${model}num_labels: 1\nproblem_type: regression`,
  ],
  [
    'quantization-blocks',
    `${model}quantization_config: { weight_block_size: [128, 128] }\nintermediate_size: 10000`,
    `${model}quantization_config: { weight_block_size: [128, 128] }\nintermediate_size: 10240`,
  ],
  ['not-positive', `${model}vocab_size: 0`, `${model}vocab_size: 1`],
  ['null-size', `${model}vocab_size: null`, `${model}vocab_size: 1`],
  [
    'null-size',
    'model_type: null\nvocab_size: null\nnum_hidden_layers: null\nhidden_size: null',
    'model_type: llama\nhidden_size: 64\nnum_key_value_heads: null\nhead_dim: null',
  ],
  [
    'null-size',
    'model_type: acme\nnum_hidden_layers: null\nhidden_size: null',
    'model_type: acme\ntext_config: {}',
  ],
  [
    'null-size',
    `${model}vision_config: { depth: 2, patch_size: null }`,
    `${model}vision_config: { depth: 2, num_hidden_layers: null, patch_size: 14, in_channels: null }`,
  ],
  [
    'experts-per-token',
    `${model}num_experts: null\nnum_local_experts: 8\nnum_experts_per_tok: 9`,
    `${model}num_experts: null\nnum_local_experts: 8\nnum_experts_per_tok: 8`,
  ],
  ['share-range', `${model}attention_dropout: 10`, `${model}attention_dropout: 0.1`],
  ['share-range', `${model}resid_pdrop: 10`, `${model}dropout_interval: 10`],
  ['share-range', `${model}hidden_dropout_prob: -0.1`, `${model}hidden_dropout_prob: 1`],
  ['scale-sign', `${model}rms_norm_eps: 1.0e+6`, `${model}rms_norm_eps: 1.0e-6`],
  [
    'unlikely-sizes',
    'model_type: llama\nhidden_size: 14336\nintermediate_size: 4096',
    'model_type: llama\nhidden_size: 4096\nintermediate_size: 14336',
  ],
  [
    'unlikely-sizes',
    'model_type: mixtral\nhidden_size: 32\nnum_attention_heads: 8\nnum_hidden_layers: 4096',
    'model_type: olmoe\nhidden_size: 2048\nnum_experts: 64\nintermediate_size: 1024',
  ],
  [
    'unlikely-sizes',
    'hidden_size: 128\nnum_attention_heads: 32\nhead_dim: 2048',
    'model_type: gemma3_text\nhidden_size: 64\nhead_dim: 256\nintermediate_size: 32',
  ],
  [
    'differs-from-published',
    'hidden_size: 4096\nintermediate_size: 14336\nnum_hidden_layers: 32\nnum_attention_heads: 32\nnum_local_experts: 8\nnum_key_value_heads: 32',
    'hidden_size: 4096\nintermediate_size: 14336\nnum_hidden_layers: 32\nnum_attention_heads: 32\nnum_local_experts: 8\nnum_key_value_heads: 8',
  ],
  [
    'tensor-parallel',
    'num_attention_heads: 32\ntensor_model_parallel_size: 6',
    'num_attention_heads: 32\ntensor_model_parallel_size: 8',
  ],
  [
    'tensor-parallel',
    'MODEL_ARGS:\n  --num-attention-heads: 24\n  --num-query-groups: 3\n  --tensor-model-parallel-size: 2',
    'MODEL_ARGS:\n  --num-attention-heads: 24\n  --num-query-groups: 3\n  --tensor-model-parallel-size: 6',
  ],
  [
    'expert-parallel',
    'a: { num_experts: 128 }\nb:\n  expert_model_parallel_size: 12',
    'a: { num_experts: 128 }\nb:\n  expert_model_parallel_size: 16',
  ],
  [
    'expert-parallel',
    'num_layers: 46\nexpert_model_parallel_size: 2',
    'num_layers: 46\nexpert_model_parallel_size: 1',
  ],
  ['expert-parallel', 'num_layers: 4\nep_size: 8', 'ep_size: 8'],
  ['expert-parallel', 'num_layers: 4\nep_size: 2', 'moe_num_experts: 4\nnum_layers: 4\nep_size: 2'],
  ['expert-parallel', 'num_layers: 4\nep_size: 8', 'm: { _target_: a.MoE, num_layers: 4 }\nep_size: 8'],
  [
    'router',
    'scoring_func: softmax\nmoe_router_enable_expert_bias: true',
    'scoring_func: sigmoid\nmoe_router_enable_expert_bias: true',
  ],
  [
    'pipeline-parallel',
    'num_layers: 46\npipeline_model_parallel_size: 4',
    'num_layers: 46\naccount_for_loss_in_pipeline_split: true\npipeline_model_parallel_size: 4',
  ],
  [
    'pipeline-parallel',
    'num_layers: 48\npipeline_model_parallel_size: 4\nvirtual_pipeline_model_parallel_size: 5',
    'num_layers: 48\npipeline_model_parallel_size: 4\nvirtual_pipeline_model_parallel_size: 6',
  ],
  [
    'sequence-length',
    'max_position_embeddings: 4096\nseq_length: 8192',
    'max_position_embeddings: 8192\nseq_length: 8192',
  ],
  [
    'sequence-length',
    'context_parallel_size: 3\nseq_length: 4096',
    'context_parallel_size: 4\nseq_length: 4096',
  ],
  [
    'learning-rate-order',
    'learning_rate_scheduler: { learning_rate: 0.0003, min_decay_lr: 0.003 }',
    'learning_rate_scheduler: { learning_rate: 0.0003, min_decay_lr: 0.00003 }',
  ],
  ['learning-rate-order', 'lr: 1.0e-5\nmin_lr: 1.0e-4', 'lr: 1.0e-4\nmin_lr: 1.0e-5'],
  [
    'router',
    'num_experts: 8\nmoe_router_topk: 1',
    'num_experts: 8\nmoe_router_topk: 1\nmoe_router_load_balancing_type: sinkhorn',
  ],
  ['router', 'num_layers: 4\nmoe_router_enable_expert_bias: true', 'moe_router_enable_expert_bias: true'],
  [
    'router',
    'moe_aux_loss_coeff: 0.01\nmoe_router_load_balancing_type: sinkhorn',
    'moe_aux_loss_coeff: 0\nmoe_router_load_balancing_type: sinkhorn',
  ],
  ['router', 'moe_ffn_hidden_size: 512', 'num_experts: 8\nmoe_ffn_hidden_size: 512'],
  [
    'router',
    'moe_router_load_balancing_type: sinkhorn\nmoe_expert_capacity_factor: 1.0',
    'moe_expert_capacity_factor: 1.0',
  ],
  [
    'tensor-parallel',
    'model: { n_layers: 32, n_heads: 32, dim: 4096 }\nparallelism:\n  tensor_parallel_degree: 6',
    'model: { n_layers: 32, n_heads: 32, dim: 4096 }\nparallelism:\n  tensor_parallel_degree: 8',
  ],
  [
    'tensor-parallel',
    'model: { num_attention_heads: 30 }\nparallelism:\n  dp: 4\n  tp: 4',
    'model: { num_attention_heads: 30 }\ntaps:\n  up: 4\n  tp: 4',
  ],
  [
    'tensor-parallel',
    'actor: { tp_size: 2 }\nmodel: { n_head: 30 }\nrollout:\n  tp_size: 4',
    'teacher: { n_head: 30 }\nstudent: { n_head: 32 }\nrollout: { tp_size: 4 }',
  ],
  [
    'tensor-parallel',
    'hidden_size: 4095\nnum_attention_heads: 32\nhead_dim: 128\ntp_size: 8',
    'vision_config: { num_heads: 15 }\ntext_config: { num_attention_heads: 32 }\ntp_size: 8',
  ],
  [
    'pipeline-parallel',
    'num_layers: 24\npipeline_model_parallel_size: 2\nnum_layers_per_virtual_pipeline_stage: 5',
    'num_layers: 24\npipeline_model_parallel_size: 2\nnum_layers_per_virtual_pipeline_stage: 6',
  ],
  [
    'pipeline-parallel',
    'n_layers: 32\npipeline_parallel_degree: 48',
    'num_hidden_layers: 46\nmax_model_len: 2048\npipeline-parallel-size: 4',
  ],
  ['pipeline-parallel', 'num_layers: 30\ntp: 1\npp: 4', 'num_layers: 30\ntp: 1\npp: 3'],
  [
    'expert-parallel',
    'model: { num_layers: 30, num_experts: 60 }\ndistributed:\n  tp: 8\n  ep: 8',
    'model: { num_layers: 30, num_experts: 60 }\ndistributed:\n  tp: 8\n  ep: 4',
  ],
  [
    'world-size',
    'nnodes: 1\nnproc_per_node: 8\npipeline_model_parallel_size: 2\nexpert_tensor_parallel_size: 1\nexpert_model_parallel_size: 8',
    'nnodes: 1\nnproc_per_node: 8\npipeline_model_parallel_size: 2\nexpert_tensor_parallel_size: 1\nexpert_model_parallel_size: 4',
  ],
  [
    'world-size',
    'cluster: {gpus_per_node: 8, num_nodes: 1}\npolicy: {megatron: {tensor_parallel_size: 4, pipeline_model_parallel_size: 4}, vllm: {tensor_parallel_size: 2}}',
    'cluster: {gpus_per_node: 8, num_nodes: 1}\npolicy: {megatron: {tensor_parallel_size: 4, pipeline_model_parallel_size: 2}, vllm: {tensor_parallel_size: 8}}',
  ],
  [
    'world-size',
    'cluster: {gpus_per_node: 1, num_nodes: 1}\nmegatron: {enabled: true, tensor_parallel_size: 2}',
    'cluster: {gpus_per_node: 1, num_nodes: 1}\nmegatron: {enabled: false, tensor_parallel_size: 2}',
  ],
  [
    'world-size',
    'distillation: { n_gpus_per_node: 1, nnodes: 1, teacher: { model_path: m, inference: { tensor_model_parallel_size: 2 } } }',
    'distillation: { n_gpus_per_node: 1, nnodes: 1, teacher: { model_path: null, inference: { tensor_model_parallel_size: 2 } } }',
  ],
  [
    'world-size',
    'num_processes: 8\ncp_size: 2\ntp_size: 3',
    'actor: { tp_size: 8 }\nrollout: { pp_size: 2 }\nnum_processes: 8',
  ],
  [
    'quantization-groups',
    'hidden_size: 4096\nquantization_config: { bits: 4, group_size: 128 }\nintermediate_size: 11000',
    'hidden_size: 4096\nquantization_config: { bits: 4, group_size: -1 }\nintermediate_size: 11000',
  ],
  [
    'quantization-groups',
    'm: { intermediate_size: 29568, quantization_config: { group_size: 128 } }\ntensor_parallel_size: 2',
    'm: { intermediate_size: 29568, quantization_config: { group_size: 128 } }\ntensor_parallel_size: 3',
  ],
  [
    'batch-product',
    'train_micro_batch_size_per_gpu: 4\ngradient_accumulation_steps: 2\ntrain_batch_size: 30',
    'train_micro_batch_size_per_gpu: 4\ngradient_accumulation_steps: 2\ntrain_batch_size: 96',
  ],
  [
    'batch-product',
    'train_micro_batch_size_per_gpu: 4\nnum_processes: 8\ngradient_accumulation_steps: 2\ntrain_batch_size: 96',
    'train_micro_batch_size_per_gpu: 4\nnum_processes: 8\ngradient_accumulation_steps: 2\ntrain_batch_size: 64',
  ],
  [
    'batch-product',
    'micro_batch_size: 4\nglobal_batch_size: 18',
    'micro_batch_size: 4\nglobal_batch_size: -1',
  ],
  [
    'batch-product',
    'world_size: 8\ntensor_parallel_degree: 1\ntraining: { local_batch_size: 2, global_batch_size: 8 }',
    'training: { local_batch_size: 2, global_batch_size: 8 }\nworld_size: 8\ntensor_parallel_degree: 2',
  ],
  [
    'policy-batch',
    'data: { train_batch_size: 512 }\nactor:\n  ppo_mini_batch_size: 1024',
    'data: { train_batch_size: 512 }\nactor:\n  ppo_mini_batch_size: 512',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nrollout: { n: 4 }\nactor:\n  ppo_mini_batch_size: 256\n  ppo_micro_batch_size_per_gpu: 48',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nrollout: { n: 4 }\nactor:\n  use_dynamic_bsz: true\n  ppo_mini_batch_size: 256\n  ppo_micro_batch_size_per_gpu: 48',
  ],
  [
    'policy-batch',
    'data: { train_batch_size: 8 }\nactor:\n  ppo_mini_batch_size: 32',
    'data: { train_batch_size: 0 }\nactor:\n  ppo_mini_batch_size: 32',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 3 }\nactor:\n  ppo_mini_batch_size: 48\n  ppo_micro_batch_size_per_gpu: 4',
    'trainer: { n_gpus_per_node: 8, nnodes: 3 }\nactor:\n  megatron: { pipeline_model_parallel_size: 4, tensor_model_parallel_size: 2 }\n  ppo_mini_batch_size: 48\n  ppo_micro_batch_size_per_gpu: 4',
  ],
  [
    'policy-batch',
    'actor:\n  ppo_mini_batch_size: 256\n  ppo_micro_batch_size_per_gpu: 48',
    'actor:\n  ppo_mini_batch_size: 256\n  ppo_micro_batch_size_per_gpu: 32',
  ],
  // verl rounds the share of a rank down, and a rollout's ranks are the actor's too
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nactor:\n  ppo_mini_batch_size: 100\n  ppo_micro_batch_size_per_gpu: 5',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nactor:\n  ppo_mini_batch_size: 100\n  ppo_micro_batch_size_per_gpu: 4',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nrollout: { tensor_model_parallel_size: 4 }\nactor:\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 16',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nrollout: { tensor_model_parallel_size: 4 }\nactor:\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 8',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nactor:\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 16',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\nactor:\n  ulysses_sequence_parallel_size: 4\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 16',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 2 }\nactor: { ppo_mini_batch_size: 50 }\ndata: { train_batch_size: 100 }',
    'trainer: { n_gpus_per_node: 8, nnodes: 2 }\ndata: { train_batch_size: 100 }\nrollout: { n: 4 }\nactor: { ppo_mini_batch_size: 50 }',
  ],
  [
    'policy-batch',
    'data: { train_batch_size: 8 }\nalgorithm: { adv_estimator: gae }\ncritic: { ppo_mini_batch_size: 32 }',
    'data: { train_batch_size: 8 }\nalgorithm: { adv_estimator: grpo }\ncritic: { ppo_mini_batch_size: 32 }',
  ],
  [
    'policy-batch',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\ncritic:\n  ulysses_sequence_parallel_size: 1\n  fsdp_config: { ulysses_sequence_parallel_size: 2 }\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 16',
    'trainer: { n_gpus_per_node: 8, nnodes: 1 }\ncritic:\n  ulysses_sequence_parallel_size: 2\n  fsdp_config: { ulysses_sequence_parallel_size: 1 }\n  ppo_mini_batch_size: 64\n  ppo_micro_batch_size_per_gpu: 16',
  ],
  [
    'policy-batch',
    'actor: { ppo_mini_batch_size: 64, ppo_micro_batch_size: 48 }',
    'actor: { ppo_mini_batch_size: 64, ppo_micro_batch_size: 32 }',
  ],
  [
    'sequence-length',
    'max_position_embeddings: 32768\nmax-model-len: 65536',
    'max_position_embeddings: 32768\nrope_scaling: { rope_type: yarn, factor: 4.0 }\nmax-model-len: 65536',
  ],
  [
    'sequence-length',
    'max_position_embeddings: 4096\ncutoff_len: 8192',
    'max_position_embeddings: 4096\nrope_scaling: linear\ncutoff_len: 8192',
  ],
  [
    'rollout-length',
    'rollout: { max_model_len: 2048 }\ndata:\n  max_prompt_length: 1024\n  max_response_length: 4096',
    'rollout: { max_model_len: 2048 }\ndata:\n  max_prompt_length: 1024\n  max_response_length: 1024',
  ],
  [
    'learning-rate-order',
    'optim:\n  lr: 1.0e-5\n  sched:\n    min_lr: 1.0e-4',
    'vision: { lr: 1.0e-5 }\nllm: { min_lr: 1.0e-4 }',
  ],
  ['warmup', 'max_steps: 10\nwarmup_steps: 2000', 'max_steps: -1\nwarmup_steps: 2000'],
  [
    'warmup',
    'max_duration: 4800ba\nscheduler: {name: cosine_with_warmup, t_warmup: 9600ba}',
    'max_duration: 1ep\nscheduler: {name: cosine_with_warmup, t_warmup: 9600ba}',
  ],
  [
    'warmup',
    'max_duration: 1ep\nscheduler: {t_warmup: 1.5dur}',
    'max_duration: 1ep\nscheduler: {t_warmup: 0.1dur}',
  ],
  [
    'warmup',
    'max_duration: 700\nscheduler: {units: steps, t_warmup: 2000}',
    'max_duration: 2e9T\nscheduler: {units: steps, t_warmup: 2000000000}',
  ],
  [
    'warmup',
    'max_duration: 2e9T\nscheduler: {units: tokens, t_warmup: 4000000000}',
    'max_duration: 2e9T\nscheduler: {units: tokens, t_warmup: 1000000000}',
  ],
  [
    'share-range',
    'pipe_parallel_size: 1\ntrain_iters: 100\nwarmup: 1.5',
    'pipe_parallel_size: 1\ntrain_iters: 100\nwarmup: 0.01',
  ],
  ['share-range', 'algorithm: {adv_estimator: gae, gamma: 99}', 'loss: {name: focal, gamma: 2.0}'],
  ['share-range', 'algorithm: {gamma: 1.0, lam: 95}', 'loss: {lam: 95}'],
  ['share-range', 'actor: {clip_ratio: 20}', 'actor: {clip_ratio: 0.2, clip_ratio_c: 3.0}'],
  [
    'embedding-rows',
    'model: {d_model: 4096, n_heads: 32, n_layers: 32, vocab_size: 50280, embedding_size: 50257}',
    'model: {hidden_size: 4096, num_attention_heads: 64, vocab_size: 30000, embedding_size: 128}',
  ],
  [
    'heads-divide-width',
    'model: {type: llama, hidden_dim: 4096, num_heads: 30, num_layers: 32}',
    'model: {type: llama, hidden_dim: 4096, num_heads: 30, num_layers: 32, head_dim: 128}',
  ],
  [
    'tensor-parallel',
    'model: {num_attention_heads: 32, num_key_value_heads: 8}\nparallelism: {dp: 1, pp: 1, pp_engine: 1f1b, tp: 16}',
    'model: {num_attention_heads: 32, num_key_value_heads: 8}\nparallelism: {dp: 1, pp: 1, tp: 16}',
  ],
  [
    'sequence-length',
    'model: {name: mpt_causal_lm, d_model: 64, n_heads: 4, n_layers: 2, max_seq_len: 2048}\ntrain_loader: {dataset: {max_seq_len: 4096}}',
    'model: {name: mpt_causal_lm, d_model: 64, n_heads: 4, n_layers: 2, max_seq_len: 2048}\ntrain_loader: {dataset: {max_seq_len: 2048}}',
  ],
  [
    'warmup',
    'train_iters: 100\nlr_decay_iters: 100\nlr_warmup_iters: 200',
    'train_iters: 300\nlr_decay_iters: 300\nlr_warmup_iters: 200',
  ],
  [
    'warmup',
    'train_iters: 20\nlr_decay_iters: 300\nlr_warmup_iters: 20',
    'train_iters: 30\nlr_decay_iters: 300\nlr_warmup_iters: 20',
  ],
  [
    'warmup-twice',
    'lr_warmup_fraction: 0.01\nlr_warmup_iters: 20',
    'lr_warmup_fraction: 0.01\nlr_warmup_iters: 0',
  ],
  [
    'warmup-twice',
    'lr-warmup-fraction: 0.01\nlr-warmup-samples: 20',
    'lr_warmup_fraction: null\nlr_warmup_samples: 20',
  ],
  [
    'offload-path',
    'zero_optimization: { stage: 3, offload_param: { device: nvme } }',
    'zero_optimization: { stage: 3, offload_param: { device: nvme, nvme_path: /disk } }',
  ],
  [
    'offload-path',
    'deepspeed_config: { zero_stage: 3, offload_optimizer_device: nvme, offload_optimizer_nvme_path: none }',
    'deepspeed_config: { zero_stage: 3, offload_optimizer_device: cpu }',
  ],
  [
    'warmup',
    'training: { steps: 100 }\nlr_scheduler:\n  warmup_steps: 200',
    'gait: { steps: 100 }\nlr_scheduler: { warmup_steps: 200 }',
  ],
  ['decay-end', 'train_iters: 2000\nlr_decay_iters: 1000', 'train_iters: 2000\nlr_decay_iters: 3000'],
  [
    'best-model',
    'load_best_model_at_end: true\neval_strategy: steps\nsave_strategy: epoch',
    'load_best_model_at_end: false\neval_strategy: steps\nsave_strategy: epoch',
  ],
  [
    'best-model',
    'load_best_model_at_end: true\neval_strategy: steps\neval_steps: 200\nsave_steps: 500',
    'load_best_model_at_end: true\neval_strategy: steps\neval_steps: 250\nsave_steps: 500',
  ],
  ['two-precisions', 'bf16: true\nfp16: true', 'bf16: true\nfp16: auto'],
  [
    'two-precisions',
    'bf16: { enabled: true }\nfp16: { enabled: true }',
    'teacher: { bf16: true }\nstudent: { fp16: true }',
  ],
  ['mixed-precision-conflict', 'bf16: true\nmixed_precision: fp16', 'bf16: true\nmixed_precision: bf16'],
  ['zero-stage', 'zero_optimization:\n  stage: 7', 'curriculum:\n  stage: 7'],
  [
    'two-precisions',
    'bf16_full_eval: true\nfp16_full_eval: true',
    'bf16_full_eval: true\nfp16_full_eval: false',
  ],
  [
    'batch-product',
    'parallelism: {data_parallel_replicate_degree: 2, data_parallel_shard_degree: 4}\ntraining: {local_batch_size: 2, global_batch_size: 60}',
    'parallelism: {data_parallel_replicate_degree: 2, data_parallel_shard_degree: -1}\ntraining: {local_batch_size: 2, global_batch_size: 60}',
  ],
  ['tensor-parallel', 'num_attention_heads: 30\ntp: 4', 'num_attention_heads: 30\nother: {tp: 4}'],
  ['zero-stage', 'deepspeed_config:\n  zero_stage: 4', 'deepspeed_config:\n  zero_stage: 0'],
  [
    'zero-options',
    'zero_optimization:\n  stage: 2\n  offload_param: { device: cpu }',
    'zero_optimization:\n  stage: 2\n  offload_param: { device: none }',
  ],
  [
    'zero-options',
    'zero_optimization:\n  stage: 0\n  offload_optimizer: { device: cpu }',
    'zero_optimization:\n  stage: 1\n  offload_optimizer: { device: cpu }',
  ],
  [
    'zero-options',
    'zero_optimization:\n  reduce_bucket_size: 500000000',
    'zero_optimization:\n  stage: 2\n  reduce_bucket_size: 500000000',
  ],
  [
    'zero-options',
    'zero_optimization:\n  stage: 2\n  offload_optimizer: { device: nvme, nvme_path: /d }',
    'zero_optimization:\n  stage: 3\n  offload_optimizer: { device: nvme, nvme_path: /d }',
  ],
  [
    'zero-options',
    'zero_optimization:\n  stage: 2\n  zero_hpz_partition_size: 8',
    'zero_optimization:\n  stage: 2\n  zero_hpz_partition_size: 1',
  ],
  [
    'zero-options',
    'zero_optimization:\n  stage: 3\n  round_robin_gradients: true',
    'zero_optimization:\n  stage: 2\n  round_robin_gradients: true',
  ],
  ['count-range', 'per_device_train_batch_size: -2', 'max_steps: -1'],
  ['count-range', 'gradient_accumulation_steps: 0', 'pipe-parallel-size: 0'],
  ['count-range', 'warmup_steps: -5', 'num_train_epochs: 0.5'],
  ['count-range', 'lora_r: 0', 'lora_rank: 0'],
  [
    'zero-options',
    'deepspeed_config: {zero_stage: 2, zero3_init_flag: true}',
    'deepspeed_config: {zero_stage: 2, zero3_init_flag: false, offload_param_device: none}',
  ],
  [
    'ranks-without-effect',
    'num_layers: 4\ntensor_model_parallel_size: 1\nsequence_parallel: true',
    'num_layers: 4\ntensor_model_parallel_size: 2\nsequence_parallel: true',
  ],
  [
    'ranks-without-effect',
    'n_layers: 4\nparallelism: { tensor_parallel_degree: 1, enable_async_tensor_parallel: true }',
    'parallelism: { tensor_parallel_degree: 1, enable_async_tensor_parallel: true }',
  ],
  [
    'batch-product',
    'micro_train_batch_size: 4\ntrain_batch_size: 62',
    'micro_train_batch_size: 4\ntrain_batch_size: 64',
  ],
  ['count-range', 'seed: -42', 'seed: -1'],
  ['count-range', 'val_size: -0.1', 'val_size: 0'],
  ['share-range', 'cliprange: 2', 'cliprange: 0.2'],
  [
    'dropout-without-effect',
    'attn_implementation: flash_attention_3\nattention_dropout: 0.1',
    'attn_implementation: flash_attention_2\nattention_dropout: 0.1',
  ],
  [
    'dropout-without-effect',
    'attn_implementation: flex_attention\nattention_dropout: 0.1',
    'attn_implementation: flex_attention\nattention_dropout: 0.0',
  ],
  ['learning-rate-range', 'learning_rate: 100.0', 'learning_rate: 1.0'],
  ['learning-rate-range', 'optim: { actor_lr: -1.0e-6 }', 'optim: { lr_scale: 100 }'],
  ['share-range', 'adapter:\n  lora_dropout: 1.5', 'adapter:\n  lora_dropout: 0.5'],
  ['share-range', 'warmup_ratio: 3', 'warmup_ratio: 0.03'],
  [
    'share-range',
    'optimizer: { lr: 0.001, betas: [0.9, 9.5] }',
    'optimizer: { lr: 0.001, betas: [0.9, 0.95] }',
  ],
  ['share-range', 'scheduler: { alpha_f: 10 }', 'scheduler: { alpha_f: 0.1 }'],
  ['choice', 'eval_strategy: step', 'eval_strategy: steps'],
  ['choice', 'save_strategy: epochs', 'save_strategy: "{{ strategy }}"'],
  ['choice', 'save_strategy: nope', 'save_strategy: $SAVE_STRATEGY'],
  ['choice', 'attn_implementation: flash_atention_2', 'attn_implementation: flash_attention_4'],
];

describe.each(cases.map(([rule, broken, whole]) => ({ rule, broken, whole })))(
  '$rule',
  ({ rule, broken, whole }) => {
    test('finds it, at its line', () => {
      expect(rulesOf(broken)).toEqual([`${rule}:${broken.split('\n').length}`]);
    });

    test('lets the like pass', () => {
      expect(rulesOf(whole)).toEqual([]);
    });
  },
);

test('every rule has cases, and documentation that says how to fix', () => {
  const documented = ruleDocs
    .filter(({ summary }) => summary.includes('(Source: '))
    .map(({ id }) => id.replace('config/', ''));
  expect(documented.toSorted()).toEqual([...new Set(cases.map(([rule]) => rule))].toSorted());
  for (const doc of ruleDocs)
    expect([doc.summary, doc.fix, doc.example].every((text) => text.length > 5)).toBe(true);
});

test.each([
  ['model: {_target_: acme.Model}\noptim: {lr: 1e-5}\n', 'warning'],
  ['model: {name: acme}\noptim: {lr: 1e-5}\n', 'error'],
])('numbers as text in %j', (text, severity) => {
  const head = readDocument(text, { file: 'a.yaml', dialect: 'pyyaml' });
  expect(judgeConfigFile({ head, settings: configDefaults }).findings).toMatchObject([
    { rule: 'config/number-as-text', severity, line: 2 },
  ]);
});

test('family none switches the cross-field rules off', () => {
  const head = readDocument('hidden_size: 10\nnum_attention_heads: 3\n', {
    file: 'a.yaml',
    dialect: 'yaml-1.2',
  });
  expect(judgeConfigFile({ head, settings: { ...configDefaults, family: 'none' } }).findings).toEqual([]);
});
