import { KnownOfRuns } from '../../documents/tree/known-of-runs.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { textDefaults, visionDefaults } from './defaults.ts';
import { Section } from './section.ts';

/** A model's config, wherever it stands in the document. */
export interface ModelView {
  /** The mapping that holds model_type and, if any, text_config and vision_config. */
  readonly top: Section;
  /** The mapping that holds text_config and vision_config: `top`, or the thinker of an omni model. */
  readonly outer: Section;
  /** The language model's parameters: text_config, or the top level. */
  readonly text: Section;
  readonly vision: Section | undefined;
  /** `model_type`, where it is set. */
  readonly modelType: string | undefined;
  readonly architectures: readonly string[];
  /** Whether it is set in any of the sections, if only to null. */
  sets(name: string): boolean;
}

/** Two of these make a mapping a model config. */
const marks = [
  'model_type',
  'architectures',
  'hidden_size',
  'num_hidden_layers',
  'num_attention_heads',
  'num_key_value_heads',
  'vocab_size',
  'intermediate_size',
  'n_heads',
  'n_kv_heads',
  'text_config',
  'vision_config',
];

/** Where the parameters of a language model stand, if not at the top. */
export const textSections = ['text_config', 'llm_config', 'language_config'];
const maxDepth = 4;

/** The model configs of a document: its top level, or else the mappings below it that look like one. */
export function findModels(root: ConfigNode | undefined): ModelView[] {
  return root?.type === 'dict' ? search(root, []) : [];
}

/** The least depth at which a mapping was looked through without finding one: runs of one repository share most mappings. */
const withoutModels = new KnownOfRuns<DictNode, number>();

function search(node: DictNode, path: Path): ModelView[] {
  if ((withoutModels.get(node) ?? maxDepth + 1) <= path.length) return [];
  const found = searchNew(node, path);
  if (found.length === 0) withoutModels.set(node, path.length);
  return found;
}

function searchNew(node: DictNode, path: Path): ModelView[] {
  if (marks.filter((name) => node.entries.has(name)).length >= 2) return [viewOf(node, path)];
  if (path.length >= maxDepth) return [];
  return [...node.entries.values()].flatMap(({ name, value }) =>
    value.type === 'dict' ? search(value, [...path, name]) : [],
  );
}

function viewOf(node: DictNode, path: Path): ModelView {
  const top = new Section(node, path);
  const modelType = top.text('model_type');
  const outer = top.section('thinker_config') ?? top;
  const inner = textSections.flatMap((name) => outer.section(name) ?? [])[0];
  const text = (inner ?? top).withDefaults(textDefaults(inner?.text('model_type'), modelType));
  const architectures = (top.items('architectures') ?? []).flatMap((item) =>
    item.type === 'str' ? [item.value] : [],
  );
  const vision = outer.section('vision_config')?.withDefaults(visionDefaults(modelType));
  const all = new Set([top, outer, text, ...(vision === undefined ? [] : [vision])].map(entriesOf));
  const sections = [...all];
  return {
    top: inner === undefined ? text : top,
    outer,
    text,
    vision,
    modelType,
    architectures,
    sets: (name) => {
      for (const entries of sections) if (entries.has(name)) return true;
      return false;
    },
  };
}

function entriesOf({ node }: Section): DictNode['entries'] {
  return node.entries;
}
