import type { Architecture } from '../architecture/tensors.ts';
import { canonicalName, type ExpectedTensor, expectedTensors } from './expected.ts';

/** Tensors of a checkpoint; shape and dtype are unknown where only an index could be read. */
export type CheckpointTensors = ReadonlyMap<string, HeldTensor>;

interface HeldTensor {
  readonly shape?: readonly number[];
  readonly dtype?: string;
}

export interface CheckpointDifference {
  readonly kind: 'missing' | 'extra' | 'misshapen';
  /** How many tensors. */
  readonly count: number;
  /** The first few, for a person. */
  readonly examples: readonly string[];
}

/** Buffers, and what quantisations keep beside a weight, that belong to no parameter of the config. */
const incidental = [
  /\.rotary_emb\.inv_freq$/,
  /\.position_ids$/,
  // fp8, compressed-tensors, NVFP4, MXFP4, MLX
  /(?:_scale_inv|[._]weight_scale(?:_2)?|[._]input_scale|[._]scales?|\.k_scale|\.v_scale|\.biases)$/,
  // bitsandbytes
  /\.(?:SCB|weight_format)$|\.weight\.(?:absmax|quant_map|nested_absmax|nested_quant_map|quant_state\.\w+)$/,
];
/** Weights packed by a quantisation under another name: their shapes are not those of the model. */
const packed = /\.(?:qweight|qzeros|g_idx|weight_packed)$|_blocks$/;
/** A weight of integers is packed: bitsandbytes, MLX and NVFP4 keep several elements in one. */
const integers = /^[IU]\d+$/;

/** Which tensors a checkpoint misses, has too many, or in another shape; `undefined` where the model is too large to list. */
export function compareCheckpoint(
  architecture: Architecture,
  checkpoint: CheckpointTensors,
): CheckpointDifference[] | undefined {
  const expected = expectedTensors(architecture);
  if (expected === undefined) return undefined;
  const stored = new Map([...checkpoint].map(([name, tensor]) => [canonicalName(name), tensor]));
  const used = new Set<string>();
  const missing: string[] = [];
  const misshapen: string[] = [];
  for (const [name, wanted] of expected) {
    const fit = fitOf(name, wanted, stored);
    if (fit === undefined) missing.push(name);
    else if (fit.problem !== undefined) misshapen.push(fit.problem);
    for (const other of fit?.names ?? []) used.add(other);
  }
  const extra = [...stored.keys()].filter((name) => !used.has(name) && !isOptional(name, architecture));
  return [
    difference('missing', missing),
    difference('extra', extra),
    difference('misshapen', misshapen),
  ].filter(({ count }) => count > 0);
}

function difference(kind: CheckpointDifference['kind'], names: readonly string[]): CheckpointDifference {
  return { kind, count: names.length, examples: names.slice(0, 3) };
}

interface Fit {
  /** Stored tensors that stand for the wanted one. */
  readonly names: readonly string[];
  readonly problem?: string;
}

type Stored = ReadonlyMap<string, HeldTensor>;

/** The tensor itself, or its quantised parts, or the one tensor that contains all experts of the layer. */
function fitOf(name: string, wanted: ExpectedTensor, stored: Stored): Fit | undefined {
  const own = stored.get(name);
  if (own?.dtype !== undefined && integers.test(own.dtype)) return { names: [name] };
  if (own !== undefined) return { names: [name], ...shapeProblem(name, own.shape, wanted.shape) };
  const base = name.replace(/\.weight$/, '');
  const parts = [
    '.qweight',
    '.qzeros',
    '.scales',
    '.g_idx',
    '.weight_packed',
    '.weight_scale',
    '_blocks',
    '_scales',
  ]
    .map((suffix) => base + suffix)
    .filter((part) => stored.has(part));
  if (parts.some((part) => packed.test(part))) return { names: parts };
  const { fused } = wanted.group;
  if (fused === undefined) return undefined;
  const fusedName = canonicalName(fused.name.replace('{l}', String(wanted.layer)));
  const whole = stored.get(fusedName) ?? stored.get(`${fusedName}.weight`);
  if (whole === undefined) return undefined;
  const names = [fusedName, `${fusedName}.weight`];
  // layouts differ in the order of the last two lengths: the number of elements decides
  const same = whole.shape === undefined || elements(whole.shape) === elements(fused.shape);
  return same ? { names } : { names, ...shapeProblem(fusedName, whole.shape, fused.shape) };
}

function shapeProblem(
  name: string,
  stored: readonly number[] | undefined,
  wanted: readonly number[],
): { problem?: string } {
  if (stored === undefined || stored.join() === wanted.join()) return {};
  return { problem: `${name} is [${stored.join(', ')}], the config makes it [${wanted.join(', ')}]` };
}

function elements(shape: readonly number[]): bigint {
  return shape.reduce((product, length) => product * BigInt(length), 1n);
}

/** A tied head may be stored once more; prediction layers, scales and buffers may be there. */
function isOptional(name: string, architecture: Architecture): boolean {
  const tied = name === 'lm_head.weight' && !architecture.groups.some(({ part }) => part === 'head');
  return (
    tied ||
    [...incidental, ...architecture.optional].some((pattern) => pattern.test(name)) ||
    packed.test(name)
  );
}
