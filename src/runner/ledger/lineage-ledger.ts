import type { Ledger } from '../../ports/ledger.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { isUserError } from '../../kernel/user-error.ts';

export interface LedgerPlace {
  readonly remote: string;
  readonly token?: string | undefined;
  /** Folder of the checkout; no clone need be there. */
  readonly cwd: string;
}

export async function connectGitHub({ apiUrl, repository }: RunnerEnvironment, token: string) {
  const { connect } = await import('#lib/github');
  return connect({ token, apiUrl, repository, log: actionLog });
}

/** What GitHub knows of workflow runs; nothing without a token. */
export function runsBy(environment: RunnerEnvironment, token: string | undefined) {
  if (token === undefined) return {};
  return { runs: { run: async (id: string) => (await connectGitHub(environment, token)).runs.get(id) } };
}

/** The ledger over git: of the clone's remote, or of this repository's address where there is no clone. */
export async function gitLedger(environment: RunnerEnvironment, { cwd, remote, token }: LedgerPlace) {
  const { openLedger } = await import('#lib/git');
  const url = `${environment.serverUrl}/${environment.repository}`;
  return openLedger({ cwd, log: actionLog, remote, url, ...(token === undefined ? {} : { token }) });
}

/** Writes over the API, which needs neither clone nor git; reads and compacts over git, and over the API where git cannot. */
export async function openRunnerLedger(
  environment: RunnerEnvironment,
  place: LedgerPlace,
): Promise<Ledger & { close(): Promise<void> }> {
  const git = await gitLedger(environment, place);
  const { token } = place;
  if (token === undefined) return git;
  const api = async () => (await connectGitHub(environment, token)).ledger;
  let reading: Ledger = git;
  return {
    append: async (blobs) => (await api()).append(blobs),
    snapshot: async () => {
      try {
        return await reading.snapshot();
      } catch (error) {
        if (!isUserError(error) || reading !== git) throw error;
        actionLog.info(`Reading the ledger over the API: ${error.message}`);
        reading = await api();
        return reading.snapshot();
      }
    },
    compact: (folding) => reading.compact(folding),
    get batch() {
      return reading.batch;
    },
    close: git.close,
  };
}
