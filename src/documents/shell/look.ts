import type { Word } from 'unbash';
import { numberText } from './arithmetic.ts';
import type { Chunk } from './chunks.ts';
import type { Field, Span } from './model.ts';
import { textOf, unknownArguments, unknownValue, type Value, type World } from './world.ts';

/** What expansions need of who reads the words around them. */
export interface Around {
  readonly world: World;
  /** The chunks of an operand, such as the default of `${A:-…}`. */
  operand(word: Word, isQuoted: boolean): Chunk[];
  /** The operand as one text without splitting, where it is certain. */
  operandText(word: Word | undefined): string | undefined;
  /** The same with what it assumes. */
  value(word: Word): Field;
  spanOf(node: { readonly pos: number; readonly end: number }): Span;
}

/** What a parameter stands for. */
export interface Looked {
  readonly name: string;
  /** `undefined`: it is unset. */
  readonly value: readonly Field[] | undefined;
  /** All of an array, or of the arguments: `@` keeps the words apart. */
  readonly all?: '@' | '*';
  /** The environment, or the caller, may set it. */
  readonly isFromOutside: boolean;
  /** Whether it is set is not known either. */
  readonly isOpen?: boolean;
}

/** What a parameter is in this state of the script. */
export function look(name: string, index: Word | undefined, around: Around, at: Span): Looked {
  const { world } = around;
  if (name === '@' || name === '*') {
    return {
      name,
      value: world.arguments ?? [unknownArguments(at)],
      all: name,
      isFromOutside: world.arguments === undefined,
    };
  }
  if (/^\d+$/.test(name)) return positional(name, world, at);
  if (!/^[A-Za-z_]\w*$/.test(name) || changing.test(name))
    return unknownLook(name, `$${name} is known when it runs`, at);
  if (!world.variables.has(name)) {
    const unknown = world.lost ?? `${name} is not set in the script`;
    const all = index?.value;
    if (all === '@' || all === '*')
      return { name, value: unknownValue(unknown, at).items, all, isFromOutside: world.lost === undefined };
    return { ...unknownLook(name, unknown, at), isFromOutside: world.lost === undefined };
  }
  const value = world.variables.get(name);
  if (value === undefined) return { name, value: undefined, isFromOutside: false };
  if (value.keys !== undefined) return keyed(name, value, index, around, at);
  return indexed(name, value, index, index && around.operandText(index), at);
}

const changing = /^(?:RANDOM|SRANDOM|SECONDS|LINENO|EPOCH\w+|BASH\w*|FUNCNAME|PIPESTATUS|OPTIND|OPTARG|_)$/;

function positional(name: string, world: World, at: Span): Looked {
  const given = world.arguments;
  if (name === '0' || given === undefined) {
    return { ...unknownLook(name, `$${name} is given by the caller`, at), isFromOutside: name !== '0' };
  }
  const before = given.slice(0, Number(name));
  if (before.some(({ isMany }) => isMany)) {
    return { ...unknownLook(name, `$${name} is given by the caller`, at), isFromOutside: false };
  }
  const field = given[Number(name) - 1];
  return { name, value: field === undefined ? undefined : [field], isFromOutside: false };
}

function indexed(
  name: string,
  value: Value,
  index: Word | undefined,
  text: string | undefined,
  at: Span,
): Looked {
  const { items } = value;
  if (index?.value === '@' || index?.value === '*') {
    return { name, value: items, all: index.value, isFromOutside: false };
  }
  const number = index === undefined ? 0n : text === undefined ? undefined : numberText(text);
  if (number === undefined) return unknownLook(name, `the index of ${name} is known when it runs`, at);
  const position = number < 0n ? items.length + Number(number) : Number(number);
  if (number < 0n && !value.isArray) return unknownLook(name, `${name} is not an array`, at);
  const needed = number < 0n ? items : items.slice(0, position + 1);
  // an element that stands for many words is more than one element
  if (items.length === 1 && !value.isArray && position === 0)
    return { name, value: items, isFromOutside: false };
  const many = needed.find(({ isMany }) => isMany);
  if (many !== undefined)
    return unknownLook(name, reasonOf(many) ?? `how many words ${name} has is known when it runs`, at);
  const field = items[position];
  return { name, value: field === undefined ? undefined : [field], isFromOutside: false };
}

/** An element of an associative array, or all of them: bash has its own order of keys. */
function keyed(
  name: string,
  { items, keys = [] }: Value,
  index: Word | undefined,
  around: Around,
  at: Span,
): Looked {
  if (index?.value === '@' || index?.value === '*')
    return { name, value: inAnyOrder(items, name, at), all: index.value, isFromOutside: false };
  const asked = index && around.value(index);
  const key = asked === undefined ? '0' : textOf(asked);
  if (key === undefined) return unknownLook(name, `the key of ${name} is known when it runs`, at);
  const item = items[keys.indexOf(key)];
  const assumes = asked?.assumes ?? [];
  if (item === undefined && assumes.length > 0)
    return unknownLook(name, `the key of ${name} is known when it runs`, at);
  const value = item && [{ ...item, assumes: [...item.assumes, ...assumes] }];
  return { name, value, isFromOutside: false };
}

/** One word is in order. */
function inAnyOrder(items: readonly Field[], name: string, at: Span): readonly Field[] {
  if (items.length < 2) return items;
  const unknown = `the order of the keys of ${name} is known when it runs`;
  return [{ pieces: [{ text: undefined, unknown, at }], isMany: true, at, assumes: [] }];
}

function reasonOf({ pieces: [piece] }: Field): string | undefined {
  return piece?.text === undefined ? piece?.unknown : undefined;
}

function unknownLook(name: string, unknown: string, at: Span): Looked {
  const field: Field = { pieces: [{ text: undefined, unknown, at }], isMany: false, at, assumes: [] };
  return { name, value: [field], isFromOutside: false, isOpen: true };
}
