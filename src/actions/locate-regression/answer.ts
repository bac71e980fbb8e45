/** The answer on an issue: one comment, kept up to date, so that the same answer night after night is written once. */
import type { GitHub } from '#lib/github';
import type { LocateFacts } from '../../locate/index.ts';
import { renderComment } from '../../report/comment.ts';
import type { Report } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { connectGitHub } from '../../runner/ledger/lineage-ledger.ts';

/** Where nothing could be read, without facts. */
export type Located = Report<Partial<LocateFacts>>;

/** By which the one issue is found again. */
const label = 'model-regression';

/** On an issue that is open already any answer is written, so that it also says when a fall is gone; one is opened for a fall alone. */
export async function answerOn(
  report: Located,
  issue: number | 'auto',
  environment: RunnerEnvironment,
  token: string | undefined,
): Promise<void> {
  if (token === undefined)
    throw new UserError('There is no token to write on the issue with.', {
      help: 'Pass `github-token: ${{ github.token }}` in a job with "issues: write".',
    });
  const { issues } = await connectGitHub(environment, token);
  const number = issue === 'auto' ? await oneIssue(report, issues) : isFall(report) ? issue : undefined;
  if (number !== undefined) await issues.comments.upsert(number, 'locate', renderComment(report, 'locate'));
}

async function oneIssue(report: Located, issues: GitHub['issues']): Promise<number | undefined> {
  const [open] = await issues.openByApps(label);
  if (open !== undefined || !isFall(report)) return open?.number;
  const created = await issues.create({ ...textOf(report), labels: [label] });
  return created.number;
}

function isFall({ facts: { verdict } }: Located): boolean {
  return verdict === 'located' || verdict === 'set';
}

function textOf({ facts: { metric = 'the metric' } }: Located): { title: string; body: string } {
  return {
    title: `${metric} fell on trunk: which merge did it?`,
    body: [
      'The comment below names the merge, or those that it may have been, and is kept up to date each night. While this issue is open no other is opened; close it when trunk is well again.',
      'Where it is a set, start the workflow that calls `model-locate.yml` (Actions, Run workflow): it evaluates the merges that say most, and answers here. docs/locating.md of model-gates has that workflow.',
    ].join('\n\n'),
  };
}
