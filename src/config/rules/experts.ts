import { divisorNear } from './divisor.ts';
import { outside } from './rule-findings.ts';
import type { ModelRule } from './rule.ts';

/** Mixtures of experts. */
export const expertRules: readonly ModelRule[] = [
  {
    id: 'config/experts-per-token',
    severity: 'error',
    summary: 'A token uses at least one expert and at most all of them.',
    source: 'torch.topk in the routers of transformers',
    example: 'num_experts: 8\nnum_experts_per_tok: 16',
    fix: 'correct num_experts_per_tok or num_experts',
    *check({ text }) {
      const [experts, used] = [text.int('num_experts'), text.int('num_experts_per_tok')];
      if (experts === undefined || used === undefined || experts === 0) return;
      if (used >= 1 && used <= experts) return;
      const at = text.at('num_experts_per_tok');
      yield {
        at,
        message: `num_experts_per_tok ${used} is not between 1 and the number of experts, ${experts}`,
        help: `set num_experts_per_tok to ${experts} or less, or correct num_experts`,
      };
    },
  },
  {
    id: 'config/expert-groups',
    severity: 'error',
    summary:
      'Experts divide into n_group groups, topk_group of them are used, and hold all experts of a token.',
    needs: ['n_group'],
    source: 'Megatron-LM transformer_config.py (moe_router_num_groups)',
    example: 'n_routed_experts: 256\nn_group: 7',
    fix: 'make the groups fit the experts',
    *check({ text }) {
      const [experts, groups, used] = [text.int('num_experts'), text.int('n_group'), text.int('topk_group')];
      if (groups === undefined || groups === 0) return;
      if (experts !== undefined && (groups < 0 || experts % groups !== 0)) {
        yield {
          at: text.at('n_group'),
          message: `${experts} experts do not divide into n_group ${groups}`,
          help: `use a number of groups that divides ${experts}, such as ${divisorNear(experts, Math.max(1, groups))}`,
        };
        return;
      }
      if (used === undefined) return;
      if (used > groups || used < 1) {
        yield {
          at: text.at('topk_group'),
          message: `topk_group ${used} is not between 1 and n_group ${groups}`,
          help: `set topk_group to ${groups} or less, and 1 or more`,
        };
        return;
      }
      const perToken = text.int('num_experts_per_tok');
      const reachable = experts === undefined ? undefined : (used * experts) / groups;
      if (perToken === undefined || reachable === undefined || perToken <= reachable) return;
      const message = `num_experts_per_tok ${perToken} is more than the ${reachable} experts of topk_group ${used} groups`;
      const help = `set num_experts_per_tok to ${reachable} or less, or raise topk_group`;
      yield { at: text.at('num_experts_per_tok'), message, help };
    },
  },
  {
    id: 'config/dense-layers',
    severity: 'error',
    summary: 'mlp_only_layers names layers that exist, and decoder_sparse_step is at least 1.',
    needs: ['mlp_only_layers', 'decoder_sparse_step'],
    source: 'transformers qwen3_moe configuration',
    example: 'num_hidden_layers: 48\nmlp_only_layers: [0, 48]',
    fix: 'layers count from 0 to num_hidden_layers - 1',
    *check({ text }) {
      const layers = text.int('num_hidden_layers');
      if (layers !== undefined) {
        for (const { value, at } of outside(text, 'mlp_only_layers', layers)) {
          const message = `mlp_only_layers names layer ${value}, but there are ${layers}, from 0`;
          yield { at, message, help: `name layers from 0 to ${layers - 1}` };
        }
      }
      const step = text.int('decoder_sparse_step');
      if (step === undefined || step >= 1) return;
      yield { at: text.at('decoder_sparse_step'), message: `decoder_sparse_step ${step} is below 1` };
    },
  },
  {
    id: 'config/first-dense-layers',
    severity: 'error',
    summary: 'first_k_dense_replace is between 0 and num_hidden_layers.',
    source: 'transformers deepseek_v3 configuration',
    example: 'num_hidden_layers: 61\nfirst_k_dense_replace: 62',
    fix: 'correct first_k_dense_replace',
    *check({ text }) {
      const [first, layers] = [text.int('first_k_dense_replace'), text.int('num_hidden_layers')];
      if (first === undefined || layers === undefined || (first >= 0 && first <= layers)) return;
      const message = `first_k_dense_replace ${first} is not between 0 and num_hidden_layers ${layers}`;
      const help = `set first_k_dense_replace to ${layers} or less, and 0 or more`;
      yield { at: text.at('first_k_dense_replace'), message, help };
    },
  },
];
