import { numberOf } from '../architecture/section.ts';
import {
  type ConfigNode,
  type DictNode,
  isScalar,
  type Path,
  scalarText,
} from '../../documents/tree/node.ts';
import { type Concept, conceptsOf, onlyWhere } from './names.ts';
import { encloses, isComponent, isTower, partsOf } from './parts.ts';

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

export type Numbered = Found & { readonly value: number };

/** A file that the judged one names: what it sets counts below the mapping that names it. */
export interface OtherTree {
  readonly file: string;
  readonly root: ConfigNode | undefined;
  /** Path of the mapping that names it. */
  readonly within: Path;
}

const maxDepth = 6;
/** A parameter that is set at more places than this is judged at the first ones. */
const maxPlaces = 64;
const none: readonly Found[] = [];

/** Parameters of a run by their meaning, wherever they stand; Megatron's `--num-layers` counts as `num_layers`. */
export class TrainingView {
  /** Every mapping of the judged file, as deep as parameters are looked for. */
  readonly mappings: { readonly node: DictNode; readonly path: Path }[] = [];
  private readonly own = new Map<string, Found[]>();
  private readonly others = new Map<string, Found[]>();

  constructor(root: ConfigNode | undefined, others: readonly OtherTree[] = []) {
    if (root !== undefined) this.collect(root, [], this.own);
    for (const { file, root: other, within } of others) {
      if (other !== undefined) this.collect(other, within, this.others, within.length + maxDepth, file);
    }
  }

  private collect(
    node: ConfigNode,
    path: Path,
    into: Map<string, Found[]>,
    deepest = maxDepth,
    file?: string,
  ): void {
    if (node.type !== 'dict' || path.length >= deepest) return;
    if (file === undefined) this.mappings.push({ node, path });
    const parent = String(path.at(-1) ?? '');
    for (const { name, value } of node.entries.values()) {
      const canonical = name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
      const concepts = conceptsOf.get(canonical);
      if (concepts !== undefined && onlyWhere.get(canonical)?.({ parent, node }) !== false) {
        const own = [...path, name];
        const found = { node: value, path: own, name, holder: node, parts: partsOf(own) };
        for (const concept of concepts) {
          const same = into.get(concept) ?? [];
          if (same.length === 0) into.set(concept, same);
          if (same.length < maxPlaces) same.push(file === undefined ? found : { ...found, file });
        }
      }
      if (value.type === 'dict') this.collect(value, [...path, name], into, deepest, file);
    }
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
