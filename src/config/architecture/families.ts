import { visionDefaults } from './defaults.ts';
import type { MakeDecoder } from './make-decoder.ts';
import { MissingDimension } from './dimensions.ts';
import type { ModelView } from './models.ts';
import { molmoTower } from './molmo.ts';
import { omniParts } from './omni.ts';
import { Section } from './section.ts';
import { textFamilies } from './text-families.ts';
import type { Architecture } from './tensors.ts';
import { clipTower, internHfTower, internTower, llama4Tower, moonTower } from './more-towers.ts';
import { type MakeTower, qwen25Tower, qwen2Tower, qwen35Tower, qwen3Tower, siglipTower } from './vision.ts';

interface Family {
  /** Which decoder of `textFamilies` it holds; absent: that which the model_type of its language model names. */
  readonly decoder?: string;
  readonly tower?: MakeTower;
  /** In front of the decoder's tensors. */
  readonly prefix: string;
  readonly head: string;
  /** Whether the whole model's tie_word_embeddings counts, where the language model inside is any. */
  readonly tiesAbove?: boolean;
  /** Whether a model that goes by this model_type has other tensors. */
  readonly isOther?: (model: ModelView) => boolean;
}

const plain = (decoder: string): Family => ({ decoder, prefix: 'model.', head: 'lm_head' });

/** A language model that is kept whole, with its head, behind a name of its own. */
const behind = { prefix: 'language_model.model.', head: 'language_model.lm_head' } as const;

/** Parts beside the thinker stand in the whole model alone. */
const thinker: Family = {
  decoder: 'qwen3_moe',
  tower: (vision, _, model) => omniParts(model, vision),
  prefix: 'thinker.model.',
  head: 'thinker.lm_head',
};

const families = new Map<string, Family>([
  ...Object.keys(textFamilies).map((name): [string, Family] => [name, plain(name)]),
  ['qwen2_vl', { ...plain('qwen2'), tower: qwen2Tower }],
  ['qwen2_5_vl', { ...plain('qwen2'), tower: qwen25Tower }],
  ['qwen3_vl', { ...plain('qwen3'), tower: qwen3Tower, prefix: 'model.language_model.' }],
  ['qwen3_vl_moe', { ...plain('qwen3_moe'), tower: qwen3Tower, prefix: 'model.language_model.' }],
  ['qwen3_5', { ...plain('qwen3_5_text'), tower: qwen35Tower, prefix: 'model.language_model.' }],
  ['qwen3_5_moe', { ...plain('qwen3_5_moe_text'), tower: qwen35Tower, prefix: 'model.language_model.' }],
  ['llama4', { ...behind, decoder: 'llama4_text', tower: llama4Tower }],
  ['internvl_chat', { ...behind, tower: internTower }],
  ['internvl', { ...behind, tower: internHfTower, tiesAbove: true }],
  ['llava', { ...behind, tower: clipTower }],
  ['qwen3_omni_moe', thinker],
  ['qwen3_omni_moe_thinker', thinker],
  // its sparse sibling goes by the same model_type
  ['molmo', { ...plain('molmo'), tower: molmoTower, isOther: ({ text }) => text.has('num_experts') }],
  ['kimi_vl', { ...behind, decoder: 'deepseek_v3', tower: moonTower }],
  [
    'gemma3',
    {
      decoder: 'gemma3_text',
      tower: siglipTower,
      prefix: 'language_model.model.',
      head: 'language_model.lm_head',
    },
  ],
]);

/** model_type of the language model inside → the same architecture. */
const sameAs = new Map([
  ['qwen3_vl_text', 'qwen3'],
  ['qwen3_vl_moe_text', 'qwen3_moe'],
  ['qwen2_5_vl_text', 'qwen2'],
  ['qwen2_vl_text', 'qwen2'],
  ['deepseek_v2', 'deepseek_v3'],
  ['kimi_k2', 'deepseek_v3'],
]);

/** A model without vision_config has the tower of its class's defaults. */
const noTower = new Section({ type: 'dict', entries: new Map(), start: 0, end: 0 }, []);

/** Classes with a language model's head; a classifier, an encoder or a draft model has other tensors. */
const generative = /For(?:CausalLM|ConditionalGeneration)$|^InternVLChatModel$/;

/** The family that is set, or that model_type names, or else architectures; `undefined` where it is none that we know. */
export function familyOf(model: ModelView, setting: string): string | undefined {
  if (setting === 'none') return undefined;
  if (setting !== 'auto') return families.has(setting) ? setting : undefined;
  if (!model.architectures.every((name) => generative.test(name))) return undefined;
  const byType = known(model.modelType);
  return (
    byType ?? model.architectures.map((name) => known(modelTypeOf(name))).find((name) => name !== undefined)
  );
}

/** Whether a model_type is one whose tensors are known. */
export function isKnownFamily(modelType: string): boolean {
  return known(modelType) !== undefined;
}

function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const canonical = sameAs.get(name) ?? name;
  return families.has(canonical) ? canonical : undefined;
}

/** `Qwen3VLMoeForConditionalGeneration` → `qwen3_vl_moe`. */
function modelTypeOf(architecture: string): string {
  const name = architecture.slice(0, 100).replace(/(?:For[A-Z]\w*|Model|LMHeadModel)$/, '');
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2');
  return words.toLowerCase();
}

export type ArchitectureResult =
  | { readonly kind: 'known'; readonly architecture: Architecture }
  /** The family is known, but this parameter is missing or makes no sense. */
  | { readonly kind: 'incomplete'; readonly family: string; readonly parameter: string }
  | { readonly kind: 'unknown' };

/** The tensors that the model of a config has. */
export function architectureOf(model: ModelView, setting: string): ArchitectureResult {
  const name = familyOf(model, setting);
  const family = name === undefined ? undefined : families.get(name);
  if (name === undefined || family === undefined) return { kind: 'unknown' };
  if (decoderOf(family, model) === undefined || family.isOther?.(model) === true) return { kind: 'unknown' };
  try {
    return { kind: 'known', architecture: build(name, family, model) };
  } catch (error) {
    if (error instanceof MissingDimension)
      return { kind: 'incomplete', family: name, parameter: error.parameter };
    throw error;
  }
}

/** The family's own decoder, or that of the language model inside; `undefined` where that is not known. */
function decoderOf({ decoder }: Family, { text, top }: ModelView): MakeDecoder | undefined {
  const inner = text === top ? undefined : text.text('model_type');
  const name = decoder ?? (inner === undefined ? undefined : (sameAs.get(inner) ?? inner));
  return name === undefined || !Object.hasOwn(textFamilies, name) ? undefined : textFamilies[name];
}

function build(name: string, family: Family, model: ModelView): Architecture {
  const make = decoderOf(family, model);
  if (make === undefined) throw new MissingDimension('model_type');
  const decoder = make({
    text: model.text,
    top: family.decoder === undefined && family.tiesAbove !== true ? model.text : model.outer,
    prefix: family.prefix,
    head: family.head,
  });
  const hidden = decoder.groups.find(({ part }) => part === 'embedding')?.shape[1] ?? 0;
  const vision = (model.vision ?? noTower).withDefaults(visionDefaults(name));
  return {
    family: name,
    groups: [...decoder.groups, ...(family.tower?.(vision, hidden, model) ?? [])],
    activeExperts: decoder.activeExperts,
    cache: decoder.cache,
    optional: decoder.optional ?? [],
  };
}
