/** Who explains whom: each package's own requirement first, then the packages that leave it no room. */
import { chainsOf } from '../../kernel/chains.ts';
import { compareText } from '../../kernel/compare.ts';
import { type Classified, type Force, classify } from './classify.ts';
import type { Intent } from './statements.ts';
import type { Difference } from './compare.ts';
import { type Graph, forcesOn } from './forces.ts';
import { pypiName } from '../../pep440/names.ts';
import { leaderOf } from '../pairs/pairs.ts';

type Intents = (name: string) => Intent;

/** Two passes: first what each package's own requirement says, then who forces whom, leaving out circles. */
export function explain(
  differences: readonly Difference[],
  graph: Graph,
  intents: Intents,
): Map<string, Classified> {
  const own = new Map(
    differences.map((difference) => [
      difference.name,
      classify(difference, intents(difference.name), undefined),
    ]),
  );
  const result = new Map(own);
  for (const difference of differences) {
    const forces = forcesOn(difference, graph).filter((force) => mayForce(force, difference.name, own));
    const force = best(forces, own);
    if (force !== undefined)
      result.set(difference.name, classify(difference, intents(difference.name), force));
  }
  // Where the chain of causes comes back to where it began, nothing in the circle explains it.
  const chains = chainsOf<string>((name) => result.get(name)?.because);
  const circles = differences.filter(({ name }) => chains.isOnCircle(name));
  for (const { name } of circles) result.set(name, own.get(name) ?? { class: 'unexplained', reason: '' });
  return result;
}

/** A follower that moved without being requested does not excuse its leader. */
function mayForce(
  { by, onlyIfRequested }: Force,
  name: string,
  own: ReadonlyMap<string, Classified>,
): boolean {
  if (own.get(by)?.class === 'requested') return true;
  return onlyIfRequested !== true && leaderOf(by) !== pypiName(name);
}

/** One that was asked for comes first; else the first by name, so that the order of the lock decides nothing. */
function best(forces: readonly Force[], own: ReadonlyMap<string, Classified>): Force | undefined {
  const sorted = forces.toSorted((a, b) => compareText(a.by, b.by));
  return sorted.find(({ by }) => own.get(by)?.class === 'requested') ?? sorted[0];
}

/** Whether the chain of a package's causes ends in something that this change asked for, or in a requirement that was not met. */
export function askedFor(all: ReadonlyMap<string, Classified>): (name: string) => boolean {
  const isAsked = (name: string): boolean => {
    const found = all.get(name);
    return found === undefined || found.class === 'requested' || found.class === 'allowed';
  };
  const { endOf } = chainsOf<string>((name) => (isAsked(name) ? undefined : all.get(name)?.because));
  return (name) => isAsked(endOf(name));
}
