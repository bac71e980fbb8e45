/** Whether a value fits a JSON Schema, for the few keywords that our own schemas use: to compile one takes longer than to judge a hundred files. */
import { isRecord } from '../../kernel/record.ts';
import { compilePattern } from '../../kernel/pattern/compile.ts';

/** `false` too where the schema says something that is not known here: then ajv decides, which also says what is wrong. */
export function fits(schema: unknown, value: unknown): boolean {
  try {
    return holds(schema, value, schema);
  } catch (error) {
    if (error instanceof Unsure) return false;
    throw error;
  }
}

class Unsure extends Error {}

/** Of a keyword: what stands there, the value, the schema that it is part of, and the whole of it. */
type Keyword = (operand: unknown, value: unknown, schema: Schema, root: unknown) => boolean;
type Schema = Readonly<Record<string, unknown>>;

function holds(schema: unknown, value: unknown, root: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isRecord(schema)) throw new Unsure();
  for (const name in schema) {
    const keyword = keywords.get(name);
    if (keyword === undefined) throw new Unsure();
    if (!keyword(schema[name], value, schema, root)) return false;
  }
  return true;
}

const says: Keyword = () => true;

const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...['$schema', '$id', '$defs', 'title', 'description', 'default', 'examples'].map(
    (name): [string, Keyword] => [name, says],
  ),
  ['$ref', (to, value, _, root) => holds(definition(to, root), value, root)],
  ['type', (types, value) => [types].flat().some((type) => isOf(type, value))],
  ['const', (only, value) => isSame(only, value)],
  ['enum', (all, value) => listOf(all).some((one) => isSame(one, value))],
  ['anyOf', (all, value, _, root) => listOf(all).some((one) => holds(one, value, root))],
  ['oneOf', (all, value, _, root) => listOf(all).filter((one) => holds(one, value, root)).length === 1],
  ['properties', ofRecords(hasProperties)],
  ['additionalProperties', ofRecords(hasOthers)],
  [
    'propertyNames',
    ofRecords((names, value, _, root) => Object.keys(value).every((key) => holds(names, key, root))),
  ],
  ['required', ofRecords((names, value) => listOf(names).every((name) => value[String(name)] !== undefined))],
  ['minProperties', ofRecords((least, value) => Object.keys(value).length >= Number(least))],
  ['maxProperties', ofRecords((most, value) => Object.keys(value).length <= Number(most))],
  ['items', ofLists((item, value, _, root) => value.every((one) => holds(item, one, root)))],
  ['minItems', ofLists((least, value) => value.length >= Number(least))],
  ['maxItems', ofLists((most, value) => value.length <= Number(most))],
  [
    'uniqueItems',
    ofLists((isAsked, value) => isAsked !== true || new Set(value.map(simple)).size === value.length),
  ],
  ['minLength', ofTexts((least, value) => lengthOf(value) >= Number(least))],
  ['maxLength', ofTexts((most, value) => lengthOf(value) <= Number(most))],
  ['pattern', ofTexts((source, value) => matches(source, value))],
  ['minimum', ofNumbers((least, value) => value >= least)],
  ['maximum', ofNumbers((most, value) => value <= most)],
  ['exclusiveMinimum', ofNumbers((below, value) => value > below)],
  ['exclusiveMaximum', ofNumbers((above, value) => value < above)],
]);

/** A keyword says nothing of values of another type. */
function ofRecords(
  judge: (operand: unknown, value: Schema, schema: Schema, root: unknown) => boolean,
): Keyword {
  return (operand, value, schema, root) => !isRecord(value) || judge(operand, value, schema, root);
}

function ofLists(
  judge: (operand: unknown, value: readonly unknown[], schema: Schema, root: unknown) => boolean,
): Keyword {
  return (operand, value, schema, root) => !Array.isArray(value) || judge(operand, value, schema, root);
}

function ofTexts(judge: (operand: unknown, value: string) => boolean): Keyword {
  return (operand, value) => typeof value !== 'string' || judge(operand, value);
}

function ofNumbers(judge: (operand: number, value: number) => boolean): Keyword {
  return (operand, value) => typeof value !== 'number' || judge(Number(operand), value);
}

function hasProperties(properties: unknown, value: Schema, _: Schema, root: unknown): boolean {
  if (!isRecord(properties)) throw new Unsure();
  return Object.keys(value).every(
    (key) => !Object.hasOwn(properties, key) || holds(properties[key], value[key], root),
  );
}

function hasOthers(others: unknown, value: Schema, { properties }: Schema, root: unknown): boolean {
  const known = isRecord(properties) ? properties : {};
  return Object.keys(value).every((key) => Object.hasOwn(known, key) || holds(others, value[key], root));
}

/** `#/$defs/name` */
function definition(reference: unknown, root: unknown): unknown {
  const name = /^#\/\$defs\/([\w-]+)$/.exec(String(reference))?.[1];
  const all = isRecord(root) ? root['$defs'] : undefined;
  if (name === undefined || !isRecord(all) || !Object.hasOwn(all, name)) throw new Unsure();
  return all[name];
}

function isOf(type: unknown, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isSame(one: unknown, value: unknown): boolean {
  return simple(one) === value;
}

/** Lists and mappings are compared by ajv. */
function simple(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) throw new Unsure();
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unsure();
  return value;
}

/** In code points. */
function lengthOf(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}

const patterns = new Map<string, (text: string) => boolean>();

function matches(source: unknown, text: string): boolean {
  const pattern = patterns.get(String(source)) ?? patternOf(String(source));
  patterns.set(String(source), pattern);
  return pattern(text);
}

function patternOf(source: string): (text: string) => boolean {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Unsure();
  return (text) => compiled.pattern.test(text);
}
