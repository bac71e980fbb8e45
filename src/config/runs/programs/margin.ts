/**
 * Whether two texts of a module differ at the margin, so that nothing needs to be parsed to know that they do not say the same. What stands
 * there is outside of functions, but for what closes brackets and a body behind `def`.
 */
export function differAtTheMargin(before: string, now: string): boolean {
  return linesAtTheMargin(now) !== linesAtTheMargin(before);
}

function linesAtTheMargin(text: string): string {
  return (text.match(/^(?:(?:async )?def \w+|[^\s#)\]}'"].*)/gm) ?? []).join('\n');
}
