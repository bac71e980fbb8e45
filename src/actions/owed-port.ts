import type { Ports } from '../gates/ports.ts';
import type { RunnerEnvironment } from '../runtime/environment.ts';
import type { Policy } from '../trunk/index.ts';

export interface OwedPlace {
  /** Folder of the checkout. */
  readonly cwd: string;
  readonly token: string | undefined;
}

/** What merged hotfixes owe. Nothing is loaded, and nobody is asked, before it is called. */
export function owedPort(
  environment: RunnerEnvironment,
  { cwd, token }: OwedPlace,
  policy: Policy,
): NonNullable<Ports['owed']> {
  return async () => {
    const { owedEvaluations } = await import('#lib/dashboard');
    const { openRunnerLedger } = await import('./lineage-ledger.ts');
    const ledger = await openRunnerLedger(environment, { cwd, remote: 'origin', token });
    try {
      return await owedEvaluations(await ledger.snapshot(), policy, Date.now());
    } finally {
      await ledger.close();
    }
  };
}
