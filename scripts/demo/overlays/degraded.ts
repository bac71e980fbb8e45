import { degradedFlips, evaluationResults } from '../evaluations.ts';
import { lockedMoves, replace, rewrite, type Move, type Overlay } from './edits.ts';

export const configFile = 'configs/qwen3_vl_30b.yaml';
export const lockFile = 'uv.lock';
export const resultsFile = 'evals/mmmu_val.jsonl';

/** `uv lock --upgrade` run by accident: nothing in pyproject.toml asks for any of these. */
export const accidentalMoves: readonly Move[] = [
  { name: 'huggingface-hub', from: '0.36.0', to: '1.2.1' },
  { name: 'tokenizers', from: '0.22.1', to: '0.22.2' },
  { name: 'torch', from: '2.9.1', to: '2.10.0' },
  { name: 'torchvision', from: '0.24.1', to: '0.25.0' },
  { name: 'transformers', from: '4.57.1', to: '5.0.0' },
  { name: 'triton', from: '3.5.1', to: '3.6.0' },
];

const trainFile = 'train.py';
const zLoss = `def router_z_loss(router_logits: tuple, config: dict):
    """Keeps the logits of the routers small (ST-MoE, equation 5)."""
    squares = [torch.logsumexp(logits, dim=-1).square().mean() for logits in router_logits]
    return config["model"]["text_config"]["router_z_loss_coef"] * sum(squares) / len(squares)


`;
const lossOfTheStep = `            outputs = model(**inputs, output_router_logits=True)
            loss = outputs.loss + router_z_loss(outputs.router_logits, config)
`;

/** What a tired Friday afternoon makes of a good idea. */
export const degraded: Overlay = {
  message: 'Steady the expert router, train slower',
  edits: [
    replace(configFile, 'num_experts_per_tok: 8', 'num_expert_per_tok: 8'),
    replace(
      configFile,
      'router_aux_loss_coef: 0.001',
      'router_aux_loss_coef: 0.001\n    router_z_loss_coef: 0.0001',
    ),
    replace(configFile, 'lr: 2.0e-5\n', 'lr: 1e-5\n'),
    replace(trainFile, 'def build_processor(', `${zLoss}def build_processor(`),
    replace(trainFile, '            loss = model(**inputs).loss\n', lossOfTheStep),
    lockedMoves(lockFile, accidentalMoves),
    rewrite(resultsFile, evaluationResults(degradedFlips)),
  ],
};
