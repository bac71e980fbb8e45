import { holdsSecret } from '../shown.ts';

/** Answers longer than this are compared by length and hash. */
export const longestCompared = 64;

const mark = '\u0000digest ';

/** The text itself, or what stands for one that is long or contains a credential: equal texts stay equal, whichever form was kept. */
export function comparable(text: string): string {
  if (isDigest(text)) return text;
  return text.length <= longestCompared && !holdsSecret(text) ? text : digest(text);
}

export function isDigest(text: string): boolean {
  return text.startsWith(mark);
}

function digest(text: string): string {
  return `${mark}${text.length} ${hash(text, 1)} ${hash(text, 2)}`;
}

/** Digest of a content of any length: equal contents have equal digests, and nothing of them is kept. */
export function digestOf(text: string): string {
  return `${hash(text, 1).toString(36)}-${hash(text, 2).toString(36)}`;
}

/**
 * The same of what was asked, as a whole number of 53 bits, which a million rows can keep: where its lines break and how it is indented
 * says nothing, so no white space counts.
 */
export function digestOfQuestion(text: string): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b1];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20) continue;
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}

/** The same of ASCII between two places of bytes. */
export function digestOfAscii(bytes: Uint8Array, from: number, to: number): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b1];
  for (let i = from; i < to; i++) {
    const code = bytes[i] ?? 0;
    if (code <= 0x20) continue;
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}

/** FNV-1a over UTF-16 code units, from two seeds: 64 bits against chance, not against an adversary (who writes the answers anyway). */
function hash(text: string, seed: number): number {
  let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
