import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { knownTokens } from './added-tokens.ts';
import { type ModelFolder, type Part, partOf } from './folder.ts';
import { findingAt } from './places.ts';

const qwen = {
  image: '<|image_pad|>',
  video: '<|video_pad|>',
  vision_start: '<|vision_start|>',
  vision_end: '<|vision_end|>',
};
const glm = {
  image: '<|image|>',
  video: '<|video|>',
  image_start: '<|begin_of_image|>',
  image_end: '<|end_of_image|>',
  video_start: '<|begin_of_video|>',
  video_end: '<|end_of_video|>',
};
const plain = { image: '<image>', video: '<video>' };

/** What stands in the text for a picture, and around it, as the families' processors in transformers write it. */
const families: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    qwen2_vl: qwen,
    qwen2_5_vl: qwen,
    qwen3_vl: qwen,
    qwen3_vl_moe: qwen,
    qwen3_5: qwen,
    qwen3_5_moe: qwen,
    glm4v: glm,
    glm4v_moe: glm,
    glm46v: glm,
    llava: plain,
    llava_next: plain,
    llava_onevision: plain,
    paligemma: plain,
    idefics3: plain,
    smolvlm: plain,
    mllama: { image: '<|image|>' },
    gemma3: { image: '<image_soft_token>', boi: '<start_of_image>', eoi: '<end_of_image>' },
    llama4: { image: '<|patch|>', boi: '<|image_start|>', eoi: '<|image_end|>' },
    internvl: { image: '<IMG_CONTEXT>' },
    phi4_multimodal: { image: '<|endoftext10|>', audio: '<|endoftext11|>' },
  }),
);

/** The token for a role (`image`, `vision_start`): what the folder's processor or tokenizer names, else what the family's processor writes. */
export function senseText(folder: ModelFolder, modelType: string, role: string): string | undefined {
  const ofFamily = families.get(modelType);
  // Llama 4's image_token stands for a whole picture, its id for a patch of it
  const named =
    modelType === 'llama4'
      ? []
      : ['tokenizer_config.json', 'processor_config.json'].flatMap(
          (name) => partOf(folder, name)?.section.text(`${role}_token`) ?? [],
        );
  return named[0] ?? (ofFamily !== undefined && Object.hasOwn(ofFamily, role) ? ofFamily[role] : undefined);
}

/** `image_token`, `start_of_image_token`, and MiniCPM-V's names. */
const named = /^(?:\w{0,20}(?:image|video|audio|patch)_token|(?:im|slice|im_id)_(?:start|end))$/;

/** Texts that a processor writes for pictures are tokens: others are split into letters. */
export function senseTexts(folder: ModelFolder, { document, section }: Part): Finding[] {
  const known = knownTokens(folder);
  if (known.size === 0) return [];
  return [...section.node.entries.values()].flatMap(({ name, value }) => {
    if (!named.test(name) || value.type !== 'str' || !/^[<[].+[>\]]$/s.test(value.value)) return [];
    const text = value.value;
    if (known.has(text) || folder.tokenizer?.idOf(text) !== undefined) return [];
    return [
      findingAt(aroundRules['folder-sense-tokens'], document, section.at(name), {
        severity: 'warning',
        message: `${name} ${text.slice(0, 60)} is not a token of the tokenizer: it would be split into letters`,
        help: 'name a token that the tokenizer has, or add it',
      }),
    ];
  });
}
