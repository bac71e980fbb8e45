/** Where a repository keeps the ledger: what git and the API both must know. */

export const ledgerBranch = 'refs/heads/model-lineage';
/** The branch as the last compaction left it: tells whether somebody has rewritten the branch since. */
export const ledgerHead = 'refs/lineage/head';
/** What may be lost: see LedgerCache. */
export const ledgerCache = 'refs/lineage/cache';
export const inboxPrefix = 'refs/lineage/inbox/';

/** How the keys of rows of evaluations begin. */
const rowsPrefix = 'results@';

/** Name of a file in the commit that brings it to the inbox. */
export function inboxFile(key: string): string {
  return `${key}.json`;
}

/** Of all that waits in the inbox by key: records by key, and rows of evaluations by SHA-256. */
export function parted<T>(waiting: ReadonlyMap<string, T>): {
  readonly inbox: ReadonlyMap<string, T>;
  readonly results: ReadonlyMap<string, T>;
} {
  const all = [...waiting];
  const rows = all.filter(([key]) => key.startsWith(rowsPrefix));
  return {
    inbox: new Map(all.filter(([key]) => !key.startsWith(rowsPrefix))),
    results: new Map(rows.map(([key, one]) => [key.slice(rowsPrefix.length), one])),
  };
}

/** Message of a compaction, with how many records the branch has then, where that of the commit before it says so. `before`: absent for the first commit. */
export function compactionMessage(message: string, before: string | undefined, added: number): string {
  const known = before === undefined ? 0 : recordsSaid(before);
  return known === undefined ? message : `${message}\n\nRecords: ${known + added}`;
}

/** What it says; `undefined` where it does not. No more than a hint: it decides how names are read, never which. */
export function recordsSaid(message: string): number | undefined {
  const said = /\nRecords: (\d{1,12})\s*$/.exec(message)?.[1];
  return said === undefined ? undefined : Number(said);
}
