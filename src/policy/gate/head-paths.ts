import type { ChangedFile, FileTree } from '../../ports/index.ts';

/** The files of the head, from those of the base, which are listed already: a listing of a large commit is dear. */
export async function headPaths(base: FileTree, files: readonly ChangedFile[]): Promise<ReadonlySet<string>> {
  const paths = new Set(await base.list());
  for (const { status, path, previousPath } of files) {
    if (previousPath !== undefined) paths.delete(previousPath);
    if (status === 'deleted') paths.delete(path);
  }
  for (const { status, path } of files) if (status !== 'deleted') paths.add(path);
  return paths;
}
