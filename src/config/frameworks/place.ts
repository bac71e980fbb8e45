import type { DictNode } from '../../documents/tree/node.ts';
import type { Reader } from './values.ts';

/** Where the options of a framework stand in a config, and what becomes of those that it does not take. */
export interface OptionPlace {
  readonly package: string;
  /** Groups of `facts.json`: an option belongs there if one of them has it. */
  readonly groups: readonly string[];
  /** What it has of other packages, and may take over or leave to them as it likes. */
  readonly inherits?: readonly { readonly package: string; readonly group: string }[];
  /** Nothing is said unless the repository decides on a version: others use the same names. */
  readonly needsPin?: true;
  readonly reader: Reader;
  /** A value outside of its choices stops the run; otherwise it counts as something else, or fails later. */
  readonly refusesChoices?: true;
  /** An option that no version has: refused, dropped without a word, or an option of somebody else's (absent). */
  readonly unknown?: 'refused' | 'dropped';
  /** Its older versions read sections in code of their own: of a section of which they have no option nothing is known. */
  readonly hasPlainSections?: true;
  /** Options of somebody else may stand beside it: of those that no version has, only slips are found. */
  readonly isOpen?: true;
  /** Old names are taken all the same, with a warning. */
  readonly takesOldNames?: true;
  /** A text for true or false stops the run too. */
  readonly isStrict?: true;
  /** Which class reads a mapping, where it says so itself: options are those of this section of the group. */
  kind?(node: DictNode): string | undefined;
  /** What other versions take is converted when it is read: only what no version knows is wrong. */
  readonly isConverted?: true;
  /** The last version that reads such a file: it counts where nothing pins one. */
  readonly until?: string;
  /** Sections of it stand in it: `optimizer: {lr: 1}` is the option `optimizer.lr`. */
  readonly isNested?: true;
  /** `auto` leaves a value to the trainer around it. */
  readonly takesAuto?: true;
  /** No other framework reads this mapping. */
  readonly isAlone?: true;
  /** Whether a mapping is one for this framework; `parent` is the name under which it stands, empty at the root. */
  fits(names: ReadonlySet<string>, parent: string): boolean;
}

/** Whether at least so many of the wanted names are set. */
export const some = (names: ReadonlySet<string>, least: number, ...wanted: readonly string[]): boolean =>
  wanted.filter((name) => names.has(name)).length >= least;
