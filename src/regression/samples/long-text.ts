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

/** The same of what was asked: how it is indented and where its lines break says nothing. */
export function digestOfQuestion(text: string): string {
  return digestOf(/\s\s|[\t\r\n]|^\s|\s$/.test(text) ? text.trim().replaceAll(/\s+/g, ' ') : text);
}

/** FNV-1a over UTF-16 code units, from two seeds: 64 bits against chance, not against an adversary (who writes the answers anyway). */
function hash(text: string, seed: number): number {
  let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
