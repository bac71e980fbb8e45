/** What the manifests of the policy's targets say against the ledger. Nothing is recorded: the board only looks. */
import type { DashboardPorts } from '../../board/gate/dashboard-ports.ts';
import { systemClock } from '../../kernel/clock.ts';
import type { Target } from '../../policy/index.ts';
import type { DriftPorts } from '../../promotion/gate/ports.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { connectGitHub } from '../../runner/ledger/lineage-ledger.ts';
import { forgePorts, manifestsAt } from '../../runner/promotion.ts';

type Read = Omit<DriftPorts, 'at' | 'by' | 'clock' | 'manifests' | 'now' | 'repository'>;

/** Over the API: manifests may be in other repositories, and those of trunk are as they are now. */
export function driftOf(
  targets: readonly Target[],
  environment: RunnerEnvironment,
  token: string | undefined,
  read: () => Promise<Read>,
): Pick<DashboardPorts, 'drift'> {
  if (targets.length === 0 || token === undefined) return {};
  const { repository, serverUrl, actor = 'unknown' } = environment;
  const connect = (name: string) => connectGitHub({ ...environment, repository: name }, token);
  const { at } = forgePorts({ repository, serverUrl, connect });
  return {
    drift: async () => {
      const { checkDrift } = await import('#lib/promotion');
      const manifests = manifestsAt(() => connect(repository));
      const own = { manifests, at, repository, by: actor, clock: systemClock, now: systemClock.now };
      return checkDrift(targets, true, { ...(await read()), ...own });
    },
  };
}
