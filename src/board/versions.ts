/** Versions that were tagged: as the repository says, and as the records do. */
import type { LineageRecord } from '../lineage/index.ts';
import { compareVersions, isRelease, parseVersion, type Version } from '../releases/index.ts';
import { earlier, first, gatesOf, verdictOver, type RecordedCommit } from './commits.ts';
import type { VersionRow } from './model.ts';
import type { BoardSettings } from './settings.ts';

export interface TaggedCommit {
  readonly name: string;
  /** Full SHA. */
  readonly sha: string;
}

interface KnownVersion {
  readonly version: Version;
  readonly sha: string;
}

/** Highest version first. Tags of the repository count before what a record says. */
export function versionsOf(
  tags: readonly TaggedCommit[],
  commits: ReadonlyMap<string, RecordedCommit>,
  { prefix }: Pick<BoardSettings, 'prefix'>,
): VersionRow[] {
  const known = new Map<string, KnownVersion>();
  for (const { name, sha } of [...taggedIn(commits), ...tags]) {
    const version = parseVersion(name, prefix);
    if (version !== undefined) known.set(name, { version, sha });
  }
  return [...known.values()]
    .toSorted((a, b) => compareVersions(b.version, a.version))
    .map(({ version, sha }) => rowOf(version, sha, commits.get(sha)?.records ?? []));
}

/** `refs/tags/v2.3.1` or `v2.3.1` as the ref, or as the parameter `version`: only what reads as a version is taken. */
function taggedIn(commits: ReadonlyMap<string, RecordedCommit>): TaggedCommit[] {
  return [...commits.values()].flatMap(({ sha, records }) =>
    records.flatMap(({ git_ref: ref, parameters }) => {
      const version = parameters?.['version'];
      const names = [ref === undefined ? undefined : tagName(ref), version];
      return names.flatMap((name) => (typeof name === 'string' ? [{ name, sha }] : []));
    }),
  );
}

function tagName(ref: string): string {
  return ref.replace(/^refs\/tags\//, '');
}

function rowOf(version: Version, sha: string, records: readonly LineageRecord[]): VersionRow {
  const { tag } = version;
  const ordered = records.toSorted(earlier);
  const at = (ordered.find(({ git_ref: ref }) => ref !== undefined && tagName(ref) === tag) ?? ordered[0])
    ?.at;
  return {
    tag,
    sha,
    at,
    release: isRelease(version),
    serving: [],
    author: first(ordered, 'author'),
    pullRequest: first(ordered, 'pr_number'),
    verdict: verdictOver(gatesOf(ordered)),
  };
}
