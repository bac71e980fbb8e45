import type { GitHub } from '#lib/github';
import type { PullRequestSource } from '../gates/ports.ts';
import type { RunnerEnvironment } from '../runtime/environment.ts';
import { actionLog } from '../runtime/log.ts';
import { UserError } from '../runtime/user-error.ts';

/** GitHub's answers about the pull request of this run; `undefined` without a token or a pull request. The API is loaded when first asked. */
export function pullRequestSource(
  environment: RunnerEnvironment,
  token: string | undefined,
): PullRequestSource | undefined {
  const { event, apiUrl, repository } = environment;
  const { pullRequest, headRef } = event;
  if (token === undefined || pullRequest === undefined) return undefined;
  const { number, fork } = pullRequest;
  let connected: Promise<GitHub> | undefined;
  const github = () =>
    (connected ??= import('#lib/github').then(({ connect }) =>
      connect({ token, apiUrl, repository, log: actionLog }),
    ));
  return {
    labels: async () => (await github()).labels.list(number),
    labelEvents: async () =>
      (await (await github()).labels.events(number)).filter((item) => item.kind !== 'head_ref_force_pushed'),
    comments: async () => (await github()).comments.list(number),
    reviews: async () => (await github()).pulls.reviews(number),
    // A fork's pushes are told by the fork alone, which this token may not ask.
    pushedAt: async (sha) =>
      fork || headRef === undefined ? undefined : pushTime(await github(), headRef, sha),
    checks: async (sha) =>
      new Map((await (await github()).commits.checks(sha)).map(({ name, conclusion }) => [name, conclusion])),
    standing: async (login, teams) => standing(await github(), login, teams),
  };
}

async function pushTime(github: GitHub, branch: string, sha: string): Promise<string | undefined> {
  const pushes = await github.branches.activity(branch);
  return pushes.find(({ after }) => after === sha)?.at;
}

async function standing(github: GitHub, login: string, teams: readonly string[]) {
  const permission = await github.people.permission(login);
  const memberships = await Promise.all(teams.map((team) => isMember(github, team, login)));
  return { login, permission, teams: teams.filter((_, index) => memberships[index]) };
}

function isMember(github: GitHub, name: string, login: string): Promise<boolean> {
  const [organization, team] = name.split('/');
  if (organization && team) return github.people.isTeamMember(organization, team, login);
  throw new UserError(`The policy names a team ${JSON.stringify(name)}, expected organization/team.`, {
    help: 'Correct the team in the policy of the base branch.',
  });
}
