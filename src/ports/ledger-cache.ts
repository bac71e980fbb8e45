/** Files that are kept beside the ledger from run to run and may be lost at any time: nothing is recorded there. */
export interface LedgerCache {
  /** By name, as the last run left them; empty where there are none. */
  read(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** All of them, in place of those that were read; `false` where another run was faster. Throws a UserError where the remote refuses. */
  write(files: ReadonlyMap<string, Uint8Array>): Promise<boolean>;
}
