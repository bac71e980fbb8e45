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
  /** Experts that a token uses, where it is not the architecture's share: a second model inside routes by itself. */
  readonly active?: ExpertShare;
}

/** A token uses `used` of `of` experts. */
export interface ExpertShare {
  readonly used: number;
  readonly of: number;
}

export interface Architecture {
  readonly family: string;
  readonly groups: readonly TensorGroup[];
  /** Share of the expert parameters that a token uses, as a fraction. */
  readonly activeExperts: ExpertShare | undefined;
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
  let [total, idle, embedding] = [0n, 0n, 0n];
  for (const group of architecture.groups) {
    const size = groupSize(group);
    total += size;
    if (group.part === 'expert') idle += idleOf(size, group.active ?? architecture.activeExperts);
    if (group.part === 'embedding' || group.part === 'head') embedding += size;
  }
  return { total, active: total - idle, embedding };
}

/** Exact, for the size of a group has the number of experts as a factor. */
function idleOf(size: bigint, share: ExpertShare | undefined): bigint {
  return share === undefined ? 0n : (size / BigInt(share.of)) * BigInt(share.of - share.used);
}
