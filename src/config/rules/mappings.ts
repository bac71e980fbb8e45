import { FoundNothing } from '../../documents/tree/found-nothing.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { maxDepth } from './places.ts';
import type { Violation } from './violation.ts';

/** What is wrong with one mapping: by what it contains, how deep it lies and how it is called there. */
export type MappingCheck = (node: DictNode, path: Path) => Iterable<Violation>;

const checks: MappingCheck[] = [];
const nothing = new FoundNothing();
/** Of one check in one file; after as many no further mapping is looked at. */
const maxFound = 100;

/** Takes up a check, so that each mapping is looked at once for all of them. */
export function mappingCheck(check: MappingCheck): MappingCheck {
  checks.push(check);
  return check;
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
    for (const check of checks) add(check, node, path);
    for (const { name, value } of node.entries.values())
      if (value.type === 'dict') visit(value, [...path, name]);
    if (count === before && !isFull) nothing.add(node, path);
  };
  visit(root, []);
  return found;
}
