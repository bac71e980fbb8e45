import type { ConfigNode } from '../tree/node.ts';
import type { Problem } from './problem.ts';

/** What a reader makes of a text. Offsets are those of `text`: the source, with `padding` in front of some lines. */
export interface Reading {
  readonly root: ConfigNode | undefined;
  readonly problems: readonly Problem[];
  readonly text: string;
  readonly padding: ReadonlyMap<number, number>;
}
