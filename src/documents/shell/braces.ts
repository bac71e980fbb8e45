import type { Word, WordPart } from 'unbash';
import { limits } from './limits.ts';

/** The literal texts that a word with braces becomes, such as `{1..3}` or `a{b,c}`; `undefined` where that is not plain. */
export function braceTexts({ parts = [] }: Word): string[] | undefined {
  let texts = [''];
  for (const part of parts) {
    const next = alternatives(part);
    if (next === undefined || texts.length * next.length > limits.fields) return undefined;
    texts = texts.flatMap((text) => next.map((more) => text + more));
  }
  return texts.filter((text) => text !== '');
}

function alternatives(part: WordPart): string[] | undefined {
  if (part.type === 'Literal') return [part.value];
  if (part.type !== 'BraceExpansion') return undefined;
  const range = /^\{(-?\d{1,9})\.\.(-?\d{1,9})\}$/.exec(part.text);
  if (range !== null) return numbers(range[1] ?? '', range[2] ?? '');
  const list = /^\{([\w.\-/=+:]*(?:,[\w.\-/=+:]*)+)\}$/.exec(part.text);
  return list?.[1]?.split(',');
}

/** Numbers with leading zeros are padded: those are left alone. */
function numbers(from: string, to: string): string[] | undefined {
  if (/^-?0\d/.test(from) || /^-?0\d/.test(to) || from === '-0' || to === '-0') return undefined;
  const [first, last] = [Number(from), Number(to)];
  const count = Math.abs(last - first) + 1;
  if (count > limits.fields) return undefined;
  return Array.from({ length: count }, (_, index) => String(first + (last >= first ? index : -index)));
}
