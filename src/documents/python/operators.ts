import { keyIdentity } from '../tree/keys.ts';
import { type ConfigNode, isScalar, type ScalarNode, scalarText, type ScalarValue } from '../tree/node.ts';
import { maxValues } from '../yaml/problem.ts';
import { arithmetic } from './number.ts';
import { dictAt, isDict, isList, listAt, numeric, type Place, setItem, truth } from './values.ts';

/** Longer texts are not a config. */
const maxText = 100_000;

/** `left operator right`; `undefined` where Python raises, or only a run can tell. */
export function binary(
  operator: string,
  left: ConfigNode,
  right: ConfigNode,
  place: Place,
): ConfigNode | undefined {
  const value = compared(operator, left, right);
  if (value !== undefined) return { type: 'bool', value, ...place };
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) {
    const result = arithmetic(operator, a, b);
    return result === undefined ? undefined : { ...result, ...place };
  }
  if (operator === '+') return joined(left, right, place);
  if (operator === '*') return repeated(left, right, place) ?? repeated(right, left, place);
  if (operator === '|' && isDict(left) && isDict(right)) {
    const merged = dictAt(place);
    for (const { key, value: item } of [...left.entries.values(), ...right.entries.values()])
      setItem(merged, key, item);
    return merged;
  }
  return undefined;
}

function joined(left: ConfigNode, right: ConfigNode, place: Place): ConfigNode | undefined {
  if (left.type === 'str' && right.type === 'str') return text(left.value + right.value, place);
  if (!isList(left) || !isList(right) || left.python !== right.python || left.python === 'set')
    return undefined;
  return left.items.length + right.items.length > maxValues
    ? undefined
    : listAt([...left.items, ...right.items], place, left.python);
}

function repeated(of: ConfigNode, times: ConfigNode, place: Place): ConfigNode | undefined {
  const count = numeric(times);
  if (count?.type !== 'int') return undefined;
  const many = count.value < 0n ? 0 : Number(count.value);
  if (of.type === 'str')
    return of.value.length * many > maxText ? undefined : text(of.value.repeat(many), place);
  if (!isList(of) || of.python === 'set' || of.items.length * many > maxValues) return undefined;
  return listAt(Array.from({ length: many }, () => of.items).flat(), place, of.python);
}

function text(value: string, place: Place): ScalarNode | undefined {
  return value.length > maxText ? undefined : { type: 'str', value, ...place };
}

function compared(operator: string, left: ConfigNode, right: ConfigNode): boolean | undefined {
  if (operator === '==' || operator === '!=') {
    const same = equal(left, right);
    return same === undefined ? undefined : same === (operator === '==');
  }
  if (operator === 'is' || operator === 'is not') {
    if (left.type === 'unknown' || right.type === 'unknown') return undefined;
    if (left.type !== 'NoneType' && right.type !== 'NoneType') return undefined;
    return (left.type === right.type) === (operator === 'is');
  }
  const [a, b] = [numeric(left)?.value, numeric(right)?.value];
  if (a === undefined || b === undefined) return undefined;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  if (operator === '>') return a > b;
  return operator === '>=' ? a >= b : undefined;
}

function equal(left: ConfigNode, right: ConfigNode): boolean | undefined {
  if (!isScalar(left) || !isScalar(right) || left.type === 'unknown' || right.type === 'unknown')
    return undefined;
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return false;
  return keyIdentity(left) === keyIdentity(right);
}

/** `not x`, `-x`, `+x`, `~x`. */
export function unary(operator: string, of: ConfigNode, place: Place): ConfigNode | undefined {
  if (operator === 'not') {
    const value = truth(of);
    return value === undefined ? undefined : { type: 'bool', value: !value, ...place };
  }
  const number = numeric(of);
  if (number === undefined) return undefined;
  if (operator === '+') return { ...number, ...place };
  if (operator === '~')
    return number.type === 'int' ? { type: 'int', value: ~number.value, ...place } : undefined;
  const negative: ScalarValue =
    number.type === 'int' ? { type: 'int', value: -number.value } : { type: 'float', value: -number.value };
  return { ...negative, ...place };
}

/** Python's `str()` of a scalar; `undefined` of what is longer written. */
export function pythonText(node: ConfigNode): string | undefined {
  if (!isScalar(node) || node.type === 'bytes' || node.type === 'unknown') return undefined;
  if (node.type === 'bool') return node.value ? 'True' : 'False';
  return node.type === 'NoneType' ? 'None' : scalarText(node);
}
