import type { Crossed } from './collected.ts';

interface Sighting {
  readonly unit: string;
  readonly arm: number;
  readonly at: number | undefined;
  /** The arm and the moment of the unit's first outcome. */
  readonly first: { readonly arm: number; readonly at: number };
}

type Span = [from: number, to: number];

/** Units whose moves are looked at closely; the others are counted. */
const mostFollowed = 1000;

/** Units that were seen in another arm than at first. */
export class Crossings {
  readonly #followed = new Map<number, { unit: string; spans: Map<number, Span> }>();
  readonly #others = new Set<number>();

  has(index: number): boolean {
    return this.#followed.has(index);
  }

  add(index: number, { unit, arm, at = 0, first }: Sighting): void {
    let known = this.#followed.get(index);
    if (known === undefined) {
      if (this.#followed.size >= mostFollowed) {
        this.#others.add(index);
        return;
      }
      known = { unit, spans: new Map([[first.arm, [first.at, first.at]]]) };
      this.#followed.set(index, known);
    }
    const span = known.spans.get(arm) ?? [at, at];
    known.spans.set(arm, [Math.min(span[0], at), Math.max(span[1], at)]);
  }

  result(): Crossed {
    const followed = [...this.#followed.values()];
    return {
      units: followed.length + this.#others.size,
      examples: followed.slice(0, 5).map(({ unit }) => unit),
      moved: followed.length > 0 && followed.every(({ spans }) => apart([...spans.values()])),
    };
  }
}

/** No two of them overlap, and time passes between them. */
function apart(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => a[0] - b[0]);
  return sorted.every((span, at) => at === 0 || span[0] > (sorted[at - 1]?.[1] ?? Infinity));
}
