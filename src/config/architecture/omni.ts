import { attention, experts, gatedMlp, layerNorms, linear, norm } from './decoder.ts';
import {
  type Dimensions,
  dimensionsOf,
  maxLayers,
  MissingDimension,
  need,
  orElse,
  range,
} from './dimensions.ts';
import { routing } from './make-decoder.ts';
import type { ModelView } from './models.ts';
import { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';
import { patchTower, qwenMergers, tower } from './vision.ts';

/** Qwen3-Omni's own encoder of sound: three convolutions, then attention over what they leave of the mel bins. */
function audioTower(audio: Section): TensorGroup[] {
  const [width, inner] = [need(audio, 'd_model'), need(audio, 'encoder_ffn_dim')];
  const [channels, bins] = [need(audio, 'downsample_hidden_size'), need(audio, 'num_mel_bins')];
  const layers = range(need(audio, 'encoder_layers', maxLayers));
  const at = 'thinker.audio_tower';
  const block = `${at}.layers.{l}`;
  const options = { layers, bias: true };
  return tower([
    ...['q_proj', 'k_proj', 'v_proj', 'out_proj'].flatMap((name) =>
      linear(`${block}.self_attn.${name}`, [width, width], 'vision', options),
    ),
    ...norm(`${block}.self_attn_layer_norm`, width, layers, true),
    ...linear(`${block}.fc1`, [inner, width], 'vision', options),
    ...linear(`${block}.fc2`, [width, inner], 'vision', options),
    ...norm(`${block}.final_layer_norm`, width, layers, true),
    ...norm(`${at}.ln_post`, width, undefined, true),
    ...convolution(`${at}.conv2d1`, [channels, 1, 3, 3]),
    ...convolution(`${at}.conv2d2`, [channels, channels, 3, 3]),
    ...convolution(`${at}.conv2d3`, [channels, channels, 3, 3]),
    ...linear(`${at}.conv_out`, [width, channels * halved(halved(halved(bins)))], 'vision'),
    ...linear(`${at}.proj1`, [width, width], 'vision', { bias: true }),
    ...linear(`${at}.proj2`, [need(audio, 'output_dim'), width], 'vision', { bias: true }),
  ]);
}

/** What a convolution of stride 2 leaves. */
function halved(bins: number): number {
  return Math.floor((bins + 1) / 2);
}

function convolution(name: string, shape: readonly number[], out = shape[0] ?? 0): TensorGroup[] {
  return [one(`${name}.weight`, shape), one(`${name}.bias`, [out])];
}

function one(name: string, shape: readonly number[], layers?: readonly number[]): TensorGroup {
  return { name, shape, part: 'vision', ...(layers === undefined ? {} : { layers }) };
}

/** A decoder that turns what the thinker thinks into codes of speech: routed and shared experts. */
function talker(section: Section): TensorGroup[] {
  const text = inside(section, 'text_config');
  const d = dimensionsOf(text, section, false);
  const { count, used } = routing(text);
  const sizes = { hidden: d.hidden, width: need(text, 'moe_intermediate_size'), count, layers: d.layers };
  const mlp = 'talker.model.layers.{l}.mlp';
  const shared = need(text, 'shared_expert_intermediate_size');
  return [
    ...attention('talker.model.', d, { qkNorm: true }),
    ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: d.layers }),
    ...experts(`${mlp}.experts`, sizes).map((group) => ({ ...group, active: { used, of: count } })),
    ...gatedMlp(`${mlp}.shared_expert`, d.hidden, shared, d.layers),
    ...linear(`${mlp}.shared_expert_gate`, [1, d.hidden], 'mlp', { layers: d.layers }),
    ...layerNorms('talker.model.', d),
    ...codes('talker.model.codec_embedding', d, 'embedding'),
    ...norm('talker.model.norm', d.hidden),
    ...codes('talker.codec_head', d, 'head'),
    ...['text_projection', 'hidden_projection'].flatMap((name) => resize(`talker.${name}`, section, text, d)),
    ...codePredictor(inside(section, 'code_predictor_config'), section),
  ];
}

