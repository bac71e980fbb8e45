import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import type { Section } from '../architecture/section.ts';
import { aroundRules } from '../rules/around-rules.ts';
import type { Part } from './folder.ts';
import { findingAt } from './places.ts';

type Triple = readonly [number, number, number];

interface Normalisation {
  readonly name: string;
  readonly mean: Triple;
  readonly std: Triple;
}

const clip: Normalisation = {
  name: 'CLIP',
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};
const half: Normalisation = { name: '0.5', mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] };
const imageNet: Normalisation = {
  name: 'ImageNet',
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};

/** What the towers were trained on, by the model_type of the tower, or else of the model. */
const normalisations: ReadonlyMap<string, Normalisation> = new Map([
  ...[
    'clip_vision_model',
    'qwen2_vl',
    'qwen2_5_vl',
    'glm4v',
    'glm4v_moe',
    'glm46v',
    'mllama',
    'pixtral',
    'mistral3',
  ].map((name) => [name, clip] as const),
  ...[
    'siglip_vision_model',
    'siglip2_vision_model',
    'qwen3_vl',
    'qwen3_vl_moe',
    'qwen3_5',
    'qwen3_5_moe',
    'gemma3',
    'llama4',
    'paligemma',
    'idefics3',
    'smolvlm',
    'kimi_vl',
    'minicpmv',
    'minicpmv4_6',
    'minicpmv4_7',
    'phi4_multimodal',
    'phi4mm',
  ].map((name) => [name, half] as const),
  ...['internvl_chat', 'internvl', 'intern_vit_6b'].map((name) => [name, imageNet] as const),
]);

/** Names of mean and deviation: those of transformers, and MiniCPM-V's own. */
const means = ['image_mean', 'norm_mean'];
const stds = ['image_std', 'norm_std'];

/** A mean or a deviation for each of the channels. */
export function channels({ vision }: ModelView, { document, section }: Part): Finding[] {
  const wanted = vision?.int('in_channels') ?? vision?.int('in_chans') ?? vision?.int('num_channels') ?? 3;
  return [...means, ...stds].flatMap((name) => {
    const items = section.items(name);
    if (items === undefined || items.length === wanted) return [];
    return [
      findingAt(aroundRules['folder-normalisation'], document, section.at(name), {
        severity: 'error',
        message: `${name} has ${items.length} numbers, and images have ${wanted} channels`,
        help: `write ${wanted} numbers`,
      }),
    ];
  });
}

/** Three numbers; one number stands for all of them. */
function triple(section: Section, name: string): readonly number[] | undefined {
  const all = section.number(name);
  if (all !== undefined) return [all, all, all];
  const items = section
    .items(name)
    ?.map((item) => (item.type === 'float' || item.type === 'int' ? Number(item.value) : Number.NaN));
  return items?.length === 3 && items.every(Number.isFinite) ? items : undefined;
}

function isNear(numbers: readonly number[], wanted: Triple): boolean {
  return numbers.every((value, index) => Math.abs(value - (wanted[index] ?? Number.NaN)) < 0.005);
}

/** Mean, deviation and scale of the family. */
export function statistics({ vision, modelType = '' }: ModelView, part: Part): Finding[] {
  const wanted = normalisations.get(vision?.text('model_type') ?? '') ?? normalisations.get(modelType);
  const named = [
    ...means.map((name) => ({ name, numbers: triple(part.section, name), expected: wanted?.mean })),
    ...stds.map((name) => ({ name, numbers: triple(part.section, name), expected: wanted?.std })),
  ];
  const factor = part.section.number('rescale_factor');
  return [
    ...named.flatMap(({ name, numbers, expected }) =>
      numbers === undefined || expected === undefined || isNear(numbers, expected)
        ? []
        : [
            findingAt(aroundRules['folder-normalisation'], part.document, part.section.at(name), {
              message: `${name} [${numbers.join(', ')}] is not what ${modelType} was trained with: [${expected.join(', ')}] (${wanted?.name})`,
              help: `use [${expected.join(', ')}], unless the tower was trained anew`,
            }),
          ],
    ),
    ...(factor === undefined || Math.abs(factor * 255 - 1) < 1e-3 || part.section.bool('do_rescale') === false
      ? []
      : [
          findingAt(aroundRules['folder-normalisation'], part.document, part.section.at('rescale_factor'), {
            message: `rescale_factor ${factor} does not bring pixels of 0 to 255 to between 0 and 1`,
            help: 'use 1/255 = 0.00392156862745098',
          }),
        ]),
  ];
}

/** A deviation that is divided by. */
export function deviations({ document, section }: Part): Finding[] {
  return stds.flatMap((name) => {
    const numbers = triple(section, name);
    const wrong = numbers?.findIndex((value) => value <= 0) ?? -1;
    if (wrong < 0) return [];
    return [
      findingAt(aroundRules['folder-normalisation'], document, section.at(name, wrong), {
        severity: 'error',
        message: `${name} ${numbers?.[wrong]} is not above zero, and pixels are divided by it`,
        help: 'use the deviations that the tower was trained with',
      }),
    ];
  });
}
