/** What the board must be told beside the ledger. */
export interface BoardSettings {
  /** The main branch; absent: `main` or `master`. */
  readonly trunk?: string;
  /** Hours within which a lifted gate must be made up for, where its record does not say. */
  readonly owedHours: number;
  /** Width of the band beside a metric's anchor, in points (1 point = 0.01 of a share) or percent of the anchor. */
  readonly tolerance: number;
  readonly unit: 'points' | 'percent';
  /** In front of every version. */
  readonly prefix: string;
  /** How the names of branches begin whose merges are hotfixes. */
  readonly hotfixBranches: readonly string[];
}

export const boardDefaults: BoardSettings = {
  owedHours: 24,
  tolerance: 0.5,
  unit: 'points',
  prefix: '',
  hotfixBranches: ['hotfix/'],
};

/** Most entries of each part: the page stays one that a phone loads. */
export const limits = {
  attention: 30,
  services: 30,
  before: 5,
  chain: 60,
  gaps: 20,
  merges: 30,
  trends: 12,
  debts: 60,
  versions: 30,
  unread: 50,
  metrics: 12,
} as const;
