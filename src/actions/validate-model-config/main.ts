import { configGate, gateAction, outputTexts } from '#lib/change';

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
