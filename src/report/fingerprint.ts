import type { Finding } from './model.ts';

/**
 * What names a finding in the next analysis: rule, file and message without its numbers, so that it stays the same
 * when lines shift or a value moves; equal ones are distinguished by their turn in the file. `hash:turn` for each finding.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const turns = new Map<string, number>();
  return findings.map((finding) => {
    const hash = fnv1a([finding.rule, finding.file ?? '', finding.message.replace(/\d+/g, '0')].join('\n'));
    const turn = (turns.get(hash) ?? 0) + 1;
    turns.set(hash, turn);
    return `${hash}:${turn}`;
  });
}

/**
 * FNV-1a over UTF-16 code units, twice 32 bits with two starts: 16 hexadecimal digits. Not for secrets.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/ (prime and offset basis).
 */
function fnv1a(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i) ^ (i & 0xff), 0x01000193);
  }
  return hex(high) + hex(low);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
