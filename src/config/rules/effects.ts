import type { DictNode } from '../../documents/tree/node.ts';
import { numberOf } from '../architecture/section.ts';
import type { TrainingRule, Violation } from './rule.ts';

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
      for (const { node, path } of view.mappings) yield* lostDropout(node, path);
    },
  },
];

function* lostDropout(node: DictNode, path: readonly (string | number)[]): Iterable<Violation> {
  const kernel = ['attn_implementation', '_attn_implementation']
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
}
