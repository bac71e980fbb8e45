import type { Source } from './links.ts';

/** What a renderer for people may be reported beside the report; all of it is optional. */
export interface RenderOptions {
  /** Makes places into links. */
  readonly source?: Source;
  /** The page that documents the rules (docs/rules.md): makes rule ids into links. */
  readonly rulesUrl?: string;
  /** The workflow run, for media that are read elsewhere. */
  readonly runUrl?: string;
  /** Where the whole report (JSON) is, in words: named when something had to be cut. */
  readonly fullReport?: string;
  /** Budget in bytes of UTF-8, instead of the medium's default. */
  readonly maxBytes?: number;
}
