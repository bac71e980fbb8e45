import type { Parsed, Statement } from '../model.ts';

/** One lock before and after, with what the manifests that govern it say. */
export interface LockChange {
  readonly file: string;
  readonly before: Parsed;
  readonly after: Parsed;
  readonly intentBase: readonly Statement[];
  readonly intentHead: readonly Statement[];
  /** Submodules that moved, relative to the lock's folder. */
  readonly submodules?: readonly string[];
}