function codes(
  at: string,
  { vocab, hidden }: Dimensions,
  part: 'embedding' | 'head',
  layers?: readonly number[],
): TensorGroup[] {
  return [
    { name: `${at}.weight`, shape: [vocab, hidden], part, ...(layers === undefined ? {} : { layers }) },
  ];
}

function resize(at: string, section: Section, text: Section, { hidden }: Dimensions): TensorGroup[] {
  const [from, inner] = [need(section, 'thinker_hidden_size'), need(text, 'intermediate_size')];
  return [
    ...linear(`${at}.linear_fc1`, [inner, from], 'mlp', { bias: true }),
    ...linear(`${at}.linear_fc2`, [hidden, inner], 'mlp', { bias: true }),
  ];
}

/** A small dense decoder: the further codes of a frame, each with an embedding and a head of its own. */
function codePredictor(text: Section, top: Section): TensorGroup[] {
  const d = dimensionsOf(text, top, false);
  const further = range(need(text, 'num_code_groups', maxLayers) - 1);
  const at = 'talker.code_predictor.';
  return [
    ...attention(`${at}model.`, d, { qkNorm: true }),
    ...gatedMlp(`${at}model.layers.{l}.mlp`, d.hidden, need(text, 'intermediate_size'), d.layers),
    ...layerNorms(`${at}model.`, d),
    ...norm(`${at}model.norm`, d.hidden),
    ...codes(`${at}model.codec_embedding.{l}`, d, 'embedding', further),
    ...codes(`${at}lm_head.{l}`, d, 'head', further),
  ];
}

/** Codes to a waveform: a small decoder with scaled residuals, then convolutions that lengthen and narrow. */
function code2wav(section: Section): TensorGroup[] {
  const at = 'code2wav.pre_transformer.';
  const width = need(section, 'hidden_size');
  const layers = range(need(section, 'num_hidden_layers', maxLayers));
  const [heads, inner] = [need(section, 'num_attention_heads'), need(section, 'intermediate_size')];
  const kvHeads = orElse(section, 'num_key_value_heads', heads);
  const headDim = orElse(section, 'head_dim', Math.floor(width / heads));
  const d = { hidden: width, heads, kvHeads, headDim, intermediate: inner, layers, vocab: 1, tied: true };
  const entries = need(section, 'codebook_size') * need(section, 'num_quantizers');
  return [
    ...attention(at, d),
    ...gatedMlp(`${at}layers.{l}.mlp`, width, inner, layers),
    ...layerNorms(at, d),
    one(`${at}layers.{l}.self_attn_layer_scale.scale`, [width], layers),
    one(`${at}layers.{l}.mlp_layer_scale.scale`, [width], layers),
    ...norm(`${at}norm`, width),
    one('code2wav.code_embedding.weight', [entries, width]),
    ...rates(section, 'upsampling_ratios').flatMap((rate, at_) =>
      lengthen(`code2wav.upsample.${at_}`, width, rate),
    ),
    ...vocoder(width, need(section, 'decoder_dim'), rates(section, 'upsample_rates')),
  ];
}

function lengthen(at: string, width: number, rate: number): TensorGroup[] {
  return [
    ...convolution(`${at}.0.conv`, [width, width, rate]),
    one(`${at}.1.gamma`, [width]),
    ...convolution(`${at}.1.dwconv.conv`, [width, 1, 7]),
    ...norm(`${at}.1.norm`, width, undefined, true),
    ...linear(`${at}.1.pwconv1`, [4 * width, width], 'mlp', { bias: true }),
    ...linear(`${at}.1.pwconv2`, [width, 4 * width], 'mlp', { bias: true }),
  ];
}

