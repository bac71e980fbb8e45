/** Poetry's constraints in PEP 440's words. */
import { parseVersion, publicText } from './version.ts';

/** Specifiers of which one is enough: `^4.46 || 5.1` is `>=4.46,<5` or `==5.1`. What is not a version stays as it is. */
export function poetrySpecifiers(text: string): string[] {
  return text.split(/\|\|?/).map((part) => clausesOf(part, poetryClause));
}

/** Clauses between commas or spaces, each translated, joined with commas. */
export function clausesOf(text: string, clause: (text: string) => string): string {
  const joined = text.replaceAll(/(?<=[<>=!~^])\s+/g, '');
  return joined
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map(clause)
    .join(',');
}

/** Poetry: `^1.2.3`, `~1.2`, `1.2.*`, `*`, a bare version for exactly that one. */
function poetryClause(text: string): string {
  if (text === '*') return '';
  if (text.startsWith('^')) return caret(text.slice(1));
  if (text.startsWith('~') && !text.startsWith('~=')) return tilde(text.slice(1));
  return /^\d|^v\d/.test(text) ? `==${text}` : equalsSign(text);
}

/** A single `=` means `==` in poetry. */
function equalsSign(text: string): string {
  return /^=[^=]/.test(text) ? `=${text}` : text;
}

/** `^1.2.3` is `>=1.2.3,<2`; `^0.2` is `>=0.2,<0.3`; `^0.0.3` is `>=0.0.3,<0.0.4`. */
function caret(text: string): string {
  const version = parseVersion(text);
  if (version === undefined) return `^${text}`;
  const { release } = version;
  const firstNonZero = release.findIndex((part) => part !== 0n);
  const place = firstNonZero < 0 ? release.length - 1 : firstNonZero;
  return `>=${publicText(version)},<${bumped(release, place)}`;
}

/** `~1.2.3` and `~1.2` are below the next minor, `~1` below the next major. */
function tilde(text: string): string {
  const version = parseVersion(text);
  if (version === undefined) return `~${text}`;
  return `>=${publicText(version)},<${bumped(version.release, Math.min(1, version.release.length - 1))}`;
}

function bumped(release: readonly bigint[], place: number): string {
  return [...release.slice(0, place), (release[place] ?? 0n) + 1n].join('.');
}
