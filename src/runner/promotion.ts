/** GitHub's part of a promotion: pull requests, deployments, comments, and manifests of other repositories. */
import type { GitHub } from '#lib/github';
import type { CompareFacts } from '../compare/index.ts';
import type { DiffPorts } from '../lineage/gate/diff.ts';
import type { Answer } from '../promotion/index.ts';
import type { PromotionPorts } from '../promotion/gate/ports.ts';
import { isUserError } from '../kernel/user-error.ts';
import type { OpenedPull, PromotionPulls } from '../ports/manifests.ts';
import { isEntitled, type Entitled } from '../policy/index.ts';
import type { ComparisonSettings } from '../policy/settings.ts';

type CompareVerdict = CompareFacts['verdict'];

export interface Forge {
  /** `owner/name` of the code. */
  readonly repository: string;
  readonly serverUrl: string;
  connect(repository: string): Promise<GitHub>;
}

type ForgePorts = Pick<PromotionPorts, 'repository' | 'pulls' | 'announcer' | 'at' | 'mayApprove'>;

/** Nothing is sent before it is asked for. */
export function forgePorts(forge: Forge): ForgePorts {
  const { repository, connect } = forge;
  const home = once(() => connect(repository));
  const announcerAt = (where: () => Promise<GitHub>): PromotionPorts['announcer'] => ({
    deployed: async (deployment) => (await where()).deployments.announce(deployment),
    comment: async (number, key, body) => (await home()).comments.upsert(number, key, body),
  });
  return {
    repository,
    pulls: pullsAt(home, repository, forge),
    announcer: announcerAt(home),
    at: (other) => {
      const there = once(() => connect(other));
      return {
        manifests: manifestsAt(there),
        pulls: pullsAt(there, other, forge),
        announcer: announcerAt(there),
      };
    },
    mayApprove: (login, approvers) => mayApprove(login, approvers, home),
  };
}

/** Manifests over the API. */
export function manifestsAt(github: () => Promise<GitHub>): PromotionPorts['manifests'] {
  return {
    tip: async (branch) => (await github()).manifests.tip(branch),
    tree: async (sha) => (await github()).manifests.tree(sha),
    log: async (sha, most) => (await github()).manifests.log(sha, most),
    commit: async (commit) => (await github()).manifests.commit(commit),
    move: async (branch, from, to) => (await github()).manifests.move(branch, from, to),
  };
}

function pullsAt(github: () => Promise<GitHub>, repository: string, { serverUrl }: Forge): PromotionPulls {
  const urlOf = (number: number) => `${serverUrl}/${repository}/pull/${number}`;
  return {
    from: async (branch): Promise<OpenedPull | undefined> => {
      const [found] = await (await github()).pulls.list({ state: 'all', head: branch, max: 1 });
      if (found === undefined) return undefined;
      const { number, state, mergedAt } = found;
      return {
        number,
        url: urlOf(number),
        state: state === 'open' ? 'open' : mergedAt === undefined ? 'closed' : 'merged',
      };
    },
    open: async (pull) => ({ ...(await (await github()).pulls.create(pull)), state: 'open' }),
  };
}

/** Whoever the policy names is not asked about. */
async function mayApprove(
  login: string,
  approvers: Entitled,
  github: () => Promise<GitHub>,
): Promise<boolean> {
  const byName = { login, permission: 'none', teams: [] } as const;
  if (login === '' || isEntitled(approvers, byName)) return login !== '';
  if (approvers.teams.length === 0 && approvers.permission === undefined) return false;
  const { people } = await github();
  const permission = approvers.permission === undefined ? 'none' : await people.permission(login);
  const teams: string[] = [];
  for (const team of approvers.teams) {
    const [organization = '', name = ''] = team.split('/');
    if (await people.isTeamMember(organization, name, login)) teams.push(team);
  }
  return isEntitled(approvers, { login, permission, teams });
}

/** What serves against the version, from the evaluations that the ledger has. Loaded when it is asked for. */
export function comparisonBy(
  ports: DiffPorts,
  by: ComparisonSettings,
): NonNullable<PromotionPorts['comparison']> {
  return async (serving, { id }) => {
    if (serving === undefined) return { state: 'there', says: 'nothing serves yet' };
    const { compareVersions, settingsBy } = await import('#lib/compare');
    const request = { baseline: serving, candidate: id, settings: settingsBy(by) };
    try {
      const { facts, title } = await compareVersions(request, ports);
      return { state: comparisonStates[facts.verdict], says: title };
    } catch (error) {
      if (!isUserError(error)) throw error;
      return { state: 'missing', says: `it could not be compared with ${serving}: ${error.message}` };
    }
  };
}

const comparisonStates: Readonly<Record<CompareVerdict, Answer['state']>> = {
  better: 'there',
  'no-difference': 'there',
  worse: 'wrong',
  'keep-going': 'missing',
  void: 'missing',
};

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
