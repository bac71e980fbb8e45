import type { Dialect } from '../dialect.ts';
import { constructScalar } from './construct.ts';
import type { Constructed } from './constructed.ts';
import { implicitTag } from './resolvers.ts';

/** Text → what it is. Configs write the same few words and numbers again and again. */
type Known = Map<string, Constructed | undefined>;

const known: Readonly<Record<Dialect, Known>> = {
  pyyaml: new Map(),
  omegaconf: new Map(),
  'yaml-1.2': new Map(),
};
const maxKnown = 20_000;
/** Of a text that is remembered, in characters: V8 copies these, where a longer one keeps its whole file in memory. */
const maxLength = 12;

/** A scalar without quotes and tag; `undefined` where the reader has no value for it. Shared: not to be changed. */
export function plainScalar(text: string, dialect: Dialect): Constructed | undefined {
  if (text.length > maxLength) return constructed(text, dialect);
  const all = known[dialect];
  const before = all.get(text);
  if (before !== undefined) return before;
  if (all.size >= maxKnown) all.clear();
  const made = constructed(text, dialect);
  all.set(text, made);
  return made;
}

function constructed(text: string, dialect: Dialect): Constructed | undefined {
  return constructScalar(implicitTag(text, dialect) ?? 'str', text, dialect);
}
