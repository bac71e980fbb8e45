import { readAuthority, sourceOf } from '#lib/change';
import type { GitHub } from '#lib/github';
import type { FollowUpPorts, FollowUpRequest } from '../../releases/gate/follow-up.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Policy, TrunkEvent } from '../../policy/index.ts';
import type { PipelineCall } from '../../releases/index.ts';

/** What the follow-up of a hotfix asks and writes. Throws a UserError without a token or a pull request. */
export function followUpOf(
  call: PipelineCall,
  policy: Policy,
  environment: RunnerEnvironment,
  github: GitHub | undefined,
): [FollowUpRequest, FollowUpPorts] {
  const { pr_number: number, version, sha, pipeline } = call;
  if (github === undefined || number === null)
    throw new UserError(
      'A hotfix is followed up on its pull request: that needs a token and a pull request.',
      {
        help: 'Run this on the merge of a pull request, or give pr-number, and leave github-token at its default.',
      },
    );
  const withinHours = policy.hotfix.evaluateWithinHours;
  const request = { number, version, sha, pipeline, withinHours };
  return [request, portsOf(number, policy, environment, github)];
}

function portsOf(
  number: number,
  policy: Policy,
  { event, repository }: RunnerEnvironment,
  github: GitHub,
): FollowUpPorts {
  const source = sourceOf(number, repository, () => Promise.resolve(github));
  return {
    pullRequest: async () => {
      const { createdAt, mergedAt, head } = await github.pulls.get(number);
      return {
        createdAt,
        ...(mergedAt === undefined ? {} : { mergedAt }),
        ...(head.repository === repository ? { branch: head.ref } : {}),
      };
    },
    pushes: (branch) => github.branches.activity(branch),
    approval: async () => {
      const current = await source.current();
      if (current === undefined) return undefined;
      const { headSha, headRef, baseRef, facts } = current;
      const merged: TrunkEvent = {
        ...event,
        kind: 'pull-request',
        headSha,
        headRef,
        baseRef,
        pullRequest: facts,
      };
      const { hotfix } = await readAuthority(merged, { ...policy, exemptions: [] }, source, {
        now: Date.now,
      });
      return hotfix?.approval;
    },
    comments: () => github.comments.list(number),
    keepComment: (key, body) => github.comments.upsert(number, key, body),
    createIssue: (issue) => github.issues.create(issue),
    now: Date.now,
  };
}
