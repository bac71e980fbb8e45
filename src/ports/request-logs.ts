/** Logs of requests, of any size. */
export interface RequestLogs {
  /** For messages: a path, or an address without what is secret. */
  readonly name: string;
  /** The lines that have this text somewhere, or a whole document that is not written by lines. Rejects with a UserError for what cannot be read. */
  linesWith(texts: readonly string[]): AsyncIterable<{ readonly number: number; readonly text: string }>;
}
