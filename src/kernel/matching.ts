import { globMatcher } from './globs.ts';

/** The paths that any of the globs matches, in their order. */
export function matchingPaths(paths: readonly string[], globs: readonly string[]): string[] {
  return paths.filter(globMatcher(globs));
}
