import type { GitHub, PullRequestSummary } from '#lib/github';
import type { CurrentPullRequest, PullRequestSource } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { UserError } from '../../kernel/user-error.ts';
import { queuedPullRequest } from '../../policy/index.ts';

/**
 * GitHub's answers about the pull request of this run, of its merge group, or whose merge was pushed; `undefined` without a token,
 * or where there can be none. The API is loaded when first asked.
 */
export function pullRequestSource(
  environment: RunnerEnvironment,
  token: string | undefined,
): PullRequestSource | undefined {
  const { event, apiUrl, repository } = environment;
  const number = event.pullRequest?.number ?? queuedPullRequest(event);
  const pushed = event.kind === 'push' ? event.headSha : undefined;
  if (token === undefined || (number === undefined && pushed === undefined)) return undefined;
  let connected: Promise<GitHub> | undefined;
  const github = () =>
    (connected ??= import('#lib/github').then(({ connect }) =>
      connect({ token, apiUrl, repository, log: actionLog }),
    ));
  if (number !== undefined) return sourceOf(number, repository, github);
  return pushedSource(pushed ?? '', repository, github);
}

/** About the pull request whose merge this commit is; where it is none, nobody is asked about anything. */
function pushedSource(sha: string, repository: string, github: () => Promise<GitHub>): PullRequestSource {
  let found: Promise<PullRequestSummary | undefined> | undefined;
  const merged = () =>
    (found ??= github()
      .then(({ commits }) => commits.pullRequests(sha))
      .then((all) => all.find(({ mergeCommit }) => mergeCommit === sha)));
  const source = async () => {
    const pull = await merged();
    if (pull === undefined) throw new Error(`${sha} is not a merge of a pull request`);
    return sourceOf(pull.number, repository, github);
  };
  return {
    current: async () => {
      const pull = await merged();
      return pull === undefined ? undefined : currentOf(pull, repository);
    },
    labels: async () => (await source()).labels(),
    labelEvents: async () => (await source()).labelEvents(),
    baseChangedAt: async () => (await source()).baseChangedAt(),
    comments: async () => (await source()).comments(),
    reviews: async () => (await source()).reviews(),
    pushedAt: async (branch, head) => (await source()).pushedAt(branch, head),
    checks: async (head) => (await source()).checks(head),
    standing: async (login, teams) => (await source()).standing(login, teams),
  };
}

/** About one pull request, over a connection that is there already. */
export function sourceOf(
  number: number,
  repository: string,
  github: () => Promise<GitHub>,
): PullRequestSource {
  let events: ReturnType<GitHub['labels']['events']> | undefined;
  const timeline = () => (events ??= github().then(({ labels }) => labels.events(number)));
  return {
    current: async () => currentOf(await (await github()).pulls.get(number), repository),
    labels: async () => (await github()).labels.list(number),
    labelEvents: async () => (await timeline()).filter((item) => 'label' in item),
    baseChangedAt: async () => (await timeline()).findLast(({ kind }) => kind === 'base_ref_changed')?.at,
    comments: async () => (await github()).comments.list(number),
    reviews: async () => (await github()).pulls.reviews(number),
    pushedAt: async (branch, sha) => pushTime(await github(), branch, sha),
    checks: async (sha) => byName(await (await github()).commits.checks(sha)),
    standing: async (login, teams) => standing(await github(), login, teams),
  };
}

function currentOf(pull: PullRequestSummary, repository: string): CurrentPullRequest {
  const { number, author, draft, labels, head, base } = pull;
  const fork = head.repository !== repository;
  return {
    headSha: head.sha,
    headRef: head.ref,
    baseRef: base.ref,
    facts: { number, author, draft, fork, labels },
  };
}

/** A check run and a commit status of one name must both be green, as GitHub has it for the checks that a branch requires. */
function byName(states: Awaited<ReturnType<GitHub['commits']['checks']>>): ReadonlyMap<string, string> {
  const green = states.filter(({ conclusion }) => conclusion === 'success');
  const others = states.filter(({ conclusion }) => conclusion !== 'success');
  return new Map([...green, ...others].map(({ name, conclusion }) => [name, conclusion]));
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
