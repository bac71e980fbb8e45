import type { CommitStore, KnownCommits } from '../../ports/commits.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { isUserError } from '../../kernel/user-error.ts';
import { connectGitHub } from './lineage-ledger.ts';

/** Commits that GitHub is asked for, each by a request of its own. */
const mostRequests = 50;

/** Who can tell whether a commit exists: the clone with its remote, then GitHub. */
export function commitStores(
  environment: RunnerEnvironment,
  { cwd, token }: { readonly cwd: string; readonly token?: string | undefined },
): CommitStore[] {
  const api = token === undefined ? [] : [apiStore(environment, token)];
  return [{ known: (shas) => ofClone(cwd, token, shas) }, ...api];
}

async function ofClone(
  cwd: string,
  token: string | undefined,
  shas: readonly string[],
): Promise<KnownCommits> {
  const { openRepository } = await import('#lib/git');
  try {
    const how = { cwd, log: actionLog, ...(token === undefined ? {} : { token }) };
    return await (await openRepository(how)).knownCommits(shas);
  } catch (error) {
    return unasked(error);
  }
}

function apiStore(environment: RunnerEnvironment, token: string): CommitStore {
  return {
    known: async (shas) => {
      const trees = new Map<string, string | undefined>();
      try {
        const { commits } = await connectGitHub(environment, token);
        for (const sha of shas.slice(0, mostRequests)) trees.set(sha, (await commits.get(sha))?.tree);
        return { trees };
      } catch (error) {
        return { ...unasked(error), trees };
      }
    },
  };
}

function unasked(error: unknown): KnownCommits {
  if (!isUserError(error)) throw error;
  return { trees: new Map(), unasked: error.message };
}
