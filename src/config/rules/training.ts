import { batchRules } from './batch.ts';
import { effectRules } from './effects.ts';
import { lengthRules } from './lengths.ts';
import { parallelRules } from './parallel.ts';
import { precisionRules } from './precision.ts';
import { quantizationRules } from './quantization.ts';
import { routerRules } from './router.ts';
import { rangeRules } from './ranges.ts';
import type { TrainingRule } from './rule.ts';
import { scheduleRules } from './schedule.ts';

/** The arithmetic of a run, in the order of the documentation. */
export const trainingRules: readonly TrainingRule[] = [
  ...parallelRules,
  ...quantizationRules,
  ...batchRules,
  ...lengthRules,
  ...scheduleRules,
  ...precisionRules,
  ...routerRules,
  ...rangeRules,
  ...effectRules,
];
