/** What a person says in Markdown, apart from what is only shown there: code, quotes, comments. */

/**
 * Trimmed lines of plain text. Where a renderer could take a line for code, a part of a quote or a comment it is left out: in doubt nobody
 * has said it.
 */
export function proseLines(markdown: string): string[] {
  return paragraphs(markdown).flatMap(outsideOfSpans);
}

interface Line {
  readonly text: string;
  /** Begins inside a comment or an element whose text is shown as it is. */
  readonly hidden: boolean;
}

/** Neighbouring lines of plain text; blank lines, code blocks and quotes stand between them. */
function paragraphs(markdown: string): string[][] {
  const found: string[][] = [[]];
  let fence: string | undefined;
  let quoted = false;
  for (const { text: line, hidden } of linesOf(markdown)) {
    const text = unlisted(line);
    const opened = opensFence(text);
    // A line right below a quote still belongs to it.
    quoted = fence === undefined && text !== '' && (quoted || text.startsWith('>'));
    const said = fence === undefined && opened === undefined && text !== '' && !quoted && !hidden;
    if (said && !isIndented(line)) found.at(-1)?.push(line.trim());
    else found.push([]);
    if (fence === undefined) fence = opened;
    else if (closesFence(line.trim(), fence)) fence = undefined;
  }
  return found;
}

function linesOf(markdown: string): Line[] {
  const lines = markdown.split('\n');
  const hidden = beginWithin(lines, hiding);
  return lines.map((text, index) => ({ text, hidden: hidden.has(index) }));
}

/** One that is never closed goes on to the end. */
const hiding =
  /<!--[^]*?(?:-->|$)|<(pre|code|blockquote|script|style|textarea|del|s)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** Without the markers of the lists that it stands in. */
function unlisted(line: string): string {
  let text = line.trim();
  for (let depth = 0; depth < 10 && listMarker.test(text); depth += 1) text = text.replace(listMarker, '');
  return text;
}

const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/** Four columns in, it may be code. */
function isIndented(line: string): boolean {
  return /^(?: {4}| {0,3}\t)/.test(line);
}

function opensFence(text: string): string | undefined {
  return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0];
}

function closesFence(text: string, fence: string): boolean {
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}

/** A code span may go on over the lines of its paragraph. */
function outsideOfSpans(lines: readonly string[]): string[] {
  const inside = beginWithin(lines, /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g);
  return lines.filter((_, index) => !inside.has(index));
}

/** Indexes of the lines that begin inside of what the pattern finds in all of them. */
function beginWithin(lines: readonly string[], pattern: RegExp): ReadonlySet<number> {
  const spans = lines.join('\n').matchAll(pattern);
  const found = new Set<number>();
  let span = spans.next();
  let at = 0;
  for (const [index, line] of lines.entries()) {
    while (span.done !== true && span.value.index + span.value[0].length <= at) span = spans.next();
    if (span.done !== true && span.value.index < at) found.add(index);
    at += line.length + 1;
  }
  return found;
}
