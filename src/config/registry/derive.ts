import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode, PythonType } from '../../documents/tree/node.ts';
import { looksLikeNumber } from '../text/hazards.ts';
import { isAutomatic } from './automatic.ts';
import { isRegistered, type Registry } from './registry.ts';
import { type Slip, slipsIn } from './slips.ts';
import type { Widenings } from './second-types.ts';
import { isTuningName } from './tuning.ts';

interface Seen {
  /** Configs that set it. */
  configs: number;
  readonly types: Set<PythonType>;
  readonly itemTypes: Set<PythonType>;
  /** Some config contains parameters below it. */
  isMapping?: boolean;
  /** Some config contains a list of mappings or lists there. */
  holdsMappings?: boolean;
}

/**
 * A first registry from existing configs, as YAML text: every parameter with the types it has there, and those that runs add.
 * Ranges, owners and documentation are for people to add.
 */
export function deriveRegistry(
  documents: readonly ConfigDocument[],
  declared?: ReadonlySet<string>,
  widened: Widenings = new Map(),
): string {
  const known = derived(documents, widened);
  for (const { path } of derivedSlips(documents, declared)) known.delete(path);
  const lines = Array.from(known, ([path, { text, sightings }]) => {
    const because =
      widened.get(path)?.because.map((each) => `  # ${each.replaceAll(/\p{C}/gu, ' ')}\n`) ?? [];
    return `${because.join('')}${text}${sightings} }`;
  });
  return [...header, lines.length === 0 ? 'parameters: {}' : 'parameters:', ...lines, ''].join('\n');
}

/** Names in the configs that a derived registry leaves out: slips of others. `declared`: names that the repository's programs take. */
export function derivedSlips(documents: readonly ConfigDocument[], declared?: ReadonlySet<string>): Slip[] {
  const sightings = new Map<string, { files: string[]; types: Set<PythonType> }>();
  for (const { root, file } of documents) {
    const seen = new Map<string, Seen>();
    if (root?.type === 'dict') collect(root, [], seen);
    for (const [path, { types }] of seen) {
      const sighting = sightings.get(path) ?? { files: [], types: new Set() };
      sighting.files.push(file);
      for (const type of types) sighting.types.add(type);
      sightings.set(path, sighting);
    }
  }
  return slipsIn(sightings, declared);
}

/** The lines that would register what a config sets and the registry does not know, by path. */
export function missingLines(document: ConfigDocument, registry: Registry): Map<string, string> {
  const lines = [...derived([document])].filter(([path]) => !isRegistered(registry, path.split('.')));
  // what a person copies is not a guess
  return new Map(lines.map(([path, { text }]) => [path, `${text.trim()} }`]));
}

interface Line {
  /** All but the closing brace. */
  readonly text: string;
  /** In how many configs its type was seen; empty where any type will do. */
  readonly sightings: string;
}

/** Parameters by path, sorted, each with its line. */
function derived(documents: readonly ConfigDocument[], widened: Widenings = new Map()): Map<string, Line> {
  const seen = new Map<string, Seen>();
  for (const { root } of documents) {
    const ofOne = new Map<string, Seen>();
    if (root?.type === 'dict') collect(root, [], ofOne);
    for (const [path, one] of ofOne) merge(seen, path, one);
  }
  // a mapping needs no line of its own, unless other configs contain a plain value there
  for (const [path, types] of seen) {
    if (types.isMapping !== true) continue;
    if (types.types.size === 0) seen.delete(path);
    else types.types.add('dict');
  }
  for (const [path, { types }] of widened) for (const type of types) seen.get(path)?.types.add(type);
  const sorted = [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([path, types]) => [path, line(path, types, widened.get(path)?.words)]));
}

const header = [
  '# Every parameter that the configs may set: its type, range, owner, and whether it is structural',
  '# (the model differs with it) or tuning (only the training does). Derived from the configs of this',
  '# repository: add min, max, enum, multiple-of, owner and doc where you know them.',
  '# seen: in how many configs. Below 5 another type only warns; remove it where the type is right.',
];

/** A path counts once a config, however many of its keys it stands for. */
function merge(seen: Map<string, Seen>, path: string, one: Seen): void {
  const entry = note(seen, path);
  entry.configs += 1;
  for (const type of one.types) entry.types.add(type);
  for (const type of one.itemTypes) entry.itemTypes.add(type);
  if (one.isMapping === true) entry.isMapping = true;
  if (one.holdsMappings === true) entry.holdsMappings = true;
}

