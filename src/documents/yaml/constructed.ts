import type { ScalarValue } from '../tree/node.ts';

/** What the loader makes of a scalar's text, or why it refuses it. */
export type Constructed = ScalarValue | { readonly refused: string };
