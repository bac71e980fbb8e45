import { dependencyGate, gateAction, outputTexts } from '#lib/change';

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
