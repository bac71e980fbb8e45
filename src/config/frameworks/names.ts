/** Options whose names scripts use for parameters of their own. */
export const commonNames: ReadonlySet<string> = new Set([
  'use_cache',
  'tp_size',
  'project',
  'parallelism_config',
  'tools',
  'debug',
  // accelerate writes "no" itself
  'downcast_bf16',
]);

/** Sections whose class refuses every option that it does not have. */
export const closedSections: Readonly<Record<string, ReadonlySet<string>>> = {
  deepspeed: new Set([
    'zero_optimization',
    'activation_checkpointing',
    'fp16',
    'bf16',
    'zero_optimization.offload_param',
    'zero_optimization.offload_optimizer',
  ]),
};

/** Names of which one stands in every config that `optionPlaces` or FSDP's classes are about, with dashes too. */
export const frameworkMarks: readonly string[] = [
  'per_device_train_batch_size',
  'per_device_eval_batch_size',
  'per_gpu_train_batch_size',
  'per_gpu_eval_batch_size',
  'evaluation_strategy',
  'eval_strategy',
  'save_strategy',
  'peft_type',
  'image_processor_type',
  'video_processor_type',
  'compute_environment',
  'zero_optimization',
  'max_model_len',
  'gpu_memory_utilization',
  'tensor_parallel_size',
  'max_num_seqs',
  'mem_fraction_static',
  'tp_size',
  'context_length',
  'fsdp_transformer_layer_cls_to_wrap',
  'transformer_layer_cls_to_wrap',
  'base_model',
  '_component_',
  'transformers_version',
  'actor_rollout_ref',
  'parallelism',
  'activation_checkpoint',
  'lr_scheduler',
  'finetuning_type',
  'cutoff_len',
  'train_type',
  'tuner_type',
  'tuner_backend',
  'generation_config',
  'quantization_config',
  'bnb_config',
  'fsdp_config',
  'micro_batch_size',
  'tensor_model_parallel_size',
  'pipeline_model_parallel_size',
  'train_iters',
].flatMap((name) => [name, name.replaceAll('_', '-'), `--${name.replaceAll('_', '-')}`]);

/** An option as Python names it, of one that is written as a flag. */
export function canonicalName(name: string): string {
  return name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
}
