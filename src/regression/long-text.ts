/** Answers longer than this are compared by length and hash. */
export const longestCompared = 512;

const mark = '\u0000digest ';

/** The text itself, or what stands for a long one: equal texts stay equal, whichever of the two forms was kept. */
export function comparable(text: string): string {
  return text.length <= longestCompared || isDigest(text)
    ? text
    : `${mark}${text.length} ${hash(text, 1)} ${hash(text, 2)}`;
}

export function isDigest(text: string): boolean {
  return text.startsWith(mark);
}

/** FNV-1a over UTF-16 code units, from two seeds: 64 bits against chance, not against an adversary (who writes the answers anyway). */
function hash(text: string, seed: number): number {
  let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
