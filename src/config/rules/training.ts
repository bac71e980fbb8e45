import type { TrainingRule, Violation } from './rule.ts';
import type { Found, TrainingView } from './training-view.ts';

type Number = Found & { readonly value: number };

const heads = ['num_attention_heads', 'n_head'];
const kvHeads = ['num_key_value_heads', 'num_query_groups'];
const layers = ['num_hidden_layers', 'num_layers', 'n_layer'];
const experts = [
  'num_experts',
  'num_local_experts',
  'n_routed_experts',
  'num_moe_experts',
  'moe_num_experts',
];
const tensor = ['tensor_model_parallel_size', 'tensor_parallel_size', 'tp_size'];
const pipeline = ['pipeline_model_parallel_size', 'pipeline_parallel_size', 'pp_size'];
const virtual = ['virtual_pipeline_model_parallel_size', 'virtual_pipeline_parallel_size'];
const expert = ['expert_model_parallel_size', 'expert_parallel_size', 'ep_size'];
const context = ['context_parallel_size', 'cp_size'];
/** With these, pipeline stages may differ in length. */
const unevenStages = [
  'decoder_first_pipeline_num_layers',
  'decoder_last_pipeline_num_layers',
  'num_layers_in_first_pipeline_stage',
  'num_layers_in_last_pipeline_stage',
  'account_for_embedding_in_pipeline_split',
  'account_for_loss_in_pipeline_split',
  'pipeline_model_parallel_layout',
];

function* undivided(whole: Number | undefined, part: Number | undefined): Iterable<Violation> {
  if (whole === undefined || part === undefined || part.value < 1 || whole.value % part.value === 0) return;
  yield {
    at: part.path,
    message: `${whole.name} ${whole.value} is no multiple of ${part.name} ${part.value}`,
  };
}

/** Parallelism, lengths and routers: what Megatron-LM and vLLM assert before they train or serve. */
export const trainingRules: readonly TrainingRule[] = [
  {
    id: 'config/tensor-parallel',
    severity: 'error',
    summary: 'Heads divide over the tensor-parallel ranks; so do key-value heads, or the ranks over them.',
    needs: tensor,
    source: 'Megatron-LM transformer_config.py, vLLM config',
    example: 'num_attention_heads: 32\ntensor_model_parallel_size: 6',
    fix: 'use a size that divides the heads',
    *check(view) {
      const size = view.number(...tensor);
      yield* undivided(view.number(...heads), size);
      const kv = view.number(...kvHeads);
      if (size === undefined || kv === undefined || kv.value < 1 || size.value < 1) return;
      if (kv.value % size.value === 0 || size.value % kv.value === 0) return;
      yield {
        at: size.path,
        message: `${size.name} ${size.value} and ${kv.name} ${kv.value} do not divide each other`,
      };
    },
  },
  {
    id: 'config/expert-parallel',
    severity: 'error',
    summary: 'Experts divide over the expert-parallel ranks, and there are experts.',
    needs: expert,
    source: 'Megatron-LM arguments.py, transformer_config.py',
    example: 'num_experts: 128\nexpert_model_parallel_size: 12',
    fix: 'use a size that divides the experts',
    *check(view) {
      const size = view.number(...expert);
      yield* undivided(view.number(...experts), size);
      // without layers the model is described elsewhere; a class that is named has defaults of its own
      if (size === undefined || size.value <= 1 || view.has(...experts, '_target_')) return;
      if (!view.has(...layers)) return;
      yield { at: size.path, message: `${size.name} is ${size.value}, but the model has no experts` };
    },
  },
  {
    id: 'config/pipeline-parallel',
    severity: 'error',
    summary: 'Layers divide over the pipeline stages, and those of a stage over its virtual stages.',
    needs: pipeline,
    source: 'Megatron-LM transformer_config.py',
    example: 'num_hidden_layers: 46\npipeline_model_parallel_size: 4',
    fix: 'use a size that divides the layers, or set an uneven split',
    *check(view) {
      const [all, stages, parts] = [
        view.number(...layers),
        view.number(...pipeline),
        view.number(...virtual),
      ];
      if (all === undefined || stages === undefined || stages.value < 1 || view.has(...unevenStages)) return;
      if (all.value % stages.value !== 0) return yield* undivided(all, stages);
      if (parts === undefined || parts.value < 1 || (all.value / stages.value) % parts.value === 0) return;
      const message = `the ${all.value / stages.value} layers of a stage do not divide by ${parts.name} ${parts.value}`;
      yield { at: parts.path, message };
    },
  },
  {
    id: 'config/sequence-length',
    severity: 'error',
    summary:
      'Sequences are no longer than max_position_embeddings, and divide in two for each context-parallel rank.',
    needs: ['seq_length'],
    source: 'Megatron-LM arguments.py',
    example: 'seq_length: 8192\nmax_position_embeddings: 4096',
    fix: 'shorten seq_length, or raise max_position_embeddings',
    *check(view) {
      const [length, most] = [view.number('seq_length'), view.number('max_position_embeddings')];
      if (length === undefined) return;
      if (most !== undefined && length.value > most.value) {
        yield {
          at: length.path,
          message: `${length.name} ${length.value} is above ${most.name} ${most.value}`,
        };
      }
      const ranks = view.number(...context);
      if (ranks === undefined || ranks.value <= 1 || length.value % (2 * ranks.value) === 0) return;
      yield {
        at: length.path,
        message: `${length.name} ${length.value} is no multiple of 2 × ${ranks.name} ${ranks.value}`,
      };
    },
  },
  {
    id: 'config/learning-rate-order',
    severity: 'error',
    summary: 'min_lr is not above lr.',
    needs: ['min_lr', 'min_learning_rate'],
    source: 'Megatron-LM arguments.py',
    example: 'lr: 1.0e-5\nmin_lr: 1.0e-4',
    fix: 'swap them, or correct the exponent',
    *check(view) {
      const [least, rate] = [view.number('min_lr', 'min_learning_rate'), view.number('lr', 'learning_rate')];
      if (least === undefined || rate === undefined || least.value <= rate.value) return;
      yield { at: least.path, message: `${least.name} ${least.value} is above ${rate.name} ${rate.value}` };
    },
  },
  {
    id: 'config/router',
    severity: 'error',
    summary: "Options of Megatron's router that exclude each other.",
    source: 'Megatron-LM transformer_config.py, router.py',
    example: 'moe_router_topk: 1\nmoe_router_score_function: softmax',
    fix: 'change one of the options',
    *check(view) {
      for (const { names, fails, message } of routerChecks) {
        const at = view.find(...names)?.path;
        if (at !== undefined && fails(view)) yield { at, message };
      }
    },
  },
];

