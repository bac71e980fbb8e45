import { numberOf } from '../architecture/section.ts';
import { nearest } from '../../kernel/near.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { type MappingCheck, mappingCheck } from './mappings.ts';
import { names } from './names.ts';
import type { TrainingRule, Violation } from './rule.ts';

interface Range {
  readonly least: number;
  readonly most?: number;
  /** Stands for none, all or automatic. */
  readonly special?: number;
}

const counted: Range = { least: 1 };
const countedOrAll: Range = { least: 1, special: -1 };
const notNegative: Range = { least: 0 };
const orMinusOne: Range = { least: 0, special: -1 };
const share: Range = { least: 0, most: 1 };

function each(range: Range, ...all: readonly string[]): (readonly [string, Range])[] {
  return all.map((name) => [name, range] as const);
}

const counts: ReadonlyMap<string, Range> = new Map([
  ...each(countedOrAll, ...names.tensor, ...names.context, ...names.sequenceRanks, ...names.expertParallel),
  ...each(countedOrAll, ...names.data, ...names.dataShard, ...names.dataReplicate, ...names.globalBatch),
  ...each(countedOrAll, ...names.pipeline, ...names.ranksPerNode, ...names.length),
  ...each(counted, ...names.microBatch, ...names.accumulation, ...names.miniBatch, ...names.policyMicroBatch),
  // peft refuses a rank of 0; verl's lora_rank 0 means none
  ...each(counted, 'lora_r', 'per_device_eval_batch_size', 'num_machines', ...names.world),
  ...each(counted, 'num_beams', 'max_num_seqs', 'max_num_batched_tokens', 'num_generations'),
  // 0: without pipeline modules, without tensor parallelism
  ...each(orMinusOne, 'pipe_parallel_size', 'autotp_size', 'max_steps', 'train_iters', 'top_k'),
  ...each(orMinusOne, 'num_train_epochs', 'num_epochs', 'save_steps', 'eval_steps', 'save_total_limit'),
  // verl: -1 leaves the warm-up to its ratio, and 0 nodes are those of the trainer
  ...each(orMinusOne, ...names.warmup, 'seed', 'data_seed', 'num_workers'),
  // verl: 0 where samples arrive as a stream
  ...each(orMinusOne, 'train_batch_size'),
  ...each(notNegative, ...names.nodes, 'lora_rank', 'dataloader_num_workers', 'logging_steps'),
  ...each(notNegative, 'val_size', 'early_stopping_patience', 'moe_aux_loss_coeff'),
  ...each(notNegative, 'weight_decay', 'adam_epsilon', 'temperature', 'repetition_penalty', 'lora_alpha'),
]);

const shares: ReadonlyMap<string, Range> = new Map([
  ...each(share, 'warmup_ratio', 'lr_warmup_fraction', 'label_smoothing', 'label_smoothing_factor'),
  ...each(share, 'adam_beta1', 'adam_beta2', 'beta1', 'beta2', 'ema_decay', 'mlm_probability', 'gae_lambda'),
  // alpha_f of llm-foundry and OLMo: what is left of the rate at the end
  ...each(share, 'alpha_f', 'betas', 'adam_betas', 'cliprange', 'mask_ratio'),
  // of PPO in verl, and the warm-up of GPT-NeoX
  ...each(share, 'clip_ratio', 'lam', 'gamma', 'warmup'),
  ...each(share, 'top_p', 'min_p', 'typical_p', 'gpu_memory_utilization', 'mem_fraction_static'),
]);

/** Names that other places write for other things: focal losses and SimPO have a `gamma` above 1, most warm-ups are steps. */
const shareOnlyBeside: ReadonlyMap<string, readonly string[]> = new Map([
  ['lam', ['gamma', 'adv_estimator']],
  ['gamma', ['lam', 'adv_estimator', 'gae_lambda']],
  ['warmup', ['lr_decay_style', 'pipe_parallel_size', 'lr_decay_iters']],
]);

/** `attention_dropout`, `hidden_dropout_prob`, `resid_pdrop`, `dropout_rate` … */
const dropout = /(?:^|_)(?:dropout|pdrop)(?:_prob|_rate|_p)?$/;

/** `learning_rate`, `min_lr`, `actor_lr`, `projector_learning_rate` … */
const rate = /(?:^|_)(?:lr|learning_rate)$/;

const strategies = ['no', 'steps', 'epoch'];

/** What stands for a closed choice in its framework, whatever else is set. */
const choices: ReadonlyMap<string, readonly string[]> = new Map([
  ['eval_strategy', strategies],
  ['evaluation_strategy', strategies],
  ['logging_strategy', strategies],
  ['save_strategy', [...strategies, 'best']],
  ['bnb_4bit_quant_type', ['fp4', 'nf4']],
]);

/** Open choices: only a slip of a known one is found. */
const known: ReadonlyMap<string, readonly string[]> = new Map([
  ['mixed_precision', ['no', 'fp16', 'bf16', 'fp8']],
  ['torch_dtype', ['auto', 'bfloat16', 'float16', 'float32', 'float64']],
  ['dtype', ['auto', 'bfloat16', 'float16', 'float32', 'float64']],
  ['attn_implementation', ['eager', 'sdpa', 'flash_attention_2', 'flash_attention_3', 'flex_attention']],
  [
    'lr_scheduler_type',
    [
      'linear',
      'cosine',
      'cosine_with_restarts',
      'polynomial',
      'constant',
      'constant_with_warmup',
      'inverse_sqrt',
      'reduce_lr_on_plateau',
      'cosine_with_min_lr',
      'cosine_warmup_with_min_lr',
      'warmup_stable_decay',
    ],
  ],
]);

