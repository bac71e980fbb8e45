/** What leaves an environment of a lock while the package stays in others: nothing moved where it still is. */
import type { Difference } from './compare.ts';
import { type Places, environmentsOf, platformOf } from './environments.ts';
import type { Classified } from './classify.ts';
import type { LockEntry } from '../model.ts';

export interface Leaving {
  /** What differs where the package still is. */
  readonly moved: Difference | undefined;
  /** What is no longer there, in environments that have no version of it now. */
  readonly left: Difference | undefined;
  /** These environments are gone as a whole. */
  readonly isGonePlace: boolean;
}

export function splitByLeaving(difference: Difference, { now }: Places): Leaving {
  const { gone, before, after } = difference;
  const has = environmentsOf(after);
  const isGone = ({ environment }: LockEntry): boolean => isGonePlace(environment, now);
  const isLeft = (entry: LockEntry): boolean =>
    !has.has(entry.environment) && (after.length > 0 || gone.every(isGone));
  const left = gone.filter(isLeft);
  if (left.length === 0) return { moved: difference, left: undefined, isGonePlace: false };
  const rest = gone.filter((entry) => !isLeft(entry));
  const stays = before.filter((entry) => !isLeft(entry));
  const isOther = rest.length + difference.come.length + difference.rebuilt.length > 0;
  const none = { after: [], come: [], rebuilt: [], identity: [] };
  return {
    moved: isOther ? { ...difference, before: stays, gone: rest } : undefined,
    left: { ...difference, ...none, before: left, gone: left },
    isGonePlace: left.every(isGone),
  };
}

/** An environment that the lock has no longer, while it is made for the same platform still. */
function isGonePlace(environment: string, now: ReadonlySet<string>): boolean {
  if (now.has(environment)) return false;
  return [...now].some((other) => platformOf(other) === platformOf(environment));
}

/** Why it left: with its environment, asked for, no longer needed there, or nothing that the lock shows. */
export function leavingClass(
  { name, gone }: Difference,
  { isGonePlace: isWhole, isAsked }: { readonly isGonePlace: boolean; readonly isAsked: boolean },
  { before, now }: { readonly before: Needers; readonly now: Needers },
): Classified {
  const places = [...environmentsOf(gone)].toSorted();
  const where = places.join(', ');
  if (isWhole) return { class: 'removed', reason: `${where} is no longer in the lock` };
  const still = places.flatMap((place) => now(place, name) ?? []).find(surelyNeeds(name));
  if (still !== undefined)
    return { class: 'removed', reason: `${still.name} still needs it in ${still.environment}` };
  if (isAsked) return { class: 'requested', reason: `its requirement changed, and it is not in ${where}` };
  const parent = places.flatMap((place) => before(place, name) ?? [])[0];
  if (parent === undefined)
    return { class: 'removed', reason: `nothing in the lock shows why it left ${where}` };
  const reason = `${parent.name}, which needed it in ${where}, is not there any more or needs it no longer`;
  return { class: 'forced', because: parent.name, reason };
}

function surelyNeeds(name: string): (entry: LockEntry) => boolean {
  return ({ needs }) => needs.some((need) => need.name === name && need.isConditional !== true);
}

/** A package that needs another one in an environment, surely where one does. */
export type Needers = (environment: string, name: string) => LockEntry | undefined;

/** The lock is gone through when first asked. */
export function neederIn(entries: readonly LockEntry[]): Needers {
  let known: Map<string, Map<string, LockEntry>> | undefined;
  const find = (): Map<string, Map<string, LockEntry>> => {
    const all = new Map<string, Map<string, LockEntry>>();
    for (const entry of entries) {
      const own = all.get(entry.environment) ?? new Map<string, LockEntry>();
      all.set(entry.environment, own);
      for (const { name, isConditional } of entry.needs)
        if (isConditional !== true || !own.has(name)) own.set(name, entry);
    }
    return all;
  };
  return (environment, name) => (known ??= find()).get(environment)?.get(name);
}
