/** Logical lines of a requirements file as pip reads them: continuations are joined before comments are cut. */

export interface LogicalLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let pending: { parts: string[]; line: number } | undefined;
  const flush = (): void => {
    if (pending === undefined) return;
    push(lines, pending.parts.join(''), pending.line);
    pending = undefined;
  };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const continues = raw.endsWith('\\') && !isComment;
    const part = continues ? withoutBackslashes(raw) : raw;
    pending ??= { parts: [], line: index + 1 };
    pending.parts.push(isComment && pending.parts.length > 0 ? ` ${part}` : part);
    if (!continues) flush();
  }
  flush();
  return lines;
}

function push(lines: LogicalLine[], joined: string, line: number): void {
  const text = withoutComment(joined).trim();
  if (text !== '') lines.push({ text, line, column: joined.length - joined.trimStart().length + 1 });
}

/** As pip does it: backslashes at either end go. */
function withoutBackslashes(line: string): string {
  let from = 0;
  let to = line.length;
  while (line[from] === '\\') from++;
  while (to > from && line[to - 1] === '\\') to--;
  return line.slice(from, to);
}

/** A `#` at the start or after white space; one inside a word belongs to a URL. */
function withoutComment(line: string): string {
  for (let hash = line.indexOf('#'); hash >= 0; hash = line.indexOf('#', hash + 1)) {
    if (hash === 0 || /\s/.test(line[hash - 1] ?? '')) return line.slice(0, hash);
  }
  return line;
}
