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
