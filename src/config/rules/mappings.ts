import { FoundNothing } from '../../documents/tree/found-nothing.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { maxDepth } from './places.ts';
import { ownCopy } from '../../kernel/text.ts';
import type { Violation } from './violation.ts';

/** What is wrong with one mapping: by what it contains, how deep it lies and how it is called there. */
export type MappingCheck = (node: DictNode, path: Path) => Iterable<Violation>;

/** Whether a check is about a mapping that is called so, or that has such a key. */
type IsAbout = (name: string) => boolean;

const checks: { readonly isAbout: IsAbout; readonly check: MappingCheck }[] = [];
const nothing = new FoundNothing();
/** Of one check in one file; after as many no further mapping is looked at. */
const maxFound = 100;

/** Name → the checks that are about it, a bit each: configs have few names, and many of each. */
const known = new Map<string, number>();
const maxKnown = 20_000;
/** Of a name that is remembered, in characters. */
const maxLength = 100;
const maxChecks = 31;

/** Takes up a check, so that each mapping is looked at once for all of them, and only by those that are about it. */
export function mappingCheck(isAbout: IsAbout, check: MappingCheck): MappingCheck {
  if (checks.length === maxChecks) throw new Error('more checks than bits');
  checks.push({ isAbout, check });
  known.clear();
  return check;
}

function concernedBy(name: string): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  let found = 0;
  for (const [at, { isAbout }] of checks.entries()) if (isAbout(name)) found |= 1 << at;
  if (known.size >= maxKnown) known.clear();
  if (name.length <= maxLength) known.set(ownCopy(name), found);
  return found;
}

/** The checks that are about a mapping, by its own name and those of its keys. */
function concernedIn({ entries }: DictNode, path: Path): number {
  let found = concernedBy(String(path.at(-1) ?? ''));
  for (const name of entries.keys()) found |= concernedBy(name);
  return found;
}

/** What each check finds in the mappings of a file, as deep as parameters are looked for, in their order. */
export function foundInMappings(
  root: ConfigNode | undefined,
): ReadonlyMap<MappingCheck, readonly Violation[]> {
  const found = new Map<MappingCheck, Violation[]>();
  let count = 0;
  let isFull = false;
  const add = (check: MappingCheck, node: DictNode, path: Path): void => {
    const all = found.get(check) ?? [];
    if (all.length >= maxFound) {
      isFull = true;
      return;
    }
    for (const violation of check(node, path)) {
      count += 1;
      all.push(violation);
      found.set(check, all);
    }
  };
  const visit = (node: ConfigNode | undefined, path: Path): void => {
    if (node?.type !== 'dict' || path.length >= maxDepth || nothing.has(node, path)) return;
    const before = count;
    const concerned = concernedIn(node, path);
    if (concerned !== 0)
      for (const [at, { check }] of checks.entries()) if (concerned & (1 << at)) add(check, node, path);
    for (const { name, value } of node.entries.values())
      if (value.type === 'dict') visit(value, [...path, name]);
    if (count === before && !isFull) nothing.add(node, path);
  };
  visit(root, []);
  return found;
}
