import type { Client } from '../client/client.ts';
import { ApiFailure } from '../client/failure.ts';
import type { Ref, Refs } from '../../ports/github-repository.ts';

export function refs(client: Client): Refs {
  const { rest, repo } = client;
  return {
    matching: async (prefix) => {
      const send = () => rest.git.listMatchingRefs({ ...repo, ref: prefix });
      return (await client.all('read refs', send)).map(refOf);
    },
    get: (ref) => getRef(client, ref),
    create: (ref, sha) => createRef(client, ref, sha),
    advance: (ref, sha) => advanceRef(client, ref, sha),
    remove: async (ref) => {
      const send = () => rest.git.deleteRef({ ...repo, ref: shortName(ref) });
      await client.call('delete ref', send).catch(fineWhenMissing);
    },
  };
}

/** The API wants `refs/` in front in one place and refuses it in all others. */
function shortName(ref: string): string {
  return ref.replace(/^refs\//, '');
}

export async function getRef({ find, rest, repo }: Client, ref: string): Promise<Ref | undefined> {
  const data = await find('read refs', () => rest.git.getRef({ ...repo, ref: shortName(ref) }));
  return data === undefined ? undefined : refOf(data);
}

/**
 * Create only. 422 says that it exists, or that the name or object is bad; 409 that another writer holds the lock:
 * which of them it is, the ref itself tells.
 */
export async function createRef(client: Client, ref: string, sha: string): Promise<boolean> {
  const { call, rest, repo } = client;
  try {
    await call('write refs', () => rest.git.createRef({ ...repo, ref, sha }));
    return true;
  } catch (error) {
    if (!isConflict(error) || (await getRef(client, ref)) === undefined) throw error;
    return false;
  }
}

async function advanceRef({ call, rest, repo }: Client, ref: string, sha: string): Promise<boolean> {
  try {
    await call('write refs', () => rest.git.updateRef({ ...repo, ref: shortName(ref), sha, force: false }));
    return true;
  } catch (error) {
    if (isConflict(error) && /fast.forward/i.test(error.message)) return false;
    throw error;
  }
}

function isConflict(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && (error.status === 409 || error.status === 422);
}

/** 422 "Reference does not exist". */
function fineWhenMissing(error: unknown): void {
  if (!isConflict(error) || !/does not exist/i.test(error.message)) throw error;
}

function refOf({ ref, object }: { ref: string; object: { sha: string; type: string } }): Ref {
  return { ref, sha: object.sha, type: object.type };
}
