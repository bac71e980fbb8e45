import { evaluationResults, fixedFlips } from '../evaluations.ts';
import { accidentalMoves, configFile, lockFile, resultsFile } from './degraded.ts';
import { insertAfter, lockedMoves, replace, rewrite, type Overlay } from './edits.ts';

const registryFile = '.github/model-registry.yml';
const newParameter =
  '  model.text_config.router_z_loss_coef: { type: float, min: 0, max: 0.01, kind: tuning, owner: "@lab/training", doc: Weight of the loss that keeps router logits small. }';

/** The same idea after reading what the gate said; made on top of the degraded commit. */
export const fixed: Overlay = {
  message: 'Fix what the merge gate found',
  edits: [
    replace(configFile, 'num_expert_per_tok: 8', 'num_experts_per_tok: 8'),
    replace(configFile, 'lr: 1e-5\n', 'lr: 1.0e-5\n'),
    insertAfter(registryFile, '  model.text_config.router_aux_loss_coef: ', newParameter),
    lockedMoves(
      lockFile,
      accidentalMoves.map(({ name, from, to }) => ({ name, from: to, to: from })),
    ),
    rewrite(resultsFile, evaluationResults(fixedFlips)),
  ],
};
