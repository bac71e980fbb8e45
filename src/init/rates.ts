/** How often the regression gate is wrong with what init sets up, as docs/regression.md and its proofs have it. */

/** In percent: at most so many harmless changes are blocked, and at least so many drops of 1.8 points caught. */
export interface Rates {
  readonly blocked: number;
  readonly caught: number;
}

interface Row {
  /** Of trunk, all of which a change may be evaluated on. */
  readonly samples: number;
  /** Whether eight earlier evaluations of the same trunk are averaged with the baseline, whose answers are drawn anew. */
  readonly history: boolean;
  /** By percent of the samples on which two evaluations of one model agree. */
  readonly at: { readonly 90: Rates; readonly 95: Rates };
}

/** The worst over all worlds of `bench/regression-price.ts`, which checks them every night (tables `price` and `pools`). */
const rows: readonly Row[] = [
  { samples: 500, history: false, at: { 90: { blocked: 40, caught: 81 }, 95: { blocked: 36, caught: 86 } } },
  { samples: 1000, history: false, at: { 90: { blocked: 32, caught: 88 }, 95: { blocked: 18, caught: 90 } } },
  { samples: 1500, history: false, at: { 90: { blocked: 32, caught: 92 }, 95: { blocked: 8, caught: 90 } } },
  { samples: 2000, history: false, at: { 90: { blocked: 19, caught: 90 }, 95: { blocked: 4, caught: 90 } } },
  { samples: 3000, history: false, at: { 90: { blocked: 8, caught: 88 }, 95: { blocked: 2, caught: 89 } } },
  { samples: 500, history: true, at: { 90: { blocked: 35, caught: 82 }, 95: { blocked: 22, caught: 84 } } },
  { samples: 1000, history: true, at: { 90: { blocked: 20, caught: 91 }, 95: { blocked: 8, caught: 90 } } },
  { samples: 1500, history: true, at: { 90: { blocked: 9, caught: 89 }, 95: { blocked: 4, caught: 94 } } },
  { samples: 2000, history: true, at: { 90: { blocked: 7, caught: 89 }, 95: { blocked: 3, caught: 93 } } },
  { samples: 3000, history: true, at: { 90: { blocked: 5, caught: 91 }, 95: { blocked: 1, caught: 94 } } },
];

/** Those of the largest pool that is not larger. */
export function ratesOf(samples: number, agreement: 90 | 95, history: boolean): Rates | undefined {
  const fitting = rows.filter((row) => row.history === history && row.samples <= samples);
  return fitting.at(-1)?.at[agreement];
}
