import { type ArrayValue, type Assignment, parse } from 'unbash';
import type { Field, Span } from './model.ts';
import { knownText, unknownValue, type Value, withKey } from './world.ts';
import { Words } from './words.ts';

/** What an associative array is behind `A=([a]=1 [b]="$B")`; unknown where a key is, or an item has none. */
export function keyedValue({ elements }: ArrayValue, before: Value, words: Words, at: Span): Value {
  let made = before;
  for (const { text, pos } of elements) {
    const [statement] = parse(`A${text}`).commands;
    const [item] = statement?.command.type === 'Command' ? statement.command.prefix : [];
    if (item?.type !== 'Assignment' || item.index === undefined)
      return unknownValue('an item of an associative array has no plain key', at);
    made = withItem(item, made, new Words(words.world, at.source, pos - 1));
    if (made.keys === undefined) return made;
  }
  return made;
}

/** `A[key]=value` of an associative array. */
export function withItem({ index, value, append, ...node }: Assignment, before: Value, words: Words): Value {
  const at = words.spanOf(node);
  const asked = index && words.value(index);
  const key = asked === undefined || asked.assumes.length > 0 ? undefined : knownText(asked.pieces);
  const isPlain =
    value.type === 'Word' && value.parts?.some(({ type }) => type === 'BraceExpansion') !== true;
  if (key === undefined || key === '' || key === '@' || key === '*' || !isPlain)
    return unknownValue('a key of an associative array is known when it runs', at);
  const item = words.value(value);
  const [old, isSet] = [before.items[before.keys?.indexOf(key) ?? -1], append === true];
  return withKey(before, key, isSet && old !== undefined ? joined(old, item) : item);
}

function joined(before: Field, { pieces, assumes, ...field }: Field): Field {
  return { ...field, pieces: [...before.pieces, ...pieces], assumes: [...before.assumes, ...assumes] };
}
