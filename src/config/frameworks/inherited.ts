/** The options of the frameworks that another one builds on. */
import type { FrameworkFacts } from './facts.ts';
import type { Judged } from './judged.ts';
import { optionsOf } from './options.ts';
import type { OptionPlace } from './place.ts';

interface Inherited {
  readonly names: ReadonlySet<string>;
  readonly bases: Judged['bases'];
}

const inheritedBy = new WeakMap<FrameworkFacts, Map<OptionPlace, Inherited>>();

/** What a place builds on, of these frameworks. */
export function inheritedOf(place: OptionPlace, facts: FrameworkFacts): Inherited {
  const places = inheritedBy.get(facts) ?? new Map<OptionPlace, Inherited>();
  inheritedBy.set(facts, places);
  const inherited = places.get(place) ?? inheritedFrom(place, facts);
  places.set(place, inherited);
  return inherited;
}

function inheritedFrom({ inherits = [] }: OptionPlace, facts: FrameworkFacts): Inherited {
  const bases = inherits.flatMap(({ package: name, group }) => {
    const framework = facts[name];
    return framework === undefined ? [] : [{ framework, group }];
  });
  return {
    bases,
    names: new Set(bases.flatMap(({ framework, group }) => [...optionsOf(framework, group).keys()])),
  };
}
