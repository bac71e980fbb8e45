import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import type { Part } from './folder.ts';
import { findingAt } from './places.ts';

/** Ways in which PIL resizes, by their number. */
const filters = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming'] as const;

/** How the image processors of families resize, as their classes in transformers say. */
const resampling: ReadonlyMap<string, number> = new Map([
  ...['qwen2_vl', 'qwen2_5_vl', 'qwen3_vl', 'qwen3_vl_moe', 'qwen3_5', 'qwen3_5_moe'].map(
    (name) => [name, 3] as const,
  ),
  ...['glm4v', 'glm4v_moe', 'glm46v', 'llava', 'llava_next', 'internvl', 'internvl_chat'].map(
    (name) => [name, 3] as const,
  ),
  ...['phi4_multimodal', 'minicpmv4_6', 'minicpmv4_7', 'paligemma'].map((name) => [name, 3] as const),
  ...['gemma3', 'llama4', 'mllama'].map((name) => [name, 2] as const),
  ...['idefics3', 'smolvlm'].map((name) => [name, 1] as const),
]);

/** Images that are resized in another way have other pixels than those that the tower saw. */
export function resample({ modelType = '' }: ModelView, { document, section }: Part): Finding[] {
  const [wanted, given] = [resampling.get(modelType), section.int('resample')];
  if (wanted === undefined || given === undefined || given === wanted || section.has('auto_map')) return [];
  return [
    findingAt(aroundRules['folder-normalisation'], document, section.at('resample'), {
      message: `resample ${given} (${filters[given] ?? 'no filter of PIL'}) is not how ${modelType} was trained: ${wanted} (${filters[wanted]})`,
      help: `use ${wanted} (${filters[wanted]}), unless the tower was trained anew`,
    }),
  ];
}
