import { modelPlaces } from './model-places.ts';
import { type OptionPlace, some } from './place.ts';

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

/** GPT-NeoX has Megatron's and DeepSpeed's options in one file, with meanings of its own. */
const isNeox = (names: ReadonlySet<string>): boolean =>
  some(names, 1, 'pipe_parallel_size', 'model_parallel_size', 'zero_optimization') && names.has('num_layers');

const trainer = { package: 'transformers', group: 'TrainingArguments' } as const;
const trainerOfTexts = { package: 'transformers', group: 'Seq2SeqTrainingArguments' } as const;

/** A framework that reads a mapping alone stands before those that others build on. */
export const optionPlaces: readonly OptionPlace[] = [
  {
    package: 'axolotl',
    groups: ['config'],
    reader: 'pydantic',
    refusesChoices: true,
    unknown: 'dropped',
    takesOldNames: true,
    isNested: true,
    isAlone: true,
    fits: (names, parent) =>
      parent === '' &&
      names.has('base_model') &&
      some(
        names,
        2,
        'datasets',
        'sequence_len',
        'micro_batch_size',
        'adapter',
        'val_set_size',
        'sample_packing',
      ),
  },
  {
    package: 'verl',
    groups: ['ppo'],
    reader: 'python',
    unknown: 'refused',
    isOpen: true,
    isNested: true,
    isAlone: true,
    fits: (names, parent) => parent === '' && names.has('actor_rollout_ref'),
  },
  {
    package: 'torchtitan',
    groups: ['config'],
    // later versions are set up in Python
    until: '0.2.2',
    reader: 'python',
    refusesChoices: true,
    unknown: 'refused',
    isNested: true,
    isAlone: true,
    fits: (names, parent) =>
      parent === '' &&
      names.has('training') &&
      some(names, 2, 'job', 'parallelism', 'activation_checkpoint', 'lr_scheduler', 'metrics', 'float8'),
  },
  {
    package: 'torchtune',
    groups: ['recipes'],
    reader: 'python',
    unknown: 'dropped',
    isOpen: true,
    isAlone: true,
    fits: (names, parent) =>
      parent === '' &&
      names.has('model') &&
      names.has('tokenizer') &&
      some(
        names,
        2,
        'checkpointer',
        'metric_logger',
        'max_steps_per_epoch',
        'enable_activation_checkpointing',
      ),
  },
  {
    package: 'llamafactory',
    groups: ['arguments'],
    inherits: [trainer, trainerOfTexts],
    reader: 'python',
    unknown: 'refused',
    fits: (names, parent) =>
      parent === '' &&
      // with these it runs Megatron's trainer, whose options no package declares
      !some(names, 1, 'tensor_model_parallel_size', 'pipeline_model_parallel_size') &&
      names.has('model_name_or_path') &&
      some(names, 2, 'finetuning_type', 'stage', 'template', 'cutoff_len', 'dataset_dir'),
  },
  {
    package: 'ms-swift',
    groups: ['arguments', 'megatron'],
    inherits: [trainer, trainerOfTexts, { package: 'megatron-core', group: 'arguments' }],
    reader: 'argparse',
    refusesChoices: true,
    unknown: 'refused',
    fits: (names, parent) =>
      parent === '' &&
      names.has('model') &&
      some(names, 1, 'train_type', 'tuner_type', 'tuner_backend', 'rlhf_type', 'split_dataset_ratio') &&
      some(names, 1, 'dataset', 'cached_dataset'),
  },
  {
    package: 'transformers',
    groups: ['TrainingArguments'],
    reader: 'python',
    refusesChoices: true,
    fits: trains,
  },
  {
    package: 'trl',
    groups: [
      'SFTConfig',
      'DPOConfig',
      'GRPOConfig',
      'KTOConfig',
      'RewardConfig',
      'RLOOConfig',
      'ModelConfig',
      'ScriptArguments',
    ],
    inherits: [trainer],
    needsPin: true,
    reader: 'python',
    fits: trains,
  },
  ...modelPlaces,
  {
    package: 'accelerate',
    groups: ['ClusterConfig'],
    reader: 'python',
    unknown: 'refused',
    fits: (names, parent) =>
      parent === '' && names.has('compute_environment') && !names.has('ec2_instance_type'),
  },
  {
    package: 'accelerate',
    groups: ['launch'],
    reader: 'python',
    fits: (names, parent) => parent === 'fsdp_config' && [...names].some((name) => name.startsWith('fsdp_')),
  },
  {
    package: 'vllm',
    groups: ['EngineArgs'],
    reader: 'argparse',
    refusesChoices: true,
    // those of the server around the engine are not known
    unknown: 'refused',
    isOpen: true,
    fits: (names, parent) =>
      parent === '' &&
      names.has('model') &&
      // a trainer has options of the server that it starts
      !some(names, 1, 'learning_rate', 'num_train_epochs', 'per_device_train_batch_size') &&
      some(names, 1, 'max_model_len', 'gpu_memory_utilization', 'tensor_parallel_size', 'max_num_seqs'),
  },
  {
    package: 'sglang',
    groups: ['ServerArgs'],
    reader: 'argparse',
    refusesChoices: true,
    unknown: 'refused',
    isOpen: true,
    fits: (names, parent) =>
      parent === '' &&
      names.has('model_path') &&
      some(names, 1, 'mem_fraction_static', 'tp_size', 'context_length'),
  },
  {
    package: 'megatron-core',
    groups: ['arguments'],
    reader: 'argparse',
    refusesChoices: true,
    fits: (names) =>
      !isNeox(names) &&
      some(names, 2, 'num_layers', 'hidden_size', 'num_attention_heads', 'seq_length') &&
      some(
        names,
        1,
        'micro_batch_size',
        'tensor_model_parallel_size',
        'pipeline_model_parallel_size',
        'train_iters',
      ),
  },
  {
    package: 'deepspeed',
    groups: ['json'],
    reader: 'pydantic',
    hasPlainSections: true,
    refusesChoices: true,
    isNested: true,
    takesAuto: true,
    fits: (names, parent) =>
      !isNeox(names) &&
      names.has('zero_optimization') &&
      (parent === '' || parent === 'deepspeed' || parent.startsWith('deepspeed_config')),
  },
];
