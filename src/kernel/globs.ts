import picomatch from 'picomatch';

/**
 * Tells which paths a list of globs means, hidden files included. A glob behind `!` takes out what the others take in, wherever
 * it stands in the list; where there are no others it takes out of everything. `!(a|b)` is a pattern like any other.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
  const inclusions = globs.filter((glob) => !isExclusion(glob));
  if (exclusions.length > 0 && inclusions.length === 0) inclusions.push('**');
  const wanted = inclusions.map(matcherOf);
  const unwanted = exclusions.map(matcherOf);
  return (path) => wanted.some((takes) => takes(path)) && !unwanted.some((takes) => takes(path));
}

/** Globs of which each path that they take has what stands before the first pattern, and a last part without one: behind `***` and `..` a dot may stand for anything. */
export const plainGlob = /^(?!.*(?:\*\*\*|\.\.))[\w*?{},./-]+$/;

/** Of a hundred thousand paths most begin or end otherwise than a glob says: only for the rest is its pattern tried. */
function matcherOf(glob: string): (path: string) => boolean {
  const matches = picomatch(glob, { dot: true });
  if (!plainGlob.test(glob)) return matches;
  const [start, end] = [startOf(glob), endOf(glob)];
  return (path) => path.startsWith(start) && path.endsWith(end) && matches(path);
}

/** The folder in which all that it takes lies. */
export function startOf(glob: string): string {
  return /^(?:[\w-][\w.-]*\/)*/.exec(glob)?.[0].slice(0, -1) ?? '';
}

/** With which all that it takes ends. */
export function endOf(glob: string): string {
  return /(?<=\/)[\w.-]*$/.exec(glob)?.[0] ?? '';
}

/** Which paths any of the globs means, hidden files not included; compiled when first asked, as starting a program is paid for each time. */
export function visibleMatcher(globs: readonly string[]): (path: string) => boolean {
  let matches: ((path: string) => boolean) | undefined;
  return (path) => (matches ??= picomatch([...globs], { dot: false }))(path);
}

/** Tells whether a list of globs could mean a path below a folder: rather too often than never. */
export function belowMatcher(globs: readonly string[]): (folder: string) => boolean {
  const inclusions = globs.filter((glob) => !isExclusion(glob)).map((glob) => glob.replace(/^\.\//, ''));
  if (inclusions.length === 0) inclusions.push(...(globs.length > 0 ? ['**'] : []));
  const whole = globs
    .filter((glob) => isExclusion(glob) && glob.endsWith('/**'))
    .map((glob) => glob.slice(1));
  const isOut = picomatch(whole, { dot: true });
  return (folder) => !isOut(`${folder}/any`) && inclusions.some((glob) => mayReach(glob, folder.split('/')));
}

/** Part by part, until one stands for any number of folders. */
function mayReach(glob: string, folders: readonly string[]): boolean {
  // Braces and brackets may contain a slash: they count as anything.
  const parts = glob.split('/');
  for (const [index, folder] of folders.entries()) {
    const part = parts[index];
    if (part === undefined) return false;
    if (part.includes('**') || /[{}()[\]]/.test(part)) return true;
    if (!picomatch.isMatch(folder, part, { dot: true })) return false;
  }
  return parts.length > folders.length;
}

/** Whether it takes out what others take in. */
export function isExclusion(glob: string): boolean {
  return glob.startsWith('!') && !glob.startsWith('!(');
}
