import { degreesOf, productOf, worldOf } from './parallel.ts';
import type { TrainingRule, Violation } from './rule.ts';
import { type Found, isOn, type Numbered, told, type TrainingView } from './training-view.ts';

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
      "verl's mini batch is at most the training batch, and the share of a rank is a multiple of the micro batch.",
    needs: ['miniBatch'],
    source: 'verl utils/config.py validate_config, workers/fsdp_workers.py',
    example: 'data: { train_batch_size: 512 }\nactor: { ppo_mini_batch_size: 1024 }',
    fix: 'make the batches multiples of one another',
    *check(view) {
      for (const mini of view.numbers('miniBatch')) yield* unfitting(view, mini);
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
    message: `the batch of ${told(batch)} is ${isWhole ? 'not' : 'no multiple of'} ${terms.join(' × ')}${terms.length > 1 ? ` = ${product}` : ''}`,
  };
}

function positive(found: Numbered | undefined): Numbered | undefined {
  return found === undefined || found.value < 1 ? undefined : found;
}

/** Ranks that see different samples; `undefined` where the world size is not known, or does not fit. */
function dataRanks(view: TrainingView, anchor: Found): { readonly value: number } | undefined {
  const degrees = degreesOf(view, anchor, ['tensor', 'pipeline', 'context', 'sequenceRanks']);
  const world = worldOf(view, anchor);
  const value = world === undefined ? Number.NaN : world.value / productOf(degrees);
  return Number.isInteger(value) && value >= 1 ? { value } : undefined;
}

function* unfitting(view: TrainingView, mini: Numbered): Iterable<Violation> {
  const batch = view.number('globalBatch', mini);
  // 0: samples arrive as a stream
  if (batch !== undefined && batch.value > 0 && mini.value > batch.value) {
    yield { at: mini.path, message: `the mini batch of ${told(mini)} is above ${told(batch)}` };
    return;
  }
  const micro = positive(view.number('policyMicroBatch', mini));
  if (micro === undefined || isOn(view.related('dynamicBatch', mini)[0])) return;
  const samples = mini.value * (positive(view.only('rolloutSamples'))?.value ?? 1);
  const ranks = dataRanks(view, mini)?.value ?? 1;
  const share = samples / ranks;
  if (share % micro.value === 0) return;
  const whose =
    share === samples
      ? 'a mini batch'
      : `a rank's share of the mini batch (${told(mini)} over ${ranks} ranks)`;
  yield {
    at: micro.path,
    message: `the micro batch of ${told(micro)} does not divide ${share} samples: ${whose}`,
  };
}
