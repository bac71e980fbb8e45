import { isRecord } from '../../kernel/record.ts';
export interface ShardIndex {
  /** Tensor → shard's file name. */
  readonly tensors: ReadonlyMap<string, string>;
  readonly totalBytes: number | undefined;
}

/** A `*.safetensors.index.json`; what is wrong with it as text. */
export function readShardIndex(text: string): ShardIndex | string {
  const index = objectOf(parse(text));
  const map = objectOf(index?.get('weight_map'));
  if (map === undefined) return 'it has no weight_map';
  const tensors = new Map<string, string>();
  for (const [tensor, shard] of map) {
    if (typeof shard !== 'string' || !/^[^/\\]+$/.test(shard) || shard.startsWith('..')) {
      return `the shard of ${tensor.slice(0, 100)} is not a file name`;
    }
    tensors.set(tensor, shard);
  }
  const total = objectOf(index?.get('metadata'))?.get('total_size');
  return { tensors, totalBytes: typeof total === 'number' ? total : undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}
