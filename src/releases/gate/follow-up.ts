/** After an emergency deploy was triggered: the audit record on the pull request, and an issue for the evaluation that was skipped. */
import { trunkRules } from '../../policy/rules.ts';
import type { Finding, Report } from '../../report/model.ts';
import { errorFinding } from '../../report/error-report.ts';
import type { Approval } from '../../policy/index.ts';
import {
  auditComment,
  followUpIssue,
  hotfixGoalMinutes,
  issueOf,
  minutesOf,
  startOf,
  type HotfixAudit,
  type PushFacts,
  type TriggerFacts,
} from '../index.ts';

export interface FollowUpRequest {
  readonly number: number;
  readonly version: string;
  readonly sha: string;
  readonly pipeline: string;
  /** Hours within which the evaluation must follow. */
  readonly withinHours: number;
}

export interface FollowUpPorts {
  /** When the pull request was opened and merged (ISO 8601), and its head branch where that is the repository's own. */
  pullRequest(): Promise<{
    readonly createdAt: string;
    readonly mergedAt?: string;
    readonly branch?: string;
  }>;
  pushes(branch: string): Promise<readonly PushFacts[]>;
  /** The approval of the merged head by a release manager. */
  approval(): Promise<Approval | undefined>;
  comments(): Promise<readonly { readonly bot: boolean; readonly body: string }[]>;
  /** Keeps one comment. */
  keepComment(key: string, body: string): Promise<unknown>;
  createIssue(issue: { title: string; body: string }): Promise<{ readonly number: number }>;
  now(): number;
}

const key = 'hotfix';

/** The report of the trigger with what followed. A pipeline that was refused needs no follow-up, one that may run does; a follow-up that fails is a failure. */
export async function withFollowUp(
  triggered: Report<TriggerFacts>,
  request: FollowUpRequest,
  ports: FollowUpPorts,
): Promise<Report<TriggerFacts>> {
  if (triggered.facts.state === 'refused') return triggered;
  try {
    const audit = await auditOf(triggered, request, ports);
    const issue = await followUp(audit, ports);
    return told(triggered, audit, issue);
  } catch (error) {
    return broken(triggered, error);
  }
}

async function auditOf(
  { facts }: Report<TriggerFacts>,
  request: FollowUpRequest,
  ports: FollowUpPorts,
): Promise<HotfixAudit> {
  const { withinHours, ...known } = request;
  const { createdAt, mergedAt, branch } = await ports.pullRequest();
  const [pushes, approval] = await Promise.all([
    branch === undefined ? [] : ports.pushes(branch),
    ports.approval(),
  ]);
  const now = ports.now();
  // From the merge, so that a run that is repeated gives nobody more time.
  const since = mergedAt === undefined ? now : Date.parse(mergedAt);
  return {
    ...known,
    start: startOf(pushes, createdAt),
    triggeredAt: new Date(now).toISOString(),
    evaluateBy: new Date(since + withinHours * 3_600_000).toISOString(),
    ...(facts.jobId === null ? {} : { jobId: facts.jobId }),
    ...(approval === undefined ? {} : { approval }),
  };
}

/** A run that is repeated finds the issue of the first in the comment, which only an app writes. */
async function followUp(audit: HotfixAudit, ports: FollowUpPorts): Promise<number> {
  const ours = (await ports.comments()).filter(
    ({ bot, body }) => bot && body.startsWith(`<!-- model-gates:${key} -->`),
  );
  const known = ours.map(({ body }) => issueOf(body)).find((number) => number !== undefined);
  const issue = known ?? (await ports.createIssue(followUpIssue(audit))).number;
  await ports.keepComment(key, auditComment(audit, issue));
  return issue;
}

function told(triggered: Report<TriggerFacts>, audit: HotfixAudit, issue: number): Report<TriggerFacts> {
  const minutes = minutesOf(audit);
  const slow = minutes > hotfixGoalMinutes ? [overGoal(minutes, audit)] : [];
  const unsigned = audit.approval === undefined ? [noApproval(audit)] : [];
  return {
    ...triggered,
    findings: [...triggered.findings, ...slow, ...unsigned],
    facts: { ...triggered.facts, hotfix: { ...audit, minutes, goalMinutes: hotfixGoalMinutes, issue } },
    sections: [
      ...(triggered.sections ?? []),
      {
        kind: 'list',
        title: 'Hotfix',
        open: true,
        items: [
          `${minutes} minutes from the ${audit.start.from} to the trigger; the goal is ${hotfixGoalMinutes} until it serves, which the board shows`,
          `Evaluation due by ${audit.evaluateBy}: #${issue}`,
        ],
      },
    ],
  };
}

function overGoal(minutes: number, { start }: HotfixAudit): Finding {
  return trunkRules['hotfix-slow'].finding({
    message: `From the ${start.from} to the trigger of the deploy it took ${minutes} minutes; the goal is ${hotfixGoalMinutes} until it serves.`,
    help: 'See in the pull request where the time went: waiting for an approval, or for required checks.',
  });
}

function noApproval({ number }: HotfixAudit): Finding {
  return trunkRules['hotfix-unapproved'].finding({
    message: `Pull request #${number} was merged as a hotfix without an approval of its head by a release manager.`,
    help: 'Require the merge gate by a ruleset on trunk and the release branches, so that this cannot be merged.',
  });
}

function broken(triggered: Report<TriggerFacts>, error: unknown): Report<TriggerFacts> {
  const { message: reason, help } = errorFinding(error);
  const message = `The deploy was triggered, but its follow-up could not be recorded: ${reason}`;
  const failure = trunkRules['hotfix-follow-up-failed'].finding({ message, help });
  return { ...triggered, verdict: 'fail', title: message, findings: [...triggered.findings, failure] };
}
