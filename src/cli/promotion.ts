/** What a promotion needs, from a clone and its remote; GitHub's part of it where there is a token. */
import { userInfo } from 'node:os';
import type { Repository } from '#lib/git';
import type { CommitSource } from '../lineage/gate/traced.ts';
import type { PromotionPorts } from '../promotion/gate/ports.ts';
import { systemClock } from '../kernel/clock.ts';
import { globMatcher } from '../kernel/globs.ts';
import { isEntitled, targetsOf, type Policy, type Target } from '../policy/index.ts';
import { validPolicy } from '../policy/gate/policy.ts';
import { currentLedger, currentRepository } from './change.ts';
import { currentCode } from './code.ts';
import { forgeOf, hasToken, serverOf } from './forge.ts';
import { comparisonBy, forgePorts } from '../runner/promotion.ts';
import { signaturesBy, trustBy } from '../runner/signatures.ts';
import { trunkOf, type LocalTrunk } from './trunk.ts';
import type { Terminal } from './verb.ts';

export interface OpenedPromotion {
  readonly ports: PromotionPorts;
  readonly targets: ReadonlyMap<string, Target>;
  close(): Promise<void>;
}

/** By the policy on trunk, as this clone last saw it. To be closed after use. */
export async function openPromotion(
  terminal: Terminal,
  remote: string | undefined,
): Promise<OpenedPromotion> {
  const repository = await currentRepository(terminal, remote);
  const trunk = await freshTrunk(repository);
  const policy = await validPolicy(repository.tree(trunk.sha), trunk.name);
  const ledger = await currentLedger(terminal, remote);
  const { code, close } = await currentCode(terminal, remote);
  const { owedEvaluations } = await import('#lib/board');
  const { environment, log } = terminal;
  const ports: PromotionPorts = {
    ledger,
    manifests: repository.manifests,
    clock: systemClock,
    log,
    now: systemClock.now,
    trunk: trunk.name,
    by: environment['GITHUB_ACTOR'] || userName(),
    owed: async () => owedEvaluations(await ledger.snapshot(), policy, systemClock.now()),
    // Without a token nobody can be asked about teams and permissions.
    mayApprove: (login, approvers) =>
      Promise.resolve(isEntitled(approvers, { login, permission: 'none', teams: [] })),
    signatures: signaturesBy(() => trustBy(policy, repository.tree(trunk.sha), trunk.name)),
    comparison: comparisonBy({ ledger, now: systemClock.now, ...code }, policy.compare),
    ...(await onGitHub(terminal, repository)),
    ...(code === undefined
      ? {}
      : { rights: code.rights, commits: withMerged(code.commits, repository, trunk, policy) }),
  };
  const closeAll = async () => void (await Promise.all([ledger.close(), close()]));
  return { ports, targets: targetsOf(policy), close: closeAll };
}

/** What only GitHub can do, where there is a token; else nothing of it. */
async function onGitHub(terminal: Terminal, repository: Repository): Promise<Partial<PromotionPorts>> {
  const { environment, log } = terminal;
  if (!hasToken(environment)) return {};
  const { token, apiUrl, repository: name } = await forgeOf(terminal, repository, undefined);
  const { connect } = await import('#lib/github');
  const open = (other: string) => Promise.resolve(connect({ token, apiUrl, repository: other, log }));
  return forgePorts({
    repository: name,
    serverUrl: await serverOf(terminal, () => repository.remoteBranches.url()),
    connect: open,
  });
}

/** As the remote has it now: what a promotion may do is not for an old clone to say. */
async function freshTrunk(repository: Repository): Promise<LocalTrunk> {
  const known = await trunkOf(repository, undefined);
  const sha = await repository.remoteRef(`refs/heads/${known.name}`);
  return sha === undefined ? known : { name: known.name, sha: await repository.resolve(sha) };
}

/** With whether trunk or a release branch of the remote has a commit. */
function withMerged(
  commits: CommitSource,
  repository: Repository,
  trunk: LocalTrunk,
  policy: Policy,
): CommitSource {
  const isRelease = globMatcher(policy.branches.releases);
  const isMerged = async (sha: string): Promise<boolean> => {
    if (await repository.contains(trunk.sha, sha)) return true;
    const releases = (await repository.remoteBranches.known()).filter(({ name }) => isRelease(name));
    for (const release of releases) if (await repository.contains(release.sha, sha)) return true;
    return false;
  };
  return {
    ...commits,
    describe: async (sha) => ({ ...(await commits.describe(sha)), merged: await isMerged(sha) }),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
