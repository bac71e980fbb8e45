/** Which files to compare with which. */
import { type DependencySettings, formatOf } from '../index.ts';
import type { ChangedFile } from '../../ports/index.ts';
import { chosenFiles, includible } from './chosen.ts';
import type { Source } from './files.ts';
import { folderOf, joinPath } from './paths.ts';

/** A file before and after; one side is absent for a new or a deleted file. */
export interface LockPair {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Requirements under a name of their own. */
  readonly use?: 'included';
  /** The file to which the links of the path lead. */
  readonly target?: string;
}

export interface ChangedLocks {
  readonly pairs: readonly LockPair[];
  /** Submodules that moved, and may contain locks. */
  readonly submodules: readonly ChangedFile[];
}

/** Every changed file that some format reads; a lock that was replaced by another one beside it is compared with that. */
export function lockPairs(
  files: readonly ChangedFile[],
  settings: Pick<DependencySettings, 'files' | 'only'>,
): ChangedLocks {
  const { files: changed, submodules } = chosenFiles(files, settings);
  return { pairs: joinReplaced(changed.map(pairOf)), submodules };
}

/** Changed files that no format knows by their name, but that requirements include. */
export async function includedPairs(
  files: readonly ChangedFile[],
  settings: Pick<DependencySettings, 'files' | 'only'>,
  head: Source,
): Promise<readonly LockPair[]> {
  const unknown = includible(files, settings);
  if (unknown.length === 0) return [];
  const included = await includedFiles(head);
  return unknown
    .filter(({ path }) => included.has(path))
    .map((file) => ({ ...pairOf(file), use: 'included' }));
}

const maxIncluded = 500;

/** All that the files of requirements include, at once or through others. */
async function includedFiles(source: Source): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const todo = [...(await source.paths())].filter((path) => formatOf(path)?.name === 'requirements.txt');
  for (const path of todo) {
    const includes = (await source.parse(path, 'included'))?.includes ?? [];
    const targets = includes.flatMap((include) => joinPath(folderOf(path), include.path) ?? []);
    const fresh = targets.filter((target) => !found.has(target)).slice(0, maxIncluded - found.size);
    for (const target of fresh) found.add(target);
    todo.push(...fresh);
  }
  return found;
}

function pairOf({ status, path, previousPath, target }: ChangedFile): LockPair {
  return {
    ...(target !== undefined && { target }),
    before: status === 'added' ? undefined : (previousPath ?? path),
    after: status === 'deleted' ? undefined : path,
  };
}

/** A deleted lock and a new one in the same folder: the project changed its tool. */
function joinReplaced(pairs: readonly LockPair[]): readonly LockPair[] {
  const gone = pairs.filter(({ before, after }) => after === undefined && isLockName(before));
  const come = pairs.filter(({ before, after }) => before === undefined && isLockName(after));
  const joined = gone.flatMap(({ before }) => {
    const replacement = come.filter(({ after }) => folderOf(after ?? '') === folderOf(before ?? ''));
    return replacement.length === 1 ? [{ before, after: replacement[0]?.after }] : [];
  });
  const used = new Set(joined.flatMap(({ before, after }) => [`-${before}`, `+${after}`]));
  const rest = pairs.filter(
    ({ before, after }) =>
      (before !== undefined || !used.has(`+${after}`)) && (after !== undefined || !used.has(`-${before}`)),
  );
  return [...rest, ...joined];
}

function isLockName(path: string | undefined): boolean {
  return path !== undefined && /(?:\.lock|lock\.ya?ml|pylock\.[^/]*toml|requirements[^/]*\.txt)$/.test(path);
}
