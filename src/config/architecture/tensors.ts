import type { Cache } from './cache.ts';

/** Tensors of one kind: the same name but for its layer and expert, the same shape. */
export interface TensorGroup {
  /** `{l}` stands for the layer, `{e}` for the expert. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Absent: one tensor. */
  readonly layers?: readonly number[];
  /** Number of experts that have a tensor each; absent: the name contains no `{e}`. */
  readonly experts?: number;
  readonly part: 'embedding' | 'attention' | 'mlp' | 'norm' | 'router' | 'expert' | 'vision' | 'head';
  /** Tensors that checkpoints may hold in place of this one, all the experts of a layer in one. */
  readonly fused?: { readonly name: string; readonly shape: readonly number[] };
}

export interface Architecture {
  readonly family: string;
  readonly groups: readonly TensorGroup[];
  /** Share of the expert parameters that a token uses, as a fraction. */
  readonly activeExperts: { readonly used: number; readonly of: number } | undefined;
  readonly cache: Cache;
  /** Patterns of further tensors that checkpoints of this family may hold, such as multi-token prediction layers. */
  readonly optional: readonly RegExp[];
}

export interface ParameterCounts {
  readonly total: bigint;
  readonly active: bigint;
  /** Embeddings, head included where it is a tensor of its own; they count in `total` and `active`. */
  readonly embedding: bigint;
}

/** Parameters of the group: elements of all its tensors. */
export function groupSize(group: TensorGroup): bigint {
  const factors = [...group.shape, group.layers?.length ?? 1, group.experts ?? 1];
  const product = factors.reduce((all, factor) => all * factor, 1);
  // all factors are integers of 0 or more: a product that is safe is exact
  if (Number.isSafeInteger(product)) return BigInt(product);
  return factors.reduce((all, factor) => all * BigInt(factor), 1n);
}

/** Total, active (a token's K of E experts) and embedding parameters. */
export function countParameters(architecture: Architecture): ParameterCounts {
  let [total, experts, embedding] = [0n, 0n, 0n];
  for (const group of architecture.groups) {
    const size = groupSize(group);
    total += size;
    if (group.part === 'expert') experts += size;
    if (group.part === 'embedding' || group.part === 'head') embedding += size;
  }
  const share = architecture.activeExperts;
  const idle = share === undefined ? 0n : (experts * BigInt(share.of - share.used)) / BigInt(share.of);
  return {
    total,
    active: total - idle,
    embedding,
  };
}
