import { dependencyGate } from '../../check/definitions.ts';
import type { Report } from '../../report/model.ts';
import { factText } from '../fact-text.ts';
import { gateAction } from '../gate-action.ts';

export const main = gateAction(dependencyGate, ({ facts }: Report) => ({
  moves: factText(facts, 'moves'),
  'watched-moves': lines(facts['watchedMoves']),
  unexplained: lines(facts['unexplained']),
}));

/** Empty for none, so that a condition of a workflow can ask for it: the text `0` would count as true there. */
function lines(fact: unknown): string {
  return Array.isArray(fact) ? fact.join('\n') : '';
}
