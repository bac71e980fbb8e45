import type { LedgerSnapshot } from '../gates/ledger.ts';
import type { Ports } from '../gates/ports.ts';
import type { RunnerEnvironment } from '../runtime/environment.ts';
import type { Policy } from '../trunk/index.ts';

export interface LedgerPlace {
  /** Folder of the checkout. */
  readonly cwd: string;
  readonly token: string | undefined;
}

type LedgerPorts = Required<Pick<Ports, 'owed' | 'evaluationMinutes'>>;

/** What a plan may ask the ledger. Nothing is loaded, and nobody is asked, before it does. */
export function ledgerPorts(environment: RunnerEnvironment, place: LedgerPlace, policy: Policy): LedgerPorts {
  const library = () => import('#lib/dashboard');
  return {
    owed: () =>
      withSnapshot(environment, place, async (snapshot) =>
        (await library()).owedEvaluations(snapshot, policy, Date.now()),
      ),
    evaluationMinutes: () =>
      withSnapshot(environment, place, async (snapshot) => (await library()).recordedMinutes(snapshot)),
  };
}

async function withSnapshot<T>(
  environment: RunnerEnvironment,
  { cwd, token }: LedgerPlace,
  ask: (snapshot: LedgerSnapshot) => Promise<T>,
): Promise<T> {
  const { openRunnerLedger } = await import('./lineage-ledger.ts');
  const ledger = await openRunnerLedger(environment, { cwd, remote: 'origin', token });
  try {
    return await ask(await ledger.snapshot());
  } finally {
    await ledger.close();
  }
}
