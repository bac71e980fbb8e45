import { Expressions } from '../../../documents/python/expression.ts';
import { Module } from '../../../documents/python/module.ts';
import { Scope } from '../../../documents/python/scope.ts';
import { childrenOf, parsePython, type SyntaxNode, walk } from '../../../documents/python/syntax.ts';
import { LineIndex } from '../../../documents/source/lines.ts';
import type { ConfigNode, DictNode, Entry, ScalarNode } from '../../../documents/tree/node.ts';
import type { Source } from '../../../documents/tree/origin.ts';
import { type StoredConfig, stamped } from '../files.ts';

/** More of one file are made by a program. */
const maxStored = 1000;
const maxDepth = 20;

/**
 * The configs that modules register with `cs.store(…)`, by their path in the search path; those whose name, group or class is known only
 * when the code runs are left out. `modules`: text by file, those that only define classes included. Nothing is executed.
 */
export function storedConfigs(modules: ReadonlyMap<string, string>): Map<string, StoredConfig> {
  const read = [...modules].flatMap(([file, text]) => readModule(file, text));
  const classes = new Map<string, ClassPlace>();
  for (const module of read) for (const [name, node] of module.classes) classes.set(name, { node, module });
  const stored = new Map<string, StoredConfig>();
  for (const module of read)
    for (const call of module.calls.slice(0, maxStored)) {
      const found = storedBy(call, module, classes);
      if (found !== undefined && !stored.has(found.path)) stored.set(found.path, found.config);
    }
  return stored;
}

interface ClassPlace {
  readonly node: SyntaxNode;
  readonly module: StoringModule;
  /** Its fields, made once; a class that contains itself has none while they are made. */
  made?: { readonly fields: DictNode | undefined };
}

