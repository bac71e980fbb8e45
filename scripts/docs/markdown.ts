/** A Markdown table; cells are Markdown, made safe for a table by `cell`. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(titles), line(titles.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** `text` as inline code, whatever backticks it holds. */
export function code(text: string): string {
  if (text === '') return '';
  if (!text.includes('`')) return `\`${text}\``;
  const fence = fenceFor(text, 1);
  return `${fence} ${text} ${fence}`;
}

/** `text` as a code block. */
export function codeBlock(text: string, language = ''): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** Puts `content` between `<!-- name:start -->` and `<!-- name:end -->`. */
export function fillMarkers(document: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from)
    throw new Error(`the markers ${start} and ${end} are missing or out of order`);
  return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`;
}

function cell(text: string): string {
  return escapeTags(text.trim())
    .replaceAll('|', '\\|')
    .replaceAll(/\n{2,}/g, '<br><br>')
    .replaceAll('\n', ' ');
}

/** `<` starts HTML outside of code only. */
function escapeTags(text: string): string {
  return text.replaceAll(/(`+)[^`]*\1|</g, (match) => (match === '<' ? '&lt;' : match));
}

function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}
