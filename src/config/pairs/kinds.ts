import type { ConfigDocument } from '../../documents/document.ts';
import type { DictNode } from '../../documents/tree/node.ts';

/** What of a run a config is for. */
export type ConfigKind = 'trainer' | 'accelerate' | 'deepspeed';

const has = (node: DictNode, ...names: readonly string[]): boolean =>
  names.some((name) => node.entries.has(name));

/** `undefined`: something else, or what only its reader knows. */
export function kindOfConfig({ root }: ConfigDocument): ConfigKind | undefined {
  if (root?.type !== 'dict') return undefined;
  if (has(root, 'zero_optimization', 'train_micro_batch_size_per_gpu')) return 'deepspeed';
  if (has(root, 'distributed_type', 'compute_environment')) return 'accelerate';
  const trains = has(root, 'per_device_train_batch_size', 'micro_batch_size');
  const learns = has(root, 'learning_rate', 'num_train_epochs', 'num_epochs', 'max_steps');
  return trains && learns ? 'trainer' : undefined;
}
