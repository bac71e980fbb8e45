/** Workflows, composite actions, other CI, compose files and Helm values: their images, interpreters, variables and scripts. */
import { shellWord } from '../../kernel/text.ts';
import { maxValues } from '../../documents/yaml/problem.ts';
import { readYaml } from '../../documents/yaml/read.ts';
import { expandedSize } from '../../documents/plain-value.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import { type ConfigNode, type DictNode, isScalar, scalarText } from '../../documents/tree/node.ts';
import type { Spot } from '../formats/places.ts';
import { buildArgument } from './build-arguments.ts';
import { variable } from './environment.ts';
import { type Values, expand, unknown } from './expressions.ts';
import { addImage, addInterpreter } from './images.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, sinkFor, unread } from './sink.ts';

export function readYamlInstalls(text: string, path: string, readShell: ReadShell): Sink {
  const sink = sinkFor(path);
  const { root, problems, text: read, padding } = readYaml(text, 'yaml-1.2');
  const lines = new LineIndex(read, padding);
  if (root === undefined || expandedSize(root, maxValues) > maxValues) {
    const [problem] = problems;
    const message = problem?.message.replaceAll(/@\{\d+\}/g, '') ?? 'its aliases make too much of it';
    sink.problems.push(unread(message, lines.point(problem?.start ?? 0)));
    return sink;
  }
  new Walk(sink, readShell, lines).visit(root, '', { matrix: new Map(), env: new Map() });
  return sink;
}

class Walk {
  private readonly sink: Sink;
  private readonly readShell: ReadShell;
  private readonly lines: LineIndex;

  constructor(sink: Sink, readShell: ReadShell, lines: LineIndex) {
    this.sink = sink;
    this.readShell = readShell;
    this.lines = lines;
  }

  visit(node: ConfigNode, key: string, values: Values): void {
    if (this.sink.to.isFull()) return;
    if (node.type === 'list') for (const item of node.items) this.visit(item, key, values);
    else if (node.type === 'dict') this.dict(node, key, values);
    else if (node.type === 'str' || key.startsWith('python')) this.scalar(node, key, values);
  }

  private dict(node: DictNode, key: string, outer: Values): void {
    const values = { matrix: matrixOf(node, outer), env: this.environmentOf(node, outer) };
    const isImage = this.chartImage(node);
    const { place } = this.sink;
    for (const [name, { value }] of node.entries) {
      if (place === '' || isApart.test(key)) this.sink.place = `${place}${name}/`;
      if (name === 'strategy' || (isImage && name === 'image')) continue;
      if (isCommand.test(name) && value.type === 'list' && value.items.every(isScalar)) {
        this.script(value, value.items.map((item) => shellWord(textOf(item))).join(' '), values);
      } else if (name === 'args' && key === 'build') this.arguments(value, values);
      else if (key === 'image' && name === 'name' && value.type === 'str')
        this.image(value, value.value, values);
      else this.visit(value, name, values);
    }
    this.sink.place = place;
  }

  private scalar(node: ConfigNode, key: string, values: Values): void {
    const text = textOf(node);
    if (isImageKey.test(key)) this.image(node, text, values);
    else if (key === 'uses' && text.startsWith('docker://')) this.image(node, text, values);
    else if (isScript.test(key) || isCommand.test(key)) this.script(node, text, values);
    else if (isPython.test(key)) {
      for (const version of expand(text, values).flatMap((one) => one.split(/\s+/)))
        if (version !== '') addInterpreter(version, this.spot(node), this.sink);
    } else if (key === 'build-args') {
      for (const line of text.split('\n')) this.argument(line, node, values);
    }
  }

  private image(node: ConfigNode, text: string, values: Values): void {
    for (const reference of expand(text, values)) {
      const image = interpolated(reference.trim());
      if (/^[\w./:@…-]+$/.test(image)) addImage(image, this.spot(node), this.sink);
    }
  }

