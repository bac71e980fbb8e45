import type { ModelView } from '../architecture/models.ts';
import type { Section } from '../architecture/section.ts';
import { isDeferred } from '../../documents/omegaconf/interpolate.ts';
import { isScalar, scalarText } from '../../documents/tree/node.ts';
import type { ModelRule, Violation } from './rule.ts';

const counts = [
  'hidden_size',
  'num_hidden_layers',
  'num_attention_heads',
  'num_key_value_heads',
  'head_dim',
  'vocab_size',
  'intermediate_size',
  'max_position_embeddings',
  'moe_intermediate_size',
  'num_experts_per_tok',
  'patch_size',
  'spatial_merge_size',
  'temporal_patch_size',
];

const scales = ['rms_norm_eps', 'layer_norm_eps', 'layernorm_epsilon', 'rope_theta', 'initializer_range'];

function sections({ top, text, vision }: ModelView): Section[] {
  return [...new Set([top, text])].concat(vision ?? []);
}

/** Models that many configs start from: [hidden, intermediate, layers, heads, experts] → key-value heads. */
const published: readonly { name: string; shape: readonly (number | undefined)[]; kvHeads: number }[] = [
  { name: 'Mixtral-8x7B', shape: [4096, 14_336, 32, 32, 8], kvHeads: 8 },
  { name: 'Mixtral-8x22B', shape: [6144, 16_384, 56, 48, 8], kvHeads: 8 },
  { name: 'Llama-3-8B', shape: [4096, 14_336, 32, 32, undefined], kvHeads: 8 },
  { name: 'Llama-2-70B and Llama-3-70B', shape: [8192, 28_672, 80, 64, undefined], kvHeads: 8 },
  { name: 'Qwen2.5-7B', shape: [3584, 18_944, 28, 28, undefined], kvHeads: 4 },
  { name: 'Qwen3-8B', shape: [4096, 12_288, 36, 32, undefined], kvHeads: 8 },
  { name: 'Qwen3-32B', shape: [5120, 25_600, 64, 64, undefined], kvHeads: 8 },
  { name: 'Qwen3-30B-A3B', shape: [2048, 6144, 48, 32, 128], kvHeads: 4 },
  { name: 'Qwen3-235B-A22B', shape: [4096, 12_288, 94, 64, 128], kvHeads: 4 },
];

