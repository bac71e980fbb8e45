import { inputGate } from '../../check/definitions.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { gateAction } from '../../runner/gate/gate-action.ts';

export const main = gateAction(inputGate, ({ facts }) =>
  // Empty for none, so that a condition of a workflow can ask for it: the text `0` would count as true there.
  outputTexts({
    samples: facts.samples,
    changed: (facts.tensors ?? [])
      .filter(({ verdict }) => verdict === 'changed')
      .map(({ name, cause }) => `${name}: ${cause ?? ''}`)
      .join('\n'),
  }),
);
