/** Hotfixes that were merged before their evaluation: what is still owed, and what is to be done about it. */
import { plural } from '../kernel/text.ts';
import { trunkRules } from './rules.ts';
import type { OwedEvaluation } from '../report/owed-evaluation.ts';
import { mdCode } from '../report/escape.ts';
import type { Finding, Section } from '../report/model.ts';

/** What the ledger says of hotfixes before this one; not being able to read it is never taken for nothing owed. */
export type LedgerWord =
  | { readonly read: true; readonly owed: readonly OwedEvaluation[] }
  | { readonly read: false; readonly reason: string };

/** Why the next hotfix may not go wholly without its evaluation; `undefined` where nothing speaks against it. */
export function holdsBack(word: LedgerWord | undefined, headSha: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (!word.read) return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
  const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
  return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}

/** What the plan of a hotfix says of those before it. */
export function owedFindings(word: LedgerWord | undefined): Finding[] {
  if (word === undefined) return [];
  if (!word.read) return [ledgerUnread(word.reason)];
  return overdueFindings(word.owed, 'warning');
}

/** One for each that is overdue; a failed evaluation is paid and reported all the same. */
export function overdueFindings(owed: readonly OwedEvaluation[], severity: 'warning' | 'error'): Finding[] {
  return owed
    .filter(({ state }) => state === 'overdue')
    .map((one) =>
      trunkRules['evaluation-overdue'].finding({
        severity,
        message: `The evaluation of ${nameOf(one)} was due ${one.due}, and the ledger contains none.`,
        help: `Evaluate ${one.sha.slice(0, 8)} in full and record what came of it: record-lineage with \`from: commit ${one.sha}\` and the report of regression-gate.`,
      }),
    );
}

/** Branches of which one must hold the commit: the one of the record, where a hotfix can be merged into it at all, or trunk. */
export function branchesOf({ branch }: OwedEvaluation, trunk: string | undefined): string[] {
  const own = branch.startsWith('release/') ? [branch] : [];
  return trunk === undefined ? own : [...own, trunk];
}

export function notMerged(owed: OwedEvaluation, branches: readonly string[]): Finding {
  const where =
    branches.length === 0
      ? 'it names neither trunk nor a release branch'
      : `${branches.join(' and ')} ${plural(branches.length, 'does', 'do')} not hold it`;
  return trunkRules['hotfix-not-merged'].finding({
    message: `The ledger tells of ${nameOf(owed)} merged into ${owed.branch} as ${owed.sha.slice(0, 8)}, and ${where}: it is neither evaluated nor owed.`,
    help: `See who wrote the record: \`model-gates trace ${owed.sha}\`. Where the branch was deleted or forced to another history, nothing is left to evaluate.`,
  });
}

function ledgerUnread(reason: string): Finding {
  return trunkRules['ledger-unread'].finding({
    message: `The ledger could not be read: ${reason}`,
    help: 'Give the job `contents: read`, and run it again.',
  });
}

export function owedTable(owed: readonly OwedEvaluation[]): Section {
  return {
    kind: 'table',
    title: 'Evaluations that hotfixes owe',
    open: true,
    columns: [
      { title: 'Commit', code: true },
      { title: 'Pull request' },
      { title: 'Due' },
      { title: 'State' },
      { title: 'Issue' },
    ],
    rows: owed.map(({ sha, pullRequest, due, state, issue }) => [
      sha.slice(0, 8),
      pullRequest === undefined ? '' : `#${pullRequest}`,
      due,
      state,
      issue === undefined ? '' : `#${issue}`,
    ]),
  };
}

function nameOf({ sha, pullRequest }: OwedEvaluation): string {
  return `hotfix ${pullRequest === undefined ? sha.slice(0, 8) : `#${pullRequest}`}`;
}

/** How the title of every follow-up begins: no other issue is ever touched. */
export const followUpTitle = 'Evaluate hotfix ';

export interface IssueFacts {
  readonly title: string;
  readonly open: boolean;
  /** An app opened it, as a job's token does. */
  readonly bot: boolean;
}

export interface IssueStep {
  /** For the one comment that is kept. */
  readonly comment: string;
  /** What becomes of the issue; absent where it stays as it is. */
  readonly become?: 'open' | 'closed';
}

/**
 * What the issue says; `undefined` where nothing is to be said, or where it is none of ours. `lacking`: why trunk does not have the
 * hotfix, or why that is not known; then it stays open, also when it is evaluated.
 */
export function issueStep(
  owed: OwedEvaluation,
  { title, open, bot }: IssueFacts,
  lacking?: string,
): IssueStep | undefined {
  if (!bot || !title.startsWith(followUpTitle)) return undefined;
  const commit = mdCode(owed.sha.slice(0, 8));
  if (owed.state === 'overdue')
    return {
      comment: `**Overdue since ${owed.due}.** The ledger contains no evaluation of ${commit}. Evaluate it in full and record its verdict; this issue is then closed by itself. Until then a hotfix is evaluated on fewer samples, instead of not at all.`,
      ...(open ? {} : { become: 'open' as const }),
    };
  if (owed.state === 'owed' || !open) return undefined;
  if (owed.verdict === 'fail')
    return {
      comment: `The evaluation of ${commit} is recorded, and it **failed**: revert or fix the hotfix, then close this issue.`,
    };
  const said = owed.verdict === undefined ? 'its values are' : `its verdict, **${owed.verdict}**, is`;
  if (lacking !== undefined)
    return {
      comment: `${commit} is evaluated: ${said} in the ledger. **Trunk still lacks it**: ${lacking}. Carry it over (\`model-gates branch --forward-port --open\`), or say in the policy why trunk never needs it (\`branches.only-here\`); this issue is then closed by itself.`,
    };
  return { comment: `${commit} is evaluated: ${said} in the ledger.`, become: 'closed' };
}
