/** A fact of a report as the text of an output: '' where it is not there, JSON for lists and objects. */
export function factText(facts: unknown, ...path: (string | number)[]): string {
  let found = facts;
  for (const key of path)
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  if (typeof found === 'string') return found;
  return found === undefined || found === null ? '' : JSON.stringify(found);
}