/** Each block halves the channels. */
function vocoder(width: number, channels: number, steps: readonly number[]): TensorGroup[] {
  const left = (block: number): number => Math.floor(channels / 2 ** block);
  const at = 'code2wav.decoder';
  const last = left(steps.length);
  return [
    ...convolution(`${at}.0.conv`, [channels, width, 7]),
    ...steps.flatMap((rate, block) => narrow(`${at}.${block + 1}.block`, left(block), left(block + 1), rate)),
    ...snake(`${at}.${steps.length + 1}`, last),
    ...convolution(`${at}.${steps.length + 2}.conv`, [1, last, 7]),
  ];
}

function narrow(at: string, into: number, out: number, rate: number): TensorGroup[] {
  const units = [2, 3, 4].flatMap((unit) => [
    ...snake(`${at}.${unit}.act1`, out),
    ...convolution(`${at}.${unit}.conv1.conv`, [out, out, 7]),
    ...snake(`${at}.${unit}.act2`, out),
    ...convolution(`${at}.${unit}.conv2.conv`, [out, out, 1]),
  ]);
  return [...snake(`${at}.0`, into), ...convolution(`${at}.1.conv`, [into, out, 2 * rate], out), ...units];
}

function snake(at: string, width: number): TensorGroup[] {
  return [one(`${at}.alpha`, [width]), one(`${at}.beta`, [width])];
}

function rates(section: Section, name: string): readonly number[] {
  const list = section.ints(name) ?? defaultRates[name];
  if (list === undefined || list.length > 30 || !list.every((rate) => rate > 0))
    throw new MissingDimension(name);
  return list;
}

const defaultRates: Readonly<Record<string, readonly number[]>> = {
  upsample_rates: [8, 5, 4, 3],
  upsampling_ratios: [2, 2],
};

/** What the class takes where the sections leave it out. */
const defaults: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  audio_config: {
    d_model: 1280,
    encoder_ffn_dim: 5120,
    encoder_layers: 32,
    downsample_hidden_size: 480,
    num_mel_bins: 128,
    output_dim: 3584,
  },
  talker_config: { thinker_hidden_size: 2048 },
  text_config: {
    hidden_size: 1024,
    intermediate_size: 2048,
    num_hidden_layers: 20,
    num_attention_heads: 16,
    num_key_value_heads: 2,
    vocab_size: 3072,
    moe_intermediate_size: 384,
    num_experts: 128,
    num_experts_per_tok: 8,
  },
  code_predictor_config: {
    hidden_size: 1024,
    intermediate_size: 3072,
    num_hidden_layers: 5,
    num_attention_heads: 16,
    num_key_value_heads: 8,
    head_dim: 128,
    vocab_size: 2048,
    num_code_groups: 32,
  },
  code2wav_config: {
    hidden_size: 1024,
    intermediate_size: 3072,
    num_hidden_layers: 8,
    num_attention_heads: 16,
    num_key_value_heads: 16,
    codebook_size: 2048,
    num_quantizers: 16,
    decoder_dim: 1536,
  },
};

/** A section inside, or one of defaults alone. */
function inside(section: Section, name: string): Section {
  const found = section.section(name) ?? new Section(nothing, section.at(name));
  return found.withDefaults(new Map(Object.entries(defaults[name] ?? {})));
}

const nothing = { type: 'dict', entries: new Map(), start: 0, end: 0 } as const;

/** Qwen3-Omni beside its thinker's decoder: towers for pictures and sound, and, where it speaks, talker and vocoder. */
export function omniParts({ top, outer }: ModelView, vision: Section): TensorGroup[] {
  const speaks = outer !== top && top.bool('enable_audio_output') !== false;
  return [
    ...patchTower(vision, 'thinker.visual'),
    ...qwenMergers(vision, 3, {
      one: 'thinker.visual.merger',
      levels: 'thinker.visual.merger_list.{l}',
      names: ['ln_q', 'mlp.0', 'mlp.2'],
    }),
    ...audioTower(inside(outer, 'audio_config')),
    ...(speaks ? [...talker(inside(top, 'talker_config')), ...code2wav(inside(top, 'code2wav_config'))] : []),
  ];
}
