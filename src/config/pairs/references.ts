import { FoundNothing } from '../../documents/tree/found-nothing.ts';
import type { ConfigNode, Path } from '../../documents/tree/node.ts';

/** A path that a config names, and the mapping that names it. */
export interface Reference {
  readonly value: string;
  readonly within: Path;
}

const modelNames: ReadonlySet<string> = new Set([
  'model',
  'model_name_or_path',
  'model_name',
  'model_path',
  'base_model',
  'pretrained_model_name_or_path',
  'pretrained_model',
  'hf_checkpoint',
  'path',
]);
const deepspeedNames: ReadonlySet<string> = new Set([
  'deepspeed',
  'deepspeed_config',
  'deepspeed_config_file',
]);
const models: Search = {
  names: modelNames,
  nothing: new FoundNothing(),
  isPath: (value) => value.length <= 300 && !/^[a-z]+:\/\//.test(value),
};
const deepspeedFiles: Search = {
  names: deepspeedNames,
  nothing: new FoundNothing(),
  isPath: (value) => /\.(?:json|ya?ml)$/.test(value),
};
const maxDepth = 5;
const maxReferences = 20;

/** Texts that may be the folder of a model. */
export function modelReferences(root: ConfigNode | undefined): Reference[] {
  return referencesIn(root, models);
}

/** Texts that may be the path of a DeepSpeed file. */
export function deepspeedReferences(root: ConfigNode | undefined): Reference[] {
  return referencesIn(root, deepspeedFiles);
}

interface Search {
  readonly names: ReadonlySet<string>;
  readonly nothing: FoundNothing;
  isPath(value: string): boolean;
}

function referencesIn(root: ConfigNode | undefined, { names, nothing, isPath }: Search): Reference[] {
  const found: Reference[] = [];
  const visit = (node: ConfigNode, path: Path): void => {
    if (node.type !== 'dict' || path.length >= maxDepth || found.length >= maxReferences) return;
    if (nothing.has(node, path)) return;
    const before = found.length;
    for (const { name, value } of node.entries.values()) {
      if (value.type === 'str') {
        const canonical = name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
        if (names.has(canonical) && isPath(value.value)) found.push({ value: value.value, within: path });
      } else if (value.type === 'dict') visit(value, [...path, name]);
    }
    if (found.length === before) nothing.add(node, path);
  };
  if (root !== undefined) visit(root, []);
  return found;
}

/** Where a path of a config may lead: from the root of the repository, or from the folder of the config. Paths that leave the repository lead nowhere. */
export function placesOf(value: string, folder: string): string[] {
  const fromRoot = normalised(value.split('/'));
  const fromFolder = normalised([...folder.split('/'), ...value.split('/')]);
  return [...new Set([fromRoot, fromFolder])].filter((path) => path !== undefined);
}

function normalised(steps: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '' || step === '.') continue;
    if (step !== '..') kept.push(step);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join('/');
}