/** What no run can have, whatever the registry leaves open. */
export const rangeRules: readonly TrainingRule[] = [
  {
    id: 'config/count-range',
    severity: 'error',
    summary:
      'Batches, ranks, lengths and steps are counts: 1 or more, or 0 and -1 where these have a meaning. A range in the registry goes first.',
    source: 'transformers TrainingArguments, DeepSpeed, Megatron-LM, vLLM',
    example: 'per_device_train_batch_size: -2',
    fix: 'use a count that the framework takes, or register a range for a meaning of your own',
    yieldsTo: 'range',
    *check(view) {
      yield* view.inEach(outsideCounts);
    },
  },
  {
    id: 'config/share-range',
    severity: 'error',
    summary: 'A dropout, a ratio or a probability is a share: 0 to 1. A range in the registry goes first.',
    source: 'torch.nn.Dropout, transformers TrainingArguments, vLLM SamplingParams',
    example: 'attention_dropout: 10',
    fix: 'write a share between 0 and 1, such as 0.1 for 10 %',
    yieldsTo: 'range',
    *check(view) {
      yield* view.inEach(outsideShares);
    },
  },
  {
    id: 'config/learning-rate-range',
    severity: 'error',
    summary:
      'A learning rate is not negative, and one above 1 has lost the sign of its exponent. A range in the registry goes first.',
    source: 'torch.optim refuses negative rates',
    example: 'learning_rate: 2.0e+5',
    fix: 'check the exponent, or register a range that allows such rates',
    yieldsTo: 'range',
    *check(view) {
      yield* view.inEach(outsideRates);
    },
  },
  {
    id: 'config/choice',
    severity: 'error',
    summary:
      'A strategy, a precision or a schedule is one that the framework has. An enumeration in the registry goes first.',
    source: 'transformers IntervalStrategy, SchedulerType; accelerate PrecisionType',
    example: 'eval_strategy: step',
    fix: 'use one of the choices',
    yieldsTo: 'enum',
    *check(view) {
      yield* view.inEach(unknownChoices);
    },
  },
];

const isChoice = (name: string): boolean =>
  choices.has(canonicalName(name)) || known.has(canonicalName(name));

const unknownChoices = mappingCheck(isChoice, function* (node, path) {
  for (const { name, value } of node.entries.values()) {
    // what a shell or a template fills in is settled when training starts
    if (value.type !== 'str' || /[${]/.test(value.value)) continue;
    const canonical = canonicalName(name);
    const closed = choices.get(canonical);
    const all = closed ?? known.get(canonical);
    if (all === undefined || all.includes(value.value)) continue;
    const near = nearest(value.value, all);
    if (closed === undefined && near === undefined) continue;
    const help = near === undefined ? `use one of ${closed?.join(', ')}` : `did you mean ${near}?`;
    yield { at: [...path, name], message: `${name} ${value.value.slice(0, 80)} is not known`, help };
  }
});

function canonicalName(name: string): string {
  return name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
}

type RangeOf = (name: string, holder: DictNode) => Range | undefined;

const countOf: RangeOf = (name) => counts.get(name);
const shareOf: RangeOf = (name, holder) => {
  if (dropout.test(name)) return share;
  const beside = shareOnlyBeside.get(name);
  const isShare = beside === undefined || beside.some((other) => hasName(holder, other));
  return isShare ? shares.get(name) : undefined;
};
const rateOf: RangeOf = (name) => (rate.test(name) ? share : undefined);

function hasName({ entries }: DictNode, name: string): boolean {
  return entries.has(name) || entries.has(name.replaceAll('_', '-'));
}

const maxOutside = 100;
/** No parameter has a longer name. */
const maxName = 100;

const outside = (rangeOf: RangeOf, isAbout: (name: string) => boolean): MappingCheck =>
  mappingCheck(
    (name) => name.length <= maxName && isAbout(canonicalName(name)),
    (node, path) => findOutside(node, path, rangeOf),
  );
const outsideCounts = outside(countOf, (name) => counts.has(name));
const outsideShares = outside(shareOf, (name) => shares.has(name) || dropout.test(name));
const outsideRates = outside(rateOf, (name) => rate.test(name));

function findOutside(node: DictNode, path: Path, rangeOf: RangeOf): Violation[] {
  const found: Violation[] = [];
  for (const { name, value: set } of node.entries.values()) {
    if (found.length >= maxOutside) break;
    if (name.length > maxName) continue;
    const range = rangeOf(canonicalName(name), node);
    const value = range === undefined ? undefined : firstOutside(set, range);
    if (range === undefined || value === undefined) continue;
    const { least, most, special } = range;
    const words = most === undefined ? `${least} or more` : `between ${least} and ${most}`;
    const or = special === undefined ? '' : `, or ${special}`;
    found.push({ at: [...path, name], message: `${name} ${value} is not ${words}${or}` });
  }
  return found;
}

/** The number, or the first of two (`betas`), that is out of range. */
function firstOutside(
  node: ConfigNode,
  { least, most = Number.POSITIVE_INFINITY, special }: Range,
): number | undefined {
  const nodes = node.type === 'list' && most === 1 ? node.items.slice(0, 10) : [node];
  return nodes
    .map(numberOf)
    .find((value) => value !== undefined && value !== special && !(value >= least && value <= most));
}
