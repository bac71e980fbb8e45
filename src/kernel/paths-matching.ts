import { inOrder } from './compare.ts';
import { endOf, globMatcher, isExclusion, plainGlob, startOf } from './globs.ts';
import { kindOfPath, type SortedPaths } from './sorted-paths.ts';

/** The paths that the globs mean, in their order: of many, only those are looked at that begin or end as a glob says. */
export function pathsMatching(paths: SortedPaths, globs: readonly string[]): readonly string[] {
  const inclusions = globs.filter((glob) => !isExclusion(glob));
  const isEach = inclusions.length > 0 && inclusions.every((glob) => partOf(glob) !== undefined);
  const looked = isEach ? inclusions.flatMap((glob) => partOf(glob)?.(paths) ?? []) : paths.all;
  return inOrder([...new Set(looked)]).filter(globMatcher(globs));
}

/** What finds all that a glob may mean; `undefined` where it may mean anything. */
function partOf(glob: string): ((paths: SortedPaths) => readonly string[]) | undefined {
  if (!plainGlob.test(glob)) return undefined;
  const [start, end] = [startOf(glob), endOf(glob)];
  // `a/**` is `a` too
  if (start !== '') return (paths) => [...(paths.has(start) ? [start] : []), ...paths.below(start)];
  return end.includes('.') ? (paths) => paths.ofKinds([kindOfPath(end)]) : undefined;
}
