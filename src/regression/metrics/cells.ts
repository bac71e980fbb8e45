/** Beyond this many joint cells a bootstrap costs more than it tells. */
export const mostCells = 4000;

interface Node {
  cell?: number;
  readonly next: Map<number, Node>;
}

/** Groups samples whose numbers are alike into cells, in one pass; gives up beyond `mostCells`. */
export class CellIndex {
  readonly counts: number[] = [];
  /** A sample of each cell. */
  readonly samples: number[] = [];
  readonly #root: Node = { next: new Map() };
  #full = false;

  get full(): boolean {
    return this.#full;
  }

  /** Counts sample `i` under its key of numbers. */
  add(i: number, key: readonly number[]): void {
    if (this.#full) return;
    let node = this.#root;
    for (const part of key) node = child(node, part);
    node.cell ??= this.#open(i);
    this.counts[node.cell] = (this.counts[node.cell] ?? 0) + 1;
  }

  #open(sample: number): number {
    this.#full = this.counts.length >= mostCells;
    this.samples.push(sample);
    return this.counts.push(0) - 1;
  }
}

function child(node: Node, part: number): Node {
  const known = node.next.get(part);
  if (known !== undefined) return known;
  const made: Node = { next: new Map() };
  node.next.set(part, made);
  return made;
}
