/** What came of comparing a tensor, or one sample of it. */

export const tensorVerdicts = ['same', 'numeric noise', 'changed'] as const;
export type TensorVerdict = (typeof tensorVerdicts)[number];

export interface PairVerdict {
  readonly verdict: TensorVerdict;
  /** Relative: 0 is the same; of whole numbers the share of places that differ. */
  readonly distance: number;
  /** Of noise: the type in which one side stores what the other has. */
  readonly storage?: string;
  /** Of noise: a clause. */
  readonly why?: string;
  /** Of storage with noise before it: squares that rounding does not explain, of all squares of rounding. */
  readonly rounding?: { readonly left: number; readonly all: number };
}
