/** Whether two result files say the same, however they are written: indented, or with their keys in another order. Rows in another order were written anew. */
import { compareText } from '../../kernel/compare.ts';
import { isRecord } from '../../kernel/record.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';

/** Larger files are compared byte by byte only. */
export const largestCompared = 32 * 1024 * 1024;

/** Both as bytes of files of one kind, by its ending; false for what is neither JSON, JSON lines nor a table of text. */
export function saySame(path: string, a: Uint8Array, b: Uint8Array): boolean {
  const read = readers.find(([ending]) => ending.test(path))?.[1];
  if (read === undefined) return false;
  const [one, other] = [read(textOf(a)), read(textOf(b))];
  return one !== undefined && one === other;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const readers: readonly (readonly [RegExp, (text: string) => string | undefined])[] = [
  [/\.json$/i, canonicalOf],
  [/\.(?:jsonl|ndjson|jsonlines)$/i, (text) => joined(linesOf(text).map(canonicalOf))],
  [/\.(?:csv|tsv)$/i, (text) => joined(linesOf(text).map((line) => line.replaceAll('"', '').trimEnd()))],
];

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function joined(lines: readonly (string | undefined)[]): string | undefined {
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

/** JSON without spaces, its keys in order. `undefined` for what is not whole JSON. */
function canonicalOf(text: string): string | undefined {
  if (tooDeep(text)) return undefined;
  try {
    return written(parseJson(text));
  } catch {
    return undefined;
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted(compareText);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${written(value[key])}`).join()}}`;
}
