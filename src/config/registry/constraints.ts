import type { Path, PythonType } from '../../documents/tree/node.ts';
import {
  type Explained,
  nameOf,
  notAllowed,
  notMatching,
  notMultiple,
  outOfRange,
  wrongLength,
} from '../../documents/schema/words.ts';
import type { Constraints } from './registry.ts';

/** One constraint on the value of a parameter. */
export interface Constraint {
  readonly key: keyof Constraints;
  /** Whatever has another type meets it; absent: it applies to every value. */
  readonly appliesTo?: { readonly types: readonly PythonType[]; readonly what: string };
  /** What is said of plain data at a path that breaks it. */
  breach(data: unknown, constraints: Constraints, path: Path): Explained | undefined;
}

const texts = { types: ['str'], what: 'text' } as const;
const numbers = {
  types: ['int', 'float'],
  what: 'numbers',
  measure: (data: unknown) => (typeof data === 'number' ? data : undefined),
} as const;
const lists = {
  types: ['list'],
  what: 'lists',
  measure: (data: unknown) => (Array.isArray(data) ? data.length : undefined),
} as const;

/** A hair's breadth for float64: 0.3 is a multiple of 0.1. */
export const hair = 1e-9;

/** In the order in which a value is checked against them. */
export const allConstraints: readonly Constraint[] = [
  limited('min', numbers, atLeast, (...found) => outOfRange('at least', ...found)),
  limited('max', numbers, atMost, (...found) => outOfRange('at most', ...found)),
  limited('multipleOf', numbers, isMultiple, notMultiple),
  {
    key: 'pattern',
    appliesTo: texts,
    breach: (data, { pattern }, path) =>
      pattern?.compiled.ok === true && typeof data === 'string' && !pattern.compiled.pattern.test(data)
        ? notMatching(nameOf(path), pattern.source)
        : undefined,
  },
  {
    key: 'enum',
    breach: (data, { enum: allowed }, path) =>
      allowed?.some((one) => isEqual(one, data)) === false
        ? notAllowed(nameOf(path), allowed, data)
        : undefined,
  },
  limited('minItems', lists, atLeast, (...found) => wrongLength('at least', ...found)),
  limited('maxItems', lists, atMost, (...found) => wrongLength('at most', ...found)),
];

const known = new WeakMap<Constraints, readonly Constraint[]>();

/** Those that are set: most parameters have none, and each is asked of every config. */
export function constraintsOf(constraints: Constraints): readonly Constraint[] {
  const before = known.get(constraints);
  if (before !== undefined) return before;
  const set = allConstraints.filter(({ key }) => constraints[key] !== undefined);
  known.set(constraints, set);
  return set;
}

function limited(
  key: 'min' | 'max' | 'multipleOf' | 'minItems' | 'maxItems',
  appliesTo: typeof numbers | typeof lists,
  isMet: (measured: number, limit: number) => boolean,
  words: (name: string, limit: number, data: unknown) => Explained,
): Constraint {
  return {
    key,
    appliesTo,
    breach: (data, { [key]: limit }, path) => {
      const measured = limit === undefined ? undefined : appliesTo.measure(data);
      return limit === undefined || measured === undefined || isMet(measured, limit)
        ? undefined
        : words(nameOf(path), limit, data);
    },
  };
}

function atLeast(measured: number, limit: number): boolean {
  return measured >= limit;
}

function atMost(measured: number, limit: number): boolean {
  return measured <= limit;
}

/** Infinity and nan are let through. */
function isMultiple(value: number, of: number): boolean {
  return !(Math.abs(Math.round(value / of) - value / of) > hair);
}

/** Plain data; of mappings the order does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [here, there] = [Object.entries(a), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || here.length !== there.size) return false;
  return here.every(([key, value]) => there.has(key) && isEqual(value, there.get(key)));
}