/** None of a module that nests too deep to be followed. */
function readModule(file: string, text: string): StoringModule[] {
  try {
    return [new StoringModule(file, text)];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

type Classes = ReadonlyMap<string, ClassPlace>;

/** A module with its names bound as far as they are literal. */
class StoringModule {
  readonly file: string;
  readonly text: string;
  readonly classes = new Map<string, SyntaxNode>();
  /** Argument lists of `….store(…)`. */
  readonly calls: SyntaxNode[] = [];
  readonly origin: Source;
  private readonly expressions: Expressions;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.origin = { kind: 'default', file, lines: new LineIndex(text) };
    const top = parsePython(text).topNode;
    const scope = new Scope(text, {});
    // calls of a module that registers configs change none of its names
    new Module(text, scope).run(childrenOf(top).filter(({ name }) => bindsNames.has(name)));
    this.expressions = new Expressions(text, scope);
    const stores = /\bConfigStore\b/.test(text);
    walk(top, (node) => {
      if (node.name === 'ClassDefinition') this.classes.set(this.source(childrenOf(node)[1]), node);
      const [callee, list] = node.name === 'CallExpression' ? childrenOf(node) : [];
      if (stores && list !== undefined && this.source(callee).endsWith('.store')) this.calls.push(list);
      return true;
    });
  }

  source(node: SyntaxNode | undefined): string {
    return node === undefined ? '' : this.text.slice(node.from, node.to);
  }

  evaluate(node: SyntaxNode): ConfigNode {
    return this.missing(this.expressions.evaluate(node));
  }

  /** OmegaConf's `MISSING` is the text `???`, in lists of defaults too. */
  private missing(node: ConfigNode): ConfigNode {
    const place = { start: node.start, end: node.end };
    if (node.type === 'unknown')
      return /^(?:\w+\.)?MISSING$/.test(this.text.slice(node.start, node.end))
        ? { type: 'str', value: '???', ...place }
        : node;
    if (node.type === 'list') return { ...node, items: node.items.map((item) => this.missing(item)) };
    if (node.type !== 'dict') return node;
    const entries = Array.from(node.entries, ([name, entry]): [string, Entry] => [
      name,
      { ...entry, value: this.missing(entry.value) },
    ]);
    return { ...node, entries: new Map(entries) };
  }
}

const bindsNames: ReadonlySet<string> = new Set(['AssignStatement', 'ImportStatement']);

function storedBy(
  list: SyntaxNode,
  module: StoringModule,
  classes: Classes,
): { readonly path: string; readonly config: StoredConfig } | undefined {
  const args = argumentsOf(list, module);
  const given = ['name', 'node', 'group', 'package'].map((name, at) => args.get(name) ?? args.get(at));
  const [name, group, package_] = [given[0], given[2], given[3]].map((node) =>
    node === undefined ? undefined : module.evaluate(node),
  );
  const isKnown = [group, package_].every(
    (each) => each === undefined || /^(?:str|NoneType)$/.test(each.type),
  );
  if (name?.type !== 'str' || !isKnown || given[1] === undefined) return undefined;
  const root = structured(given[1], module, classes, 0);
  if (root === undefined) return undefined;
  const folder = group?.type === 'str' ? `${group.value.replace(/^\/|\/$/g, '')}/` : '';
  const config = {
    root: stamped(root, module.origin),
    package: package_?.type === 'str' ? package_.value : undefined,
    file: module.file,
    text: module.text,
  };
  return { path: folder + name.value.replace(/\.yaml$/, ''), config };
}

/** By name, or by place. */
function argumentsOf(list: SyntaxNode, module: StoringModule): Map<string | number, SyntaxNode> {
  const args = new Map<string | number, SyntaxNode>();
  const children = childrenOf(list).slice(1, -1);
  for (let at = 0; at < children.length; at += 1) {
    const [child, operator, value] = children.slice(at, at + 3);
    if (child === undefined || child.name === ',') continue;
    if (operator?.name === 'AssignOp' && value !== undefined) {
      args.set(module.source(child), value);
      at += 2;
    } else args.set(args.size, child);
  }
  return args;
}

/** A class, one that is made with arguments, or a mapping; `undefined` of what is none of these here. */
function structured(
  node: SyntaxNode,
  module: StoringModule,
  classes: Classes,
  depth: number,
): ConfigNode | undefined {
  if (node.name === 'DictionaryExpression') return module.evaluate(node);
  const [callee, list] = node.name === 'CallExpression' ? childrenOf(node) : [node];
  const name = module.source(callee).split('.').at(-1) ?? '';
  const found = classes.get(name);
  if (found === undefined || depth > maxDepth) return undefined;
  const own = fieldsOf(found, classes, depth);
  if (list === undefined || own === undefined) return own;
  const entries = new Map(own.entries);
  for (const [key, value] of argumentsOf(list, module)) {
    const entry = entries.get(String(key));
    if (entry !== undefined)
      entries.set(entry.name, { ...entry, value: valueOf(value, module, classes, depth) });
  }
  return { ...own, entries };
}

/** The annotated fields of a class, those of its bases first; `undefined` of a class without any. */
function fieldsOf(place: ClassPlace, classes: Classes, depth: number): DictNode | undefined {
  if (place.made !== undefined) return place.made.fields;
  place.made = { fields: undefined };
  const fields = newFields(place, classes, depth);
  place.made = { fields };
  return fields;
}

function newFields({ node, module }: ClassPlace, classes: Classes, depth: number): DictNode | undefined {
  const entries = new Map<string, Entry>();
  const children = childrenOf(node);
  const bases = children.find(({ name }) => name === 'ArgList');
  for (const base of bases === undefined ? [] : argumentsOf(bases, module).values()) {
    const inherited = structured(base, module, classes, depth + 1);
    if (inherited?.type === 'dict') for (const [name, entry] of inherited.entries) entries.set(name, entry);
  }
  const body = children.find(({ name }) => name === 'Body');
  for (const statement of body === undefined ? [] : childrenOf(body)) {
    const [name, annotation, , value] = statement.name === 'AssignStatement' ? childrenOf(statement) : [];
    if (name?.name !== 'VariableName' || annotation?.name !== 'TypeDef') continue;
    const written = module.source(name);
    const key: ScalarNode = { type: 'str', value: written, start: name.from, end: name.to };
    const set = value === undefined ? undefined : valueOf(value, module, classes, depth + 1);
    const type = module.source(annotation).slice(1).trim();
    const node_ = set === undefined ? missingAt(name) : typed(set, type);
    entries.set(written, { key, name: written, value: node_ });
  }
  if (entries.size === 0) return undefined;
  const own: DictNode = { type: 'dict', isClosed: true, entries, start: node.from, end: node.from };
  const made = stamped(own, module.origin);
  return made.type === 'dict' ? made : undefined;
}

function missingAt({ from, to }: SyntaxNode): ScalarNode {
  return { type: 'str', value: '???', start: from, end: to };
}

/** OmegaConf makes a whole number a float where the field is one. */
function typed(node: ConfigNode, type: string): ConfigNode {
  const isFloat = /^(?:Optional\[\s*float\s*\]|float(?:\s*\|\s*None)?)$/.test(type);
  return node.type === 'int' && isFloat ? { ...node, type: 'float', value: Number(node.value) } : node;
}

/** What a field is set to: a literal, another structured config, or what `field(…)` makes. */
function valueOf(node: SyntaxNode, module: StoringModule, classes: Classes, depth: number): ConfigNode {
  if (node.name !== 'CallExpression') return enumName(node, module, classes) ?? module.evaluate(node);
  const [callee, list] = childrenOf(node);
  const args = list === undefined ? new Map<string | number, SyntaxNode>() : argumentsOf(list, module);
  const name = module.source(callee).split('.').at(-1);
  if (name === 'field') return fieldValue(args, node, module, classes, depth);
  const [first] = args.values();
  if ((name === 'II' || name === 'SI') && first !== undefined) {
    const text = module.evaluate(first);
    if (text.type === 'str') return name === 'II' ? { ...text, value: `\${${text.value}}` } : text;
  }
  return structured(node, module, classes, depth) ?? module.evaluate(node);
}

function fieldValue(
  args: ReadonlyMap<string | number, SyntaxNode>,
  node: SyntaxNode,
  module: StoringModule,
  classes: Classes,
  depth: number,
): ConfigNode {
  const [own, factory] = [args.get('default'), args.get('default_factory')];
  if (own !== undefined) return valueOf(own, module, classes, depth);
  const place = { start: node.from, end: node.to };
  if (factory === undefined) return missingAt(node);
  if (factory.name === 'LambdaExpression') {
    const body = childrenOf(factory).at(-1);
    return body === undefined ? missingAt(node) : valueOf(body, module, classes, depth);
  }
  const name = module.source(factory);
  if (name === 'list') return { type: 'list', items: [], ...place };
  if (name === 'dict') return { type: 'dict', entries: new Map(), ...place };
  return structured(factory, module, classes, depth) ?? module.evaluate(node);
}

/** `Color.RED` is read as RED. */
function enumName(node: SyntaxNode, module: StoringModule, classes: Classes): ConfigNode | undefined {
  const [, owner = '', member = ''] = /^(?:\w+\.)*(\w+)\.(\w+)$/.exec(module.source(node)) ?? [];
  const found = classes.get(owner);
  const bases = found && childrenOf(found.node).find(({ name }) => name === 'ArgList');
  if (found === undefined || !/\bEnum\b/.test(found.module.source(bases))) return undefined;
  return { type: 'str', value: member, start: node.from, end: node.to };
}
