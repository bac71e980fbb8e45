import type { ParameterType } from './model.ts';

/** What an annotation says of a value. */
export interface Annotation {
  /** Of its items, where it is a list. */
  readonly type?: ParameterType | undefined;
  readonly isOptional?: boolean | undefined;
  readonly isList?: true;
  readonly choices?: readonly string[] | undefined;
  /** Names in it that are a class's by their spelling. */
  readonly classes: readonly string[];
}

/** `int`, `Optional[int]`, `int | None`, `Annotated[int, …]`, `Literal["a"]`, `list[int]`, `"int"`; what is not so simple says nothing. */
export function annotationOf(text: string): Annotation {
  const { type, isOptional } = unwrapped(text.trim());
  const item = itemOf(type);
  if (item !== undefined) return { ...annotationOf(item), isOptional, isList: true, classes: [] };
  const choices = choicesOf(type);
  const isWhole = choices?.some((choice) => /^-?\d+$/.test(choice) && !/["']/.test(type));
  if (choices !== undefined)
    return { isOptional, type: isWhole === true ? 'int' : undefined, choices, classes: [] };
  const known = plainTypes.find((each) => each === type);
  return { isOptional, type: known, classes: known === undefined ? classesOf(type) : [] };
}

export const plainTypes = ['int', 'float', 'str', 'bool'] as const;

function unwrapped(text: string): { readonly type: string; readonly isOptional: boolean } {
  let [type, isOptional] = [text, false];
  for (let steps = 0; steps < 8; steps += 1) {
    const quoted = /^(["'])(.*)\1$/s.exec(type)?.[2];
    const [, wrapper, inner = ''] =
      /^(?:typing\.|t\.|T\.)?(Optional|Annotated|Union|Final|InitVar)\[(.*)\]$/s.exec(type) ?? [];
    const parts = wrapper === 'Union' ? split(inner, ',') : split(type, '|');
    const others = parts.filter((part) => part !== 'None');
    if (quoted !== undefined && !quoted.includes(type[0] ?? '')) type = quoted.trim();
    else if (wrapper === 'Annotated') type = split(inner, ',')[0] ?? '';
    else if (wrapper !== undefined && wrapper !== 'Union') {
      type = inner.trim();
      if (wrapper === 'Optional') isOptional = true;
    } else if (others.length === 1 && others[0] !== undefined && others[0] !== type) {
      type = others[0];
      if (parts.length > 1) isOptional = true;
    } else break;
  }
  return { type, isOptional };
}

/** The parts between separators that stand in no brackets and no quotes. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '[' || letter === '(') depth += 1;
    else if (letter === ']' || letter === ')') depth -= 1;
    else if (letter === separator && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '');
}

/** The type of the items of a list; `undefined` of what is none. */
function itemOf(type: string): string | undefined {
  const [, name, inner = ''] =
    /^(?:[\w.]+\.)?(list|List|Sequence|Iterable|tuple|Tuple)\[(.*)\]$/s.exec(type) ?? [];
  if (name === undefined) return undefined;
  const items = split(inner, ',');
  if (name.toLowerCase() === 'tuple' && items[1] !== '...') return undefined;
  return items[0];
}

function choicesOf(type: string): string[] | undefined {
  const inner = /^(?:[\w.]+\.)?Literal\[([^[\]]*)\]$/.exec(type)?.[1];
  if (inner === undefined) return undefined;
  const items = split(inner, ',').map(
    (item) => /^(['"])([^'"\\]*)\1$/.exec(item)?.[2] ?? /^-?\d+$/.exec(item)?.[0],
  );
  const texts = items.filter((item) => item !== undefined);
  return texts.length === items.length && texts.length > 0 ? texts : undefined;
}

/** Names in an annotation that are a class's by their spelling: `Optim` of `Union[Optim, Adam]`. */
function classesOf(type: string): string[] {
  if (containers.test(type)) return [];
  const names = type.replaceAll(/Literal\[[^\]]*\]/g, '').match(/[A-Za-z_][\w.]*/g) ?? [];
  const last = names.map((name) => name.slice(name.lastIndexOf('.') + 1));
  return last.filter((name) => /^_?[A-Z]/.test(name) && !annotations.has(name)).slice(0, 20);
}

/** What they contain is not set below the name of the field. */
const containers = /^(?:[\w.]+\.)?(?:list|dict|tuple|set|frozenset|Sequence|Mapping|Iterable)\b/i;

const annotations = new Set(
  'Any Annotated Callable Dict FrozenSet Iterable List Literal Mapping None Optional Path Sequence Set Tuple Type Union True False'.split(
    ' ',
  ),
);
