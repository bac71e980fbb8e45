import type { Dimensions } from './dimensions.ts';
import type { TensorGroup } from './tensors.ts';

/** Builds the tensor groups of decoder layers, whose names start with `prefix` (such as `model.`). */

type Part = TensorGroup['part'];

/** One weight, and a bias of its first length if it has one. */
export function linear(
  name: string,
  shape: readonly [number, number],
  part: Part,
  options: { readonly layers?: readonly number[]; readonly bias?: boolean } = {},
): TensorGroup[] {
  const layers = options.layers === undefined ? {} : { layers: options.layers };
  const weight: TensorGroup = { name: `${name}.weight`, shape, part, ...layers };
  if (options.bias !== true) return [weight];
  return [weight, { name: `${name}.bias`, shape: [shape[0]], part, ...layers }];
}

/** A norm's weight, and its bias if it has one. */
export function norm(name: string, width: number, layers?: readonly number[], bias = false): TensorGroup[] {
  const all = layers === undefined ? {} : { layers };
  const kinds = bias ? ['weight', 'bias'] : ['weight'];
  return kinds.map((kind) => ({ name: `${name}.${kind}`, shape: [width], part: 'norm', ...all }));
}

export interface AttentionOptions {
  readonly qkvBias?: boolean;
  readonly outputBias?: boolean;
  /** RMS norms of the width of a head on queries and keys. */
  readonly qkNorm?: boolean;
}

/** Grouped-query attention: q `AD·H`, k and v `kD·H`, o `H·AD`. */
export function attention(prefix: string, d: Dimensions, options: AttentionOptions = {}): TensorGroup[] {
  const at = `${prefix}layers.{l}.self_attn`;
  const { layers } = d;
  const qkv = { layers, bias: options.qkvBias ?? false };
  const [q, kv] = [d.heads * d.headDim, d.kvHeads * d.headDim];
  return [
    ...linear(`${at}.q_proj`, [q, d.hidden], 'attention', qkv),
    ...linear(`${at}.k_proj`, [kv, d.hidden], 'attention', qkv),
    ...linear(`${at}.v_proj`, [kv, d.hidden], 'attention', qkv),
    ...linear(`${at}.o_proj`, [d.hidden, q], 'attention', { layers, bias: options.outputBias ?? false }),
    ...(options.qkNorm === true
      ? [...norm(`${at}.q_norm`, d.headDim, layers), ...norm(`${at}.k_norm`, d.headDim, layers)]
      : []),
  ];
}

/** Gated feed-forward: `3HI`. */
export function gatedMlp(at: string, hidden: number, width: number, layers: readonly number[], bias = false) {
  const options = { layers, bias };
  return [
    ...linear(`${at}.gate_proj`, [width, hidden], 'mlp', options),
    ...linear(`${at}.up_proj`, [width, hidden], 'mlp', options),
    ...linear(`${at}.down_proj`, [hidden, width], 'mlp', options),
  ];
}

export interface ExpertNames {
  readonly gate: string;
  readonly up: string;
  readonly down: string;
}

const projections: ExpertNames = { gate: 'gate_proj', up: 'up_proj', down: 'down_proj' };

/** Routed experts: `E·3HM`, one tensor an expert; checkpoints may fuse them to `gate_up_proj [E,H,2M]` and `down_proj [E,M,H]`. */
export function experts(
  at: string,
  sizes: {
    readonly hidden: number;
    readonly width: number;
    readonly count: number;
    readonly layers: readonly number[];
  },
  names: ExpertNames = projections,
): TensorGroup[] {
  const { hidden, width, count, layers } = sizes;
  const one = (name: string, shape: readonly number[], fused: TensorGroup['fused']): TensorGroup => ({
    name: `${at}.{e}.${name}.weight`,
    shape,
    layers,
    experts: count,
    part: 'expert',
    ...(fused === undefined ? {} : { fused }),
  });
  const gateUp = { name: `${at}.gate_up_proj`, shape: [count, hidden, 2 * width] };
  const down = { name: `${at}.down_proj`, shape: [count, width, hidden] };
  return [
    one(names.gate, [width, hidden], gateUp),
    one(names.up, [width, hidden], gateUp),
    one(names.down, [hidden, width], down),
  ];
}

/** The two norms before attention and feed-forward. */
export function layerNorms(prefix: string, d: Dimensions, more: readonly string[] = []): TensorGroup[] {
  return ['input_layernorm', 'post_attention_layernorm', ...more].flatMap((name) =>
    norm(`${prefix}layers.{l}.${name}`, d.hidden, d.layers),
  );
}

/** Embedding, final norm and, unless it is tied, the head. */
export function ends(prefix: string, d: Dimensions, head = 'lm_head'): TensorGroup[] {
  const embedding: TensorGroup = {
    name: `${prefix}embed_tokens.weight`,
    shape: [d.vocab, d.hidden],
    part: 'embedding',
  };
  const last: TensorGroup = { name: `${head}.weight`, shape: [d.vocab, d.hidden], part: 'head' };
  return [embedding, ...norm(`${prefix}norm`, d.hidden), ...(d.tied ? [] : [last])];
}
