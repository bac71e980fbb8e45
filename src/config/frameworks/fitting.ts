import type { DictNode } from '../../documents/tree/node.ts';
import { canonicalName } from './names.ts';
import type { OptionPlace } from './place.ts';
import { optionPlaces } from './places.ts';

const known = new Map<string, readonly OptionPlace[]>();
const maxKnown = 2000;

/** The places that a mapping fits by its names, in their order: looked up once, for most runs of one repository set the same ones. */
export function fittingPlaces({ entries }: DictNode, parent: string): readonly OptionPlace[] {
  const key = JSON.stringify([parent, ...entries.keys()]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const names = new Set(Array.from(entries.keys(), canonicalName));
  const places = optionPlaces.filter((place) => place.fits(names, parent));
  if (known.size >= maxKnown) known.clear();
  known.set(key, places);
  return places;
}
