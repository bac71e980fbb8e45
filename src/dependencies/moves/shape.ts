/** What a difference looks like from outside: versions, sources and environments as texts. */
import type { Difference } from './compare.ts';
import type { LockEntry, Move } from '../model.ts';
import { sourceText } from '../source.ts';
import { compareVersions, parseVersion } from '../../pep440/version.ts';

export type Shape = Pick<
  Move,
  'name' | 'spelling' | 'before' | 'after' | 'there' | 'beforeSources' | 'afterSources' | 'identity'
>;

export function shapeOf(difference: Difference): Shape {
  const spelling = [...difference.after, ...difference.before].find(
    (one) => one.spelling !== undefined,
  )?.spelling;
  const there = versionsThere(difference);
  return {
    name: difference.name,
    ...(spelling !== undefined && { spelling }),
    before: versionsOf(difference.before),
    after: versionsOf(difference.after),
    ...(there !== undefined && { there }),
    beforeSources: sourcesOf(difference.gone),
    afterSources: sourcesOf(difference.come),
    identity: difference.identity,
  };
}

/** Of the environments in which it moved, where others have other versions. */
function versionsThere(difference: Difference): Shape['there'] {
  const names = new Set(environmentNames(difference));
  const within = (entries: readonly LockEntry[]): readonly LockEntry[] =>
    entries.filter(({ environment }) => names.has(environment));
  const [before, after] = [within(difference.before), within(difference.after)];
  const isAll = before.length === difference.before.length && after.length === difference.after.length;
  return names.size === 0 || isAll ? undefined : { before: versionsOf(before), after: versionsOf(after) };
}

function versionsOf(entries: readonly LockEntry[]): readonly string[] {
  const texts = new Set(
    entries.map(
      ({ version, source, own }) =>
        version ?? (own ? '(this repository)' : `@ ${source.address || sourceText(source)}`),
    ),
  );
  return [...texts].toSorted(compareTexts);
}

export function compareTexts(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  if (x !== undefined && y !== undefined) return compareVersions(x, y);
  return a < b ? -1 : Number(a > b);
}

function sourcesOf(entries: readonly LockEntry[]): readonly string[] {
  return [...new Set(entries.map(({ source }) => sourceText(source)))]
    .filter((source) => source !== '')
    .toSorted();
}

export function environmentNames({ gone, come, rebuilt }: Difference): readonly string[] {
  const names = [...gone, ...come, ...rebuilt].map(({ environment }) => environment);
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}
