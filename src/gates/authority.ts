/** Asks GitHub what people and checks have said, as far as the policy makes it matter, and judges it. */
import {
  approvalOf,
  isEntitled,
  judgeExemption,
  modeOf,
  noAuthority,
  peopleToAsk,
  type Authority,
  type Entitled,
  type HotfixState,
  type Policy,
  type PullRequestState,
  type Standing,
  type TrunkEvent,
} from '../trunk/index.ts';
import type { PullRequestSource } from './ports.ts';

/**
 * Exemptions and approvals that hold for the head commit now. Without a source (no token, no pull request) nobody has said anything:
 * then every gate stands as it is.
 */
export async function readAuthority(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
  now: number,
): Promise<Authority> {
  const { headSha, pullRequest } = event;
  if (source === undefined || headSha === undefined || pullRequest === undefined) return noAuthority;
  const exemptions = await readExemptions(headSha, pullRequest.author, policy, source, now);
  if (modeOf(event, policy) !== 'hotfix') return { exemptions };
  return { exemptions, hotfix: await readHotfix(headSha, pullRequest.author, policy, source) };
}

async function readExemptions(
  headSha: string,
  author: string,
  policy: Policy,
  source: PullRequestSource,
  now: number,
) {
  if (policy.exemptions.length === 0) return [];
  const labels = await source.labels();
  const rules = policy.exemptions.filter(({ label }) => labels.includes(label));
  if (rules.length === 0) return [];
  const [labelEvents, comments, pushedAt] = await Promise.all([
    source.labelEvents(),
    source.comments(),
    source.pushedAt(headSha),
  ]);
  const state: PullRequestState = {
    headSha,
    author,
    labels,
    labelEvents,
    comments,
    ...(pushedAt === undefined ? {} : { pushedAt }),
  };
  const standings = await readStandings(
    peopleToAsk(rules, state),
    rules.map(({ by }) => by),
    source,
  );
  const results = rules.map((rule) => judgeExemption(rule, state, entitledBy(rule.by, standings), now));
  return results.filter((result) => result !== undefined);
}

async function readHotfix(
  headSha: string,
  author: string,
  { hotfix }: Policy,
  source: PullRequestSource,
): Promise<HotfixState> {
  const [reviews, checks] = await Promise.all([
    source.reviews(),
    hotfix.requiredChecks.length === 0 ? new Map<string, string>() : source.checks(headSha),
  ]);
  const approvers = reviews
    .filter(({ state, sha }) => state === 'APPROVED' && sha === headSha)
    .map(({ by }) => by);
  const standings = await readStandings(
    [...new Set(approvers)].slice(0, 20),
    [hotfix.releaseManagers],
    source,
  );
  const approval = approvalOf(reviews, headSha, author, entitledBy(hotfix.releaseManagers, standings));
  const notGreen = hotfix.requiredChecks
    .map((name) => ({ name, state: checks.get(name) ?? 'missing' }))
    .filter(({ state }) => state !== 'success');
  return { notGreen, ...(approval === undefined ? {} : { approval }) };
}

/** Nobody is asked about whom the policy names by login alone: each question costs a request. */
async function readStandings(
  logins: readonly string[],
  entitled: readonly Entitled[],
  source: PullRequestSource,
): Promise<Map<string, Standing>> {
  const teams = [...new Set(entitled.flatMap((one) => one.teams))];
  const byName = entitled.every((one) => one.teams.length === 0 && one.permission === undefined);
  const standings = byName
    ? logins.map(nameOnly)
    : await Promise.all(logins.map((login) => source.standing(login, teams)));
  return new Map(standings.map((standing) => [standing.login, standing]));
}

function nameOnly(login: string): Standing {
  return { login, permission: 'none', teams: [] };
}

function entitledBy(entitled: Entitled, standings: ReadonlyMap<string, Standing>) {
  return (login: string) => {
    const standing = standings.get(login);
    return standing !== undefined && isEntitled(entitled, standing);
  };
}
