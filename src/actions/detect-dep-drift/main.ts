import { dependencyGate } from '../../check/definitions.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { gateAction } from '../../runner/gate/gate-action.ts';

export const main = gateAction(
  dependencyGate,
  ({ facts }) =>
    // Empty for none, so that a condition of a workflow can ask for it: the text `0` would count as true there.
    outputTexts({
      moves: facts.moves,
      'watched-moves': facts.watchedMoves?.join('\n'),
      unexplained: facts.unexplained?.join('\n'),
    }),
  { suggests: true },
);