  /** `repository` with `tag`, as charts name images, or `image` with a tag of its own beside it. */
  private chartImage(node: DictNode): boolean {
    const part = (name: string): ConfigNode | undefined => node.entries.get(name)?.value;
    const repository = part('repository') ?? part('image');
    const tag = part('tag') ?? part('imageTag') ?? part('image_tag');
    if (repository?.type !== 'str' || tag === undefined || !isScalar(tag)) return false;
    const [registry, digest] = [part('registry'), part('digest')];
    const prefix = registry?.type === 'str' && registry.value !== '' ? `${registry.value}/` : '';
    const suffix = digest?.type === 'str' && digest.value !== '' ? `@${digest.value}` : '';
    const name = textOf(tag) === '' || tag.type === 'NoneType' ? '' : `:${textOf(tag)}`;
    this.image(tag, `${prefix}${repository.value}${name}${suffix}`, { matrix: new Map(), env: new Map() });
    return true;
  }

  private script(node: ConfigNode, text: string, values: Values): void {
    const environment = new Map([...values.env].filter(([, value]) => !value.includes(unknown)));
    for (const script of expand(text, values))
      addScript({ text: script, at: this.spot(node), environment }, this.sink, this.readShell);
  }

  private arguments(node: ConfigNode, values: Values): void {
    if (node.type === 'list') for (const item of node.items) this.argument(textOf(item), item, values);
    if (node.type !== 'dict') return;
    for (const [name, { value }] of node.entries) this.argument(`${name}=${textOf(value)}`, value, values);
  }

  private argument(line: string, node: ConfigNode, values: Values): void {
    for (const text of expand(line, values)) buildArgument(interpolated(text), this.spot(node), this.sink);
  }

  private environmentOf(node: DictNode, { env, matrix }: Values): ReadonlyMap<string, string> {
    const all = new Map(env);
    for (const key of ['variables', 'environment', 'env']) {
      for (const [name, value, at] of pairsOf(node.entries.get(key)?.value)) {
        const [text = unknown, ...more] = expand(value, { env: all, matrix });
        all.set(name, more.length > 0 ? unknown : text);
        variable(name, text, this.spot(at), this.sink);
      }
    }
    return all;
  }

  private spot({ start }: ConfigNode): Spot {
    return this.lines.point(start);
  }
}

/** What stands below runs in a machine or container of its own. */
const isApart = /^(?:jobs|services)$/;
const isImageKey = /^(?:image|container)$/;
const isScript = /^(?:run|script|before_script|after_script|bash)$/;
const isCommand = /^(?:command|entrypoint)$/;
const isPython = /^python[-_]?version$/i;

/** `NAME: value`, and compose's `- NAME=value`. */
function pairsOf(node: ConfigNode | undefined): readonly (readonly [string, string, ConfigNode])[] {
  if (node?.type === 'dict')
    return [...node.entries].map(([name, { value }]) => [name, textOf(value), value] as const);
  if (node?.type !== 'list') return [];
  return node.items.flatMap((item) => {
    const text = textOf(item);
    const split = text.indexOf('=');
    return split < 0 ? [] : [[text.slice(0, split), text.slice(split + 1), item] as const];
  });
}

/** The lists of a job's matrix, and what `include` adds to them. */
function matrixOf(node: DictNode, outer: Values): Values['matrix'] {
  const strategy = node.entries.get('strategy')?.value;
  const matrix = strategy?.type === 'dict' ? strategy.entries.get('matrix')?.value : undefined;
  if (matrix?.type !== 'dict') return outer.matrix;
  const all = new Map<string, readonly string[]>();
  const add = (name: string, value: ConfigNode): void => {
    if (isScalar(value)) all.set(name, [...new Set([...(all.get(name) ?? []), textOf(value)])]);
  };
  for (const [name, { value }] of matrix.entries) {
    if (name === 'exclude' || value.type !== 'list') continue;
    for (const item of value.items) {
      if (name !== 'include') add(name, item);
      else if (item.type === 'dict') for (const [key, entry] of item.entries) add(key, entry.value);
    }
  }
  return all;
}

/** `${TAG:-v1}` is `v1`; what only the environment gives is `…`. */
function interpolated(text: string): string {
  return text
    .replaceAll(/\$\{\w+:?-([^{}]*)\}/g, '$1')
    .replaceAll(/\$\{[^{}]*\}|\$\w+|\{\{[^{}]*\}\}/g, unknown);
}

function textOf(node: ConfigNode): string {
  if (!isScalar(node)) return '';
  return node.written ?? scalarText(node);
}
