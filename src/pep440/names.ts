/** PEP 503: one spelling for every way to write a package's name. */
export function normaliseName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[-_.]+/g, '-');
}

/** The same software under its conda and its PyPI name: pairs and intent are judged under the PyPI name. */
const condaToPypi: ReadonlyMap<string, string> = new Map([
  ['pytorch', 'torch'],
  ['pytorch-gpu', 'torch'],
  ['pytorch-cpu', 'torch'],
  ['pytorch-triton', 'triton'],
]);

/** The PyPI name of a normalised conda name; the name itself where they agree. */
export function pypiName(name: string): string {
  return condaToPypi.get(name) ?? name;
}

/** Under which names else the same software is: of `torch` those of conda, of a conda name the one of PyPI and its siblings. */
export function otherNames(name: string): readonly string[] {
  const own = pypiName(name);
  const all = [own, ...[...condaToPypi].flatMap(([conda, pypi]) => (pypi === own ? [conda] : []))];
  return all.filter((other) => other !== name);
}

/** A test for names against patterns with `*`; linear in time, since patterns have no other operator. */
export function nameMatcher(patterns: readonly string[]): (name: string) => boolean {
  const plain = new Set<string>();
  const globs: string[][] = [];
  for (const pattern of patterns) {
    const parts = normalisePattern(pattern).split('*');
    if (parts.length === 1) plain.add(parts[0] ?? '');
    else globs.push(parts);
  }
  return (name) => plain.has(name) || globs.some((parts) => matchesParts(parts, name));
}

/** Like `normaliseName`, but `:` and `/` of image patterns and `*` stay as they are. */
function normalisePattern(pattern: string): string {
  return pattern.includes(':') ? pattern.trim().toLowerCase() : normaliseName(pattern);
}

function matchesParts(parts: readonly string[], name: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0 || at + part.length > name.length - last.length) return false;
    from = at + part.length;
  }
  return true;
}
