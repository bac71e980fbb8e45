import { architectureOf, type ArchitectureResult } from '../architecture/families.ts';
import type { Cache } from '../architecture/cache.ts';
import type { ModelView } from '../architecture/models.ts';
import { type Architecture, countParameters, type ParameterCounts } from '../architecture/tensors.ts';

export interface ModelSummary {
  readonly family: string;
  readonly counts: ParameterCounts;
  /** As the config names it; `bfloat16` where it names none. */
  readonly dtype: string;
  /** All weights in that dtype. */
  readonly weightBytes: bigint;
  /** How the config says that weights are stored in fewer bits, `mxfp4` or `gptq, 4 bits`: which ones, only the checkpoint tells. */
  readonly quantization?: string;
  /** What a token leaves in the cache of keys and values, with 2 bytes an element. */
  readonly cacheBytesPerToken: number;
  /** Layers that keep only the last `window` tokens, and what a token adds once they are full. */
  readonly sliding?: {
    readonly layers: number;
    readonly window: number;
    readonly cacheBytesPerToken: number;
  };
  readonly architecture: Architecture;
}

/** What is known of a model; thousands of them are kept, so without its tensors. */
export type ModelSize = Omit<ModelSummary, 'architecture'>;

export function sizeOf(summary: ModelSummary): ModelSize {
  const { architecture: _, ...size } = summary;
  return size;
}

const dtypeBits = new Map([
  ['float64', 64],
  ['float32', 32],
  ['float', 32],
  ['fp32', 32],
  ['bfloat16', 16],
  ['bf16', 16],
  ['float16', 16],
  ['half', 16],
  ['fp16', 16],
  ['float8_e4m3fn', 8],
  ['float8_e5m2', 8],
  ['fp8', 8],
  ['int8', 8],
  ['int4', 4],
  ['mxfp4', 4],
]);

/** Parameters, weight memory and cache of a model; the reason where they cannot be determined. */
export function summarise(
  model: ModelView,
  familySetting: string,
): { readonly summary?: ModelSummary; readonly result: ArchitectureResult } {
  const result = architectureOf(model, familySetting);
  if (result.kind !== 'known') return { result };
  const { architecture } = result;
  const counts = countParameters(architecture);
  const dtype = model.top.text('dtype') ?? model.text.text('dtype') ?? 'bfloat16';
  const bits = BigInt(dtypeBits.get(dtype.replace(/^torch\./, '')) ?? 16);
  const quantization = quantizationOf(model);
  const summary = {
    family: architecture.family,
    counts,
    dtype,
    weightBytes: (counts.total * bits) / 8n,
    ...(quantization === undefined ? {} : { quantization }),
    ...cacheOf(architecture.cache),
    architecture,
  };
  return { summary, result };
}

function quantizationOf({ top, text }: ModelView): string | undefined {
  const section = top.section('quantization_config') ?? text.section('quantization_config');
  if (section === undefined) return undefined;
  const method = section.text('quant_method')?.slice(0, 40) ?? 'quantization_config';
  const loaded = (['4', '8'] as const).find((bits) => section.bool(`load_in_${bits}bit`) === true);
  const bits = section.int('bits') ?? loaded;
  return bits === undefined ? method : `${method}, ${bits} bits`;
}

function cacheOf({ elements, sliding }: Cache): Pick<ModelSummary, 'cacheBytesPerToken' | 'sliding'> {
  const cacheBytesPerToken = 2 * elements;
  if (sliding === undefined) return { cacheBytesPerToken };
  const { layers, window } = sliding;
  return {
    cacheBytesPerToken,
    sliding: { layers, window, cacheBytesPerToken: 2 * (elements - sliding.elements) },
  };
}

/** `31,070,754,032` */
export function digits(value: bigint | number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `31.07 B`, `7.62 B`, `350 M`. */
export function billions(value: bigint): string {
  const number = Number(value);
  if (number >= 1e9) return `${(number / 1e9).toFixed(2)} B`;
  return number >= 1e6 ? `${(number / 1e6).toFixed(0)} M` : digits(value);
}

/** `62.1 GB` (decimal), `96 KiB` (binary, for small sizes). */
export function bytesText(bytes: bigint | number): string {
  const number = Number(bytes);
  if (number >= 1e9) return `${(number / 1e9).toFixed(1)} GB`;
  if (number >= 1e6) return `${(number / 1e6).toFixed(1)} MB`;
  return number >= 1024 ? `${(number / 1024).toFixed(0)} KiB` : `${number} B`;
}
