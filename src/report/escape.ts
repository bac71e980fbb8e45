/**
 * The one place for escaping. Every text of a report may come from a pull request: a renderer passes each of them through
 * exactly one of these functions.
 */

/** First group: joiners inside emoji, which stay. Second: whatever shows nothing or reorders what is shown. */
const hidden =
  /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic}))|(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{DI}\u00A0\u2000-\u200A\u202F\u205F\u2800]/gu;

/** As most texts are: in them nothing is hidden. */
const plain = /^[ -~\n\t]*$/;

/**
 * Control, bidirectional and other invisible characters as `[U+202E]`, so that a text shows what it holds.
 * Line feeds and tabs stay, CR LF becomes LF, lone surrogates become U+FFFD; joiners inside emoji stay.
 */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(hidden, (char, joiner: string | undefined) => joiner ?? codePoint(char));
}

/** Visible, on one line: each line break or tab becomes a space, outer spaces go. */
export function oneLine(text: string): string {
  return visible(text)
    .replaceAll(/[\n\t]/g, ' ')
    .trim();
}

function codePoint(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

// ---- Workflow commands and the job log ----

/** The message of a workflow command, as `@actions/core` writes it. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Text for the job log, which may have several lines: visible, and none of them is taken for a workflow command. */
export function logText(text: string): string {
  return withoutCommands(visible(text));
}

/** The runner obeys `::name::` at the start of a line, behind spaces too, and the older `##[name]` anywhere in it. */
export function withoutCommands(lines: string): string {
  // Few texts have two colons, and to look at the start of each line takes longer.
  const older = lines.includes('::') ? lines.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ') : lines;
  return older.replaceAll('##[', '## [');
}

// ---- Terminal ----

/** CSI and OSC sequences: colours, cursor moves, titles, links. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const ansi = /[\u001B\u009B](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[0-?]*[ -/]*[@-~])/g;

/** One line for a terminal or the job log: escape sequences are dropped, what else is invisible is shown. */
export function terminalText(text: string): string {
  return withoutCommands(oneLine(text.replace(ansi, '')));
}

// ---- HTML ----

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text or a quoted attribute value of an HTML page. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (char) => entities[char] ?? '');
}

// ---- Markdown, as GitHub reads it ----

/**
 * First: code as a message marks it, in backticks. Second: a run that contains all of a mention, an issue or commit reference,
 * a URL, an emoji name or math. Third: punctuation and spaces.
 */
const token = /`([^`|\s](?:[^`|]*[^`|\s])?)`|([\w.+\-/@#:$]+)|(`|[^`\w.+\-/@#:$]+)/g;
const fileEnding =
  /\.(?:ya?ml|jsonl?|csv|toml|lock|txt|py|cfg|ini|sh|md|safetensors|bin|pt|parquet|eval|zip)(?::\d+)*$/i;

interface Segment {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Plain text as one line of inline Markdown, for a paragraph, a list item, a table cell or a link.
 * What stands in backticks is code; so is whatever GitHub would turn into a mention, a reference, a link, an emoji or math,
 * because it leaves code alone; and so are names with an underscore and file names, because they read better that way.
 */
export function mdText(text: string): string {
  return segments(oneLine(text))
    .map((part) => (part.code ? mdCode(part.text) : escapePunctuation(part.text)))
    .join('')
    .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)](?: |$))/, '\\');
}

/** The text of `<summary>`, where Markdown is not read but mentions and references are. */
export function mdHtml(text: string): string {
  return segments(oneLine(text))
    .map((part) => (part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)))
    .join('');
}

/** Code and text in turns: two code spans side by side would run into one another. */
function segments(line: string): Segment[] {
  const merged: Segment[] = [];
  for (const [, code, word, other = ''] of line.matchAll(token)) {
    const parts =
      word === undefined ? [{ code: code !== undefined, text: code ?? other }] : wordSegments(word);
    for (const part of parts) {
      const last = merged.at(-1);
      if (last?.code !== part.code) merged.push(part);
      else merged[merged.length - 1] = { code: part.code, text: last.text + part.text };
    }
  }
  return merged;
}

function wordSegments(word: string): Segment[] {
  if (isWhole(word)) return [{ code: true, text: word }];
  const end = coreLength(word);
  if (!isCode(word.slice(0, end))) return [{ code: false, text: word }];
  const after = word.slice(end);
  return [{ code: true, text: word.slice(0, end) }, ...(after === '' ? [] : [{ code: false, text: after }])];
}

/**
 * Means something with the punctuation at its end: the start of a link, or an emoji's name, as which `:x:` would turn into
 * a picture, and the `:100:` of `uv.lock:100:3` too.
 */
function isWhole(word: string): boolean {
  return /:\/\/|www\.|:[\w+-]+:/i.test(word);
}

/** Without the punctuation that ends a sentence. */
function coreLength(word: string): number {
  let end = word.length;
  while (end > 0 && '.:-+/'.includes(word.charAt(end - 1))) end--;
  return end;
}

function isCode(word: string): boolean {
  return (
    /[@#$_]|GH-\d/i.test(word) ||
    fileEnding.test(word) ||
    word.split(/[^0-9a-z]+/i).some((part) => /^[0-9a-f]{7,64}$/i.test(part))
  );
}

function escapePunctuation(text: string): string {
  return text.replace(/[\\*[\]~|`&<>]/g, (char) => mdEntities[char] ?? `\\${char}`);
}

const mdEntities: Readonly<Record<string, string>> = { ...entities, '|': '&#124;' };

/** A code span outside a table; empty for an empty text. */
export function mdCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** A code span in a table cell, where a bar ends the cell even inside code. */
export function mdCellCode(text: string): string {
  return mdCode(text).replaceAll('|', '\\|');
}

/** A link. `label` is Markdown made by a function of this module, `url` is made by `links.ts`. */
export function mdLink(label: string, url: string | undefined): string {
  return url === undefined ? label : `[${label}](${mdUrl(url)})`;
}

/** What could end the destination, or the link, is percent-encoded; anything but http(s) is dropped. */
function mdUrl(url: string): string {
  return /^https?:\/\//i.test(url)
    ? url.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, encodeURIComponentFully)
    : '#';
}

/** Percent-encodes every character but letters, digits and `-._~`. */
export function encodeURIComponentFully(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A fenced block that the text cannot end. `language` is ours. */
export function mdFence(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${visible(text)}\n${fence}\n`;
}

function longestRun(text: string): number {
  return Array.from(text.matchAll(/`+/g), ([run]) => run.length).reduce((a, b) => Math.max(a, b), 0);
}
