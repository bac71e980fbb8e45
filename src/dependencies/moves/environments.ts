/** Locks that keep environments or platforms apart: what enters a new one is added there, and moved nowhere. */
import type { Difference } from './compare.ts';
import type { LockEntry } from '../model.ts';
import { groupBy } from '../../kernel/group.ts';

export interface Split {
  /** What differs where the package was before, or nowhere was. */
  readonly moved: Difference | undefined;
  /** What stands now in environments that did not have the package, while others did. */
  readonly added: Difference | undefined;
  /** Those environments did not exist at all. */
  readonly isNewPlace: boolean;
}

/** The environments of the lock before and now. */
export interface Places {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

export function environmentsOf(entries: readonly LockEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ environment }) => environment));
}

/** `places`: the environments of the lock before. */
export function splitByPlace(difference: Difference, places: ReadonlySet<string>): Split {
  const { before, come } = difference;
  const held = environmentsOf(before);
  const isAdded = ({ environment }: LockEntry): boolean =>
    !places.has(environment) || (before.length > 0 && !held.has(environment));
  if (places.size === 0 || !come.some(isAdded))
    return { moved: difference, added: undefined, isNewPlace: false };
  const fresh = come.filter(isAdded);
  const isNewPlace = fresh.every(({ environment }) => !places.has(environment));
  const added = { ...difference, before: [], after: fresh, gone: [], come: fresh, rebuilt: [], identity: [] };
  return { moved: withoutPlaces(difference, fresh, isAdded), added, isNewPlace };
}

/** The rest; what went from one group to another is reported where it came to. */
function withoutPlaces(
  difference: Difference,
  fresh: readonly LockEntry[],
  isAdded: (entry: LockEntry) => boolean,
): Difference | undefined {
  const come = difference.come.filter((entry) => !isAdded(entry));
  const after = difference.after.filter((entry) => !isAdded(entry));
  const hasGone = (entry: LockEntry): boolean =>
    after.length === 0 && fresh.some(({ version }) => version !== undefined && version === entry.version);
  const gone = difference.gone.filter((entry) => !hasGone(entry));
  if (gone.length + come.length + difference.rebuilt.length === 0) return undefined;
  return { ...difference, after, gone, come };
}

/**
 * The base's entries under the names that their environments have now: one that went while another came for the same
 * platform, with most of its packages, was renamed.
 */
export function underNewNames(
  before: readonly LockEntry[],
  after: readonly LockEntry[],
): readonly LockEntry[] {
  const [old, now] = [environmentsOf(before), environmentsOf(after)];
  const left = [...old].filter((name) => !now.has(name));
  const fresh = [...now].filter((name) => !old.has(name));
  if (left.length === 0 || fresh.length === 0) return before;
  const [packagesBefore, packagesNow] = [before, after].map((entries) =>
    groupBy(entries, ({ environment }) => environment),
  );
  const renamed = new Map<string, string>();
  for (const name of left) {
    const own = new Set(packagesBefore?.get(name)?.map((entry) => entry.name));
    const likeness = (other: string): number =>
      (packagesNow?.get(other) ?? []).filter((entry) => own.has(entry.name)).length;
    const candidates = fresh.filter((other) => platformOf(other) === platformOf(name));
    const best = candidates.toSorted((a, b) => likeness(b) - likeness(a))[0];
    if (best !== undefined && likeness(best) * 2 >= own.size && ![...renamed.values()].includes(best))
      renamed.set(name, best);
  }
  return before.map((entry) => ({
    ...entry,
    environment: renamed.get(entry.environment) ?? entry.environment,
  }));
}

/** `default/linux-64` is for linux-64, as is `linux-64` alone. */
export function platformOf(environment: string): string {
  return environment.slice(environment.lastIndexOf('/') + 1);
}
