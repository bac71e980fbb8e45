import type { Finding } from '../../report/model.ts';
import { architectureOf } from '../architecture/families.ts';
import { findModels } from '../architecture/models.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode, Path } from '../../documents/tree/node.ts';
import { compilePattern } from '../../kernel/pattern/compile.ts';
import { aroundRules } from './around-rules.ts';
import { wrappedFindings } from './wrapped.ts';
import type { OtherTree } from './training-view.ts';

const targetNames =
  /^(?:--)?(?:lora[-_]target[-_]modules|target[-_]modules|lora[-_]target|modules[-_]to[-_]save|lora[-_]modules[-_]to[-_]save)$/;
/** Words that stand for modules of every model. */
const words = new Set(['all', 'all-linear', 'all_linear', 'linear', 'auto']);
/** Heads that a class of its own puts on a model. */
const otherHeads = new Set(['score', 'classifier', 'v_head', 'value_head', 'summary', 'lm_head']);
const maxDepth = 5;

/**
 * LoRA targets and modules to save that no module of the model has, and classes that FSDP is to wrap and the model has not, where the
 * config names a model of this repository whose tensors are known.
 */
export function moduleFindings(document: ConfigDocument, others: readonly OtherTree[]): Finding[] {
  const [first, another] = others.flatMap(modulesOf);
  if (first === undefined || another !== undefined) return [];
  return [
    ...targetsIn(document.root, []).flatMap((targets) => missing(document, targets, first)),
    ...wrappedFindings(document, others),
  ];
}

interface Modules {
  readonly file: string;
  readonly family: string;
  /** Dotted names of the modules that have a weight, with `{l}` for the layer. */
  readonly names: readonly string[];
  /** Where its parts stand differs between versions of transformers. */
  readonly hasTower: boolean;
}

function modulesOf({ file, root }: OtherTree): Modules[] {
  return findModels(root).flatMap((model) => {
    const result = architectureOf(model, 'auto');
    if (result.kind !== 'known') return [];
    const { family, groups } = result.architecture;
    const names = groups.map(({ name }) => name.replace(/\.(?:weight|bias)$/, ''));
    // a tied head has no tensor of its own, and is a module all the same
    const hasTower = groups.some(({ part }) => part === 'vision');
    return [{ file, family, names: [...names, 'lm_head'], hasTower }];
  });
}

interface Target {
  readonly name: string;
  readonly isPattern?: boolean;
  /** To be trained whole and saved: one that is not there is left out. */
  readonly isSaved?: boolean;
  /** Of the item of a list, or of the text that names several. */
  readonly path: Path;
}

function targetsIn(node: ConfigNode | undefined, path: Path): (readonly Target[])[] {
  if (node?.type !== 'dict' || path.length >= maxDepth) return [];
  return [...node.entries.values()].flatMap(({ name, value }) =>
    targetNames.test(name) ? [targetsOf(name, value, [...path, name])] : targetsIn(value, [...path, name]),
  );
}

/** A list of names, names with commas in between, or a regular expression over whole names. */
function targetsOf(key: string, node: ConfigNode, path: Path): Target[] {
  if (node.type === 'str' && /[*+|()\\^$?]/.test(node.value))
    return [{ name: node.value, path, isPattern: true }];
  const texts =
    node.type === 'list'
      ? node.items.map((item, index) => ({ item, path: [...path, index] }))
      : [{ item: node, path }];
  const targets = texts.flatMap(({ item, path: at }) =>
    item.type === 'str' ? item.value.split(',').map((name) => ({ name: name.trim(), path: at })) : [],
  );
  if (!targets.every(({ name }) => /^[\w.]{1,100}$/.test(name) && !words.has(name))) return [];
  if (!key.includes('save')) return targets;
  return targets.flatMap((target) => (otherHeads.has(target.name) ? [] : [{ ...target, isSaved: true }]));
}

/** Whether a module of the model is meant: by its last names, by all of them, or by a pattern that PEFT matches with all of them. */
function isThere({ name: target, isPattern }: Target, { names, hasTower }: Modules): boolean {
  if (isPattern !== true) {
    const anyLayer = target.replaceAll(/(^|\.)\d+(?=\.|$)/g, '$1{l}');
    return names.some((name) => name === anyLayer || name.endsWith(`.${anyLayer}`));
  }
  const compiled = compilePattern(`^(?:${target})$`);
  if (!compiled.ok || hasTower) return true;
  const layers = ['0', '1', '2', '3', '7', '10', '31'];
  return names.some((name) =>
    layers.some((layer) => compiled.pattern.test(name.replace('{l}', layer).replace('{e}', '0'))),
  );
}

function missing(document: ConfigDocument, targets: readonly Target[], model: Modules): Finding[] {
  const { file, family, names } = model;
  const unknown = targets.filter((target) => !isThere(target, model));
  const [first] = unknown;
  if (first === undefined) return [];
  const isRefused = unknown.length === targets.length && first.isSaved !== true;
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
