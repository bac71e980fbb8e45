import { type Assignment, type CommandArgument, parse, type Word } from 'unbash';
import type { Field } from './model.ts';
import { certainText, knownText, unknownValue, type Value, type World } from './world.ts';
import { numberText } from './arithmetic.ts';
import { keyedValue, withItem } from './keyed.ts';
import { limits } from './limits.ts';
import type { Words } from './words.ts';

/** Carries out `A=…`, `A+=…`, `A=(…)` and `A[1]=…`. */
export function assign(assignment: Assignment, words: Words, isNew = false): void {
  const isNumber = words.world.integers.has(assignment.name);
  const value = isNumber ? numberValue(assignment, words) : assignedValue(assignment, words);
  if ('pieces' in value && isNew) words.world.set(assignment.name, { items: [value], isArray: false });
  else if ('pieces' in value) words.world.setText(assignment.name, value);
  else words.world.set(assignment.name, value);
}

/** A text alone, or all that the variable is from now on. */
function assignedValue(assignment: Assignment, words: Words): Value | Field {
  const { name, value, append, index } = assignment;
  const at = words.spanOf(assignment);
  const before = words.world.variables.get(name);
  const isKnown = words.world.variables.has(name);
  if (value.type === 'ArrayValue' && before?.keys !== undefined)
    return keyedValue(value, append === true ? before : { ...before, items: [], keys: [] }, words, at);
  if (value.type === 'ArrayValue') {
    if (value.elements.some(({ text }) => /^\[[^\]]*\]\+?=/.test(text)))
      return unknownValue(`${name} is an array with keys`, at);
    const items = words.all(value.elements);
    if (items.length + (before?.items.length ?? 0) > limits.fields)
      return unknownValue(`${name} is too long`, at);
    if (append !== true) return { items, isArray: true };
    if (!isKnown) return unknownList(name, items, words, assignment);
    return { items: [...(before?.items ?? []), ...items], isArray: true };
  }
  if (index !== undefined && before?.keys !== undefined) return withItem(assignment, before, words);
  const field = words.value(value);
  if (index !== undefined) return withElement(assignment, field, words);
  if (append !== true) return field;
  if (!isKnown) return unknownValue(`${name} is not set before it is added to`, at);
  if (before?.items[0]?.isMany === true) return before;
  return {
    items: [appended(before?.items[0], field), ...(before?.items.slice(1) ?? [])],
    isArray: before?.isArray ?? false,
  };
}

/** Of a variable that is declared with `-i`: its value is an expression. */
function numberValue(assignment: Assignment, words: Words): Value | Field {
  const { name, value, append, index } = assignment;
  const at = words.spanOf(assignment);
  const text = value.type === 'Word' && index === undefined ? certainText(words.value(value)) : undefined;
  const [statement, ...more] = text === undefined ? [] : parse(`((${text}))`).commands;
  const command = more.length > 0 ? undefined : statement?.command;
  const assumed = new Set<string>();
  const added = append === true ? words.number(name, assumed) : 0n;
  const made = command?.type === 'ArithmeticCommand' ? words.calculated(command.expression, at) : undefined;
  if (made?.value === undefined || added === undefined)
    return unknownValue(`${name} is an expression that is not known`, at);
  const sum = String(BigInt.asIntN(64, added + made.value));
  return { pieces: [{ text: sum, at }], isMany: false, at, assumes: [...assumed, ...made.assumes] };
}

/** What the environment gave may come first. */
function unknownList(name: string, items: readonly Field[], words: Words, assignment: Assignment): Value {
  const at = words.spanOf(assignment);
  const unknown = `${name} is not set before it is added to`;
  const first: Field = { pieces: [{ text: undefined, unknown, at }], isMany: true, at, assumes: [] };
  return { items: [first, ...items], isArray: true };
}

function appended(before: Field | undefined, field: Field): Field {
  if (before === undefined) return field;
  const pieces = [...before.pieces, ...field.pieces];
  const length = pieces.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  const assumes = [...before.assumes, ...field.assumes];
  if (length <= limits.value && pieces.length <= limits.fields) return { ...field, pieces, assumes };
  return { ...field, pieces: [{ text: undefined, unknown: 'its value is too long', at: field.at }], assumes };
}

