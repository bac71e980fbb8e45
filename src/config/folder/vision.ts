import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { imageLengths, imageSize, sameSettings } from './image-size.ts';
import { channels, deviations, statistics } from './normalisation.ts';
import { imageParts, modelOf, type ModelFolder, type Part, partOf } from './folder.ts';
import { findingAt, pairFinding } from './places.ts';
import { resample } from './resample.ts';
import { senseTexts } from './sense-texts.ts';

/** Preprocessor's name → the tower's. */
const sizes = [
  ['patch_size', 'patch_size'],
  ['temporal_patch_size', 'temporal_patch_size'],
  ['merge_size', 'spatial_merge_size'],
  ['pixel_shuffle_ratio', 'pixel_shuffle_ratio'],
] as const;

/** What prepares images against the tower that sees them. */
export function visionFindings(folder: ModelFolder): Finding[] {
  const model = modelOf(folder);
  const config = partOf(folder, 'config.json');
  return [
    ...(config === undefined ? [] : limits(config)),
    ...imageParts(folder).flatMap((part) => [
      ...texts(part),
      ...deviations(part),
      ...limits(part),
      ...slices(part),
      ...senseTexts(folder, part),
      ...(model === undefined
        ? []
        : [
            ...patches(folder, model, part),
            ...statistics(model, part),
            ...resample(model, part),
            ...channels(model, part),
          ]),
      ...(model === undefined
        ? []
        : [
            ...imageSize(folder, model, part),
            ...imageLengths(folder, model, part),
            ...sameSettings(folder, model, part),
            ...processor(model, part),
          ]),
    ]),
  ];
}

const numbers = [
  'patch_size',
  'temporal_patch_size',
  'merge_size',
  'min_pixels',
  'max_pixels',
  'rescale_factor',
  'image_mean',
  'image_std',
];

/** Texts in the place of numbers: nothing can be compared with them, and nothing computed. */
function texts({ document, section }: Part): Finding[] {
  return numbers.flatMap((name) => {
    const node = section.get(name);
    const items = node?.type === 'list' ? node.items : [node];
    if (!items.some((item) => item?.type === 'str')) return [];
    return [
      findingAt(aroundRules['folder-vision-sizes'], document, section.at(name), {
        message: `${name} is text, and images are computed with numbers`,
        help: 'write numbers without quotes',
      }),
    ];
  });
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

function patches(folder: ModelFolder, { vision: tower, top }: ModelView, part: Part): Finding[] {
  const config = partOf(folder, 'config.json');
  // the first MiniCPM-V names its tower, and says the size of patches beside that
  const vision = tower ?? top;
  return sizes.flatMap(([name, ofTower]) => {
    const [cut, taken] = [part.section.number(name), vision.number(ofTower)];
    if (cut === undefined || taken === undefined || cut === taken) return [];
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

/** MiniCPM-V cuts a picture into so many slices; 0 cuts none, as 1 does. */
function slices({ document, section }: Part): Finding[] {
  const name = 'max_slice_nums';
  const most = section.number(name);
  if (most === undefined || most >= 1) return [];
  return [
    findingAt(aroundRules['folder-pixel-limits'], document, section.at(name), {
      severity: 'warning',
      message: `${name} ${most} cuts no picture: large ones lose their details`,
      help: 'write how many slices the model was trained with, such as 9, or 1 for none',
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
    { of: section, least: 'min_patches', most: 'max_patches' },
    // InternVL's, in config.json
    { of: section, least: 'min_dynamic_patch', most: 'max_dynamic_patch' },
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
