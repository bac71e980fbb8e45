import { numberOf } from '../architecture/section.ts';
import {
  type ConfigNode,
  type DictNode,
  isScalar,
  nodeAt,
  type Path,
  scalarText,
} from '../../documents/tree/node.ts';
import type { Concept } from './names.ts';
import { encloses, isComponent, isTower } from './parts.ts';
import { foundInMappings, type MappingCheck } from './mappings.ts';
import { type Found, maxDepth, placesElsewhere, placesIn, type Places } from './places.ts';
import type { Violation } from './violation.ts';

export type { Found } from './places.ts';

export type Numbered = Found & { readonly value: number };

/** A file that the judged one names: what it sets counts below the mapping that names it. */
export interface OtherTree {
  readonly file: string;
  readonly root: ConfigNode | undefined;
  /** Path of the mapping that names it. */
  readonly within: Path;
}

/** A parameter that is set at more places than this is judged at the first ones. */
const maxPlaces = 64;
const none: readonly Found[] = [];
const noPlaces: Places = { found: [] };

/** Parameters of a run by their meaning, wherever they stand; Megatron's `--num-layers` counts as `num_layers`. */
export class TrainingView {
  private readonly root: ConfigNode | undefined;
  private inMappings: ReturnType<typeof foundInMappings> | undefined;
  private readonly own: ReadonlyMap<string, readonly Found[]>;
  private readonly others: ReadonlyMap<string, readonly Found[]>;

  constructor(root: ConfigNode | undefined, others: readonly OtherTree[] = []) {
    const { found } = root?.type === 'dict' ? placesIn(root, []) : noPlaces;
    this.root = root;
    this.own = byConcept(found);
    this.others = byConcept(
      others.flatMap(({ file, root: other, within }) =>
        other?.type === 'dict' ? placesElsewhere(file, other, within).found : [],
      ),
    );
  }

  /** What a check finds in the mappings of the judged file. */
  inEach(check: MappingCheck): readonly Violation[] {
    this.inMappings ??= foundInMappings(this.root);
    return this.inMappings.get(check) ?? [];
  }

  /** The mappings in which the anchor lies, but for the top. */
  around({ path }: Found): readonly DictNode[] {
    return path
      .map((_, index) => nodeAt(this.root, path.slice(0, index)))
      .slice(1, maxDepth)
      .filter((node) => node?.type === 'dict');
  }

  /** Every place of the judged file where it is set, if only to null. */
  all(concept: Concept): readonly Found[] {
    return this.own.get(concept) ?? none;
  }

  /** Those of `all` that are numbers. */
  numbers(concept: Concept): readonly Numbered[] {
    return numbered(this.all(concept));
  }

  /** Whether it is set anywhere in the judged file, if only to null. */
  sets(concept: Concept): boolean {
    return this.own.has(concept);
  }

  /** Whether one of them has a value, in whatever file. */
  has(...concepts: readonly Concept[]): boolean {
    return concepts.some((concept) => this.everywhere(concept).some(({ node }) => node.type !== 'NoneType'));
  }

  /** The one value that all places agree on; `undefined` where it is not set, or to several. */
  only(concept: Concept): Numbered | undefined {
    return agreed(numbered(this.everywhere(concept)));
  }

  /** Set in the very mapping that contains the anchor. */
  beside(concept: Concept, { holder }: Found): Found | undefined {
    return this.everywhere(concept).find((found) => found.holder === holder);
  }

  /**
   * What counts for the anchor's part of the run: the nearest that is set around it, else each that is set inside.
   * `loosely`: also the only one that there is, wherever it stands.
   */
  related(concept: Concept, anchor: Found, loosely = false): readonly Found[] {
    const all = this.everywhere(concept).filter(({ node }) => node.type !== 'NoneType');
    const around = all.filter(({ parts }) => encloses(parts, anchor.parts));
    if (around.length > 0) return nearestTo(anchor, around);
    const inside = all.filter(({ parts }) => encloses(anchor.parts, parts) && !isTower(parts));
    if (inside.length > 0 || !loosely) return inside;
    const [first, another] = all;
    const isClear =
      first !== undefined && another === undefined && !isComponent([...first.parts, ...anchor.parts]);
    return isClear ? [first] : none;
  }

  relatedNumbers(concept: Concept, anchor: Found, loosely = false): readonly Numbered[] {
    return numbered(this.related(concept, anchor, loosely));
  }

  /** The one number that counts for the anchor. */
  number(concept: Concept, anchor: Found, loosely = false): Numbered | undefined {
    return agreed(this.relatedNumbers(concept, anchor, loosely));
  }

  private everywhere(concept: Concept): readonly Found[] {
    const [own, others] = [this.own.get(concept), this.others.get(concept)];
    if (others === undefined) return own ?? none;
    return own === undefined ? others : [...own, ...others];
  }
}

function byConcept(places: Places['found']): Map<string, Found[]> {
  const all = new Map<string, Found[]>();
  for (const [concept, found] of places) {
    const same = all.get(concept);
    if (same === undefined) all.set(concept, [found]);
    else if (same.length < maxPlaces) same.push(found);
  }
  return all;
}

function numbered(all: readonly Found[]): readonly Numbered[] {
  return all.flatMap((found) => {
    const value = numberOf(found.node);
    return value === undefined ? [] : [{ ...found, value }];
  });
}

function agreed([first, ...more]: readonly Numbered[]): Numbered | undefined {
  return more.every(({ value }) => value === first?.value) ? first : undefined;
}

/** Of several around it the one of the narrowest part, and of those the one that shares most of its path; none where that is unclear. */
function nearestTo(anchor: Found, around: readonly Found[]): readonly Found[] {
  const rank = ({ parts, path, file }: Found): number =>
    parts.length * 1000 + sharedSteps(path, anchor.path) * 10 + (file === undefined ? 1 : 0);
  const best = Math.max(...around.map(rank));
  const nearest = around.filter((found) => rank(found) === best);
  const [first] = nearest;
  const isClear = nearest.every(({ node }) => valueText(node) === (first && valueText(first.node)));
  return first !== undefined && isClear ? [first] : none;
}

function sharedSteps(a: Path, b: Path): number {
  const differing = a.findIndex((step, index) => step !== b[index]);
  return differing < 0 ? a.length : differing;
}

function valueText(node: ConfigNode): string {
  return isScalar(node) ? scalarText(node) : node.type;
}

export function textOf(found: Found | undefined): string | undefined {
  return found?.node.type === 'str' ? found.node.value : undefined;
}

/** true itself, or a mapping that says `enabled: true`. */
export function isOn(found: Found | undefined): boolean {
  const node = found?.node;
  if (node?.type !== 'dict') return node?.type === 'bool' && node.value;
  const enabled = node.entries.get('enabled')?.value;
  return enabled?.type === 'bool' && enabled.value;
}

/** `num_layers 46`, with the file where it is another one. */
export function told({ name, value, file }: Numbered): string {
  return `${name} ${value}${file === undefined ? '' : ` (${file})`}`;
}
