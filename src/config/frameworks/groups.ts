import type { DictNode } from '../../documents/tree/node.ts';

/** Where the options of a class stand in a config. */
export interface OptionPlace {
  readonly package: string;
  /** One or more classes of `facts.json`: an option belongs there if one of them has it. */
  readonly groups: readonly string[];
  /** What it has of another package, and may take over or leave to it as it likes. */
  readonly inherits?: { readonly package: string; readonly group: string };
  /** Nothing is said unless the repository decides on a version: others use the same names. */
  readonly needsPin: boolean;
  /** Whether a mapping is one for this class; `parent` is the name under which it stands, empty at the root. */
  fits(names: ReadonlySet<string>, parent: string, node: DictNode): boolean;
}

const some = (names: ReadonlySet<string>, least: number, ...wanted: readonly string[]): boolean =>
  wanted.filter((name) => names.has(name)).length >= least;

/** By the names that no other trainer has, or by several that this one has. */
const trains = (names: ReadonlySet<string>): boolean =>
  some(names, 1, 'per_device_train_batch_size', 'per_device_eval_batch_size') ||
  some(names, 1, 'per_gpu_train_batch_size', 'per_gpu_eval_batch_size') ||
  some(
    names,
    3,
    'evaluation_strategy',
    'eval_strategy',
    'save_strategy',
    'num_train_epochs',
    'save_total_limit',
  ) ||
  (some(names, 1, 'evaluation_strategy', 'eval_strategy') &&
    some(names, 2, 'max_steps', 'num_train_epochs', 'learning_rate', 'lr_scheduler_type'));

/** Options whose names scripts use for parameters of their own. */
export const commonNames: ReadonlySet<string> = new Set([
  'use_cache',
  'tp_size',
  'project',
  'parallelism_config',
  'tools',
  'debug',
]);

export const optionPlaces: readonly OptionPlace[] = [
  { package: 'transformers', groups: ['TrainingArguments'], needsPin: false, fits: trains },
  {
    package: 'trl',
    groups: ['SFTConfig', 'DPOConfig', 'GRPOConfig'],
    inherits: { package: 'transformers', group: 'TrainingArguments' },
    needsPin: true,
    fits: trains,
  },
  {
    package: 'peft',
    groups: ['LoraConfig'],
    needsPin: true,
    fits: (names, parent) => parent === '' && names.has('peft_type'),
  },
  {
    package: 'accelerate',
    groups: ['ClusterConfig'],
    needsPin: true,
    fits: (names, parent) => parent === '' && names.has('compute_environment'),
  },
  {
    package: 'vllm',
    groups: ['EngineArgs'],
    needsPin: false,
    fits: (names, parent) =>
      parent === '' &&
      names.has('model') &&
      some(names, 1, 'max_model_len', 'gpu_memory_utilization', 'tensor_parallel_size', 'max_num_seqs'),
  },
  {
    package: 'sglang',
    groups: ['ServerArgs'],
    needsPin: false,
    fits: (names, parent) =>
      parent === '' &&
      names.has('model_path') &&
      some(names, 1, 'mem_fraction_static', 'tp_size', 'context_length'),
  },
  {
    package: 'deepspeed',
    groups: ['ZeroConfig'],
    needsPin: true,
    fits: (_names, parent) => parent === 'zero_optimization',
  },
];

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
].flatMap((name) => [name, name.replaceAll('_', '-'), `--${name.replaceAll('_', '-')}`]);
