import type { Ports } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import type { Policy } from '../../policy/index.ts';
import { membersBy, rightsBy } from './correction-rights.ts';
import { openRunnerLedger } from './lineage-ledger.ts';

export interface LedgerPlace {
  /** Folder of the checkout. */
  readonly cwd: string;
  readonly token?: string | undefined;
}

/** What a plan may ask the ledger. Nothing is loaded, and nobody is asked, before it does. */
export function ledgerPorts(
  environment: RunnerEnvironment,
  { cwd, token }: LedgerPlace,
  policy: Policy,
): Required<Pick<Ports, 'owed'>> {
  return {
    owed: async () => {
      const { owedEvaluations } = await import('#lib/board');
      const ledger = await openRunnerLedger(environment, { cwd, remote: 'origin', token });
      try {
        const rights = rightsBy(policy, membersBy(environment, token));
        return await owedEvaluations(await ledger.snapshot(), policy, Date.now(), rights);
      } finally {
        await ledger.close();
      }
    },
  };
}
