import { emptyPolicy, type Policy } from '../policy/index.ts';
import { regressionDefaults, type RegressionSettings } from '../regression/settings.ts';

/** What the board must know beside the ledger; `tolerance` is the width of the band beside a metric's anchor. */
export interface BoardSettings extends Pick<RegressionSettings, 'tolerance' | 'unit'> {
  /** The main branch; absent: `main` or `master`. */
  readonly trunk?: string;
  /** Hours within which a lifted gate must be made up for, where its record does not say. */
  readonly owedHours: number;
  /** In front of every version. */
  readonly prefix: string;
  /** Minutes from an event to the verdict that the policy asks for. */
  readonly feedbackMinutes: number;
  /** First days of people (`2026-09-01`), by login, name or address. */
  readonly roster: Readonly<Record<string, string>>;
  /** How the names of branches begin whose merges are hotfixes. */
  readonly hotfixBranches: readonly string[];
}

/** As a policy says them. */
export function settingsBy({
  regression,
  hotfix,
  versioning,
  trunk,
  feedbackMinutes,
  roster,
}: Policy): BoardSettings {
  return {
    tolerance: regression.tolerance ?? regressionDefaults.tolerance,
    unit: regression.unit ?? regressionDefaults.unit,
    owedHours: hotfix.evaluateWithinHours,
    prefix: versioning.prefix ?? '',
    feedbackMinutes,
    roster,
    hotfixBranches: hotfix.branches.map((glob) => glob.replace(/[*?[{].*$/, '')).filter(Boolean),
    ...(trunk === undefined ? {} : { trunk }),
  };
}

export const boardDefaults: BoardSettings = settingsBy(emptyPolicy);

/** Most entries of each part: the page stays one that a phone loads. */
export const limits = {
  attention: 30,
  services: 30,
  /** Services of which the chains are followed. */
  followed: 300,
  candidates: 5,
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
