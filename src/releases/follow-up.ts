/** After a hotfix: how long it took, who answers for it, and by when its evaluation must follow. */
import { mdCode, mdText } from '../report/escape.ts';
import { type Approval, followUpTitle } from '../policy/index.ts';

/** From the first push until it serves; at the trigger of the deploy what has passed by then is held against it. */
export const hotfixGoalMinutes = 30;

export interface PushFacts {
  readonly type: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface Start {
  /** ISO 8601. */
  readonly at: string;
  readonly from: 'first push' | 'pull request';
}

/** When work on the hotfix began to count: its branch's creation, the last one where the name was used before; else when the pull request was opened. */
export function startOf(pushes: readonly PushFacts[], openedAt: string): Start {
  const oldestFirst = pushes
    .filter(({ at }) => Date.parse(at) <= Date.parse(openedAt))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const first = oldestFirst.findLast(({ type }) => type === 'branch_creation') ?? oldestFirst[0];
  return first === undefined ? { at: openedAt, from: 'pull request' } : { at: first.at, from: 'first push' };
}

export interface HotfixAudit {
  readonly number: number;
  readonly version: string;
  /** The merged commit. */
  readonly sha: string;
  readonly pipeline: string;
  readonly jobId?: string;
  readonly start: Start;
  /** ISO 8601. */
  readonly triggeredAt: string;
  readonly approval?: Approval;
  /** ISO 8601: by when the skipped evaluation must be run. */
  readonly evaluateBy: string;
}

/** Minutes from the start to the trigger. */
export function minutesOf({ start, triggeredAt }: Pick<HotfixAudit, 'start' | 'triggeredAt'>): number {
  return Math.round((Date.parse(triggeredAt) - Date.parse(start.at)) / 6000) / 10;
}

/** Title and body of the issue that keeps the skipped evaluation from being forgotten. */
export function followUpIssue(audit: HotfixAudit): { readonly title: string; readonly body: string } {
  const title = `${followUpTitle}${audit.version} (#${audit.number}) by ${audit.evaluateBy}`;
  const body = `Pull request #${audit.number} was merged as a hotfix before its evaluation.

Run the full evaluation on ${mdCode(audit.sha)} by **${audit.evaluateBy}**, commit or record its results, and close this issue. If it shows a regression, revert or fix the hotfix.

${auditList(audit)}
`;
  return { title, body };
}

/** The audit record on the pull request; `issue` is the number of the follow-up. */
export function auditComment(audit: HotfixAudit, issue: number): string {
  return `${issueMark(issue)}
### Hotfix ${mdText(audit.version)}

${auditList(audit)}
- Its evaluation must follow by ${audit.evaluateBy}: #${issue}
`;
}

/** The follow-up that an earlier run has opened, from its own comment. */
export function issueOf(comment: string): number | undefined {
  const number = /<!-- follow-up:(\d{1,15}) -->/.exec(comment)?.[1];
  return number === undefined ? undefined : Number(number);
}

function issueMark(issue: number): string {
  return `<!-- follow-up:${issue} -->`;
}

function auditList(audit: HotfixAudit): string {
  const { approval, jobId, start } = audit;
  const minutes = minutesOf(audit);
  const within = minutes <= hotfixGoalMinutes ? 'within' : 'over';
  return [
    `- Merged commit: ${mdCode(audit.sha)}`,
    approval === undefined
      ? '- Approved by: no approval by a release manager was found on the merged head'
      : `- Approved by: ${mdText(approval.by)} at ${approval.at}, on ${mdCode(approval.sha)}`,
    `- Deploy: ${mdText(audit.pipeline)}${jobId === undefined ? '' : `, job ${mdCode(jobId)}`}, triggered at ${audit.triggeredAt}`,
    `- From the ${start.from === 'first push' ? 'first push' : 'opening of the pull request'} (${start.at}) to the trigger: ${minutes} minutes, ${within} the goal of ${hotfixGoalMinutes}. They end when a version made of it is recorded as serving: the board shows that`,
  ].join('\n');
}
