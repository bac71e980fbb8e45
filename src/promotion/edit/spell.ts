/** How a text can be written in the place of another value. Which of the spellings is right, reading them again decides. */
import type { ScalarStyle, WrittenScalar } from '../../documents/yaml/stream.ts';
import { isTextToAll } from './meaning.ts';

/** What stands in `[from, to)` of the source instead. */
export interface Spelling {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Quote = '"' | "'";

/** Spellings of a text, the best first: in the style of the value that it replaces, else in quotes as the file has them. */
export function textSpellings(source: string, old: WrittenScalar, value: string, quote: Quote): Spelling[] {
  if (old.style === 'literal' || old.style === 'folded') return blockSpellings(source, old, value);
  const { start: from, end: to } = old;
  const plain = old.style === 'plain' && mayBePlain(old, value) ? [value] : [];
  const preferred = old.style === 'single' ? "'" : old.style === 'double' ? '"' : quote;
  const quoted = preferred === "'" && mayBeSingle(value) ? [single(value)] : [];
  return [...plain, ...quoted, double(value)].map((text) => ({ from, to, text }));
}

/** A number or a bool, as it is. */
export function plainSpelling({ start, end }: WrittenScalar, value: string): Spelling[] {
  return [{ from: start, to: end, text: value }];
}

/** A tagged value keeps its tag, which says what it is. */
function mayBePlain({ tag }: WrittenScalar, value: string): boolean {
  if (/^[-,[\]{}#&*!|>'"%@`?:]/.test(value) && !/^[-?:][^\s,[\]{}]/.test(value)) return false;
  return (
    /^[!-~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]+(?: +[!-~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]+)*$/.test(
      value,
    ) &&
    (tag !== undefined || isTextToAll(value))
  );
}

function mayBeSingle(value: string): boolean {
  return /^[ -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]*$/.test(value);
}

function single(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** JSON reads it too. */
export function double(value: string): string {
  const escaped = value.replaceAll(
    // oxlint-disable-next-line no-control-regex -- those are what is escaped
    /["\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => escapes.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** `|`, `>-`, `|2+` with a comment behind it, up to the end of its line. */
const header = /[|>]([-+1-9]{0,2})((?:[ \t]+#[^\r\n]*|[ \t]*)(\r\n?|\n))$/;

/** What a value takes of the text, a block scalar with its header. */
export function rangeOf(source: string, { style, start, end }: WrittenScalar): { from: number; to: number } {
  const isBlock = style === 'literal' || style === 'folded';
  const head = isBlock ? header.exec(source.slice(0, start)) : null;
  return { from: head?.index ?? start, to: end };
}

function blockSpellings(source: string, old: WrittenScalar, value: string): Spelling[] {
  const head = header.exec(source.slice(0, old.start));
  if (head === null || old.indent < 1 || /[^\P{C}\n]/u.test(value)) return [];
  const [, indicators = '', rest = '', newline = '\n'] = head;
  const region = source.slice(old.start, old.end);
  const blank = /(?<=^|\n|\r(?!\n))(?:[ \t]*(?:\r\n?|\n))*[ \t]*$/.exec(region)?.[0] ?? '';
  const body = bodyOf(value, old.style, old.indent, newline);
  const ended = /[\r\n]$/.test(region) ? newline : '';
  const mark = source.charAt(head.index);
  const indentation = indicators.replaceAll(/[-+]/g, '');
  const chomping = indentation + chompingFor(value);
  // Without a last line break readers differ in whether a text that is not stripped has one.
  const chompings = ended === '' ? [chomping].filter((one) => one.includes('-')) : [indicators, chomping];
  return [...new Set(chompings)].flatMap((one) =>
    [blank, ''].map((after) => ({
      from: head.index,
      to: old.end,
      text: `${mark}${one}${rest}${body}${ended}${after}`,
    })),
  );
}

function chompingFor(value: string): string {
  if (!value.endsWith('\n')) return '-';
  return value.endsWith('\n\n') ? '+' : '';
}

/** In a folded one each line break stands for a blank, and an empty line for a break. */
function bodyOf(value: string, style: ScalarStyle, indent: number, newline: string): string {
  const lines = value.replace(/\n$/, '').split('\n');
  const between = style === 'folded' ? newline + newline : newline;
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join(between);
}
