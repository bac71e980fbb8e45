import type { TrainingRule } from './rule.ts';
import type { Concept } from './names.ts';
import { type Found, isOn, textOf, type TrainingView } from './training-view.ts';

const balancing = ['aux_loss', 'seq_aux_loss', 'global_aux_loss', 'none'];

interface RouterCheck {
  /** Where it is reported. */
  readonly at: Concept;
  readonly message: string;
  fails(view: TrainingView, found: Found): boolean;
}

/** Megatron-LM's default counts where a whole run is set; what only overrides a model leaves the function to that model. */
function scoreFunction(view: TrainingView, found: Found): string | undefined {
  return textAt(view, 'routerScore', found) ?? (view.has('layers', 'experts') ? 'softmax' : undefined);
}

function textAt(view: TrainingView, concept: Concept, found: Found): string | undefined {
  return textOf(view.related(concept, found)[0]);
}

function numberAt(view: TrainingView, concept: Concept, found: Found): number | undefined {
  return view.number(concept, found)?.value;
}

const routerChecks: readonly RouterCheck[] = [
  {
    at: 'routerTopk',
    message:
      'moe_router_topk 1 with softmax needs moe_router_pre_softmax: after the top 1 softmax is always 1',
    fails: (view, found) =>
      numberAt(view, 'routerTopk', found) === 1 &&
      scoreFunction(view, found) === 'softmax' &&
      textAt(view, 'routerBalancing', found) !== 'sinkhorn' &&
      !isOn(view.related('routerPreSoftmax', found)[0]),
  },
  {
    at: 'routerBias',
    message: 'moe_router_enable_expert_bias works with the score functions sigmoid and sqrtsoftplus only',
    fails: (view, found) =>
      isOn(found) && !['sigmoid', 'sqrtsoftplus', undefined].includes(scoreFunction(view, found)),
  },
  {
    at: 'routerBalancing',
    message: 'sinkhorn balancing needs moe_aux_loss_coeff 0',
    fails: (view, found) => textOf(found) === 'sinkhorn' && (numberAt(view, 'auxLoss', found) ?? 0) !== 0,
  },
  {
    at: 'megatronExpertWidth',
    message: 'moe_ffn_hidden_size is set, but no number of experts',
    fails: (view) => view.has('megatronExpertWidth') && !view.has('experts'),
  },
  {
    at: 'capacity',
    message: `moe_expert_capacity_factor works with the balancing types ${balancing.join(', ')} only`,
    fails: (view, found) =>
      found.node.type !== 'NoneType' &&
      !balancing.includes(textAt(view, 'routerBalancing', found) ?? 'aux_loss'),
  },
];

/** Megatron's router. */
export const routerRules: readonly TrainingRule[] = [
  {
    id: 'config/router',
    severity: 'error',
    summary: "Options of Megatron's router that exclude each other.",
    source: 'Megatron-LM transformer_config.py, router.py',
    example: 'moe_router_topk: 1\nmoe_router_score_function: softmax',
    fix: 'change one of the options',
    *check(view) {
      for (const { at, fails, message } of routerChecks) {
        for (const found of view.all(at)) if (fails(view, found)) yield { at: found.path, message };
      }
    },
  },
];
