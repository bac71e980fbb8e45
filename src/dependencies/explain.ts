/** Who explains whom: each package's own requirement first, then the packages that leave it no room. */
import type { Classified, Force, Intent } from './classify.ts';
import { classify } from './classify.ts';
import type { Difference } from './compare.ts';
import type { Graph } from './forces.ts';
import { forcesOn } from './forces.ts';
import { pypiName } from './names.ts';
import { leaderOf } from './pairs.ts';

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
  for (const { name } of differences)
    if (isCircular(name, result)) result.set(name, own.get(name) ?? { class: 'unexplained', reason: '' });
  return result;
}

/** A follower that moved unasked does not excuse its leader. */
function mayForce(
  { by, onlyIfRequested }: Force,
  name: string,
  own: ReadonlyMap<string, Classified>,
): boolean {
  if (own.get(by)?.class === 'requested') return true;
  return onlyIfRequested !== true && leaderOf(by) !== pypiName(name);
}

function best(forces: readonly Force[], own: ReadonlyMap<string, Classified>): Force | undefined {
  return forces.find(({ by }) => own.get(by)?.class === 'requested') ?? forces[0];
}

function isCircular(name: string, all: ReadonlyMap<string, Classified>): boolean {
  const seen = new Set<string>();
  for (let current: string | undefined = name; current !== undefined; current = all.get(current)?.because) {
    if (seen.has(current)) return true;
    seen.add(current);
  }
  return false;
}

/** Whether the chain of causes ends in something that this change asked for, or in a requirement that was not met. */
export function isAskedFor(name: string, all: ReadonlyMap<string, Classified>): boolean {
  const seen = new Set<string>();
  for (let current = name; !seen.has(current);) {
    seen.add(current);
    const found = all.get(current);
    if (found === undefined) return true;
    if (found.class === 'requested' || found.class === 'allowed') return true;
    if (found.because === undefined) return false;
    current = found.because;
  }
  return false;
}
