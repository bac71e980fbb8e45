/** Packages that only work together, and who leads whom. */
import type { LockEntry } from '../model.ts';
import { nameMatcher, normaliseName, pypiName } from '../../pep440/names.ts';
import { builtInPairs, exactPins, leaders } from './table.ts';
import type { DependencySettings, PairRow } from '../settings.ts';
import { parseSpecifiers, satisfies } from '../../pep440/specifier.ts';
import { parseVersion } from '../../pep440/version.ts';

/** The built-in rows without those that the policy overrides or ignores, and the policy's own. */
export function pairRows({
  pairs,
  ignorePairs,
}: Pick<DependencySettings, 'pairs' | 'ignorePairs'>): readonly PairRow[] {
  const replaced = new Set([...ignorePairs, ...pairs.map(({ pair }) => pair)]);
  return [...builtInPairs.filter(({ pair }) => !replaced.has(pair)), ...pairs];
}

/** What a version of a package is known to need of another; `undefined` where no row says. */
export function knownNeed(rows: readonly PairRow[], parent: LockEntry, name: string): string | undefined {
  const row = rows.find((candidate) => applies(candidate, parent) && needOf(candidate, name) !== undefined);
  return row === undefined ? undefined : needOf(row, name);
}

export function needOf(row: PairRow, name: string): string | undefined {
  return Object.entries(row.needs).find(([key]) => normaliseName(key) === pypiName(name))?.[1];
}

export function applies(row: PairRow, { name, version }: LockEntry): boolean {
  return (
    pypiName(name) === normaliseName(row.package) && version !== undefined && within(version, row.versions)
  );
}

/** Whether a version satisfies a range; a range that cannot be read holds for nothing. */
export function within(version: string, range: string): boolean {
  const parsed = parseVersion(version);
  const clauses = parseSpecifiers(range);
  return parsed !== undefined && clauses !== undefined && satisfies(parsed, clauses, version);
}

interface Leader {
  readonly leader: string;
  readonly follows: (name: string) => boolean;
  readonly exactly: (name: string) => boolean;
}

const compiled: readonly Leader[] = leaders.map(({ leader, followers, exact }) => ({
  leader,
  follows: nameMatcher(followers),
  exactly: nameMatcher(exact),
}));

/** The package that this one is known to follow. */
export function leaderOf(name: string): string | undefined {
  return compiled.find(({ follows }) => follows(pypiName(name)))?.leader;
}

/** The leader pins this follower to one version. */
export function isPinnedBy(name: string, leader: string): boolean {
  return compiled.some((entry) => entry.leader === leader && entry.exactly(pypiName(name)));
}

const pins = exactPins.map(({ leader, exact }) => ({ leader, pins: nameMatcher(exact) }));

/** Packages that pin this one exactly by their own metadata. */
export function pinnersOf(name: string): readonly string[] {
  return pins.filter(({ pins: matches }) => matches(pypiName(name))).map(({ leader }) => leader);
}
