/** A fact of a report as the text of an output: '' where it is not there, JSON for lists and objects. */
export function factText(facts: unknown, ...path: (string | number)[]): string {
  let found = facts;
  for (const key of path)
    found =
      typeof found === 'object' && found !== null
        ? (found as Record<string | number, unknown>)[key]
        : undefined;
  if (found === undefined || found === null) return '';
  return typeof found === 'object'
    ? JSON.stringify(found)
    : String(found as string | number | boolean | bigint);
}
