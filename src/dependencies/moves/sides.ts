/** What two entries of a lock have in common. */
import { publicKey } from '../../pep440/version.ts';
import type { LockEntry } from '../model.ts';
import type { Difference } from './compare.ts';

/** Locks of conda and PyPI packages have two sides. */
export type Side = 'conda' | 'pypi';

export function sideOf({ source: { kind } }: LockEntry): Side | undefined {
  if (kind === 'conda') return 'conda';
  return kind === 'pypi' || kind === 'pip' ? 'pypi' : undefined;
}

/** What came to environments in which the package was from the other side alone. */
export function crossedTo({ gone, come }: Pick<Difference, 'gone' | 'come'>): readonly LockEntry[] {
  return come.filter((entry) => {
    const was = gone.filter(({ environment }) => environment === entry.environment);
    return was.length > 0 && was.every((old) => isAcross(old, entry));
  });
}

function isAcross(old: LockEntry, now: LockEntry): boolean {
  const [from, to] = [sideOf(old), sideOf(now)];
  return from !== undefined && to !== undefined && from !== to;
}

/** Versions that differ at most in their local tags. */
export function samePublic(a: LockEntry, b: LockEntry): boolean {
  return a.version !== undefined && b.version !== undefined && publicKey(a.version) === publicKey(b.version);
}
