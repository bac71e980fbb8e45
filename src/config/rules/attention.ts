import type { ModelRule } from './rule.ts';

export const attentionRules: readonly ModelRule[] = [
  {
    id: 'config/heads-divide-hidden',
    severity: 'error',
    summary:
      'Without head_dim, hidden_size must be a multiple of num_attention_heads: a head is as wide as their quotient.',
    source: 'Megatron-LM arguments.py (kv_channels), vLLM config get_head_size',
    example: 'hidden_size: 4096\nnum_attention_heads: 30',
    mend: 'change num_attention_heads or hidden_size, or set head_dim',
    *check({ text }) {
      const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
      if (hidden === undefined || heads === undefined || heads <= 0) return;
      if (text.has('head_dim') || text.has('kv_lora_rank') || text.has('d_kv') || hidden % heads === 0)
        return;
      const message = `hidden_size ${hidden} is no multiple of num_attention_heads ${heads}, and head_dim is not set`;
      yield { at: text.at('num_attention_heads'), message };
    },
  },
  {
    id: 'config/kv-heads-divide-heads',
    severity: 'error',
    summary:
      'num_attention_heads must be a multiple of num_key_value_heads: each group of queries shares one.',
    source: 'Megatron-LM attention.py divide(num_attention_heads, num_query_groups), vLLM num_q_per_kv',
    example: 'num_attention_heads: 32\nnum_key_value_heads: 6',
    mend: 'change num_key_value_heads to a divisor of num_attention_heads',
    *check({ text }) {
      const [heads, kv] = [text.int('num_attention_heads'), text.int('num_key_value_heads')];
      if (heads === undefined || kv === undefined || (kv > 0 && heads % kv === 0)) return;
      const message = `num_attention_heads ${heads} is no multiple of num_key_value_heads ${kv}`;
      yield { at: text.at('num_key_value_heads'), message };
    },
  },
];
