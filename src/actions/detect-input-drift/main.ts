import { explained, gateAction, inputGate, outputTexts } from '#lib/change';
import type { TrunkEvent } from '../../policy/index.ts';

/** Unlike the merge gate it also runs the command after a merge: in a job of its own, which may write nothing. */
const gate = {
  ...inputGate,
  fromEvent: ({ kind }: TrunkEvent) => ({ recording: kind === 'push' }),
};

export const main = gateAction(
  gate,
  ({ facts }) =>
    // Empty for none, so that a condition of a workflow can ask for it: the text `0` would count as true there.
    outputTexts({
      samples: facts.samples,
      fingerprint: facts.fingerprint ?? '',
      changed: (facts.tensors ?? [])
        .filter(({ verdict }) => verdict === 'changed')
        .map(({ name, cause }) => `${name}: ${cause ?? ''}`)
        .join('\n'),
    }),
  { explain: explained },
);