function collect(node: ConfigNode, path: readonly string[], seen: Map<string, Seen>): void {
  if (node.type === 'dict' && node.entries.size > 0) {
    if (path.length > 0) note(seen, path.join('.')).isMapping = true;
    for (const { name, value } of node.entries.values()) collect(value, [...path, step(name)], seen);
    return;
  }
  if (path.length === 0) return;
  if (node.type === 'list' && node.items.some(({ type }) => type === 'dict' || type === 'list')) {
    note(seen, `${path.join('.')}.**`);
    const list = note(seen, path.join('.'));
    list.types.add('list');
    list.holdsMappings = true;
    return;
  }
  const entry = note(seen, path.join('.'));
  // what is left to the framework says nothing of the type
  if (!isAutomatic(node)) entry.types.add(meantType(node, path.at(-1)));
  if (node.type === 'list') for (const item of node.items) entry.itemTypes.add(meantType(item));
}

/** Numbers with a fraction as a rule, even where a config writes 0 or 10000. */
const fractional =
  /(?:^|_)(?:lr|learning_rate|weight_decay|momentum|betas?\d?|eps|epsilon|dropout|pdrop|prob|ratio|theta|factor|coeff?|scale|temperature|top_p)$/;

/** Ids of special tokens: a model may go without any of them. */
const tokenId = /(?:^|_)(?:bos|eos|pad|unk|sep|cls|mask)_token_id$/;

/** What its author means: `1e-5` is a number although PyYAML takes it for text, and a registry of texts would let that pass. */
function meantType(node: ConfigNode, name = ''): PythonType {
  if (node.type === 'str') return looksLikeNumber(node)?.found === true ? 'float' : 'str';
  return node.type === 'int' && fractional.test(name) ? 'float' : node.type;
}

/** A key with a point in it, or a number, cannot be a step of its own. */
function step(name: string): string {
  return name === '' || name.includes('.') || /^\d+$/.test(name) ? '*' : name;
}

function note(seen: Map<string, Seen>, path: string): Seen {
  const entry = seen.get(path) ?? {
    configs: 0,
    types: new Set<PythonType>(),
    itemTypes: new Set<PythonType>(),
  };
  seen.set(path, entry);
  return entry;
}

function line(
  path: string,
  { types: seen, itemTypes, holdsMappings, configs }: Seen,
  words: ReadonlySet<string> = new Set(),
): Line {
  const name = path.split('.').findLast((part) => !part.startsWith('*')) ?? path;
  const kind = isTuningName(name) ? 'tuning' : 'structural';
  const types = typesOf(path, seen);
  const items =
    itemTypes.size === 0 || holdsMappings === true ? '' : `, items: { type: ${typeText(itemTypes)} }`;
  const key = /^[a-z]\w*(?:\.\w+)*$/i.test(path) && !reserved.test(path) ? path : JSON.stringify(path);
  return {
    text: `  ${key}: { type: ${typeText(types)}${items}${onlyWords(words)}, kind: ${kind}`,
    sightings: typeText(types) === 'any' ? '' : `, seen: ${configs}`,
  };
}

function onlyWords(words: ReadonlySet<string>): string {
  const pattern = words.size === 0 ? undefined : wordPattern(words);
  return pattern === undefined ? '' : `, ${pattern}`;
}

/** As the schema of registries has it. */
const longestPattern = 500;

/** A text is one of these, so that a slip of it stays one; `undefined` where a registry takes no pattern of so many. */
export function wordPattern(words: ReadonlySet<string>): string | undefined {
  const escaped = [...words].toSorted().map((word) => word.replaceAll(/[.]/g, '[.]'));
  const pattern = `^(${escaped.join('|')})$`;
  return pattern.length > longestPattern ? undefined : `pattern: '${pattern}'`;
}

/** More than was seen where that says little of what will come: special tokens, and `*` for keys that no path can name. */
function typesOf(path: string, seen: ReadonlySet<PythonType>): ReadonlySet<PythonType> {
  if (path.endsWith('.*') || path === '*') return new Set();
  return tokenId.test(path) && seen.has('int') ? new Set([...seen, 'NoneType'] as const) : seen;
}

/** Words that YAML readers take for something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

const names: Readonly<Record<PythonType, string>> = {
  int: 'int',
  float: 'float',
  str: 'str',
  bool: 'bool',
  NoneType: "'null'",
  list: 'list',
  dict: 'dict',
  date: 'date',
  datetime: 'datetime',
  time: 'any',
  bytes: 'any',
  tuple: 'list',
  set: 'list',
  unknown: 'any',
};

function typeText(types: ReadonlySet<PythonType>): string {
  const words = new Set([...types].map((type) => names[type]));
  // null alone says that there is a parameter, not what it may be
  if (words.size === 0 || words.has('any') || (words.size === 1 && types.has('NoneType'))) return 'any';
  if (words.has('float')) words.delete('int');
  const [first = 'any'] = words;
  return words.size === 1 ? first : `[${[...words].join(', ')}]`;
}
