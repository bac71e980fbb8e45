/** Instructions of a Dockerfile: continuations joined, comments dropped, here-documents taken whole. */
import { shellWord } from '../../kernel/text.ts';

export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
  readonly line: number;
  /** What stands behind the keyword as a shell reads it, each part in the line of the file in which it stands. */
  readonly script: string;
}

export function instructions(text: string): readonly Instruction[] {
  const lines = text.split(/\r\n|\n/);
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length;) {
    let first = index;
    const parts: string[] = [];
    const raw: string[] = [];
    let continues = true;
    while (continues && index < lines.length) {
      const at = index++;
      const line = lines[at] ?? '';
      if (/^\s*#/.test(line) || (parts.length > 0 && line.trim() === '')) {
        raw.push('\\');
        continue;
      }
      if (parts.length === 0) {
        first = at;
        raw.length = 0;
      }
      const trimmed = line.trimEnd();
      continues = trimmed.endsWith('\\');
      parts.push(continues ? trimmed.slice(0, -1) : trimmed);
      raw.push(trimmed);
    }
    const joined = parts.join(' ').trim();
    const end = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(joined.replaceAll(quotedText, ''))?.[1];
    const body: string[] = [];
    if (end !== undefined) {
      while (index < lines.length && (lines[index] ?? '').trim() !== end) body.push(lines[index++] ?? '');
      index++;
    }
    const split = joined.search(/\s/);
    if (split > 0)
      found.push({
        keyword: joined.slice(0, split).toUpperCase(),
        rest: [joined.slice(split).trim(), ...body].join('\n'),
        line: first + 1,
        script: scriptOf(raw, body, end),
      });
  }
  return found;
}

/** Without the keyword and Docker's own options; a here-document alone is the script itself. */
function scriptOf(raw: readonly string[], body: readonly string[], end: string | undefined): string {
  const text = raw
    .join('\n')
    .replace(/^\s*\w+(?:(?:\s|\\\n)+--(?:mount|network|security)=\S+)*/, onlyLineEnds);
  if (end === undefined) return execForm(text) ?? text;
  if (/^\s*(?:<<-?\s*\S+\s*)$/.test(text)) return [onlyLineEnds(text), ...body].join('\n');
  return [text, ...body, end].join('\n');
}

function onlyLineEnds(text: string): string {
  return text.replaceAll(/[^\n\\]|\\(?!\n)/g, ' ');
}

/** `["pip", "install", "torch"]` */
function execForm(text: string): string | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text.replaceAll('\\\n', '\n'));
    if (!Array.isArray(parsed)) return undefined;
    return parsed.map((word) => shellWord(String(word))).join(' ');
  } catch {
    return undefined;
  }
}

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` replaced; what has no value stays as written. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$(?:\{(\w+)(?::([-+])([^{}]*))?\}|(\w+))/g,
    (whole: string, braced?: string, operator?: string, other?: string, bare?: string) => {
      const value = values.get(braced ?? bare ?? '');
      if (operator === '+') return value === undefined || value === '' ? '' : (other ?? '');
      if (operator === '-') return value === undefined || value === '' ? (other ?? '') : value;
      return value ?? whole;
    },
  );
}

/** `A=1 B="two words"` as pairs. */
export function assignments(text: string): readonly (readonly [name: string, value: string | undefined])[] {
  return words(text).map((word) => {
    const split = word.indexOf('=');
    return split < 0 ? [word, undefined] : [word.slice(0, split), word.slice(split + 1)];
  });
}

/** Words as a shell splits them; quotes are taken off. */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g)) {
    found.push(
      match[0].replaceAll(
        /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, double?: string, single?: string) => double ?? single ?? '',
      ),
    );
  }
  return found;
}

/** A text in quotes, unless it names the end of a heredoc: `<<` inside it begins none. */
const quotedText = /(?<!<<-?\s{0,8})(?:'[^']*'|"(?:[^"\\]|\\.)*")/g;
