/** What commands take away: `pip uninstall`, `conda remove`, `apt-get purge`. */
import type { InstalledBy, Parsed, ReadList, Uninstall } from '../model.ts';
import { nameMatcher, normaliseName } from '../../pep440/names.ts';
import type { Install, Item } from './commands.ts';

export type Taken = Omit<Uninstall, 'isSettled'>;

/** The packages that a command names, normalised; those of the operating system as `os:libnccl2`. */
export function takenBy(
  { manager, items, line, column }: Install,
  by: InstalledBy,
  file: string,
): readonly Taken[] {
  const prefix = manager === 'os' ? 'os:' : '';
  const known = items.filter(({ isKnown }) => isKnown);
  return known.map((item) => ({ name: `${prefix}${nameOf(item)}`, by, file, line, column }));
}

/** `torch`, `torch==2.5.1`, `conda-forge::pytorch`, `libnccl2:amd64`. */
function nameOf({ text }: Item): string {
  const bare = text.replace(/^[^\s:]+::/, '').replace(/[\s[=<>~!:@].*$/s, '');
  return normaliseName(bare);
}

interface Brought {
  readonly name: string;
  readonly installed?: InstalledBy;
}

/** Names with `*` that are compared: others take away nothing that is known. */
const mostPatterns = 50;

/** Whether a later command takes it away from where it was brought to. What only the run decides does not count. */
export function takenAway(all: readonly Taken[]): (one: Brought) => boolean {
  const last = new Map<string, number>();
  const patterns: { readonly matches: (name: string) => boolean; readonly by: InstalledBy }[] = [];
  for (const { name, by } of all) {
    if (by.isMaybe) continue;
    if (!name.includes('*')) last.set(`${name} ${by.place}`, by.order);
    else if (patterns.length < mostPatterns) patterns.push({ matches: nameMatcher([name]), by });
  }
  return ({ name, installed }) => {
    if (installed === undefined) return false;
    const { place, order } = installed;
    if ((last.get(`${name} ${place}`) ?? -1) > order) return true;
    return patterns.some(({ matches, by }) => by.place === place && by.order > order && matches(name));
  };
}

/** The file without what its commands take away. */
export function withoutTaken(parsed: Parsed, taken: readonly Taken[]): Parsed {
  if (taken.length === 0) return parsed;
  const isTaken = takenAway(taken);
  const { entries, statements, reads, uninstalls = [] } = parsed;
  const gone = statements.map(isTaken);
  const shifted = (list: ReadList): ReadList => ({
    ...list,
    behind: gone.slice(0, list.behind).filter((one) => !one).length,
  });
  return {
    ...parsed,
    ...(reads === undefined ? {} : { reads: reads.map(shifted) }),
    uninstalls: [...uninstalls, ...settled(taken, statements)],
    entries: entries.filter((one) => !isTaken(one)),
    statements: statements.filter((_, index) => gone[index] !== true),
  };
}

/** Each with whether other commands of its place say what became of the package. */
export function settled(all: readonly Taken[], statements: readonly Brought[]): readonly Uninstall[] {
  const names = new Set(all.map(({ name }) => name));
  const brought = new Map<string, InstalledBy[]>();
  for (const { name, installed } of statements)
    if (installed !== undefined && names.has(name))
      brought.set(name, [...(brought.get(name) ?? []).slice(-mostPatterns), installed]);
  return all.map((one) => ({
    ...one,
    isSettled: (brought.get(one.name) ?? []).some((other) => settles(other, one.by)),
  }));
}

function settles(brought: InstalledBy, taken: InstalledBy): boolean {
  if (brought.order > taken.order) return brought.place.startsWith(taken.place);
  return brought.place === taken.place && !taken.isMaybe;
}
