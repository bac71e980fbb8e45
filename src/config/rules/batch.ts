import { numberOf } from '../architecture/section.ts';
import { degreesOf, productOf, worldOf } from './parallel.ts';
import type { TrainingRule, Violation } from './rule.ts';
import { type Found, isOn, type Numbered, textOf, told, type TrainingView } from './training-view.ts';

/** Batch products: every step takes whole micro batches on every rank. */
export const batchRules: readonly TrainingRule[] = [
  {
    id: 'config/batch-product',
    severity: 'error',
    summary:
      'A global batch is a multiple of the micro batch, the accumulation steps and the data-parallel ranks, as far as they are set.',
    needs: ['globalBatch'],
    source: 'DeepSpeed runtime/config.py, Megatron-LM num_microbatches_calculator.py, torchtitan trainer',
    example: 'train_batch_size: 30\ntrain_micro_batch_size_per_gpu: 4\ngradient_accumulation_steps: 2',
    fix: 'make the global batch micro batch × accumulation steps × data-parallel ranks',
    *check(view) {
      for (const batch of view.numbers('globalBatch')) if (batch.value > 0) yield* unfilled(view, batch);
    },
  },
  {
    id: 'config/policy-batch',
    severity: 'error',
    summary:
      "verl's mini batch is at most the training batch, its batch divides over the ranks and into mini batches, and the share of a rank is a multiple of the micro batch. A warning where the ranks are not known.",
    needs: ['miniBatch'],
    source: 'verl utils/config.py validate_config, workers/config/actor.py, workers/fsdp_workers.py',
    example: 'data: { train_batch_size: 512 }\nactor: { ppo_mini_batch_size: 1024 }',
    fix: 'make the batches multiples of one another',
    *check(view) {
      for (const mini of view.numbers('miniBatch')) if (isUsed(view, mini)) yield* unfitting(view, mini);
    },
  },
];

function* unfilled(view: TrainingView, batch: Numbered): Iterable<Violation> {
  const micro = positive(view.number('microBatch', batch));
  // verl's training batch counts prompts: its mini batches are judged by their own rule
  if (micro === undefined || view.sets('miniBatch')) return;
  const accumulation = positive(view.number('accumulation', batch));
  const factors = [micro, ...(accumulation === undefined ? [] : [accumulation])];
  const ranks = dataRanks(view, batch);
  const product = productOf(factors) * (ranks?.value ?? 1);
  // with all three known, DeepSpeed wants the very product
  const isWhole = ranks !== undefined && accumulation !== undefined && batch.name === 'train_batch_size';
  if (isWhole ? batch.value === product : batch.value % product === 0) return;
  const terms = [
    ...factors.map(told),
    ...(ranks === undefined ? [] : [`${ranks.value} data-parallel ranks`]),
  ];
  const at = batch.file === undefined ? batch : micro;
  yield {
    at: at.path,
    help: isWhole
      ? `write ${product}, or correct one of the factors`
      : `write a multiple of ${product}, or correct one of the factors`,
    message: `the batch of ${told(batch)} is ${isWhole ? 'not' : 'not a multiple of'} ${terms.join(' × ')}${terms.length > 1 ? ` = ${product}` : ''}`,
  };
}

function positive(found: Numbered | undefined): Numbered | undefined {
  return found === undefined || found.value < 1 ? undefined : found;
}

/** Ranks that see different samples; `undefined` where the world size is not known, or does not fit. */
function dataRanks(view: TrainingView, anchor: Found): { readonly value: number } | undefined {
  const degrees = degreesOf(view, anchor, ['tensor', 'pipeline', 'context', 'sequenceRanks']);
  const world = worldOf(view, anchor);
  const value = world === undefined ? statedRanks(view, anchor) : world.value / productOf(degrees);
  return Number.isInteger(value) && value >= 1 ? { value } : undefined;
}

/** Data-parallel ranks that the config states itself; not a number where it states none, or leaves them to the world size. */
function statedRanks(view: TrainingView, anchor: Found): number {
  const [whole, shard] = [view.number('data', anchor), view.number('dataShard', anchor)];
  if (whole !== undefined) return whole.value;
  return shard === undefined || shard.value < 1
    ? Number.NaN
    : shard.value * (view.number('dataReplicate', anchor)?.value ?? 1);
}

/** A critic is there for generalised advantages only, unless it is switched on. */
function isUsed(view: TrainingView, mini: Numbered): boolean {
  const advantage = textOf(view.all('advantage')[0]);
  const isCritic = mini.path.includes('critic') && advantage !== undefined;
  return !isCritic || advantage === 'gae' || isOn(view.beside('switch', mini));
}

