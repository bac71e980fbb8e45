import { dependencyGate } from '../../gates/definitions.ts';
import type { Report } from '../../report/model.ts';
import { factText } from '../fact-text.ts';
import { gateAction } from '../gate-action.ts';

export const main = gateAction(dependencyGate, ({ facts }: Report) => ({
  moves: factText(facts, 'moves'),
  'watched-moves': factText(facts, 'watchedMoves'),
  unexplained: factText(facts, 'unexplained'),
}));
