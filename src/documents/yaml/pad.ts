import { type Event, parseEvents, YAMLException } from 'js-yaml';

/** A text whose continued lines are indented as YAML 1.2 wants them. */
export interface Padded {
  readonly text: string;
  /** Line (from 0) → spaces that were put in front. */
  readonly padding: ReadonlyMap<number, number>;
  readonly events: readonly Event[];
}

/** Characters that may be parsed again for the sake of padding. */
const budget = 40_000_000;

/**
 * js-yaml's events. PyYAML lets flow collections and quoted scalars continue at any column, YAML 1.2 does not:
 * such lines are indented, which changes no value, until the text parses. Throws YAMLException.
 */
export function parsePadded(source: string, maxDepth: number): Padded {
  const padding = new Map<number, number>();
  let text = source;
  for (let spent = 0; ; spent += text.length) {
    try {
      return { text, padding, events: parseEvents(text, { maxDepth }) };
    } catch (error) {
      const line = spent > budget ? undefined : deficientLine(error, text, padding);
      if (line === undefined) throw error;
      const spaces = deepest(source) + 1;
      padding.set(line.number, spaces);
      text = text.slice(0, line.start) + ' '.repeat(spaces) + text.slice(line.start);
    }
  }
}

/** Such a line begins with what is too far left. Where something stands before it, js-yaml means a tab, and the line begins a node. */
function deficientLine(
  error: unknown,
  text: string,
  padding: ReadonlyMap<number, number>,
): { number: number; start: number } | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return undefined;
  const { line, position, column } = error.mark ?? {};
  if (line === undefined || position === undefined || column === undefined || padding.has(line))
    return undefined;
  const start = position - column;
  return text.slice(start, position).trim() === '' ? { number: line, start } : undefined;
}

/** The deepest indentation of any line, up to a sane one. */
function deepest(source: string): number {
  let most = 0;
  for (const [spaces] of source.matchAll(/^ +/gm)) most = Math.max(most, spaces.length);
  return Math.min(most, 400);
}