function* unfitting(view: TrainingView, mini: Numbered): Iterable<Violation> {
  const batch = view.number('globalBatch', mini);
  const isDynamic = switchOf(view, mini);
  // 0: samples arrive as a stream
  if (batch !== undefined && batch.value > 0 && mini.value > batch.value) {
    const message = `the mini batch of ${told(mini)} is above ${told(batch)}`;
    // with micro batches by tokens nothing refuses it: the mini batch is the whole batch
    yield { at: mini.path, message, ...(isDynamic === false ? {} : { severity: 'warning' }) };
    return;
  }
  if (isDynamic !== false) return;
  if (batch !== undefined && batch.value > 0 && mini.value > 0 && batch.value % mini.value !== 0)
    yield {
      at: mini.path,
      severity: 'warning',
      message: `${told(batch)} is not a multiple of the mini batch of ${told(mini)}: the last one is shorter, or refused`,
    };
  yield* unsplit(view, mini);
  const samples = samplesOf(view);
  const ranks = policyRanks(view, mini);
  if (samples === undefined || ranks === undefined) return;
  yield* unshared(view, batch, samples, mini);
  yield* unfilledShare(view, mini, mini.value * samples, ranks.value);
}

/** Whether micro batches are cut by their tokens; `undefined` where that is known only when it runs. */
function switchOf(view: TrainingView, mini: Numbered): boolean | undefined {
  const [found] = view.related('dynamicBatch', mini);
  return found?.node.type === 'unknown' ? undefined : isOn(found);
}

/** Answers for each prompt: 1 where it is not set; `undefined` where it is set to what is not known. */
function samplesOf(view: TrainingView): number | undefined {
  return view.has('rolloutSamples') ? positive(view.only('rolloutSamples'))?.value : 1;
}

/** The micro batch of all ranks, as it was set before the one of a rank. */
function* unsplit(view: TrainingView, mini: Numbered): Iterable<Violation> {
  const micro = positive(view.number('policyMicroBatchOfAll', mini));
  if (micro === undefined || mini.value % micro.value === 0) return;
  yield { at: micro.path, message: `the micro batch of ${told(micro)} does not divide ${told(mini)}` };
}

/** FSDP's ranks all get as many samples of a batch. */
function* unshared(
  view: TrainingView,
  batch: Numbered | undefined,
  samples: number,
  mini: Numbered,
): Iterable<Violation> {
  const world = worldOf(view, mini);
  if (batch === undefined || batch.value < 1 || world === undefined || isMegatron(view, mini)) return;
  const all = batch.value * samples;
  if (world.value < 1 || all % world.value === 0) return;
  yield {
    at: batch.path,
    message: `the ${all} samples of ${told(batch)}${samples === 1 ? '' : ` × ${samples} answers`} do not divide over ${told(world)} ranks`,
  };
}

function isMegatron(view: TrainingView, mini: Numbered): boolean {
  const isNamed = textOf(view.related('policyStrategy', mini)[0]) === 'megatron';
  return isNamed || view.number('tensor', mini) !== undefined;
}

/** Ranks that see different samples, rounded down as verl does; of Megatron-LM's degrees those of the mini batch's own part. */
function policyRanks(view: TrainingView, mini: Numbered): { readonly value: number | undefined } | undefined {
  const world = worldOf(view, mini);
  const concepts = isMegatron(view, mini)
    ? (['tensor', 'pipeline', 'context'] as const)
    : (['sequenceRanks'] as const);
  const degrees = concepts.flatMap((concept) => {
    const beside = view.beside(concept, mini);
    const found = beside === undefined ? view.related(concept, mini) : [beside];
    const values = new Set(found.map(({ node }) => numberOf(node)));
    return values.size > 1 ? [undefined] : [...values];
  });
  if (degrees.includes(undefined)) return undefined;
  if (world === undefined) return { value: undefined };
  const product = degrees.reduce((all: number, degree = 1) => all * degree, 1);
  return { value: Math.floor(world.value / product) };
}

function* unfilledShare(
  view: TrainingView,
  mini: Numbered,
  samples: number,
  ranks: number | undefined,
): Iterable<Violation> {
  // more degrees than ranks: the world size has a rule of its own
  if (ranks === 0) return;
  const share = Math.floor(samples / (ranks ?? 1));
  const of = ranks === undefined ? 'a mini batch' : `a rank's share of ${told(mini)} over ${ranks} ranks`;
  if (share < 1) {
    yield { at: mini.path, message: `${of} is below one sample: no rank has anything to learn from` };
    return;
  }
  const micro = positive(view.number('policyMicroBatch', mini));
  if (micro === undefined || share % micro.value === 0) return;
  yield {
    at: micro.path,
    message: `the micro batch of ${told(micro)} does not divide ${share} samples: ${of}`,
    // how many ranks there are decides; Megatron-LM's workers cut a shorter last one
    ...(ranks === undefined || isMegatron(view, mini) ? { severity: 'warning' as const } : {}),
  };
}
