import { numberOf } from '../architecture/section.ts';
import { mappingCheck } from './mappings.ts';
import type { TrainingRule } from './rule.ts';
import { told } from './training-view.ts';

/** Attention kernels without dropout: what transformers does with it there. */
const withoutDropout: ReadonlyMap<string, 'refused' | 'ignored'> = new Map([
  ['flex_attention', 'refused'],
  ['flash_attention_3', 'ignored'],
  ['flash_attention_4', 'ignored'],
]);

/** Settings that another setting beside them keeps from doing anything. */
export const effectRules: readonly TrainingRule[] = [
  {
    id: 'config/dropout-without-effect',
    severity: 'warning',
    summary:
      'Attention dropout is set where the attention kernel has none: FlashAttention 3 and later ignore it. An error for flex_attention, which refuses it in training.',
    source: 'transformers modeling_flash_attention_utils.py, integrations/flex_attention.py',
    example: 'attn_implementation: flash_attention_3\nattention_dropout: 0.1',
    fix: 'set the dropout to 0, or use another attention implementation',
    *check(view) {
      yield* view.inEach(lostDropout);
    },
  },
  {
    id: 'config/ranks-without-effect',
    severity: 'warning',
    summary:
      'What splits work over tensor-parallel ranks does nothing where there is one rank: Megatron-LM switches it off.',
    needs: ['tensor'],
    source: 'Megatron-LM arguments.py; torchtitan parallelize',
    example: 'tensor_model_parallel_size: 1\nsequence_parallel: true',
    fix: 'take the switch out, or use more tensor-parallel ranks',
    *check(view) {
      for (const size of view.numbers('tensor')) {
        // a group of defaults, whose ranks a run overrides, describes no model
        if (size.value !== 1 || !view.has('layers', 'heads')) continue;
        for (const { name, value } of size.holder.entries.values()) {
          if (!ofTensorRanks.has(name.replaceAll('-', '_')) || value.type !== 'bool' || !value.value)
            continue;
          yield { at: [...size.path.slice(0, -1), name], message: `${name} does nothing with ${told(size)}` };
        }
      }
    },
  },
];

const ofTensorRanks: ReadonlySet<string> = new Set([
  'sequence_parallel',
  'tp_comm_overlap',
  'enable_async_tensor_parallel',
]);

const kernels = ['attn_implementation', '_attn_implementation'];

const lostDropout = mappingCheck(
  (name) => kernels.includes(name),
  function* (node, path) {
    const kernel = kernels
      .map((name) => node.entries.get(name)?.value)
      .find((value) => value?.type === 'str');
    const fate = kernel?.type === 'str' ? withoutDropout.get(kernel.value) : undefined;
    if (kernel?.type !== 'str' || fate === undefined) return;
    for (const name of ['attention_dropout', 'attn_dropout', 'attn_pdrop']) {
      const value = node.entries.get(name)?.value;
      const share = value === undefined ? undefined : numberOf(value);
      if (share === undefined || share <= 0) continue;
      yield {
        at: [...path, name],
        message: `${name} ${share} is ${fate} by ${kernel.value}, which has no dropout`,
        ...(fate === 'refused' ? { severity: 'error' } : {}),
      };
    }
  },
);
