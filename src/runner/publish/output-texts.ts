/** Facts of a report as texts of outputs: '' where one is not known, JSON for lists and objects. */
export function outputTexts(facts: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, textOf(fact)]));
}

function textOf(fact: unknown): string {
  if (typeof fact === 'string') return fact;
  return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}
