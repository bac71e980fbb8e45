import type { Move, RangeChange } from './model.ts';

/** What detect-dep-drift knows of a change. */
export interface DependencyFacts {
  readonly moves: readonly MoveFact[];
  /** Lines as an allow file takes them, each once though it moved in several locks. */
  readonly watchedMoves: readonly string[];
  /** Those that fail the gate, and nobody requested or allowed. */
  readonly unexplained: readonly string[];
  /** What files ask for of watched packages, where that changed and is not a move. */
  readonly ranges: readonly RangeChange[];
  /** Each lock that changed, and how many packages moved in it. */
  readonly files: readonly { readonly file: string | undefined; readonly moves: number }[];
  /** The bot, or the branch of one, whose moves are all intended. */
  readonly bot?: string;
}

/** Of packages that nobody watches only what moved and where, for there may be thousands. */
export type MoveFact = Pick<
  Move,
  'name' | 'before' | 'after' | 'class' | 'direct' | 'watched' | 'file' | 'line'
> &
  Partial<Omit<Move, 'statements' | 'movedParents'>>;
