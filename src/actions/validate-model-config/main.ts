import { configGate } from '../../check/definitions.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { gateAction } from '../../runner/gate/gate-action.ts';

export const main = gateAction(
  configGate,
  ({ facts }) =>
    outputTexts({
      'parameters-total': facts.parameters?.total,
      'parameters-active': facts.parameters?.active,
      change: facts.change,
    }),
  { suggests: true },
);
