import type { LedgerStates, WitnessedStates } from '../../ports/ledger-states.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { connectGitHub } from './lineage-ledger.ts';

/** What trunk's commits say of the ledger; without a token each question fails, so that nobody takes silence for agreement. */
export function statesBy(
  environment: RunnerEnvironment,
  token: string | undefined,
  abandoned: WitnessedStates['abandoned'],
): { readonly states: WitnessedStates & Pick<LedgerStates, 'note'> } {
  const api = async (): Promise<LedgerStates> => {
    if (token !== undefined) return (await connectGitHub(environment, token)).ledgerStates;
    throw new UserError('there is no token', { help: 'Pass a token with `statuses: read`.' });
  };
  return {
    states: {
      seen: async (root) => (await api()).seen(root),
      current: async () => (await api()).current(),
      standing: async (state, root) => (await api()).standing(state, root),
      note: async (seen) => (await api()).note(seen),
      abandoned,
    },
  };
}