interface RouterCheck {
  /** Where it is reported. */
  readonly names: readonly string[];
  readonly message: string;
  fails(view: TrainingView): boolean;
}

function scoreFunction(view: TrainingView): string {
  return view.text('moe_router_score_function') ?? view.text('scoring_func') ?? 'softmax';
}

const balancing = ['aux_loss', 'seq_aux_loss', 'global_aux_loss', 'none'];

const routerChecks: readonly RouterCheck[] = [
  {
    names: ['moe_router_topk'],
    message:
      'moe_router_topk 1 with softmax needs moe_router_pre_softmax: after the top 1 softmax is always 1',
    fails: (view) =>
      view.number('moe_router_topk')?.value === 1 &&
      scoreFunction(view) === 'softmax' &&
      view.text('moe_router_load_balancing_type') !== 'sinkhorn' &&
      !view.flag('moe_router_pre_softmax'),
  },
  {
    names: ['moe_router_enable_expert_bias'],
    message: 'moe_router_enable_expert_bias works with the score functions sigmoid and sqrtsoftplus only',
    fails: (view) =>
      view.flag('moe_router_enable_expert_bias') &&
      !['sigmoid', 'sqrtsoftplus'].includes(scoreFunction(view)),
  },
  {
    names: ['moe_router_load_balancing_type'],
    message: 'sinkhorn balancing needs moe_aux_loss_coeff 0',
    fails: (view) =>
      view.text('moe_router_load_balancing_type') === 'sinkhorn' &&
      (view.number('moe_aux_loss_coeff')?.value ?? 0) !== 0,
  },
  {
    names: ['moe_ffn_hidden_size'],
    message: 'moe_ffn_hidden_size is set, but no number of experts',
    fails: (view) => view.has('moe_ffn_hidden_size') && !view.has(...experts),
  },
  {
    names: ['moe_expert_capacity_factor'],
    message: `moe_expert_capacity_factor works with the balancing types ${balancing.join(', ')} only`,
    fails: (view) =>
      view.has('moe_expert_capacity_factor') &&
      !balancing.includes(view.text('moe_router_load_balancing_type') ?? 'aux_loss'),
  },
];
