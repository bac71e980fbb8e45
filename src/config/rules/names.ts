import type { DictNode } from '../../documents/tree/node.ts';

/**
 * One meaning, many names: what frameworks call the same parameter of a run (Megatron-LM, DeepSpeed, transformers, vLLM, SGLang,
 * torchtitan, torchtune, nanotron, GPT-NeoX, verl, axolotl, LLaMA-Factory, Lightning). The first name is the one in the documentation.
 */
export const names = {
  heads: ['num_attention_heads', 'n_head', 'n_heads', 'num_heads'],
  kvHeads: ['num_key_value_heads', 'num_query_groups', 'n_kv_heads', 'num_kv_heads', 'n_query_groups'],
  layers: ['num_hidden_layers', 'num_layers', 'n_layer', 'n_layers'],
  hidden: ['hidden_size', 'n_embd', 'd_model'],
  width: ['intermediate_size', 'ffn_hidden_size', 'd_ff'],
  expertWidth: ['moe_intermediate_size', 'moe_ffn_hidden_size'],
  headDim: ['head_dim', 'kv_channels', 'd_kv', 'd_head', 'head_size'],
  experts: [
    'num_experts',
    'num_local_experts',
    'n_routed_experts',
    'num_moe_experts',
    'moe_num_experts',
    'n_experts',
  ],
  positions: ['max_position_embeddings', 'n_positions'],
  ropeScaling: ['rope_scaling', 'rope_parameters'],
  modelClass: ['_target_'],
  tensor: [
    'tensor_model_parallel_size',
    'tensor_parallel_size',
    'tensor_parallel_degree',
    'tensor_parallel_dim',
    'model_parallel_size',
    'autotp_size',
    'tp_size',
    'generation_tp',
    'gen_tp',
    'tp',
  ],
  pipeline: [
    'pipeline_model_parallel_size',
    'pipeline_parallel_size',
    'pipeline_parallel_degree',
    'pipe_parallel_size',
    'pp_size',
    'pp',
  ],
  virtualLayers: ['num_layers_per_virtual_pipeline_stage'],
  virtualPipeline: ['virtual_pipeline_model_parallel_size', 'virtual_pipeline_parallel_size'],
  expertParallel: [
    'expert_model_parallel_size',
    'expert_parallel_size',
    'expert_parallel_degree',
    'moe_expert_parallel_size',
    'ep_size',
    'ep',
  ],
  expertTensor: ['expert_tensor_parallel_size'],
  context: ['context_parallel_size', 'context_parallel_degree', 'context_parallel_dim', 'cp_size', 'cp'],
  sequenceRanks: [
    'sequence_parallel_size',
    'ulysses_sequence_parallel_size',
    'ulysses_size',
    'sp_size',
    'sp',
  ],
  data: ['data_parallel_size', 'dp_size', 'dp'],
  dataReplicate: ['data_parallel_replicate_degree'],
  dataShard: ['data_parallel_shard_degree'],
  world: ['world_size', 'num_processes'],
  ranksPerNode: [
    'nproc_per_node',
    'n_gpus_per_node',
    'num_gpus_per_node',
    'gpus_per_node',
    'ngpus_per_node',
    'num_gpus',
    'devices',
  ],
  nodes: ['nnodes', 'num_nodes'],
  /** With these, pipeline stages may differ in length. */
  unevenStages: [
    'decoder_first_pipeline_num_layers',
    'decoder_last_pipeline_num_layers',
    'num_layers_in_first_pipeline_stage',
    'num_layers_in_last_pipeline_stage',
    'account_for_embedding_in_pipeline_split',
    'account_for_loss_in_pipeline_split',
    'pipeline_model_parallel_layout',
    'pipeline_parallel_split_points',
    'pipeline_parallel_module_fqns_per_model_part',
  ],
  length: [
    'seq_length',
    'encoder_seq_length',
    'seq_len',
    'sequence_len',
    'sequence_length',
    'cutoff_len',
    'max_seq_len',
    'max_seq_length',
    'max_sequence_length',
    'model_max_length',
    'max_length',
    'context_length',
    'max_model_len',
  ],
  /** What a server takes for its longest sequence. */
  servedLength: ['max_model_len', 'context_length', 'max_seq_len_to_capture'],
  promptLength: ['max_prompt_length'],
  answerLength: ['max_response_length'],
  globalBatch: ['global_batch_size', 'train_batch_size', 'global_train_batch_size'],
  microBatch: [
    'micro_batch_size',
    'train_micro_batch_size_per_gpu',
    'per_device_train_batch_size',
    'local_batch_size',
    'micro_batch_size_per_gpu',
    'micro_train_batch_size',
    'device_train_microbatch_size',
  ],
  accumulation: [
    'gradient_accumulation_steps',
    'batch_accumulation_per_replica',
    'accumulate_grad_batches',
    'gradient_accumulation',
  ],
  miniBatch: ['ppo_mini_batch_size'],
  policyMicroBatch: ['ppo_micro_batch_size_per_gpu'],
  policyMicroBatchOfAll: ['ppo_micro_batch_size'],
  policyStrategy: ['strategy'],
  advantage: ['adv_estimator'],
  switch: ['enable'],
  dynamicBatch: ['use_dynamic_bsz'],
  rolloutSamples: ['n'],
  clip: ['max_grad_norm', 'gradient_clipping', 'clip_grad', 'gradient_clip_val'],
  weightDecay: ['weight_decay'],
  steps: [
    'max_steps',
    'train_iters',
    'train_steps',
    'training_steps',
    'total_training_steps',
    'num_train_steps',
    'num_training_steps',
    'max_train_steps',
    'total_steps',
    'total_num_steps',
    'steps',
  ],
  warmup: [
    'warmup_steps',
    'lr_warmup_iters',
    'lr_warmup_steps',
    'num_warmup_steps',
    'warmup_num_steps',
    'warmup_iters',
  ],
  /** In units: `9600ba`, `0.1dur`. */
  timedWarmup: ['t_warmup'],
  warmupUnits: ['units'],
  duration: ['max_duration'],
  decay: ['lr_decay_iters'],
  rate: ['lr', 'learning_rate', 'max_lr', 'peak_lr'],
  lowestRate: ['min_lr', 'min_learning_rate', 'min_decay_lr'],
  bf16: ['bf16', 'bfloat16'],
  fp16: ['fp16', 'float16'],
  mixedPrecision: ['mixed_precision'],
  dtype: ['dtype', 'torch_dtype'],
  zeroStage: ['stage', 'zero_stage'],
  groupSize: ['group_size', 'q_group_size'],
  routerTopk: ['moe_router_topk'],
  routerScore: ['moe_router_score_function', 'scoring_func'],
  routerPreSoftmax: ['moe_router_pre_softmax'],
  routerBias: ['moe_router_enable_expert_bias'],
  routerBalancing: ['moe_router_load_balancing_type'],
  auxLoss: ['moe_aux_loss_coeff'],
  megatronExpertWidth: ['moe_ffn_hidden_size'],
  capacity: ['moe_expert_capacity_factor'],
  evalSteps: ['eval_steps'],
  saveSteps: ['save_steps'],
  evalStrategy: ['eval_strategy', 'evaluation_strategy'],
  saveStrategy: ['save_strategy'],
  loadBest: ['load_best_model_at_end'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Concept = keyof typeof names;

/** Name → what it may mean; most names mean one thing. */
export const conceptsOf: ReadonlyMap<string, readonly string[]> = gathered();

function gathered(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [concept, all] of Object.entries(names)) {
    for (const name of all) found.set(name, [...(found.get(name) ?? []), concept]);
  }
  return found;
}

/** Where a mapping stands: under which name, and what it holds. */
interface Around {
  readonly parent: string;
  readonly node: DictNode;
}

const isParallelism = ({ parent, node }: Around): boolean =>
  /parallel|distribut|mesh|layout/i.test(parent) ||
  ['tp', 'pp', 'ep', 'cp', 'sp', 'dp'].filter((name) => node.entries.has(name)).length >= 2 ||
  [
    'num_attention_heads',
    'num_hidden_layers',
    'num_layers',
    'n_heads',
    'n_layers',
    // of a server
    'model_path',
    'max_model_len',
    'context_length',
  ].some((name) => node.entries.has(name));

/** Short words that have the meaning only in such places. */
export const onlyWhere: ReadonlyMap<string, (around: Around) => boolean> = new Map([
  ...['tp', 'pp', 'ep', 'cp', 'sp', 'dp'].map((name) => [name, isParallelism] as const),
  ['n', ({ parent }: Around) => parent === 'rollout'] as const,
  ['stage', ({ parent }: Around) => parent === 'zero_optimization'] as const,
  ['group_size', ({ parent }: Around) => parent.startsWith('quantization') || parent === 'weights'] as const,
  ['enable', ({ parent }: Around) => parent === 'critic'] as const,
  ['strategy', ({ node }: Around) => node.entries.has('ppo_mini_batch_size')] as const,
  ['steps', ({ parent }: Around) => /^train(?:ing)?$/.test(parent)] as const,
  ...['devices', 'num_gpus'].map(
    (name) =>
      [name, ({ node }: Around) => node.entries.has('num_nodes') || node.entries.has('nnodes')] as const,
  ),
]);
