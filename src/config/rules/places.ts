import { KnownOfRuns } from '../../documents/tree/known-of-runs.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { conceptsOf, onlyWhere } from './names.ts';
import { partsOf } from './parts.ts';

export interface Found {
  readonly node: ConfigNode;
  readonly path: Path;
  /** As it stands in the file. */
  readonly name: string;
  /** The mapping that holds it. */
  readonly holder: DictNode;
  /** Which part of the run it is about; empty: all of it. */
  readonly parts: readonly string[];
  /** Another file that it stands in; absent: the one that is judged. */
  readonly file?: string;
}

/** Where parameters of a known meaning stand in a mapping. */
export interface Places {
  readonly found: readonly (readonly [concept: string, Found])[];
}

/** Parameters are looked for above this depth. */
export const maxDepth = 6;

const known = new KnownOfRuns<DictNode, { readonly path: Path; readonly places: Places }>();

/** The places of the judged file, in their order; runs of one repository share most of their mappings. */
export function placesIn(node: DictNode, path: Path): Places {
  const before = known.get(node);
  if (before !== undefined && isSame(before.path, path)) return before.places;
  const places = placesOf(node, path, {
    deepest: maxDepth,
    inside: placesIn,
  });
  known.set(node, { path, places });
  return places;
}

/** The places of another file that the mapping at `within` names. */
export function placesElsewhere(file: string, root: DictNode, within: Path): Places {
  const deepest = within.length + maxDepth;
  const inside = (node: DictNode, path: Path): Places => placesOf(node, path, { deepest, file, inside });
  return inside(root, within);
}

interface Search {
  readonly deepest: number;
  readonly file?: string;
  /** What a mapping below contains. */
  inside(node: DictNode, path: Path): Places;
}

function placesOf(node: DictNode, path: Path, { deepest, file, inside }: Search): Places {
  if (path.length >= deepest) return { found: [] };
  const found: (readonly [string, Found])[] = [];
  const parent = String(path.at(-1) ?? '');
  for (const { name, value } of node.entries.values()) {
    const canonical = name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
    const concepts = conceptsOf.get(canonical);
    if (concepts !== undefined && onlyWhere.get(canonical)?.({ parent, node }) !== false) {
      const own = [...path, name];
      const place = { node: value, path: own, name, holder: node, parts: partsOf(own) };
      for (const concept of concepts) found.push([concept, file === undefined ? place : { ...place, file }]);
    }
    if (value.type !== 'dict') continue;
    const below = inside(value, [...path, name]);
    found.push(...below.found);
  }
  return { found };
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
