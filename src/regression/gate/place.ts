/** Where a setting such as `evals/*.jsonl` or `v2.3.0:evals/*.jsonl` is to be read. */
import { entryOf, isLatestRelease } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { isRelease, versionsOf } from '../../releases/index.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import type { Tag } from '../../ports/tags.ts';

type PlacePorts = Pick<Ports, 'change' | 'tags' | 'treeAt'>;

export interface Place {
  /** The merge base, or the state of trunk that a ref names; never the head, which would move its own yardstick. */
  readonly tree: FileTree;
  readonly globs: readonly string[];
}

/**
 * Where the entries are read; an entry that names only a release stands for `globs`. A sentence where there is no such place.
 * Throws a UserError where the entries name several, or one that cannot be read or is not a yardstick.
 */
export async function placeOf(
  entries: readonly string[],
  globs: readonly string[],
  ports: PlacePorts,
): Promise<Place | string> {
  const parts = entries.map(entryOf);
  const [ref, ...others] = new Set(parts.map((part) => part.ref));
  if (others.length > 0) throw severalPlaces(entries);
  const paths = parts.map(({ path }) => path).filter((path) => path !== '');
  const wanted = paths.length > 0 ? paths : globs;
  if (ref === undefined) return { tree: ports.change.base, globs: wanted };
  const tag = isLatestRelease(ref) ? await latestRelease(ref, ports) : { name: ref, sha: ref };
  if (tag === undefined) return 'there is no tag of a release';
  const tree = await ports.treeAt?.(tag.sha);
  return tree === undefined
    ? `no trunk, release branch, tag or commit ${ref} is known`
    : { tree: { ...tree, name: tag.name }, globs: wanted };
}

/** By its SHA nothing else of the same name can stand in for it. */
async function latestRelease(ref: string, { tags }: PlacePorts): Promise<Tag | undefined> {
  const all = (await tags?.()) ?? [];
  const names = all.map(({ name }) => name);
  const latest = versionsOf(names, ref.slice(0, -'latest-release'.length)).find(isRelease)?.tag;
  return all.find(({ name }) => name === latest);
}

function severalPlaces(entries: readonly string[]): UserError {
  return new UserError(`regression.baseline names more than one state of trunk: ${entries.join(', ')}`, {
    help: 'Write the same ref before each path, or none.',
  });
}
