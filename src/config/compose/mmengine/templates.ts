import { type ConfigNode, type DictNode, type Entry, nodeAt } from '../../../documents/tree/node.ts';
import { composeRules } from '../rules.ts';
import { placeOfNode } from '../document.ts';
import { Refused } from './refused.ts';

/** What mmengine fills in from the name of the file; `undefined` where the folder, the environment or a base is meant: those depend on more. */
export function filled(text: string, file: string): string | undefined {
  const known = named(text, file);
  return /\{\{\s*(?:fileDirname|_base_|\$)/.test(known) ? undefined : known;
}

function named(text: string, file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return text
    .replaceAll(/\{\{\s*fileBasename\s*\}\}/g, name)
    .replaceAll(/\{\{\s*fileBasenameNoExtension\s*\}\}/g, name.slice(0, dot))
    .replaceAll(/\{\{\s*fileExtname\s*\}\}/g, name.slice(dot));
}

/** In front of the path of a value that the base configs set: a character that no text means. */
const mark = '\uE000';

/**
 * The text of a YAML or JSON config as mmengine reads it: names of the file filled in, and a text of the same length, in quotes, for each
 * `{{ _base_.a.b }}`. Within quotes of their own it ends them, as it does for mmengine.
 */
export function filledText(text: string, file: string): string {
  if (!text.includes('{{')) return text;
  return named(text, file).replaceAll(/\{\{[ \t]*_base_\.([\w.]+)[ \t]*\}\}/g, (all, path: string) => {
    const value = `"${mark}${path}"`;
    return `${value.slice(0, -1).padEnd(all.length - 1)}"`;
  });
}

/** With the values of the base configs where the text names them. What mmengine fills in from elsewhere is unknown. Throws `Refused` for a value that no base sets. */
export function substituted(node: DictNode, base: DictNode, file: string): DictNode {
  const visit = (each: ConfigNode): ConfigNode => {
    if (each.type === 'list') return { ...each, items: each.items.map(visit) };
    if (each.type === 'dict') return substituted(each, base, file);
    if (each.type !== 'str') return each;
    if (each.value.startsWith(mark)) return baseValue(each, base, file);
    if (each.value.includes(mark))
      return unknown(each, 'mmengine writes a random name here: no quotes may stand around {{ _base_… }}');
    return each.value.includes('{{') ? unknown(each, 'mmengine fills it in') : each;
  };
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries) entries.set(name, { ...entry, value: visit(entry.value) });
  return { ...node, entries };
}

function unknown({ value, start, end, source }: ConfigNode & { type: 'str' }, reason: string): ConfigNode {
  return {
    type: 'unknown',
    value: value.replaceAll(mark, '_base_.'),
    reason,
    start,
    end,
    ...(source !== undefined && { source }),
  };
}

function baseValue(node: ConfigNode & { type: 'str' }, base: DictNode, file: string): ConfigNode {
  const path = node.value.slice(mark.length).trim();
  const value = nodeAt(base, path.split('.'));
  if (value !== undefined) return value;
  throw new Refused(
    composeRules['not-composed'].finding({
      file,
      ...placeOfNode(node),
      message: `no base config sets ${path}`,
    }),
  );
}
