import { type ConfigNode, nodeAt, type Path } from '../tree/node.ts';
import type { Problem } from '../yaml/problem.ts';

/** What was looked at to resolve a value: the node that stood at a path, `undefined` where there was none. */
export interface Seen {
  readonly path: Path;
  readonly node: ConfigNode | undefined;
}

export interface SettledValue {
  readonly path: Path;
  readonly node: ConfigNode;
  readonly problems: readonly Problem[];
  readonly seen: readonly Seen[];
  readonly steps: number;
}

/** Of one node: the two sides of a change, and a few runs that set what it refers to. */
const maxVariants = 8;

/** Values resolved before: in another run they are the same where all that they were made of stands there too, as the same nodes. */
export class SettledValues {
  private readonly values = new WeakMap<ConfigNode, SettledValue[]>();

  get(node: ConfigNode, path: Path, root: ConfigNode): SettledValue | undefined {
    return this.values
      .get(node)
      ?.find(
        (value) =>
          isSame(value.path, path) && value.seen.every((each) => nodeAt(root, each.path) === each.node),
      );
  }

  set(node: ConfigNode, value: SettledValue): void {
    const variants = this.values.get(node) ?? [];
    if (variants.length >= maxVariants) variants.shift();
    variants.push(value);
    this.values.set(node, variants);
  }
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
