import picomatch from 'picomatch';

/** The paths that any of the globs matches, hidden files included, in their order. */
export function matchingPaths(paths: readonly string[], globs: readonly string[]): string[] {
  const matches = picomatch([...globs], { dot: true });
  return paths.filter((path) => matches(path));
}
