/** What is to be said of a baseline that the ledger keeps. */
import { count, plural } from '../../kernel/text.ts';
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { shown, shownList } from '../shown.ts';

/** The evaluation of trunk that is the baseline, and who recorded it. */
export interface LedgerSource {
  /** Of the commit that was evaluated. */
  readonly sha: string;
  /** How many merges before the merge base. */
  readonly merges: number;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** Of the workflow run. */
  readonly url?: string;
}

/** `against commit 1a2b3c4d in the ledger, recorded by ada on 2026-11-22`. */
export function sourceText({ sha, by, at }: LedgerSource): string {
  return `against commit ${sha.slice(0, 8)} in the ledger, recorded by ${shown(by)} on ${at.slice(0, 10)}`;
}

/** Honest only when reported: what the merges in between changed counts for or against this change too. */
export function olderBaseline(asked: string, sha: string, merges: number): Finding {
  return regressionRules['older-baseline'].finding({
    message: `No evaluation of ${asked} is recorded: compared with commit ${sha.slice(0, 8)}, ${count(merges, 'merge')} before. What ${plural(merges, 'that merge', 'those merges')} changed counts here too.`,
    help: 'Evaluate every merge (model-merge.yml with `evaluate`), or the merge base itself (regression.evaluate with regression.pool).',
  });
}

/** Which one counts is trunk's word, never that of a change: reported where the change may have been evaluated like another. */
export function severalEvaluations(
  sha: string,
  sizes: readonly number[],
  files: readonly string[],
): Finding[] {
  if (new Set(sizes).size < 2) return [];
  return [
    regressionRules['several-evaluations'].finding({
      message: `Commit ${sha.slice(0, 8)} was evaluated ${sizes.length} times, on ${sizes.slice(0, 5).join(', ')} samples: the newest counts (${shownList(files)}).`,
      help: 'If another is meant, set regression.baseline in the policy to the path under which it was recorded.',
    }),
  ];
}

/** Could not be read is not empty. */
export function unreadLedger(reason: string, help = 'Run the job again.'): Finding {
  return regressionRules['unread-ledger'].finding({
    message: `The ledger may contain results and could not be read: ${shown(reason)}.`,
    help,
  });
}

/** Evaluations were recorded, under other names. */
export function noEvaluation(others: readonly string[]): Finding[] {
  if (others.length === 0) return [];
  return [
    regressionRules['other-results'].finding({
      message: `The ledger keeps results of trunk under other names: ${shownList(others)}.`,
      help: 'Set regression.baseline in the policy to the path under which they were recorded.',
    }),
  ];
}