/** Values that no model can have, or that are most likely a slip. */
export const valueRules: readonly ModelRule[] = [
  {
    id: 'config/null-size',
    severity: 'error',
    summary:
      'What decides on the size of a model, and which model it is, is not null. A warning in a part of a config that does not name its family.',
    source: 'transformers: no layer is made of None',
    example: 'model_type: llama\nhidden_size: null',
    fix: 'set the sizes of the model, or leave them out where its class has them',
    *check(model) {
      yield* nullSizes(model);
    },
  },
  {
    id: 'config/not-positive',
    severity: 'error',
    summary: 'Widths, counts and lengths are integers of 1 or more.',
    source: 'every implementation allocates tensors of these sizes',
    example: 'num_hidden_layers: 0',
    fix: 'use an integer of 1 or more',
    *check(model) {
      for (const section of sections(model)) {
        for (const name of counts) {
          const node = section.get(name);
          if (node === undefined || node.type === 'NoneType' || !isScalar(node)) continue;
          if (node.type === 'int' && node.value > 0n) continue;
          // an interpolation is settled when training starts
          if (isDeferred(node)) continue;
          yield {
            at: section.at(name),
            message: `${name} must be an integer of 1 or more, not ${scalarText(node)} (${node.type})`,
          };
        }
      }
    },
  },
  {
    id: 'config/scale-sign',
    severity: 'error',
    summary: 'An epsilon, a base of rotation or an initial spread is above 0, and an epsilon below 0.1.',
    source: 'RMSNorm and RoPE divide by them',
    example: 'rms_norm_eps: 1.0e+6',
    fix: 'write a number above 0; for an epsilon with a negative exponent',
    *check(model) {
      for (const section of sections(model)) {
        for (const name of scales) {
          const value = section.number(name);
          if (value === undefined) continue;
          const wide = name.includes('eps') && value >= 0.1;
          if (value < 0 || (value === 0 && name !== 'initializer_range') || wide || Number.isNaN(value)) {
            yield {
              at: section.at(name),
              message: `${name} cannot be ${value}`,
              help: name.includes('eps')
                ? 'write a small number above 0, such as 1.0e-6'
                : 'write a number above 0',
            };
          }
        }
      }
    },
  },
  {
    id: 'config/unlikely-sizes',
    severity: 'warning',
    summary:
      'Two sizes stand as no published model has them: more layers than a layer is wide, a head wider than the layer, or a dense feed-forward narrower than it. They may be swapped.',
    source: 'published config.json files',
    example: 'hidden_size: 14336\nintermediate_size: 4096',
    fix: 'swap them back, or switch the rule off for a model of your own',
    *check({ text }) {
      const hidden = text.int('hidden_size');
      if (hidden === undefined || text.get('hidden_size') === undefined) return;
      // with experts, intermediate_size may be the width of one of them; models of tests are small in every way
      const isNarrow = (value: number) => !text.has('num_experts') && hidden >= 512 && value < hidden;
      const unlikely = [
        { name: 'num_hidden_layers', than: 'above', is: (value: number) => value > hidden },
        { name: 'head_dim', than: 'above', is: (value: number) => value > hidden && value >= 512 },
        { name: 'intermediate_size', than: 'below', is: isNarrow },
      ];
      for (const { name, than, is } of unlikely) {
        const value = text.get(name) === undefined ? undefined : text.int(name);
        if (value === undefined || value < 1 || !is(value)) continue;
        yield { at: text.at(name), message: `${name} ${value} is ${than} hidden_size ${hidden}` };
      }
    },
  },
  {
    id: 'config/differs-from-published',
    severity: 'warning',
    summary:
      'Widths, layers, heads and experts are those of a published model, but the key-value heads are not: its checkpoints will not load.',
    source: 'published config.json files',
    example: 'hidden_size: 4096\nnum_local_experts: 8\nnum_key_value_heads: 32   # Mixtral-8x7B has 8',
    fix: 'use the published number, or switch the rule off for a model of your own',
    *check({ text }) {
      const shape = [
        'hidden_size',
        'intermediate_size',
        'num_hidden_layers',
        'num_attention_heads',
        'num_experts',
      ].map((name) => text.int(name));
      const kvHeads = text.int('num_key_value_heads');
      const same = published.filter((model) => model.shape.every((value, index) => value === shape[index]));
      const [first] = same;
      if (first === undefined || kvHeads === undefined || same.some((model) => model.kvHeads === kvHeads))
        return;
      const message = `num_key_value_heads is ${kvHeads}; ${first.name}, with which all else agrees, has ${first.kvHeads}`;
      yield { at: text.at('num_key_value_heads'), message };
    },
  },
];

const decisive = ['hidden_size', 'num_hidden_layers', 'num_attention_heads', 'vocab_size'];
const ofTower = [
  'hidden_size',
  'num_hidden_layers',
  'num_attention_heads',
  'patch_size',
  'spatial_merge_size',
  'temporal_patch_size',
];

/** One finding for all of a section, at the first. */
function* nullSizes({ top, text, vision, modelType }: ModelView): Iterable<Violation> {
  const isNull = (section: Section, name: string) => section.get(name)?.type === 'NoneType';
  const lost = vision === undefined ? [] : ofTower.filter((name) => isNull(vision, name));
  if (vision !== undefined && lost[0] !== undefined)
    yield {
      at: vision.at(lost[0]),
      message: `null where the tower needs a value: ${lost.map((name) => vision.nameOf(name)).join(', ')}`,
    };
  const sizes = decisive.filter((name) => isNull(text, name));
  const named = isNull(top, 'model_type') && sizes.length > 0 ? ['model_type'] : [];
  const [first] = sizes;
  if (first === undefined) return;
  const names = [...named, ...sizes].join(', ');
  yield {
    at: text.at(first),
    ...(modelType === undefined && named.length === 0 ? { severity: 'warning' } : {}),
    message: `null where the model needs a value: ${names}`,
  };
}
