/** Whether commits exist, and with which files. Types only. */
export interface KnownCommits {
  /** Full SHA of a commit → full SHA of its tree; `undefined` where nobody has that commit. Those that could not be asked for are absent. */
  readonly trees: ReadonlyMap<string, string | undefined>;
  /** Why some could not be asked for. */
  readonly unasked?: string;
}

export interface CommitStore {
  /** Of commits by full SHA. It does not throw for a place that cannot be asked. */
  known(shas: readonly string[]): Promise<KnownCommits>;
}
