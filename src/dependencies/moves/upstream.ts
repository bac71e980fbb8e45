/** Whose repository a package is developed in: another one is a fork. */
import type { LockEntry } from '../model.ts';
import { nameMatcher } from '../../pep440/names.ts';
import { hostOf, originOf } from '../source.ts';
import { addressOf } from './identity.ts';

/** Owners on GitHub of the packages that are watched. */
const owners: Readonly<Record<string, readonly string[]>> = {
  torch: ['pytorch'],
  'torch*': ['pytorch', 'meta-pytorch'],
  triton: ['triton-lang', 'openai'],
  transformers: ['huggingface'],
  tokenizers: ['huggingface'],
  'huggingface-hub': ['huggingface'],
  accelerate: ['huggingface'],
  datasets: ['huggingface'],
  safetensors: ['huggingface'],
  peft: ['huggingface'],
  trl: ['huggingface'],
  diffusers: ['huggingface'],
  timm: ['huggingface', 'rwightman'],
  sentencepiece: ['google'],
  tiktoken: ['openai'],
  bitsandbytes: ['bitsandbytes-foundation', 'timdettmers'],
  deepspeed: ['deepspeedai', 'microsoft'],
  'flash-attn*': ['dao-ailab', 'hazyresearch'],
  'flashinfer*': ['flashinfer-ai'],
  xformers: ['facebookresearch'],
  vllm: ['vllm-project'],
  'compressed-tensors': ['vllm-project', 'neuralmagic'],
  sglang: ['sgl-project'],
  xgrammar: ['mlc-ai'],
  'megatron-*': ['nvidia', 'nvidia-nemo'],
  'transformer-engine*': ['nvidia'],
  apex: ['nvidia'],
  'liger-kernel': ['linkedin'],
  'jax*': ['jax-ml', 'google'],
  'qwen-vl-utils': ['qwenlm'],
  einops: ['arogozhnikov'],
  numpy: ['numpy'],
  scipy: ['scipy'],
  pillow: ['python-pillow'],
  'opencv-*': ['opencv'],
  protobuf: ['protocolbuffers'],
  pydantic: ['pydantic'],
  setuptools: ['pypa'],
};

const lists = Object.entries(owners).map(([pattern, names]) => [nameMatcher([pattern]), names] as const);

/** Whose a direct address is, as far as is known: `fork` is of somebody else than the owner, of what has no known owner nothing is surely one. */
export type Foreign = ReadonlyMap<string, 'fork' | 'unsure'>;

/** Of direct addresses those that are not the package's own, nor served by a host that the policy allows. */
export function foreignAddresses(
  name: string,
  entries: readonly LockEntry[],
  isAllowedHost: (host: string) => boolean,
): Foreign {
  const own = lists.find(([matches]) => matches(name))?.[1] ?? [];
  const foreign = new Map<string, 'fork' | 'unsure'>();
  for (const { source } of entries) {
    const { kind, address } = source;
    const host = kind === 'url' || kind === 'git' ? hostOf(address) : undefined;
    if (host === undefined || isAllowedHost(host)) continue;
    const owner = /:\/\/[^/]+\/([^/]+)\//.exec(address)?.[1]?.toLowerCase() ?? '';
    const isOwner = own.includes(owner) || (owner === 'hf' && own.includes('huggingface') && host !== home);
    const whose = isOwner || own.length === 0 ? 'unsure' : 'fork';
    if (!isOwner || host !== home) foreign.set(addressOf(originOf(source)), whose);
  }
  return foreign;
}

const home = 'github.com';
