import type { Finding } from '../../report/model.ts';
import { architectureOf } from '../architecture/families.ts';
import { findModels } from '../architecture/models.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode, Path } from '../../documents/tree/node.ts';
import { aroundRules } from './around-rules.ts';
import type { OtherTree } from './training-view.ts';

const targetNames = /^(?:--)?(?:lora[-_]target[-_]modules|target[-_]modules|lora[-_]target)$/;
/** Words that stand for modules of every model. */
const words = new Set(['all', 'all-linear', 'all_linear', 'linear', 'auto']);
const maxDepth = 5;

/** LoRA targets that no module of the model has, where the config names a model of this repository whose tensors are known. */
export function moduleFindings(document: ConfigDocument, others: readonly OtherTree[]): Finding[] {
  const [first, another] = others.flatMap(modulesOf);
  if (first === undefined || another !== undefined) return [];
  return targetsIn(document.root, []).flatMap((targets) => missing(document, targets, first));
}

interface Modules {
  readonly file: string;
  readonly family: string;
  /** Dotted names of the modules that have a weight, with `{l}` for the layer. */
  readonly names: readonly string[];
}

function modulesOf({ file, root }: OtherTree): Modules[] {
  return findModels(root).flatMap((model) => {
    const result = architectureOf(model, 'auto');
    if (result.kind !== 'known') return [];
    const { family, groups } = result.architecture;
    return [{ file, family, names: groups.map(({ name }) => name.replace(/\.(?:weight|bias)$/, '')) }];
  });
}

interface Target {
  readonly name: string;
  /** Of the item of a list, or of the text that names several. */
  readonly path: Path;
}

function targetsIn(node: ConfigNode | undefined, path: Path): (readonly Target[])[] {
  if (node?.type !== 'dict' || path.length >= maxDepth) return [];
  return [...node.entries.values()].flatMap(({ name, value }) =>
    targetNames.test(name) ? [targetsOf(value, [...path, name])] : targetsIn(value, [...path, name]),
  );
}

/** A list of names, or names with commas in between; a regular expression is none. */
function targetsOf(node: ConfigNode, path: Path): Target[] {
  const texts =
    node.type === 'list'
      ? node.items.map((item, index) => ({ item, path: [...path, index] }))
      : [{ item: node, path }];
  const targets = texts.flatMap(({ item, path: at }) =>
    item.type === 'str' ? item.value.split(',').map((name) => ({ name: name.trim(), path: at })) : [],
  );
  return targets.every(({ name }) => /^[\w.]{1,100}$/.test(name) && !words.has(name)) ? targets : [];
}

function missing(
  document: ConfigDocument,
  targets: readonly Target[],
  { file, family, names }: Modules,
): Finding[] {
  const unknown = targets.filter(
    ({ name: target }) => !names.some((name) => name === target || name.endsWith(`.${target}`)),
  );
  const [first] = unknown;
  if (first === undefined) return [];
  const isRefused = unknown.length === targets.length;
  const there = [
    ...new Set(names.filter((name) => name.includes('_proj')).map((name) => name.split('.').at(-1))),
  ];
  return [
    aroundRules['unknown-module'].finding({
      severity: isRefused ? 'error' : 'warning',
      file: document.file,
      ...document.place(first.path, 'value'),
      message: `the ${family} model of ${file} has no module ${unknown
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', ')}${isRefused ? '' : ': it is left out in silence'}`,
      help: `use names of its modules, such as ${there.slice(0, 7).join(', ')}`,
    }),
  ];
}
