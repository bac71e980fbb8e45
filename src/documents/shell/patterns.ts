/** A shell pattern that contains only `*`, `?` and plain characters, as an expression for whole texts; `undefined` for others. */
export function patternOf(text: string): { readonly steps: readonly string[] } | undefined {
  if (/[[\]\\()|+@!]/.test(text)) return undefined;
  return { steps: text.split('') };
}

/** Whether all of the text matches. Linear in the product of both lengths, whatever the pattern. */
export function matches(steps: readonly string[], text: string): boolean {
  let reached = new Set([0]);
  const closed = (states: Set<number>): Set<number> => {
    for (const state of states) if (steps[state] === '*') states.add(state + 1);
    return states;
  };
  reached = closed(reached);
  for (const character of text.split('')) {
    const next = new Set<number>();
    for (const state of reached) {
      const step = steps[state];
      if (step === '*') next.add(state);
      else if (step === '?' || step === character) next.add(state + 1);
    }
    reached = closed(next);
    if (reached.size === 0) return false;
  }
  return reached.has(steps.length);
}

/** The text without its shortest or longest beginning (or end) that matches. */
export function withoutMatch(
  text: string,
  pattern: string,
  operator: '#' | '##' | '%' | '%%',
): string | undefined {
  const compiled = patternOf(pattern);
  if (compiled === undefined || text.length > 2000) return undefined;
  const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
  if (operator.length === 2) lengths.reverse();
  for (const length of lengths) {
    const isStart = operator.startsWith('#');
    const part = isStart ? text.slice(0, length) : text.slice(text.length - length);
    if (!matches(compiled.steps, part)) continue;
    return isStart ? text.slice(length) : text.slice(0, text.length - length);
  }
  return text;
}
