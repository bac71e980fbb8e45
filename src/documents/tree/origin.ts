import type { SourcePlace } from '../source/lines.ts';

/** What set a value of a run: a file, a group of Hydra, an override or flag of the command, or the program itself. */
export type OriginKind = 'file' | 'group' | 'override' | 'flag' | 'default';

/** A text that sets values of a run. One object for each, shared by all nodes that stand in it. */
export interface Source {
  readonly kind: OriginKind;
  readonly file: string;
  /** Where a span of it stands. */
  readonly lines: { place(start: number, end: number): SourcePlace };
  /** Of a group its choice (`model=base`), of an override or a flag how it is written. */
  readonly name?: string;
}
