import { numberOf, type Section } from '../architecture/section.ts';
import type { ModelView } from '../architecture/models.ts';
import { type ConfigNode, isScalar, type Path, scalarText } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { type ModelFolder, type Part, partOf } from './folder.ts';
import { pairFinding } from './places.ts';

/** Families whose positions, or whose count of tokens, are those of one image size. */
const fixedSize: ReadonlySet<string> = new Set([
  'gemma3',
  'paligemma',
  'llava',
  'clip',
  'siglip',
  'llama4',
  'internvl',
  'internvl_chat',
  'phi4_multimodal',
]);

interface Edge {
  readonly value: number;
  readonly path: Path;
}

/** What the preprocessor makes of images against the size that the tower has positions for. */
export function imageSize(
  folder: ModelFolder,
  { top, vision, modelType = '' }: ModelView,
  part: Part,
): Finding[] {
  if (!fixedSize.has(modelType)) return [];
  // InternVL stretches the positions of its tower to this size
  const wanted = edgeOf(top, 'force_image_size') ?? (vision && edgeOf(vision, 'image_size'));
  const given = edgeOf(part.section, 'crop_size') ?? edgeOf(part.section, 'size');
  if (wanted === undefined || given === undefined || given.value === wanted.value) return [];
  return [
    differing(folder, part, {
      message: `images are made ${given.value} pixels high, but the tower has positions for image_size ${wanted.value}`,
      help: 'use the image size of the tower',
      at: given.path,
      other: wanted.path,
    }),
  ];
}

/** `448`, `[448, 448]`, `{height: 448, width: 448}` or `{shortest_edge: 448}`. */
function edgeOf(section: Section, name: string): Edge | undefined {
  const inner = section.section(name);
  if (inner !== undefined) {
    const edge = inner.has('height') ? 'height' : 'shortest_edge';
    const value = inner.int(edge);
    return value === undefined ? undefined : { value, path: inner.at(edge) };
  }
  const node = section.items(name)?.[0] ?? section.get(name);
  const value = node === undefined ? undefined : numberOf(node);
  return value === undefined ? undefined : { value, path: section.at(name) };
}

/** Tokens that an image becomes: the preprocessor's name → names in config.json. */
const lengths = [
  ['image_seq_length', ['mm_tokens_per_image', 'image_seq_length']],
  ['image_feature_size', ['query_num']],
] as const;

/** As many places for an image in the text as the model has features for it. */
export function imageLengths(folder: ModelFolder, { top }: ModelView, part: Part): Finding[] {
  return lengths.flatMap(([name, ofModel]) => {
    const given = part.section.int(name);
    const own = ofModel.find((each) => top.int(each) !== undefined);
    const wanted = own === undefined ? undefined : top.int(own);
    if (own === undefined || given === undefined || given === wanted) return [];
    return [
      differing(folder, part, {
        message: `${name} is ${given} for the processor and ${wanted} for the model (${own}): an image has other places in the text than features`,
        help: `use the ${own} of config.json`,
        at: part.section.at(name),
        other: top.at(own),
      }),
    ];
  });
}

/** Further names that the preprocessor and config.json both set: where the second says it. */
const settings = [
  ['scale_resolution', [['slice_config', 'scale_resolution'], ['scale_resolution'], ['image_size']]],
  ['vision_feature_select_strategy', [['vision_feature_select_strategy']]],
] as const;

/** The size of MiniCPM-V's slices, and which features of its tower LLaVA takes. */
export function sameSettings(folder: ModelFolder, { top }: ModelView, part: Part): Finding[] {
  return settings.flatMap(([name, places]) => {
    const given = part.section.get(name);
    const own = places.map((place) => valueAt(top, place)).find((found) => found !== undefined);
    if (given === undefined || own === undefined || given.type !== own.node.type || !isScalar(given))
      return [];
    if (!isScalar(own.node) || scalarText(given) === scalarText(own.node)) return [];
    return [
      differing(folder, part, {
        message: `${name} is ${scalarText(given).slice(0, 60)} for the processor and ${scalarText(own.node).slice(0, 60)} for the model`,
        help: 'set both alike: the weights were trained with one of them',
        at: part.section.at(name),
        other: own.path,
      }),
    ];
  });
}

function valueAt(
  section: Section,
  [name, inner]: readonly [string, string?],
): { readonly node: ConfigNode; readonly path: Path } | undefined {
  const within = inner === undefined ? section : section.section(name);
  const node = within?.get(inner ?? name);
  return within === undefined || node === undefined ? undefined : { node, path: within.at(inner ?? name) };
}

function differing(
  folder: ModelFolder,
  { document }: Part,
  { message, help, at, other }: { message: string; help: string; at: Path; other: Path },
): Finding {
  const config = partOf(folder, 'config.json');
  return pairFinding(folder, aroundRules['folder-vision-sizes'], {
    message,
    help,
    at: { document, path: at },
    ...(config === undefined ? {} : { other: { document: config.document, path: other } }),
  });
}
