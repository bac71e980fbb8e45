/** Narrows what comes over the wire where octokit's types do not tell. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

export function objectOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The one of the names that the text is, else the fallback. */
export function oneOf<Name extends string>(names: readonly Name[], text: unknown, fallback: Name): Name {
  return names.find((name) => name === text) ?? fallback;
}
