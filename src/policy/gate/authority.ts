/** Asks GitHub what people and checks have said, as far as the policy makes it matter, and judges it. */
import { compareText } from '../../kernel/compare.ts';
import { errorFinding } from '../../report/error-report.ts';
import {
  approvalOf,
  isEntitled,
  isOn,
  judgeExemption,
  mayGoWithout,
  modeOf,
  noAuthority,
  peopleToAsk,
  sameLogin,
  type Authority,
  type Entitled,
  type HotfixState,
  type LedgerWord,
  type Policy,
  type PullRequestState,
  type TrunkEvent,
} from '../index.ts';
import type { OwedEvaluation } from '../../report/owed-evaluation.ts';
import type { ReviewFacts, Standing } from '../../kernel/pull-request.ts';
import type { Ports, PullRequestSource } from '../../ports/index.ts';

export type AuthorityPorts = Pick<Ports, 'now' | 'owed'>;

/**
 * Exemptions and approvals that hold for the head commit now. Without a source (no token, no pull request) nobody has said anything:
 * then every gate stands as it is.
 */
export async function readAuthority(
  event: TrunkEvent,
  policy: Policy,
  source: PullRequestSource | undefined,
  { now, owed }: AuthorityPorts,
): Promise<Authority> {
  const { headSha, headRef, pullRequest } = event;
  if (source === undefined || headSha === undefined || pullRequest === undefined) return noAuthority;
  const { author, fork } = pullRequest;
  // A fork's pushes are known to the fork alone, which this token may not ask.
  const head = { sha: headSha, author, ...(fork || headRef === undefined ? {} : { branch: headRef }) };
  const exemptions = await readExemptions(head, policy, source, now());
  if (modeOf(event, policy) !== 'hotfix') return { exemptions };
  const hotfix = await readHotfix(head, policy, source);
  // The ledger is read only where it decides something: everything else lets this hotfix go without its evaluation.
  if (owed === undefined || !mayGoWithout(policy, hotfix)) return { exemptions, hotfix };
  return { exemptions, hotfix: { ...hotfix, ledger: await readLedger(owed) } };
}

async function readLedger(owed: () => Promise<readonly OwedEvaluation[]>): Promise<LedgerWord> {
  try {
    return { read: true, owed: await owed() };
  } catch (error) {
    return { read: false, reason: errorFinding(error).message };
  }
}

/** Whether anything that people say could matter by this policy. */
export function asksPeople({ exemptions, hotfix: { releaseManagers } }: Policy): boolean {
  return exemptions.length > 0 || !namesNobody(releaseManagers);
}

interface Head {
  readonly sha: string;
  readonly author: string;
  /** Absent for a fork. */
  readonly branch?: string;
}

async function readExemptions(
  { sha: headSha, author, branch }: Head,
  policy: Policy,
  source: PullRequestSource,
  now: number,
) {
  if (policy.exemptions.length === 0) return [];
  const labels = await source.labels();
  const rules = policy.exemptions.filter((rule) => isOn(rule, labels));
  if (rules.length === 0) return [];
  const [labelEvents, baseChangedAt, comments, pushedAt] = await Promise.all([
    source.labelEvents(),
    source.baseChangedAt(),
    source.comments(),
    branch === undefined ? undefined : source.pushedAt(branch, headSha),
  ]);
  const state: PullRequestState = {
    headSha,
    author,
    labels,
    labelEvents,
    comments,
    ...(pushedAt === undefined ? {} : { pushedAt }),
    ...(baseChangedAt === undefined ? {} : { baseChangedAt }),
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
  { sha: headSha, author }: Head,
  { hotfix }: Policy,
  source: PullRequestSource,
): Promise<HotfixState> {
  const [reviews, checks] = await Promise.all([
    source.reviews(),
    hotfix.requiredChecks.length === 0 ? new Map<string, string>() : source.checks(headSha),
  ]);
  const approvers = approversToAsk(reviews, headSha, author);
  const [standings, baseChangedAt] = await Promise.all([
    readStandings(approvers, [hotfix.releaseManagers], source),
    approvers.length === 0 ? undefined : source.baseChangedAt(),
  ]);
  const entitled = entitledBy(hotfix.releaseManagers, standings);
  const approval = approvalOf(reviews, headSha, author, entitled, baseChangedAt);
  const notGreen = hotfix.requiredChecks
    .map((name) => ({ name, state: checks.get(name) ?? 'missing' }))
    .filter(({ state }) => state !== 'success');
  return { notGreen, ...(approval === undefined ? {} : { approval }) };
}

/** The last first: strangers who approved before cannot crowd out who approves now. */
function approversToAsk(reviews: readonly ReviewFacts[], headSha: string, author: string): string[] {
  const approvers = reviews
    .filter(({ state, sha, by }) => state === 'APPROVED' && sha === headSha && !sameLogin(by, author))
    .toSorted((a, b) => compareText(b.at ?? '', a.at ?? ''))
    .map(({ by }) => by);
  return [...new Set(approvers)];
}

/** Of whom GitHub is asked at most: each question costs a request, and anybody may approve. */
const mostAsked = 20;

/** Nobody is asked about whom the policy names by login. */
async function readStandings(
  logins: readonly string[],
  entitled: readonly Entitled[],
  source: PullRequestSource,
): Promise<Map<string, Standing>> {
  const teams = [...new Set(entitled.flatMap((one) => one.teams))];
  const names = entitled.flatMap((one) => one.users);
  const byNameOnly = entitled.every((one) => one.teams.length === 0 && one.permission === undefined);
  const known = (login: string) => names.some((name) => sameLogin(name, login));
  const named = logins.filter((login) => byNameOnly || (entitled.length === 1 && known(login)));
  const others = logins.filter((login) => !named.includes(login)).slice(0, mostAsked);
  const asked = await Promise.all(others.map((login) => source.standing(login, teams)));
  return new Map([...named.map(nameOnly), ...asked].map((standing) => [standing.login, standing]));
}

function namesNobody({ users, teams, permission }: Entitled): boolean {
  return users.length === 0 && teams.length === 0 && permission === undefined;
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
