import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import type { Section } from '../architecture/section.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { imageParts, modelOf, type ModelFolder, type Part, partOf } from './folder.ts';
import { findingAt, pairFinding } from './places.ts';
import { resample } from './resample.ts';

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
    'phi4_multimodal',
  ].map((name) => [name, half] as const),
  ...['internvl_chat', 'internvl', 'intern_vit_6b'].map((name) => [name, imageNet] as const),
]);

/** Preprocessor's name → the tower's. */
const sizes = [
  ['patch_size', 'patch_size'],
  ['temporal_patch_size', 'temporal_patch_size'],
  ['merge_size', 'spatial_merge_size'],
] as const;

/** Families whose positions are those of one image size. */
const fixedSize: ReadonlySet<string> = new Set(['gemma3', 'paligemma', 'llava', 'clip', 'siglip']);

/** What prepares images against the tower that sees them. */
export function visionFindings(folder: ModelFolder): Finding[] {
  const model = modelOf(folder);
  return imageParts(folder).flatMap((part) => [
    ...deviations(part),
    ...limits(part),
    ...(model === undefined
      ? []
      : [
          ...patches(folder, model, part),
          ...statistics(model, part),
          ...resample(model, part),
          ...channels(model, part),
        ]),
    ...(model === undefined ? [] : [...imageSize(folder, model, part), ...processor(model, part)]),
  ]);
}

/** Image processors by family, as transformers registers them; families that take any tower are left out. */
const processors: ReadonlyMap<string, string> = new Map([
  ...['qwen2_vl', 'qwen2_5_vl', 'qwen3_vl', 'qwen3_vl_moe', 'qwen3_5', 'qwen3_5_moe'].map(
    (name) => [name, 'Qwen2VLImageProcessor'] as const,
  ),
  ['gemma3', 'Gemma3ImageProcessor'],
  ['llama4', 'Llama4ImageProcessor'],
  ['glm4v', 'Glm4vImageProcessor'],
  ['glm4v_moe', 'Glm4vImageProcessor'],
  ['mllama', 'MllamaImageProcessor'],
  ['idefics3', 'Idefics3ImageProcessor'],
  ['smolvlm', 'SmolVLMImageProcessor'],
]);

function processor({ modelType = '' }: ModelView, { document, section }: Part): Finding[] {
  const [wanted, named] = [processors.get(modelType), section.text('image_processor_type')];
  if (wanted === undefined || named === undefined || section.has('auto_map')) return [];
  // Qwen2_5_VLImageProcessor is another name of the same class
  if (named.replace(/^Qwen[\d_]+VL/, 'Qwen2VL').startsWith(wanted)) return [];
  return [
    findingAt(aroundRules['folder-image-processor'], document, section.at('image_processor_type'), {
      message: `${named.slice(0, 80)} prepares images otherwise than ${modelType} was trained with: ${wanted}`,
      help: `use ${wanted} (or its Fast form)`,
    }),
  ];
}

/** A mean or a deviation for each of the channels. */
function channels({ vision }: ModelView, { document, section }: Part): Finding[] {
  const wanted = vision?.int('in_channels') ?? vision?.int('in_chans') ?? vision?.int('num_channels') ?? 3;
  return ['image_mean', 'image_std'].flatMap((name) => {
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

function patches(folder: ModelFolder, { vision }: ModelView, part: Part): Finding[] {
  const config = partOf(folder, 'config.json');
  return sizes.flatMap(([name, ofTower]) => {
    const [cut, taken] = [part.section.int(name), vision?.int(ofTower)];
    if (cut === undefined || taken === undefined || vision === undefined || cut === taken) return [];
    return [
      pairFinding(folder, aroundRules['folder-vision-sizes'], {
        message: `${name} is ${cut} for the preprocessor and ${taken} for the tower (${ofTower})`,
        help: `use one size: the weights of the tower have ${ofTower} ${taken}`,
        at: { document: part.document, path: part.section.at(name) },
        ...(config === undefined ? {} : { other: { document: config.document, path: vision.at(ofTower) } }),
      }),
    ];
  });
}

function imageSize(folder: ModelFolder, { vision, modelType = '' }: ModelView, part: Part): Finding[] {
  const wanted = vision?.int('image_size');
  const size = part.section.section('crop_size') ?? part.section.section('size');
  const given = size?.int('height') ?? size?.int('shortest_edge');
  if (!fixedSize.has(modelType) || wanted === undefined || given === undefined || given === wanted) return [];
  if (size === undefined || vision === undefined) return [];
  const config = partOf(folder, 'config.json');
  return [
    pairFinding(folder, aroundRules['folder-vision-sizes'], {
      message: `images are made ${given} pixels high, but the tower has positions for image_size ${wanted}`,
      help: 'use the image size of the tower',
      at: { document: part.document, path: size.at(size.has('height') ? 'height' : 'shortest_edge') },
      ...(config === undefined
        ? {}
        : { other: { document: config.document, path: vision.at('image_size') } }),
    }),
  ];
}

function triple(section: Section, name: string): readonly number[] | undefined {
  const items = section
    .items(name)
    ?.map((item) => (item.type === 'float' || item.type === 'int' ? Number(item.value) : Number.NaN));
  return items?.length === 3 && items.every(Number.isFinite) ? items : undefined;
}

function isNear(numbers: readonly number[], wanted: Triple): boolean {
  return numbers.every((value, index) => Math.abs(value - (wanted[index] ?? Number.NaN)) < 0.005);
}

/** Mean, deviation and scale of the family. */
function statistics({ vision, modelType = '' }: ModelView, part: Part): Finding[] {
  const wanted = normalisations.get(vision?.text('model_type') ?? '') ?? normalisations.get(modelType);
  const named = [
    { name: 'image_mean', numbers: triple(part.section, 'image_mean'), expected: wanted?.mean },
    { name: 'image_std', numbers: triple(part.section, 'image_std'), expected: wanted?.std },
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
function deviations({ document, section }: Part): Finding[] {
  const numbers = triple(section, 'image_std');
  const wrong = numbers?.findIndex((value) => value <= 0) ?? -1;
  if (wrong < 0) return [];
  const message = `image_std ${numbers?.[wrong]} is not above zero, and pixels are divided by it`;
  const path = section.at('image_std', wrong);
  return [
    findingAt(aroundRules['folder-normalisation'], document, path, {
      severity: 'error',
      message,
      help: 'use the deviations that the tower was trained with',
    }),
  ];
}

/** The least number of pixels is not above the greatest. */
function limits({ document, section }: Part): Finding[] {
  const size = section.section('size');
  const pairs = [
    { of: size, least: 'shortest_edge', most: 'longest_edge' },
    { of: size, least: 'min_pixels', most: 'max_pixels' },
    { of: section, least: 'min_pixels', most: 'max_pixels' },
    { of: section, least: 'min_frames', most: 'max_frames' },
  ];
  return pairs.flatMap(({ of, least, most }) => {
    const [low, high] = [of?.number(least), of?.number(most)];
    if (of === undefined || low === undefined || high === undefined || low <= high) return [];
    return [
      findingAt(aroundRules['folder-pixel-limits'], document, of.at(least), {
        message: `${least} ${low} is above ${most} ${high}`,
        help: 'swap the two limits',
      }),
    ];
  });
}
