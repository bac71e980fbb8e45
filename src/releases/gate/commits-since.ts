import { countedVersions, isRelease, versionsOf } from '../index.ts';
import type { Commit } from '../../kernel/commit.ts';
import type { FileTree } from '../../ports/index.ts';
import type { Tag } from '../../ports/tags.ts';
import type { CommitsSince } from './version-request.ts';

/** Commits that are read to find a bump: a release that brings more is reported as such. */
const mostCommits = 10_000;

export interface SinceRequest {
  readonly sha: string;
  readonly prefix: string;
  /** Of the policy: prefix → globs of the files that its releases contain. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

interface SincePorts {
  readonly tree: Pick<FileTree, 'list'>;
  /** Commits of `head` that `base` has not, by full SHAs, newest first; of those that touch the globs alone, where there are any. */
  between(
    base: string,
    head: string,
    options: { readonly most: number; readonly paths: readonly string[] },
  ): Promise<readonly Commit[]>;
}

/** The commits since the last release that the prefix's releases contain; none where there is no release yet. */
export async function commitsSinceRelease(
  { sha, prefix, paths: given = {} }: SinceRequest,
  tags: readonly Tag[],
  { tree, between }: SincePorts,
): Promise<CommitsSince> {
  const names = tags.map(({ name }) => name);
  const [last] = countedVersions(versionsOf(names, prefix)).filter(isRelease);
  const base = tags.find(({ name }) => name === last?.tag);
  if (base === undefined) return { commits: [], paths: [], cut: false };
  const own = Object.hasOwn(given, prefix) ? given[prefix] : undefined;
  const paths = own ?? (await folderOf(prefix, tree));
  const commits = await between(base.sha, sha, { most: mostCommits, paths });
  return { commits, paths, base: base.name, cut: commits.length >= mostCommits };
}

/** Without a word of the policy, a prefix such as `vision/` is about the folder of that name, where there is one. */
async function folderOf(prefix: string, tree: Pick<FileTree, 'list'>): Promise<string[]> {
  if (!prefix.endsWith('/')) return [];
  return (await tree.list()).some((path) => path.startsWith(prefix)) ? [`${prefix}**`] : [];
}
