import { evaluationResults, mendedFlips } from '../evaluations.ts';
import { accidentalMoves, configFile, lockFile, resultsFile } from './degraded.ts';
import { lockedMoves, replace, rewrite, type Overlay } from './edits.ts';

/** The same idea after reading what the gate said; made on top of the degraded commit. */
export const mended: Overlay = {
  message: 'Mend what the merge gate found',
  edits: [
    replace(configFile, 'num_expert_per_tok: 8', 'num_experts_per_tok: 8'),
    replace(configFile, 'lr: 1e-5\n', 'lr: 1.0e-5\n'),
    lockedMoves(
      lockFile,
      accidentalMoves.map(({ name, from, to }) => ({ name, from: to, to: from })),
    ),
    rewrite(resultsFile, evaluationResults(mendedFlips)),
  ],
};
