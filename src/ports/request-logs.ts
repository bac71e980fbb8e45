/** A line of a log, or a whole document that is not written by lines. */
export interface LogLine {
  /** Which log: a path, or an address without what is secret. */
  readonly log: string;
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

/** Logs of requests, of any size. */
export interface RequestLogs {
  /** For messages: all of them. */
  readonly name: string;
  /** The lines that have one of these texts somewhere. Rejects with a UserError for what cannot be read. */
  linesWith(texts: readonly string[]): AsyncIterable<LogLine>;
}
