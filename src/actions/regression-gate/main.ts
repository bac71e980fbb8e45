import { regressionGate } from '../../gates/definitions.ts';
import type { Report } from '../../report/model.ts';
import { factText } from '../fact-text.ts';
import { gateAction } from '../gate-action.ts';

export const main = gateAction(regressionGate, ({ facts }: Report) => ({
  delta: factText(facts, 'metrics', 0, 'delta'),
  'ci-low': factText(facts, 'metrics', 0, 'ci', 0),
  'ci-high': factText(facts, 'metrics', 0, 'ci', 1),
  n: factText(facts, 'metrics', 0, 'n'),
  'next-samples': factText(facts, 'nextSamples'),
  flipped: factText(facts, 'flipped'),
}));
