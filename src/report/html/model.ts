/** A page as data, in the vocabulary of the report's sections: the renderer alone escapes, links and lays out. */
import type { Column, Verdict } from '../model.ts';
import type { CompactRow } from './compact.ts';
import type { PageWords } from './words.ts';

export interface Page {
  /** What the page is of, and what it is: `owner/name`, `model board`. */
  readonly name: string;
  readonly subject: string;
  /** Links lead below this address and nowhere else; nowhere where it is not a plain web address. */
  readonly home: string | undefined;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly madeFrom: Inline;
  readonly sections: readonly PageSection[];
  /** Shown above more than one section. */
  readonly tiles: readonly Tile[];
  /** The filter's name: what is in the filtered tables. */
  readonly filter: string;
  readonly foot: Inline;
  /** As HTML names it; default `en`. */
  readonly language?: string;
  /** What the renderer says around it; default: in English. */
  readonly words?: PageWords;
  /** Of a page with an explorer: what its script reads, and the script (explorer.ts). */
  readonly explorer?: { readonly data: string; readonly script: string };
}

/** A number at the top of the page, and the id of the section that says more. */
export interface Tile {
  readonly section: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly look?: Verdict | undefined;
}

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type TextLook = 'empty' | 'calm' | 'name' | 'value' | 'meta' | 'small' | 'command' | 'cut';

/** Without words or items it shows nothing. */
export type Block =
  | { readonly kind: 'text'; readonly look?: TextLook; readonly words: Inline }
  | { readonly kind: 'code'; readonly text: string }
  /** Numbered where it has no look. */
  | { readonly kind: 'list'; readonly look?: 'findings' | 'ranked'; readonly items: readonly Inline[] }
  | { readonly kind: 'chain'; readonly label: string; readonly items: readonly ChainItem[] }
  | { readonly kind: 'figures'; readonly items: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'cards'; readonly sideBySide?: boolean; readonly cards: readonly Card[] }
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: readonly Block[] }
  | Table
  | Chart
  | Explorer;

/** As in a report: the title is its caption, and the first cell names its row. */
export interface Table {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly PageColumn[];
  readonly rows: readonly (readonly Inline[])[];
  /** The filter of the page looks at its rows. */
  readonly filtered?: boolean;
}

/** A table of which the page shows the first rows, and its script all; what the script works is hidden until it is there. */
export interface Explorer {
  readonly kind: 'explorer';
  readonly table: Table;
  /** All rows, in columns as the script reads them (explorer.ts); shown where no script runs. */
  readonly all: {
    readonly title: string;
    readonly columns: readonly Inline[];
    readonly rows: readonly CompactRow[];
  };
  /** Names that can be drawn. */
  readonly metrics: readonly string[];
  readonly labels: {
    readonly search: string;
    readonly metric: string;
    readonly from: string;
    readonly to: string;
    readonly before: string;
    readonly after: string;
    readonly pages: string;
  };
  /** Said where no script runs. */
  readonly rest: Inline;
}

/** `tight`: its words are never broken. */
export type PageColumn = Column & { readonly tight?: boolean };

export interface Card {
  readonly title: string;
  readonly badge: Badge;
  readonly broken?: boolean;
  readonly blocks: readonly Block[];
}

export interface ChainItem {
  readonly look?: 'first' | 'gap' | undefined;
  readonly of: Inline;
}

/** One line over time, held against a band of `tolerance` on each side of the anchor. */
export interface Chart {
  readonly kind: 'chart';
  /** All that it shows, in words. */
  readonly spoken: string;
  readonly values: readonly {
    readonly value: number;
    readonly title: string;
    /** Ringed, as where the line fell. */
    readonly isMarked?: boolean;
    /** Height of a bar below it, as a share of the picture; absent: none. */
    readonly bar?: number | undefined;
  }[];
  readonly anchor: number;
  readonly tolerance: number;
}

/** A piece of a line; without its text, time or place it shows nothing. */
export type Inline =
  | undefined
  /** Words of the page itself; backticks mark code. */
  | string
  | readonly Inline[]
  /** Somebody else's text, cut to `max` code units (120), with the whole of it in its title. */
  | { readonly text: string | undefined; readonly max?: number }
  | { readonly code: string | undefined; readonly max?: number }
  | { readonly strong: string }
  /** ISO 8601; `ago`: with how long before or after the page was made. */
  | { readonly time: string | undefined; readonly ago?: boolean }
  /** To a section (`#id`), to a page beside this one (`./compare/a.html`), or from the page's home; `only`: nothing where it leads nowhere, else the text remains. */
  | { readonly link: Inline; readonly to: string; readonly only?: boolean }
  | Badge
  | Interval
  | { readonly tag: string; readonly hot?: boolean }
  | { readonly look: 'help' | 'soft' | 'none' | 'chips' | 'unit' | 'kind' | 'line'; readonly of: Inline }
  /** Words in front of what may be absent, and then are too. */
  | { readonly lead: string; readonly of: Inline }
  /** Those that show something, with a text or a line feed between. */
  | { readonly parts: readonly Inline[]; readonly between: string };

/** A word, a colour and a sign (the look's own where absent): none of them alone. */
export interface Badge {
  readonly badge: string;
  readonly look: Verdict;
  readonly mark?: string;
  /** Read aloud behind the word. */
  readonly says?: string;
  readonly hint?: string;
}

/** A difference and its interval, drawn on a scale from −reach to reach, the line in its middle. `says`: the same in words. */
export interface Interval {
  readonly interval: readonly [low: number, middle: number, high: number];
  readonly reach: number;
  readonly look: 'better' | 'worse' | 'open';
  readonly says: string;
}
