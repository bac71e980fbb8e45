import type { ConfigNode, Path } from '../../documents/tree/node.ts';
import type { Framework, Pin } from './facts.ts';
import type { OptionPlace } from './place.ts';
import type { Reader } from './values.ts';

/** A mapping as one framework reads it. */
export interface Judged {
  readonly place: OptionPlace;
  readonly framework: Framework;
  readonly pin: Pin | undefined;
  /** The repository makes it: what is there may take what no release does. */
  readonly isOwn: boolean;
  /** Place of the version that counts in `framework.versions`. */
  readonly now: number;
  /** That of the outermost framework, which passes on what others take. */
  readonly reader: Reader;
  /** The class that the mapping names, of a place with several. */
  readonly kind?: string;
  /** Options of the frameworks that it builds on. */
  readonly inherited: ReadonlySet<string>;
  /** Their groups of options. */
  readonly bases: readonly { readonly framework: Framework; readonly group: string }[];
  /** The frameworks that read the mapping too, and build on this one. */
  readonly outer: readonly Judged[];
}

/** An option that a config sets. */
export interface SetOption {
  /** With its section, where it stands in one: `optimizer.lr`. */
  readonly name: string;
  /** `optimizer.`, or empty. */
  readonly section: string;
  readonly value: ConfigNode;
  readonly path: Path;
}
