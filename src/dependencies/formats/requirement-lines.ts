/** Logical lines of a requirements file as pip reads them: continuations are joined before comments are cut. */

export interface LogicalLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const comment = /(?:^|\s+)#.*$/;

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
    const part = continues ? raw.replace(/^\\+|\\+$/g, '') : raw;
    pending ??= { parts: [], line: index + 1 };
    pending.parts.push(isComment && pending.parts.length > 0 ? ` ${part}` : part);
    if (!continues) flush();
  }
  flush();
  return lines;
}

function push(lines: LogicalLine[], joined: string, line: number): void {
  const text = joined.replace(comment, '').trim();
  if (text !== '') lines.push({ text, line, column: joined.length - joined.trimStart().length + 1 });
}
