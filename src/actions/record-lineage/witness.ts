import type { Finding } from '../../report/model.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { actionLog } from '#lib/action';
import { cloneOrScratch, type Clone } from '../../runner/ledger/clone.ts';
import { lineagePolicyOn } from '../../runner/ledger/correction-rights.ts';
import { statesBy } from '../../runner/ledger/states.ts';

/** What this run sees of the ledger, and what runs before it saw. */
export interface TrunkWitness {
  /** Absent without a token: then nobody can be asked. */
  readonly states?: WitnessedStates;
  /** Notes on trunk where the ledger stands. */
  note(): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

export function trunkWitness(
  environment: RunnerEnvironment,
  place: { readonly cwd: string; readonly token: string | undefined },
): TrunkWitness {
  const { event, ref, sha, serverUrl, repository, runId } = environment;
  let clone: Promise<Clone> | undefined;
  const opened = async () => (await (clone ??= cloneOrScratch(environment, place))).repository();
  const policy = lineagePolicyOn(opened, event.defaultBranch);
  const { states } = statesBy(environment, place.token, async () => (await policy()).abandoned);
  return {
    ...(place.token === undefined ? {} : { states }),
    note: async () => {
      if (event.defaultBranch === undefined || ref !== `refs/heads/${event.defaultBranch}` || !sha) {
        actionLog.info('Where the ledger stands is noted on the default branch only');
        return [];
      }
      const { noteState } = await import('#lib/lineage');
      const url = runId ? { url: `${serverUrl}/${repository}/actions/runs/${runId}` } : {};
      return noteState(states, { on: sha, ...url });
    },
    close: async () => (await clone)?.close(),
  };
}
