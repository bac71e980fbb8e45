import type { DictNode } from '../../documents/tree/node.ts';
import { type OptionPlace, some } from './place.ts';

const textOf = ({ entries }: DictNode, name: string): string | undefined => {
  const value = entries.get(name)?.value;
  return value?.type === 'str' ? value.value : undefined;
};

/** What a model folder says of itself: generation, quantisation, the classes of a family, adapters. */
export const modelPlaces: readonly OptionPlace[] = [
  {
    package: 'transformers',
    groups: ['GenerationConfig'],
    reader: 'python',
    refusesChoices: true,
    fits: (names, parent) =>
      parent === 'generation_config' ||
      (names.has('transformers_version') &&
        !names.has('model_type') &&
        some(names, 1, 'do_sample', 'eos_token_id', 'temperature', 'top_p')),
  },
  {
    package: 'transformers',
    groups: ['BitsAndBytesConfig'],
    reader: 'python',
    isStrict: true,
    refusesChoices: true,
    fits: (names, parent) =>
      /^(?:quantization|bnb|bitsandbytes)/.test(parent) &&
      some(names, 1, 'load_in_4bit', 'load_in_8bit', 'bnb_4bit_quant_type'),
  },
  {
    package: 'transformers',
    groups: ['quantization'],
    reader: 'python',
    refusesChoices: true,
    unknown: 'dropped',
    isOpen: true,
    isConverted: true,
    fits: (names, parent) => parent === 'quantization_config' && names.has('quant_method'),
    kind: (node) => textOf(node, 'quant_method')?.toLowerCase(),
  },
  {
    package: 'transformers',
    groups: ['configs'],
    inherits: [{ package: 'transformers', group: 'PretrainedConfig' }],
    reader: 'python',
    isStrict: true,
    unknown: 'dropped',
    isOpen: true,
    isConverted: true,
    // code that comes with a model has fields of its own
    fits: (names) => names.has('model_type') && !names.has('auto_map'),
    kind: (node) => textOf(node, 'model_type'),
  },
  {
    package: 'transformers',
    groups: ['processors'],
    inherits: [{ package: 'transformers', group: 'ImagesKwargs' }],
    reader: 'python',
    unknown: 'dropped',
    isOpen: true,
    isConverted: true,
    fits: (names) => some(names, 1, 'image_processor_type', 'video_processor_type') && !names.has('auto_map'),
    kind: (node) =>
      (textOf(node, 'image_processor_type') ?? textOf(node, 'video_processor_type'))?.replace(
        /(?:Fast|Pil)$/,
        '',
      ),
  },
  {
    package: 'peft',
    groups: ['adapters'],
    reader: 'python',
    refusesChoices: true,
    unknown: 'dropped',
    isOpen: true,
    fits: (names, parent) => parent === '' && names.has('peft_type'),
    kind: (node) => textOf(node, 'peft_type')?.toUpperCase(),
  },
];
