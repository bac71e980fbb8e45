import picomatch from 'picomatch';

/**
 * Tells which paths a list of globs means, hidden files included. A glob behind `!` takes out what the others take in, wherever
 * it stands in the list; where there are no others it takes out of everything. `!(a|b)` is a pattern like any other.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
  const inclusions = globs.filter((glob) => !isExclusion(glob));
  if (exclusions.length > 0 && inclusions.length === 0) inclusions.push('**');
  const wanted = picomatch(inclusions, { dot: true });
  const unwanted = picomatch(exclusions, { dot: true });
  return (path) => wanted(path) && !unwanted(path);
}

function isExclusion(glob: string): boolean {
  return glob.startsWith('!') && !glob.startsWith('!(');
}
