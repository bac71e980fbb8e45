import { type ConfigNode, isScalar } from '../tree/node.ts';
import { absentInBase, type Evaluation, placeOf, unknownFrom } from './evaluation.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';
import { imported, isDict, isList, itemOf, placedAt } from './values.ts';

/** `{{_base_.a.b}}`, which mmengine replaces before Python sees it. */
export function fromBase(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const path = /^\{\{\s*_base_\.([\w.]+)\s*\}\}$/.exec(all.source(node))?.[1];
  if (path === undefined)
    return all.source(node).startsWith('{{')
      ? all.unknown(node, 'it is filled in when the program runs')
      : undefined;
  const value = all.names.base?.(path.split('.'), placeOf(node));
  if (value === undefined) return all.unknown(node, 'it stands in a base config');
  return placedAt(value, placeOf(node));
}

/** `a['k']`, `a[0]` and `a.k`. */
export function member(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const [object, mark, property, ...rest] = childrenOf(node);
  if (object === undefined || mark === undefined || property === undefined) return undefined;
  const value = all.evaluate(object);
  if (mark.name === '.') {
    if (isOfBase(all.source(object)) && lacks(value, all.source(property)))
      all.names.report(absentInBase(all.source(property), placeOf(node)));
    return attribute(all, node, value, all.source(property));
  }
  if (rest.length !== 1) return unknownFrom(all, node, value);
  const index = all.evaluate(property);
  const item = indexed(value, index);
  if (item === undefined) return unknownFrom(all, node, value, index);
  return placedAt(item, placeOf(node));
}

/** Of a dict of Python's: no keys. */
const methods: ReadonlySet<string> = new Set(
  'get items keys values update pop copy setdefault to_dict clear popitem'.split(' '),
);

function isOfBase(text: string): boolean {
  return text.startsWith('_base_.');
}

/** Of a value that is not a mapping, and known: Python stops at any attribute but those of its own. */
function lacks(value: ConfigNode, name: string): boolean {
  return value.type !== 'unknown' && !isDict(value) && !ofBuiltins.has(name);
}

/** Attributes of Python's numbers, texts and lists. */
const ofBuiltins: ReadonlySet<string> = new Set(
  (
    'append as_integer_ratio bit_count bit_length capitalize casefold center clear conjugate copy count decode denominator encode endswith ' +
    'expandtabs extend find format format_map from_bytes fromhex hex imag index insert is_integer isalnum isalpha isascii isdecimal isdigit ' +
    'isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans numerator partition pop real remove ' +
    'removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip sort split splitlines startswith strip swapcase ' +
    'title to_bytes translate upper zfill'
  ).split(' '),
);

/** Only mappings that mmengine made of a base config have their keys as attributes. */
function attribute(all: Evaluation, node: SyntaxNode, value: ConfigNode, name: string): ConfigNode {
  const isBase = isDict(value) && value.source !== undefined;
  const item = isBase ? value.entries.get(name)?.value : undefined;
  if (isBase && item === undefined && !methods.has(name)) all.names.report(absentInBase(name, placeOf(node)));
  if (item !== undefined) return placedAt(item, placeOf(node));
  if (value.type === 'unknown' && value.reason === imported)
    return { type: 'unknown', value: `${value.value}.${name}`, reason: imported, ...placeOf(node) };
  return unknownFrom(all, node, value);
}

function indexed(value: ConfigNode, index: ConfigNode): ConfigNode | undefined {
  if (!isScalar(index) || index.type === 'unknown') return undefined;
  if (isDict(value)) return itemOf(value, index);
  return isList(value) && value.python !== 'set' && index.type === 'int'
    ? value.items.at(Number(index.value))
    : undefined;
}
