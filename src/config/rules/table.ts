import { attentionRules } from './attention.ts';
import { consistencyRules } from './consistency.ts';
import { expertRules } from './experts.ts';
import { layerRules } from './layers.ts';
import { ropeRules } from './rope.ts';
import type { ModelRule } from './rule.ts';
import { trainingRules } from './training.ts';
import { valueRules } from './value-rules.ts';
import { visionRules } from './vision.ts';

/** The cross-field rules of a model, in the order of the documentation. */
export const modelRules: readonly ModelRule[] = [
  ...attentionRules,
  ...ropeRules,
  ...expertRules,
  ...layerRules,
  ...visionRules,
  ...consistencyRules,
  ...valueRules,
];

/** Every cross-field rule, those of training configs too. */
export const crossFieldRules = [...modelRules, ...trainingRules];
