import { configGate } from '../../check/definitions.ts';
import type { Report } from '../../report/model.ts';
import { factText } from '../fact-text.ts';
import { gateAction } from '../gate-action.ts';

export const main = gateAction(configGate, ({ facts }: Report) => ({
  'parameters-total': factText(facts, 'parameters', 'total'),
  'parameters-active': factText(facts, 'parameters', 'active'),
  change: factText(facts, 'change'),
}));
