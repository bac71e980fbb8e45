/** What `compare` asks of trunk: its policy, and how its own evaluations vary. */
import type { CompareFacts } from '../compare/index.ts';
import { isUserError } from '../kernel/user-error.ts';
import { validPolicy } from '../policy/gate/policy.ts';
import type { Ledger } from '../ports/ledger.ts';
import { regressionDefaults } from '../regression/settings.ts';
import type { Report } from '../report/model.ts';
import { currentLedger, currentRepository } from './change.ts';
import { trunkOf } from './trunk.ts';
import type { Terminal } from './verb.ts';

/** Of a clone whose remote is not the ledger's the policy is that of its own trunk. */
export async function policyOfTrunk(terminal: Terminal, remote: string | undefined) {
  const repository = await currentRepository(terminal, remote);
  const { name, sha } = await trunkOf(repository, undefined);
  return validPolicy(repository.tree(sha), name);
}

/** Merges of trunk that are looked at. */
const mostMerges = 200;

export async function selfTestOf(
  remote: string | undefined,
  terminal: Terminal,
): Promise<Report<CompareFacts>> {
  const { selfTest, seededRandom } = await import('#lib/compare');
  const repository = await currentRepository(terminal, remote);
  const tip = await unlessMissing(async () => (await trunkOf(repository, undefined)).sha, terminal);
  const trunk = tip ?? (await repository.resolve('HEAD'));
  const policy = await validPolicy(repository.tree(trunk), 'trunk');
  const settings = { ...regressionDefaults, ...policy.regression };
  const random = seededRandom(settings.seed);
  const ledger = await unlessMissing(() => currentLedger(terminal, remote), terminal);
  try {
    const evaluations = ledger && (await unlessMissing(() => readerOf(ledger), terminal));
    return await selfTest(settings, {
      commits: await repository.firstParents(trunk, mostMerges),
      tree: (sha) => repository.tree(sha),
      ...(evaluations !== undefined && { evaluations }),
      chance: () => random.uniform(),
    });
  } finally {
    await ledger?.close();
  }
}

async function readerOf(ledger: Ledger) {
  const { evaluationReader } = await import('#lib/lineage');
  return evaluationReader(await ledger.snapshot(), { now: Date.now });
}

/** A clone without a remote has a history all the same: committed results are read from it. */
export async function unlessMissing<T>(read: () => Promise<T>, { log }: Terminal): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isUserError(error)) throw error;
    log.info(`compare: ${error.message}`);
    return undefined;
  }
}
