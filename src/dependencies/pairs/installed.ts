/** What is there once all commands of a file have run: in each place, the last version that a command brought. */
import { groupBy } from '../../kernel/group.ts';
import type { LockEntry, Parsed, Uninstall } from '../model.ts';

/** A file that installs into more places is judged as one. */
const mostPlaces = 200;
/** Of one package under conditions that only the run decides, the last ones say enough. */
const mostVariants = 100;

/** What a file installs: the entries of each place, named by their `environment`, without those that a later command replaced or took away. Others as they are. */
export function asInstalled({
  entries,
  uninstalls = [],
}: Pick<Parsed, 'entries' | 'uninstalls'>): readonly LockEntry[] {
  const places = new Set(entries.flatMap(({ installed }) => installed?.place ?? []));
  if (places.size === 0 || places.size > mostPlaces) return entries;
  const taken = groupBy(uninstalls, ({ name }) => name);
  return [...places].flatMap((place) =>
    lastIn(place, entries).filter((entry) => !isTaken(place, entry, taken.get(entry.name) ?? [])),
  );
}

function lastIn(place: string, entries: readonly LockEntry[]): LockEntry[] {
  const last = new Map<string, LockEntry[]>();
  for (const entry of entries) {
    const { installed, name } = entry;
    if (installed !== undefined && !place.startsWith(installed.place)) continue;
    const own = last.get(name) ?? [];
    const kept = own.filter((one) => !isReplaced(one, entry));
    last.set(name, [...kept, { ...entry, environment: place }].slice(-mostVariants));
  }
  return [...last.values()].flat();
}

/** From the place, or from one that it is made from: the file's own list has taken away the rest. */
function isTaken(place: string, { installed }: LockEntry, uninstalls: readonly Uninstall[]): boolean {
  return uninstalls
    .slice(-mostVariants)
    .some(
      (one) =>
        !one.by.isMaybe &&
        installed !== undefined &&
        one.by.order > installed.order &&
        place.startsWith(one.by.place),
    );
}

function isReplaced({ installed: before }: LockEntry, { installed: after }: LockEntry): boolean {
  return before !== undefined && after !== undefined && !after.isMaybe && before.at !== after.at;
}
