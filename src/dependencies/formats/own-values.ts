/** Reading of parsed TOML, YAML and JSON: own keys only, and every value is checked before it is used. */
import { isRecord } from '../../kernel/record.ts';

export type Table = Readonly<Record<string, unknown>>;

export function asTable(value: unknown): Table | undefined {
  return isRecord(value) ? value : undefined;
}

/** The value at a path of keys; `undefined` where a step is not a table or has no such own key. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) current = own(current, key);
  return current;
}

function own(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** A text, or a number as YAML and TOML writers leave it; `undefined` for all else. */
export function scalarAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  return typeof found === 'number' || typeof found === 'bigint'
    ? String(found)
    : textAt(found === undefined ? {} : { found }, 'found');
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  return listAt(value, ...keys).filter((item) => typeof item === 'string');
}

export function entriesAt(
  value: unknown,
  ...keys: readonly string[]
): readonly (readonly [string, unknown])[] {
  return Object.entries(asTable(at(value, ...keys)) ?? {});
}

/** The values under the keys that are there, each as a text. */
export function textsIn(value: unknown, keys: readonly string[]): ReadonlyMap<string, string> {
  const found = keys.map((key) => [key, at(value, key)] as const).filter(([, item]) => item !== undefined);
  return new Map(found.map(([key, item]) => [key, typeof item === 'string' ? item : JSON.stringify(item)]));
}
