/** What two entries of a lock have in common. */
import { publicKey } from '../../pep440/version.ts';
import type { LockEntry } from '../model.ts';

/** Locks of conda and PyPI packages have two sides. */
export type Side = 'conda' | 'pypi';

export function sideOf({ source: { kind } }: LockEntry): Side | undefined {
  if (kind === 'conda') return 'conda';
  return kind === 'pypi' || kind === 'pip' ? 'pypi' : undefined;
}

/** Versions that differ at most in their local tags. */
export function samePublic(a: LockEntry, b: LockEntry): boolean {
  return a.version !== undefined && b.version !== undefined && publicKey(a.version) === publicKey(b.version);
}
