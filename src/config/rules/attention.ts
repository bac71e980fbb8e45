import { divisorNear } from './divisor.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import { headDim } from './rule-findings.ts';
import type { Section } from '../architecture/section.ts';
import type { ModelRule, Violation } from './rule.ts';

/** GPT-NeoX: `attention_config: [[["mamba"], 48]]`, layers without heads. */
function namesMamba(node: ConfigNode | undefined): boolean {
  if (node?.type === 'list') return node.items.some(namesMamba);
  return node?.type === 'str' && node.value === 'mamba';
}

/** Heads, windows and their widths. */
export const attentionRules: readonly ModelRule[] = [
  {
    id: 'config/heads-divide-hidden',
    severity: 'error',
    summary:
      'Without head_dim, hidden_size must be a multiple of num_attention_heads: a head is as wide as their quotient.',
    source: 'Megatron-LM arguments.py (kv_channels), vLLM config get_head_size; GPT-NeoX leaves Mamba out',
    example: 'hidden_size: 4096\nnum_attention_heads: 30',
    fix: 'change num_attention_heads or hidden_size, or set head_dim',
    *check({ text }) {
      const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
      if (hidden === undefined || heads === undefined || heads <= 0) return;
      if (text.has('head_dim') || text.has('kv_lora_rank') || hidden % heads === 0) return;
      if (namesMamba(text.get('attention_config'))) return;
      const name = text.nameOf('num_attention_heads');
      const message = `${text.nameOf('hidden_size')} ${hidden} is not a multiple of ${name} ${heads}, and head_dim is not set`;
      const help = `change ${name} to ${divisorNear(hidden, heads)}, correct ${text.nameOf('hidden_size')}, or set head_dim`;
      yield { at: text.at('num_attention_heads'), message, help };
    },
  },
  {
    id: 'config/kv-heads-divide-heads',
    severity: 'error',
    summary:
      'num_attention_heads must be a multiple of num_key_value_heads: each group of queries shares one.',
    source: 'Megatron-LM attention.py divide(num_attention_heads, num_query_groups), vLLM num_q_per_kv',
    example: 'num_attention_heads: 32\nnum_key_value_heads: 6',
    fix: 'change num_key_value_heads to a divisor of num_attention_heads',
    *check({ text }) {
      const [heads, kv] = [text.int('num_attention_heads'), text.int('num_key_value_heads')];
      if (heads === undefined || kv === undefined || (kv > 0 && heads % kv === 0)) return;
      const name = text.nameOf('num_key_value_heads');
      const message = `${text.nameOf('num_attention_heads')} ${heads} is not a multiple of ${name} ${kv}`;
      const help = `change ${name} to ${divisorNear(heads, kv)}, or another divisor of ${heads}`;
      yield { at: text.at('num_key_value_heads'), message, help };
    },
  },
  {
    id: 'config/window-layers',
    severity: 'warning',
    summary:
      'Where sliding windows are used, layers from max_window_layers on have one: at num_hidden_layers or above, none has.',
    needs: ['use_sliding_window', 'layer_types'],
    source: 'Qwen2 configuration: layers from max_window_layers on slide, or those that layer_types names',
    example: 'use_sliding_window: true\nmax_window_layers: 28\nnum_hidden_layers: 28',
    fix: 'set max_window_layers below num_hidden_layers, or switch the window off',
    *check({ text }) {
      const [window, layers] = [text.int('max_window_layers'), text.int('num_hidden_layers')];
      yield* idleWindow(text);
      if (text.bool('use_sliding_window') !== true) return;
      if (text.get('sliding_window')?.type === 'NoneType') {
        const at = text.at('sliding_window');
        yield { at, message: 'sliding windows are on, but sliding_window is null: no layer has one' };
      }
      const types = text.items('layer_types');
      if (types !== undefined && types.length > 0) {
        if (types.some((type) => type.type !== 'str' || type.value.startsWith('sliding'))) return;
        yield {
          at: text.at('layer_types'),
          message: 'sliding windows are on, but layer_types has no layer with one',
        };
        return;
      }
      if (window === undefined || layers === undefined || window < layers) return;
      const message = `the sliding window is on from layer ${window} of ${layers}: no layer has one`;
      yield { at: text.at('max_window_layers'), message };
    },
  },
  {
    id: 'config/window-switch',
    severity: 'warning',
    summary:
      'A sliding_window of Qwen does nothing without use_sliding_window, which is off unless it is set.',
    needs: ['sliding_window'],
    source: 'transformers Qwen2Config, Qwen3Config',
    example: 'model_type: qwen2\nsliding_window: 4096   # and no use_sliding_window',
    fix: 'set use_sliding_window, or take sliding_window out',
    *check({ text, modelType = '' }) {
      const window = text.int('sliding_window');
      const isQwen = /^qwen[23](?:_moe)?$/.test(text.text('model_type') ?? modelType);
      if (!isQwen || window === undefined || text.get('sliding_window') === undefined) return;
      if (text.get('use_sliding_window') !== undefined || text.has('layer_types')) return;
      const message = `sliding_window ${window} does nothing: use_sliding_window is not set, and off`;
      yield { at: text.at('sliding_window'), message };
    },
  },
  {
    id: 'config/window-size',
    severity: 'warning',
    summary: 'A sliding window wider than max_position_embeddings never slides.',
    needs: ['use_sliding_window'],
    source: 'Qwen2 and Mistral attention masks',
    example: 'use_sliding_window: true\nsliding_window: 65536\nmax_position_embeddings: 32768',
    fix: 'narrow sliding_window, or switch it off',
    *check({ text }) {
      const [window, positions] = [text.int('sliding_window'), text.int('max_position_embeddings')];
      if (text.bool('use_sliding_window') !== true || window === undefined || positions === undefined) return;
      if (window <= positions) return;
      const message = `sliding_window ${window} is wider than max_position_embeddings ${positions}`;
      yield { at: text.at('sliding_window'), message };
    },
  },
  {
    id: 'config/linear-heads-divide',
    severity: 'error',
    summary: 'linear_num_value_heads must be a multiple of linear_num_key_heads.',
    needs: ['linear_num_value_heads'],
    source: 'Megatron-LM transformer_config.py (gated delta net)',
    example: 'linear_num_value_heads: 32\nlinear_num_key_heads: 12',
    fix: 'change one of them',
    *check({ text }) {
      const [values, keys] = [text.int('linear_num_value_heads'), text.int('linear_num_key_heads')];
      if (values === undefined || keys === undefined || (keys > 0 && values % keys === 0)) return;
      const message = `linear_num_value_heads ${values} is not a multiple of linear_num_key_heads ${keys}`;
      const help = `change linear_num_key_heads to ${divisorNear(values, keys)}, or linear_num_value_heads to a multiple of it`;
      yield { at: text.at('linear_num_value_heads'), message, help };
    },
  },
  {
    id: 'config/query-scale',
    severity: 'warning',
    summary: 'query_pre_attn_scalar is the width of a head: head_dim, or hidden_size by num_attention_heads.',
    needs: ['query_pre_attn_scalar'],
    source: 'Gemma 2 and 3 configurations',
    example: 'query_pre_attn_scalar: 265\nhead_dim: 256',
    fix: 'set it to head_dim, or to hidden_size / num_attention_heads',
    *check({ text }) {
      const scale = text.number('query_pre_attn_scalar');
      const [hidden, heads, width] = [
        text.int('hidden_size'),
        text.int('num_attention_heads'),
        headDim(text),
      ];
      if (scale === undefined || width === undefined) return;
      const fits = [width, hidden !== undefined && heads !== undefined ? hidden / heads : width];
      if (fits.includes(scale)) return;
      const message = `query_pre_attn_scalar ${scale} is neither head_dim nor hidden_size / num_attention_heads (${fits.join(', ')})`;
      yield { at: text.at('query_pre_attn_scalar'), message };
    },
  },
  {
    id: 'config/latent-head-dim',
    severity: 'error',
    summary:
      'With latent attention qk_head_dim is qk_nope_head_dim + qk_rope_head_dim, and the rotating part is even.',
    needs: ['qk_rope_head_dim', 'qk_head_dim'],
    source: 'transformers deepseek_v3 configuration',
    example: 'qk_nope_head_dim: 128\nqk_rope_head_dim: 63',
    fix: 'make the parts add up, and the rotating part even',
    *check({ text }) {
      const [nope, rope] = [text.int('qk_nope_head_dim'), text.int('qk_rope_head_dim')];
      if (rope !== undefined && rope % 2 !== 0) {
        yield {
          at: text.at('qk_rope_head_dim'),
          message: `qk_rope_head_dim ${rope} is odd: it rotates in pairs`,
        };
      }
      const whole = text.int('qk_head_dim');
      if (nope === undefined || rope === undefined || whole === undefined || whole === nope + rope) return;
      const message = `qk_head_dim ${whole} is not qk_nope_head_dim ${nope} + qk_rope_head_dim ${rope}`;
      yield { at: text.at('qk_head_dim'), message };
    },
  },
];

/** Gemma, gpt-oss and others have no switch: layer_types says which layers slide. */
function* idleWindow(text: Section): Iterable<Violation> {
  const [window, types] = [text.int('sliding_window'), text.items('layer_types')];
  if (window === undefined || types === undefined || types.length === 0) return;
  if (text.get('sliding_window') === undefined || text.get('use_sliding_window') !== undefined) return;
  if (types.some((type) => type.type !== 'str' || !type.value.startsWith('full'))) return;
  yield {
    at: text.at('sliding_window'),
    message: `sliding_window ${window} does nothing: layer_types has no layer with one`,
    help: 'set layer_types, or sliding_window to null',
  };
}
