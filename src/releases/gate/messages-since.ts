import { isRelease, versionsOf } from '../index.ts';
import type { Commit } from '../../kernel/commit.ts';
import type { TagStore } from '../../ports/tags.ts';

/** Reads the commits of `head` that `base` has not, by full SHAs. */
type CommitsBetween = (base: string, head: string) => Promise<readonly Commit[]>;

/** Messages of the commits since the last release; none where there is no release yet. */
export async function messagesSinceRelease(
  sha: string,
  prefix: string,
  tags: TagStore,
  between: CommitsBetween,
): Promise<string[]> {
  const all = await tags.list(prefix);
  const [last] = versionsOf(
    all.map(({ name }) => name),
    prefix,
  ).filter(isRelease);
  const base = all.find(({ name }) => name === last?.tag);
  if (base === undefined) return [];
  return (await between(base.sha, sha)).map(({ message }) => message);
}
