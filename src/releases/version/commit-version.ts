import { countedVersions } from './schemes.ts';
import { isRelease, lineOf, precedence, versionsOf, type Version } from './version.ts';

/** The version of a commit: its highest version tag, or a development version named after the commit. */
export interface CommitVersion {
  readonly sha: string;
  /** The tag without its prefix (`v2.3.1`), or `dev-<first 8 of the SHA>`. */
  readonly version: string;
  /** Absent for a development version. */
  readonly tagged?: Version;
}

/** `tags` are the names of the tags at the commit. */
export function commitVersion(sha: string, tags: readonly string[], prefix: string): CommitVersion {
  const tagged = versionsOf(tags, prefix)[0];
  if (tagged === undefined) return { sha, version: `dev-${sha.slice(0, 8)}` };
  return { sha, version: tagged.text, tagged };
}

/**
 * The version before this one, among all tags: before a release the highest lower release, before a pre-release the
 * highest lower version of any kind; before a development version the highest release, of the line where one is given.
 */
export function previousVersion(
  current: CommitVersion,
  tags: readonly string[],
  prefix: string,
  line?: string,
): Version | undefined {
  const { tagged } = current;
  const all = countedVersions(versionsOf(tags, prefix));
  if (tagged === undefined)
    return all.find((version) => isRelease(version) && (line === undefined || lineOf(version) === line));
  return all.find((version) => precedence(version, tagged) < 0 && (isRelease(version) || !isRelease(tagged)));
}

/** Whether it is the highest release of all lines, so that a moving `latest` belongs to it. */
export function isLatest({ tagged }: CommitVersion, tags: readonly string[], prefix: string): boolean {
  if (tagged === undefined || !isRelease(tagged)) return false;
  const counted = countedVersions(versionsOf([...tags, tagged.tag], prefix));
  const [highest] = counted.filter(isRelease);
  return (
    highest !== undefined && counted.some(({ tag }) => tag === tagged.tag) && precedence(tagged, highest) >= 0
  );
}

/** The release that a release is a patch of: the highest lower one of its line; `undefined` where it begins one. */
export function patchedBy(version: Version, tags: readonly string[], prefix: string): Version | undefined {
  return countedVersions(versionsOf(tags, prefix)).find(
    (one) => isRelease(one) && lineOf(one) === lineOf(version) && precedence(one, version) < 0,
  );
}

/** `stable`, the first word of a pre-release (`rc`, `alpha`), or `dev`. */
export function channelOf({ tagged }: CommitVersion): string {
  if (tagged === undefined) return 'dev';
  if (isRelease(tagged)) return 'stable';
  return (
    tagged.preRelease.find((part) => /^[a-z]/i.test(part))?.toLowerCase() ??
    (tagged.dev === undefined ? 'pre' : 'dev')
  );
}
