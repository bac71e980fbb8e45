/** What happened to one sequence, and how sequences are compared. */
import { compareText } from '../../kernel/compare.ts';
import { sameValue } from '../compare/judge-pair.ts';
import type { CauseKind } from './cause.ts';
import type { Values } from './content.ts';

/** What happened to one sample; `key` says which are alike. */
export interface Change {
  readonly kind: CauseKind;
  readonly key: string;
  readonly text: string;
}

export function change(kind: CauseKind, key: string, text: string): Change {
  return { kind, key: `${kind} ${key}`, text };
}

export function plainChange(a: Values, b: Values, kind: CauseKind = 'values'): Change {
  if (a.length !== b.length)
    return change(kind, 'length', `${b.length} values, were ${a.length} (first such sample),`);
  const at = a.findIndex((value, i) => !sameValue(value, b[i]));
  return change(
    kind,
    'values',
    `values differ (${String(b[at]).slice(0, 40)} at place ${at} of the first such sample, was ${String(a[at]).slice(0, 40)})`,
  );
}

export function riseOf(a: Values, b: Values): number | undefined {
  const by = Number(b[0]) - Number(a[0]);
  return a.length === b.length && by !== 0 && a.every((value, at) => Number(value) + by === Number(b[at]))
    ? by
    : undefined;
}

export function equal(a: Values, b: Values): boolean {
  return a.length === b.length && a.every((value, at) => sameValue(value, b[at]));
}

export function sorted(values: Values): Values {
  return values.toSorted((one, other) => compareText(String(one), String(other)));
}

export function sharedStart(a: Values, b: Values): number {
  let at = 0;
  while (at < a.length && at < b.length && sameValue(a[at], b[at])) at++;
  return at;
}

export function sharedEnd(a: Values, b: Values, most: number): number {
  let count = 0;
  while (count < most && sameValue(a[a.length - 1 - count], b[b.length - 1 - count])) count++;
  return count;
}