function withElement({ name, index, append, ...node }: Assignment, field: Field, words: Words): Value {
  const before = words.world.variables.get(name);
  const position = numberText(words.operandText(index) ?? 'unknown');
  const items = before?.items ?? [];
  const isPlain =
    position !== undefined &&
    position >= 0n &&
    position <= BigInt(items.length) &&
    !items.some(({ isMany }) => isMany);
  if (!isPlain || !words.world.variables.has(name) || append === true)
    return unknownValue(`an element of ${name} is set`, words.spanOf(node));
  const at = Number(position);
  return { items: [...items.slice(0, at), field, ...items.slice(at + 1)], isArray: true };
}

/** `export A=1 B`, `declare -a C=()`, `local D`, `readonly E`. */
export function declare(command: string, args: readonly CommandArgument[], words: Words): void {
  const options = args
    .flatMap((word) => (word.type === 'Word' && /^[-+]/.test(word.value) ? [word.value] : []))
    .join('');
  const { world } = words;
  if (/[nf]/.test(options) && command === 'export') return;
  for (const arg of args) {
    const name = arg.type === 'Assignment' ? arg.name : declaredName(arg, words);
    if (name === undefined) continue;
    const isLocal = world.locals?.has(name) === true;
    if (command !== 'export' && command !== 'readonly' && !options.includes('g')) world.makeLocal(name);
    if (/-[a-zA-Z]*i/.test(options)) world.integers = new Set([...world.integers, name]);
    const isNew = !isLocal && world.locals?.has(name) === true;
    const keyed = keyedBefore(options, arg, world, name, isNew);
    if (keyed !== undefined) world.variables.set(name, keyed);
    if (arg.type === 'Assignment') assign(arg, words, isNew && keyed === undefined);
    // here braces are expanded, unlike in a plain assignment
    if (arg.type === 'Assignment' && arg.value.type === 'Word' && hasBraces(arg.value))
      world.set(name, unknownValue(`${arg.text} is not worked out`, words.spanOf(arg)));
    if (keyed !== undefined) continue;
    if (arg.type === 'Word' && (command === 'local' || /[aAn]/.test(options)))
      world.variables.set(name, emptyValue(options, world, name, command));
    if (/[Alnu]|\+[a-zA-Z]*i/.test(options))
      world.set(name, unknownValue(`${name} is declared with ${options}`, words.spanOf(arg)));
    if (command === 'export' || options.includes('x')) world.exported.add(name);
  }
}

/** What an associative array that is declared has so far: a function has a new one. `undefined` where that is not known. */
function keyedBefore(
  options: string,
  arg: CommandArgument,
  world: World,
  name: string,
  isNew: boolean,
): Value | undefined {
  if (!options.includes('A') || /[ailnux]|\+/.test(options)) return undefined;
  const empty: Value = { items: [], isArray: true, keys: [] };
  const before = isNew ? undefined : world.variables.get(name);
  if (before?.keys !== undefined) return before;
  if (before === undefined && (isNew || world.lost === undefined || world.variables.has(name))) return empty;
  const isReplaced = arg.type === 'Assignment' && arg.value.type === 'ArrayValue' && arg.append !== true;
  return isReplaced && before?.items.some(({ isMany }) => isMany) !== false ? empty : undefined;
}

function hasBraces({ parts = [] }: Word): boolean {
  return parts.some(({ type }) => type === 'BraceExpansion');
}

function emptyValue(options: string, world: World, name: string, command: string): Value | undefined {
  const before = world.variables.get(name);
  if (command !== 'local' && before !== undefined) return before;
  return options.includes('a') ? { items: [], isArray: true } : undefined;
}

/** `export "A=1"` sets it as well; what cannot be read may be any name. */
function declaredName(word: Extract<CommandArgument, { type: 'Word' }>, words: Words): string | undefined {
  if (/^[-+]/.test(word.value)) return undefined;
  for (const { pieces, at } of words.fields(word)) {
    const text = knownText(pieces) ?? pieces[0]?.text ?? '';
    const [, name, sign] = /^([A-Za-z_]\w*)(\+?=)?/.exec(text) ?? [];
    if (name === undefined) words.world.forget('a declaration may set it');
    else if (sign !== undefined) words.world.set(name, unknownValue(`${name} is set by a declaration`, at));
    else return name;
  }
  return undefined;
}
