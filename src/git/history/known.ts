/** Whether commits exist: here, or on the remote. */
import { isUserError } from '../../kernel/user-error.ts';
import type { KnownCommits } from '../../ports/commits.ts';
import { checkSha } from '../refs/refs.ts';
import { AbsentOnRemote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';
import type { History } from './history.ts';
import { treesOf } from './same.ts';

/** Commits that are asked for one by one, after one of them was not to be had. */
const mostAlone = 50;

/** Of commits by full SHA their trees; one that is not here is fetched, and is nobody's only where the remote says so. */
export async function knownCommits(
  git: Git,
  history: History,
  shas: readonly string[],
): Promise<KnownCommits> {
  const absent = await notHere(git, shas.map(checkSha));
  const gone = new Set<string>();
  let unasked: string | undefined;
  const whole = absent.length === 0 ? undefined : await reasonAgainst(history, absent);
  for (const sha of whole === undefined ? [] : absent.slice(0, mostAlone)) {
    const reason = absent.length === 1 ? whole : await reasonAgainst(history, [sha]);
    if (reason === 'absent') gone.add(sha);
    else if (reason !== undefined) unasked = reason;
  }
  const trees = await treesOf(git, shas);
  const known = shas.flatMap((sha, at): [string, string | undefined][] =>
    trees[at] === undefined && !gone.has(sha) ? [] : [[sha, trees[at]]],
  );
  // A tag of its own, say: fetched, and no commit.
  if (known.length < shas.length && absent.length <= mostAlone) unasked ??= 'they are not commits';
  return { trees: new Map(known), ...(unasked === undefined ? {} : { unasked }) };
}

async function notHere(git: Git, shas: readonly string[]): Promise<string[]> {
  const trees = await treesOf(git, shas);
  return shas.filter((_, at) => trees[at] === undefined);
}

/** `absent` where the remote does not have them, else why they could not be fetched. */
async function reasonAgainst(history: History, shas: readonly string[]): Promise<string | undefined> {
  try {
    await history.ensure(shas);
    return undefined;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return error instanceof AbsentOnRemote ? 'absent' : error.message;
  }
}
