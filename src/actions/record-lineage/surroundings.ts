import type { Surroundings } from '../../lineage/gate/prepare.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { actionLog } from '#lib/action';
import { isUserError } from '../../kernel/user-error.ts';
import { connectGitHub } from '../../runner/ledger/lineage-ledger.ts';

/** What the run itself tells of a record: who, when, which branch, pull request and workflow run. */
export async function surroundings(
  environment: RunnerEnvironment,
  token: string | undefined,
): Promise<Surroundings> {
  const { event, repository, serverUrl, runId, runAttempt, workflow } = environment;
  const attempt = Number(runAttempt ?? 0);
  const run = {
    ...(runId === undefined || runId === ''
      ? {}
      : { id: runId, url: `${serverUrl}/${repository}/actions/runs/${runId}` }),
    ...(attempt >= 1 ? { attempt } : {}),
    ...(workflow === undefined || workflow === '' ? {} : { workflow: workflow.slice(0, 200) }),
  };
  const ref = event.headRef ?? environment.ref;
  return {
    at: new Date().toISOString(),
    by: environment.actor || 'github-actions',
    defaults: {
      ...(ref === undefined || ref === '' ? {} : { git_ref: ref }),
      ...(await pullRequest(environment, token)),
      repository,
      run,
    },
  };
}

/** Of the event, or the one that was merged by this push. A record without it is better than none. */
async function pullRequest(
  environment: RunnerEnvironment,
  token: string | undefined,
): Promise<{ readonly pr_number?: number; readonly author?: string }> {
  const { event } = environment;
  if (event.pullRequest !== undefined)
    return { pr_number: event.pullRequest.number, author: event.pullRequest.author };
  const sha = event.headSha ?? environment.sha;
  if (token === undefined || sha === undefined || sha === '') return {};
  try {
    const found = await (await connectGitHub(environment, token)).commits.pullRequests(sha);
    const [pull] = [...found.filter(({ mergeCommit }) => mergeCommit === sha), ...found];
    return pull === undefined ? {} : { pr_number: pull.number, author: pull.author };
  } catch (error) {
    if (!isUserError(error)) throw error;
    actionLog.debug(`The pull request of ${sha} is not known: ${error.message}`);
    return {};
  }
}
