import { numberOf } from '../architecture/section.ts';
import { lateDurations } from './durations.ts';
import { mappingCheck } from './mappings.ts';
import type { TrainingRule, Violation } from './rule.ts';
import { isOn, type Numbered, textOf, told, type TrainingView } from './training-view.ts';

/** Learning rates and steps. */
export const scheduleRules: readonly TrainingRule[] = [
  {
    id: 'config/learning-rate-order',
    severity: 'error',
    summary: 'min_lr is not above lr.',
    needs: ['lowestRate'],
    source: 'Megatron-LM arguments.py',
    example: 'lr: 1.0e-5\nmin_lr: 1.0e-4',
    fix: 'swap them, or correct the exponent',
    *check(view) {
      for (const least of view.numbers('lowestRate')) {
        const rate = view.number('rate', least);
        if (rate === undefined || least.value <= rate.value) continue;
        yield { at: least.path, message: `${told(least)} is above ${told(rate)}` };
      }
    },
  },
  {
    id: 'config/warmup',
    severity: 'warning',
    summary:
      'The warm-up ends before the training does. An error where Megatron-LM refuses it: the warm-up must be shorter than the decay.',
    needs: ['warmup', 'timedWarmup'],
    source: 'Megatron-LM optimizer_param_scheduler.py; transformers get_scheduler; Composer, OLMo (t_warmup)',
    example: 'max_steps: 10\nwarmup_steps: 2000',
    fix: 'shorten the warm-up, or train longer',
    *check(view) {
      yield* lateDurations(view);
      for (const warmup of view.numbers('warmup')) {
        const late = endsBefore(view, warmup);
        if (warmup.value <= 0 || late === undefined) continue;
        yield {
          at: warmup.path,
          severity: late.isRefused ? 'error' : 'warning',
          message: `the warm-up of ${told(warmup)} is not shorter than ${told(late.end)}: the full learning rate is never used`,
        };
      }
    },
  },
  {
    id: 'config/warmup-twice',
    severity: 'error',
    summary:
      'The warm-up is set once: Megatron-LM refuses lr_warmup_fraction beside lr_warmup_iters or lr_warmup_samples.',
    source: 'Megatron-LM arguments.py',
    example: 'lr_warmup_fraction: 0.01\nlr_warmup_iters: 200',
    fix: 'keep one of them',
    *check(view) {
      yield* view.inEach(warmedTwice);
    },
  },
  {
    id: 'config/decay-end',
    severity: 'warning',
    summary:
      'The learning rate decays until the last step: where the decay ends before, the rest trains at the lowest rate.',
    needs: ['decay'],
    source: 'Megatron-LM optimizer_param_scheduler.py',
    example: 'train_iters: 2000\nlr_decay_iters: 1000',
    fix: 'set the decay to the number of steps, or leave it out',
    *check(view) {
      for (const decay of view.numbers('decay')) {
        const steps = view.number('steps', decay);
        if (steps === undefined || decay.value <= 0 || decay.value >= steps.value) continue;
        yield {
          at: decay.path,
          message: `${told(decay)} is below ${told(steps)}: the last ${steps.value - decay.value} steps train at the lowest rate`,
        };
      }
    },
  },
  {
    id: 'config/best-model',
    severity: 'error',
    summary:
      'With load_best_model_at_end a model is saved when it is evaluated: the same strategy, and save_steps a multiple of eval_steps.',
    needs: ['loadBest'],
    source: 'transformers TrainingArguments.__post_init__',
    example: 'load_best_model_at_end: true\neval_strategy: steps\nsave_strategy: epoch',
    fix: 'use the same strategy for both, and save_steps that are a multiple of eval_steps',
    *check(view) {
      for (const best of view.all('loadBest')) {
        if (isOn(best)) yield* unsaved(view, best);
      }
    },
  },
];

/** What ends before the warm-up does: the decay, which Megatron-LM refuses and which is as long as the training where it is not set, or the training. */
function endsBefore(
  view: TrainingView,
  warmup: Numbered,
): { readonly end: Numbered; readonly isRefused: boolean } | undefined {
  const isSet = (one: Numbered | undefined) => (one !== undefined && one.value > 0 ? one : undefined);
  const steps = isSet(view.number('steps', warmup));
  const decay = isMegatron(warmup) ? isSet(view.number('decay', warmup)) : undefined;
  const end = [decay, steps].find((one) => one !== undefined && warmup.value >= one.value);
  return end && { end, isRefused: isMegatron(warmup) && (end === decay || decay === undefined) };
}

const isWarmup = (name: string): boolean => /^lr[_-]warmup[_-]/.test(name);

const warmedTwice = mappingCheck(isWarmup, function* ({ entries }, path) {
  const named = [...entries.values()].filter(({ name }) => isWarmup(name));
  const fraction = named.find(({ name }) => /^lr[_-]warmup[_-]fraction$/.test(name));
  if (fraction === undefined || numberOf(fraction.value) === undefined) return;
  const counted = named.find(
    ({ name, value }) => /^lr[_-]warmup[_-](?:iters|samples)$/.test(name) && (numberOf(value) ?? 0) > 0,
  );
  if (counted === undefined) return;
  yield {
    at: [...path, counted.name],
    message: `${fraction.name} ${numberOf(fraction.value)} and ${counted.name} ${numberOf(counted.value)} both set the warm-up, which Megatron-LM refuses`,
  };
});

function isMegatron({ name }: Numbered): boolean {
  return name.replaceAll('-', '_').endsWith('lr_warmup_iters');
}

function* unsaved(view: TrainingView, best: Parameters<TrainingView['related']>[1]): Iterable<Violation> {
  const [evaluates, saves] = [view.beside('evalStrategy', best), view.beside('saveStrategy', best)];
  const [when, then] = [textOf(evaluates), textOf(saves)];
  if (when !== undefined && saves !== undefined && then !== undefined && when !== then && then !== 'best') {
    yield {
      at: saves.path,
      message: `${saves.name} ${then} is not ${evaluates?.name} ${when}, and load_best_model_at_end needs both alike`,
    };
    return;
  }
  const [every, kept] = [view.number('evalSteps', best), view.number('saveSteps', best)];
  if (when !== 'steps' || every === undefined || kept === undefined || every.value < 1 || kept.value < 1)
    return;
  if (kept.value % every.value === 0) return;
  yield {
    at: kept.path,
    message: `${told(kept)} is not a multiple of ${told(every)}, and load_best_model_at_end needs that`,
  };
}
