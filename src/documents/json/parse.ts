import { endOfString } from './string.ts';

/** JSON as Python writes it: NaN, Infinity and -Infinity become text, which no score accepts. Throws a SyntaxError as JSON.parse does. */
export function parseJson(text: string): unknown {
  const clean = text.codePointAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(clean);
  } catch (error) {
    if (!/NaN|Infinity/.test(clean)) throw error;
    return JSON.parse(quoteSpecialNumbers(clean));
  }
}

function quoteSpecialNumbers(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, end).replaceAll(/-?Infinity|NaN/g, '"$&"'));
    at = quote < 0 ? end : endOfString(text, quote) + 1;
    if (quote >= 0) parts.push(text.slice(quote, at));
  }
  return parts.join('');
}

/** Deepest nesting that is read: enough for any evaluation, too little to exhaust the stack. */
export const deepest = 200;

/** Whether brackets outside strings nest deeper than `deepest`; linear, without recursion. */
export function tooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = endOfString(text, i);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) depth--;
    if (depth > deepest) return true;
  }
  return false;
}
