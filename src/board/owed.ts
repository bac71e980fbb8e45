/** Evaluations that hotfixes went without, for who must know of them outside of the page. */
import type { LineageRecord } from '../lineage/index.ts';
import { mergesOf, recordedCommits } from './commits.ts';
import { debtsOf, evaluationGate } from './debts.ts';
import type { Debt } from './model.ts';
import type { BoardSettings } from './settings.ts';

/** As the page shows them, whole: what is owed first, by its deadline, then what was paid. `now`: ISO 8601. */
export function hotfixDebts(records: readonly LineageRecord[], settings: BoardSettings, now: string): Debt[] {
  const commits = recordedCommits(records);
  const debts = debtsOf(mergesOf(commits, records, settings), commits, settings, now);
  return debts.filter(({ kind, gate }) => kind === 'hotfix' && gate === evaluationGate);
}
