import { clip } from '../../kernel/text.ts';
import { textRules } from '../rules.ts';
import type { ConfigNode, Entry } from '../tree/node.ts';
import type { Problem } from '../yaml/problem.ts';
import type { TextNode } from './texts.ts';

/** What set a resolved value is the interpolation, wherever the value comes from. */
export function setAt(value: ConfigNode, { start, end, source, overrode }: ConfigNode): ConfigNode {
  const { source: _source, overrode: _overrode, ...rest } = value;
  return { ...rest, start, end, ...(source && { source }), ...(overrode && { overrode }) };
}

export function skipped({ start, end, source }: ConfigNode, message: string): Problem {
  const help = 'it is settled when training starts; nothing is judged here';
  return { rule: textRules['interpolation-skipped'], message, help, start, end, ...(source && { source }) };
}

export function malformed({ start, end, value, source }: TextNode): Problem {
  const message = `OmegaConf refuses the file: the interpolation in ${clip(value, 61)} cannot be read`;
  const help =
    'write ${name}, ${a.b}, ${oc.env:NAME,default}; \\${ for the text itself, quotes around odd arguments';
  return { rule: textRules.unreadable, message, help, start, end, ...(source && { source }) };
}

const withValues = new WeakMap<Entry, Entry>();

/** The same entry for the same value, so that what is known of it in one run is known in the next. */
export function withValue(entry: Entry, value: ConfigNode): Entry {
  const known = withValues.get(entry);
  if (known?.value === value) return known;
  const made = { ...entry, value };
  withValues.set(entry, made);
  return made;
}
