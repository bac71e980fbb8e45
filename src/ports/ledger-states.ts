/** Where the ledger stood when runs of trunk looked at it: kept beside trunk's commits, where it can be added to and never taken back. */

export interface SeenState {
  /** Full SHA of the ledger's commit. */
  readonly state: string;
  /** Full SHA of the commit of trunk that says so. */
  readonly on: string;
  /** Login of who said so, by GitHub. */
  readonly by: string;
  /** ISO 8601, by GitHub. */
  readonly at: string;
  /** Address of the run, as it says itself. */
  readonly url?: string;
}

export interface SeenStates {
  /** Each state once, as it was last seen; the newest first. */
  readonly states: readonly SeenState[];
  /** Full SHAs of the last commits of the ledger, itself included. */
  readonly history: ReadonlySet<string>;
}

export interface Standing {
  /** The state is a part of the ledger's history. */
  readonly kept: boolean;
  /** Files of the state that the ledger has no more, or has otherwise. */
  readonly lost: readonly string[];
  /** More has changed since than was looked at. */
  readonly cut: boolean;
}

/** Every method throws a UserError for what cannot be read or written. */
export interface LedgerStates {
  /** What the last commits of trunk say. `root`: full SHA at which the ledger was read; absent where there is none. */
  seen(root: string | undefined): Promise<SeenStates>;
  /** Full SHA of the ledger's commit now; `undefined` where there is none. */
  current(): Promise<string | undefined>;
  /** What became of an earlier state in a later one. */
  standing(state: string, root: string): Promise<Standing>;
  /** Says on a commit of trunk where the ledger stands. */
  note(seen: { readonly state: string; readonly on: string; readonly url?: string }): Promise<void>;
}

/** The same, with what the policy of trunk gives up. */
export interface WitnessedStates extends Pick<LedgerStates, 'seen' | 'current' | 'standing'> {
  /** Full SHAs of states that need not be part of the ledger any more. Asked only where one is missing. */
  abandoned(): Promise<readonly string[]>;
}
