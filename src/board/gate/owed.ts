/** What merged hotfixes owe, by the ledger, and what the issues that keep it in mind say of it. */
import { trunkRules } from '../../policy/rules.ts';
import { hotfixDebts, type Debt } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { errorFinding } from '../../report/error-report.ts';
import { branchesOf, issueStep, notMerged, type IssueFacts, type Policy } from '../../policy/index.ts';
import type { OwedEvaluation } from '../../report/owed-evaluation.ts';
import { boardRecords } from './records.ts';
import { settingsBy } from '../settings.ts';
import type { CorrectionRights, LedgerSnapshot } from '../../ports/ledger.ts';

/** What is owed first, by its deadline. `now`: milliseconds since the epoch. Throws a UserError where the ledger cannot be read. */
export async function owedEvaluations(
  snapshot: LedgerSnapshot,
  policy: Policy,
  now: number,
  rights?: CorrectionRights,
): Promise<readonly OwedEvaluation[]> {
  const { records } = await boardRecords(snapshot, { rights, now: () => now });
  return hotfixDebts(records, settingsBy(policy), new Date(now).toISOString()).map(owedOf);
}

function owedOf({ sha, branch, pullRequest, issue, due, state, settled }: Debt): OwedEvaluation {
  return { sha, branch, due, state, pullRequest, issue, verdict: settled?.verdict };
}

export interface Merged {
  /** Without those that were never merged. */
  readonly owed: readonly OwedEvaluation[];
  /** Full SHAs of unpaid ones that trunk or a release holds for certain: their code may be run. */
  readonly evaluate: readonly string[];
  readonly findings: readonly Finding[];
}

/** Unpaid ones that one run asks GitHub about, and jobs that it may start: a matrix takes 256. */
const mostAsked = 100;

/**
 * The night runs the code of what is owed, with its permissions and on its runners, and the ledger is not an authority for that: a
 * commit that no branch of record holds is left out, and one of which that cannot be determined is not evaluated.
 */
export async function mergedOnly(
  owed: readonly OwedEvaluation[],
  trunk: string | undefined,
  holds: (branch: string, sha: string) => Promise<boolean>,
): Promise<Merged> {
  const unpaid = owed.filter(({ state }) => state !== 'paid').slice(0, mostAsked);
  const asked = [];
  for (const one of unpaid) asked.push({ one, ...(await standingOf(one, branchesOf(one, trunk), holds)) });
  const refuted = new Set(asked.filter(({ merged }) => merged === false).map(({ one }) => one));
  return {
    owed: owed.filter((one) => !refuted.has(one)),
    evaluate: asked.filter(({ merged }) => merged === true).map(({ one }) => one.sha),
    findings: asked.flatMap(({ finding }) => finding ?? []),
  };
}

interface Answer {
  /** Absent where it cannot be determined. */
  readonly merged?: boolean;
  readonly finding?: Finding;
}

async function standingOf(
  owed: OwedEvaluation,
  branches: readonly string[],
  holds: (branch: string, sha: string) => Promise<boolean>,
): Promise<Answer> {
  try {
    for (const branch of branches) if (await holds(branch, owed.sha)) return { merged: true };
    return { merged: false, finding: notMerged(owed, branches) };
  } catch (error) {
    return {
      finding: failed(
        `Whether ${owed.sha.slice(0, 8)} was merged cannot be determined, so it is not evaluated`,
        error,
      ),
    };
  }
}

export interface IssuePorts {
  /** `undefined` when there is none. */
  issue(number: number): Promise<IssueFacts | undefined>;
  /** Keeps one comment. */
  keepComment(issue: number, key: string, body: string): Promise<unknown>;
  change(issue: number, state: 'open' | 'closed'): Promise<unknown>;
  /** Why trunk lacks a hotfix, in half a sentence, or why that is not known; `undefined` where it has it. */
  lacking?(hotfix: OwedEvaluation): Promise<string | undefined>;
}

const key = 'owed-evaluation';

/** Issues that one run looks at: of those that are paid the newest, whose issues may still be open. */
const most = 30;

/** Closes what is paid, reminds of what is overdue, opens again what was closed too early. What cannot be written is a finding. */
export async function keepIssues(
  owed: readonly OwedEvaluation[],
  ports: IssuePorts,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const one of owed.filter(({ issue }) => issue !== undefined).slice(0, most)) {
    const problem = await keepIssue(one, one.issue ?? 0, ports).catch(unwritten);
    if (problem !== undefined) findings.push(problem);
  }
  return findings;
}

async function keepIssue(owed: OwedEvaluation, number: number, ports: IssuePorts): Promise<undefined> {
  const facts = await ports.issue(number);
  if (facts === undefined) return;
  const paid = owed.state === 'paid' && facts.open;
  const step = issueStep(owed, facts, paid ? await ports.lacking?.(owed) : undefined);
  if (step === undefined) return;
  await ports.keepComment(number, key, step.comment);
  if (step.become !== undefined) await ports.change(number, step.become);
}

function unwritten(error: unknown): Finding {
  return failed('The issue of a hotfix could not be kept up to date', error);
}

function failed(what: string, error: unknown): Finding {
  const { message, help } = errorFinding(error);
  return trunkRules['hotfix-follow-up-failed'].finding({ message: `${what}: ${message}`, help });
}
