import { systemClock } from '../../kernel/clock.ts';
import type { Repository } from '#lib/git';
import type { GitHub } from '#lib/github';
import { commitsSinceRelease } from '../../releases/gate/commits-since.ts';
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import { emitVersion } from '../../releases/gate/emit-version-tag.ts';
import type { VersionRequest } from '../../releases/gate/version-request.ts';

import type { RunnerEnvironment } from '../../runner/environment.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runner/paths.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { gateVerdicts } from './verdicts.ts';
import { readInputs } from '../../kernel/settings.ts';
import { versionInputs, type VersionInputs } from './inputs.ts';
import { versionOutputs } from './outputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(versionInputs, context.input);
  const { environment } = context;
  const repository = await open(environment, inputs);
  const sha = await repository.resolve(inputs.sha ?? environment.event.headSha ?? 'HEAD');
  const { policy, findings } = await loadNamedPolicy(repository.tree(sha), inputs.policy);
  const prefix = policy.versioning.prefix ?? inputs.prefix ?? '';
  const github = await connect(environment, inputs);
  const tags = github?.tags ?? repository.tagStore();
  const request: VersionRequest = {
    ...asked(environment, inputs, sha),
    ...(await mergedPullRequest(environment, inputs, sha, github)),
    sha,
    prefix,
    verdicts: await gateVerdicts(inputs, environment),
    committedAt: await repository.commitDate(sha),
    since: (known) => {
      const { paths } = policy.versioning;
      const asked = { sha, prefix, ...(paths === undefined ? {} : { paths }) };
      return commitsSinceRelease(asked, known, {
        tree: repository.tree(sha),
        between: repository.commits,
      });
    },
    source: `${environment.serverUrl}/${environment.repository}`,
  };
  const report = await emitVersion(request, {
    tags,
    log: actionLog,
    clock: systemClock,
    // GitHub sees the whole history; a clone fetches what it lacks of it.
    contains: github?.commits.holds ?? repository.contains,
    // A commit that was pushed or merged is on a branch.
    ...(inputs.sha === undefined || sha === environment.event.headSha || request.branch !== undefined
      ? {}
      : { published: repository.remoteBranches.contain }),
  });
  const complete = { ...report, findings: [...findings, ...report.findings] };
  return { report: complete, outputs: versionOutputs(report), channels: {} };
}

async function open(
  environment: RunnerEnvironment,
  { workingDirectory, remote, token }: VersionInputs,
): Promise<Repository> {
  const cwd = await workingFolder(environment.workspace, workingDirectory);
  const { openRepository } = await import('#lib/git');
  return openRepository({ cwd, log: actionLog, remote, ...(token === undefined ? {} : { token }) });
}

/** Over the API tags are those of the shared repository, whatever the depth of this clone. */
async function connect(
  { apiUrl, repository }: RunnerEnvironment,
  { token }: VersionInputs,
): Promise<GitHub | undefined> {
  if (token === undefined) return undefined;
  const library = await import('#lib/github');
  return library.connect({ token, apiUrl, repository, log: actionLog });
}

/** What the inputs ask for; a push that asks for nothing gets what its branch owes. */
function asked({ event }: RunnerEnvironment, inputs: VersionInputs, sha: string): Partial<VersionRequest> {
  const { pullRequest } = event;
  const implied = event.kind === 'push' && inputs.claim === undefined ? 'auto' : 'none';
  const next = inputs.next ?? implied;
  return {
    ...(inputs.claim === undefined ? {} : { claim: inputs.claim }),
    ...(next === 'none' ? {} : { next }),
    ...(inputs.preRelease === undefined ? {} : { preRelease: inputs.preRelease }),
    ...(event.headRef === undefined ? {} : { branch: event.headRef }),
    // A commit that a merge made belongs to the branch that it was merged into.
    ...(pullRequest === undefined || pullRequest.mergeCommit === sha
      ? {}
      : { pullRequest: pullRequest.number }),
  };
}

/** The pull request that made this commit by its merge, if any: a merged hotfix branch owes a patch, and labels may say more. A fork may call its branch as it likes. */
async function mergedPullRequest(
  { event, repository }: RunnerEnvironment,
  { next, claim }: VersionInputs,
  sha: string,
  github: GitHub | undefined,
): Promise<Partial<VersionRequest>> {
  const { pullRequest, baseRef, headRef } = event;
  if (pullRequest?.mergeCommit === sha)
    return {
      labels: pullRequest.labels,
      ...(baseRef === undefined ? {} : { branch: baseRef }),
      ...(headRef === undefined || pullRequest.fork ? {} : { mergedBranch: headRef }),
    };
  const wanted = next === undefined || next === 'auto' || next === 'conventional';
  if (github === undefined || event.kind !== 'push' || claim !== undefined || !wanted) return {};
  const merged = (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
  if (merged === undefined) return {};
  const { head, labels } = merged;
  return { labels, ...(head.repository === repository ? { mergedBranch: head.ref } : {}) };
}
