import { KnownOfRuns } from './known-of-runs.ts';
import type { DictNode, Path } from './node.ts';

/** Mappings in which one search found nothing, all that lies below included: it need not look there in the other runs that share them. */
export class FoundNothing {
  private readonly known = new KnownOfRuns<DictNode, string>();

  has(node: DictNode, path: Path): boolean {
    return this.known.get(node) === placeOf(path);
  }

  add(node: DictNode, path: Path): void {
    this.known.set(node, placeOf(path));
  }
}

/** How deep it lies, and how it is called there, may count. */
function placeOf(path: Path): string {
  return `${path.length} ${path.at(-1)}`;
}
