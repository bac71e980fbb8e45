/** What a move is that nothing asked for. */
import { sourceText } from '../source.ts';
import type { Difference } from './compare.ts';
import type { LockEntry, Move } from '../model.ts';
import { compareVersions, parseVersion, publicKey } from '../../pep440/version.ts';

/** The class by what the lock shows alone: variants, source and build, direction. */
export function unrequested({ before, after, gone, come }: Difference): Pick<Move, 'class' | 'reason'> {
  const publicBefore = new Set(before.map(publicOf));
  const publicAfter = new Set(after.map(publicOf));
  const size = new Set(after.map(identity)).size - new Set(before.map(identity)).size;
  if (size > 0 && gone.length === 0)
    return { class: 'fork-added', reason: 'the lock now contains more variants of it than before' };
  if (size < 0 && come.length === 0)
    return { class: 'fork-collapsed', reason: 'the lock now contains fewer variants of it than before' };
  if (
    size === 0 &&
    publicBefore.size === publicAfter.size &&
    [...publicBefore].every((version) => publicAfter.has(version))
  ) {
    return {
      class: 'identity-change',
      reason: 'the version is the same, but it is another build or comes from another source',
    };
  }
  if (size !== 0)
    return {
      class: size > 0 ? 'fork-added' : 'fork-collapsed',
      reason: 'the number of its variants in the lock changed, and so did versions',
    };
  if (isLower(gone, come)) return { class: 'downgraded', reason: 'no requirement asks for an older version' };
  return {
    class: 'unexplained',
    reason: 'its requirement did not change and still allows what was locked before',
  };
}

/** The release without its local tag; the source where there is no version. */
export function publicOf({ version, source }: LockEntry): string {
  return version === undefined ? sourceText(source) : publicKey(version);
}

function identity({ version, source }: LockEntry): string {
  return `${version ?? ''} ${sourceText(source)}`;
}

function isLower(gone: readonly LockEntry[], come: readonly LockEntry[]): boolean {
  const old = gone.map(({ version }) => parseVersion(version ?? ''));
  const now = come.map(({ version }) => parseVersion(version ?? ''));
  if (old.length === 0 || now.length === 0) return false;
  return now.every((a) => a !== undefined && old.every((b) => b !== undefined && compareVersions(a, b) < 0));
}
