/** What is there once all commands of a file have run: in each place, the last version that a command brought. */
import type { LockEntry } from '../model.ts';

/** A file that installs into more places is judged as one. */
const mostPlaces = 200;
/** Of one package under conditions that only the run decides, the last ones say enough. */
const mostVariants = 100;

/** The entries of each place, named by their `environment`, without those that a later command replaced. Others as they are. */
export function asInstalled(entries: readonly LockEntry[]): readonly LockEntry[] {
  const places = new Set(entries.flatMap(({ installed }) => installed?.place ?? []));
  if (places.size === 0 || places.size > mostPlaces) return entries;
  return [...places].flatMap((place) => lastIn(place, entries));
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

function isReplaced({ installed: before }: LockEntry, { installed: after }: LockEntry): boolean {
  return before !== undefined && after !== undefined && !after.isMaybe && before.at !== after.at;
}
