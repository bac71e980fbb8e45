import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUserError, UserError } from '../runtime/user-error.ts';
import { fetchObjects, type Remote } from './remote.ts';
import type { Git } from './run.ts';

/** Commits added below the shallow boundary, step by step, while the merge base is not certain. */
const steps: readonly number[] = [32, 128, 512, 2048, 8192];

/** What is known of the history here, and how to get more of it. */
export interface History {
  /** Makes sure that the commit, with its trees, is here. */
  ensure(shas: readonly string[]): Promise<void>;
  /** The commit itself, or the one that an annotated tag points at, fetched where it is missing. */
  commit(sha: string): Promise<string>;
  /** Full SHA. Throws a UserError for unrelated histories, or where the remote is out of reach. */
  mergeBase(a: string, b: string): Promise<string>;
  /** Commits whose parents were left out by a depth; empty for a full clone. */
  boundary(): Promise<ReadonlySet<string>>;
  /** Fetches so many commits more below the boundary. */
  deepen(step: number, shas: readonly string[]): Promise<void>;
  /** Makes sure that `git log a..b` sees every commit. */
  complete(a: string, b: string): Promise<void>;
}

export interface HistoryOptions {
  readonly git: Git;
  readonly commonDir: string;
  readonly remote: () => Promise<Remote>;
}

export function historyOf({ git, commonDir, remote }: HistoryOptions): History {
  const boundary = () => shallowCommits(commonDir);
  const known = new Map<string, string>();

  const find = async (sha: string) => {
    const commit = known.get(sha) ?? (await presentCommit(git, sha));
    if (commit !== undefined) known.set(sha, commit);
    return commit;
  };
  const absent = async (shas: readonly string[]) => {
    const found = await Promise.all(shas.map(find));
    return shas.filter((_, index) => found[index] === undefined);
  };

  const ensure = async (shas: readonly string[]) => {
    const missing = await absent([...new Set(shas)]);
    if (missing.length === 0) return;
    git.log.info(`Fetching ${missing.map(short).join(', ')}`);
    const shallow = (await boundary()).size > 0;
    // In a full clone a depth would cut the history that is there.
    await fetchObjects(
      git,
      await remoteFor(missing),
      missing,
      shallow ? { depth: 1, withoutBlobs: true } : {},
    );
    const [still] = await absent(missing);
    if (still !== undefined)
      throw new UserError(`${short(still)} is not a commit`, { help: 'Give the SHA of a commit.' });
  };

  const remoteFor = async (shas: readonly string[]) => {
    try {
      return await remote();
    } catch (error) {
      if (!isUserError(error)) throw error;
      throw new UserError(`${shas.map(short).join(', ')} is not here, and ${error.message}`, {
        help: error.help ?? '',
        cause: error,
      });
    }
  };

  const commit = async (sha: string) => {
    await ensure([sha]);
    return (await find(sha)) ?? sha;
  };

  const complete = async (a: string, b: string, range: string) => {
    for (const step of [0, ...steps]) {
      if (step > 0) {
        git.log.info(`Looking for the merge base: fetching ${step} more commits`);
        await deepen(step, [a, b]);
      }
      const cut = await boundary();
      if (cut.size === 0 || !(await touches(git, range, cut))) return;
    }
    throw new UserError('the merge base is more than ten thousand commits away', {
      help: 'Check out with `fetch-depth: 0`, or bring the branch up to date with trunk.',
    });
  };

  const deepen = async (step: number, shas: readonly string[]) => {
    await fetchObjects(git, await remote(), shas, { deepen: step, withoutBlobs: true });
  };

  const mergeBase = async (a: string, b: string) => {
    await ensure([a, b]);
    await complete(a, b, `${a}...${b}`);
    const found = await git.attempt(['merge-base', a, b]);
    const sha = found.stdout.toString('latin1').trim();
    if (sha !== '') return sha;
    throw new UserError(`${short(a)} and ${short(b)} have no common history`, {
      help: 'The branch does not come from this trunk: create it anew from trunk and carry the changes over.',
    });
  };

  return { ensure, commit, mergeBase, boundary, deepen, complete: (a, b) => complete(a, b, `${a}..${b}`) };
}

/**
 * The commit that the object is, or an annotated tag points at, where it is here.
 * `--missing=print` keeps a partial clone from fetching it, with all its history, on its own.
 */
async function presentCommit(git: Git, sha: string): Promise<string | undefined> {
  const result = await git.attempt(['rev-list', '--no-walk', '--missing=print', sha, '--']);
  const listed = result.stdout.toString('latin1').trim();
  return /^[0-9a-f]{40,64}$/.test(listed) ? listed : undefined;
}

/** The commit and what it was laid on, newest first, at most so many; a shallow clone fetches the commits that it lacks. */
export async function firstParents(git: Git, history: History, sha: string, most: number): Promise<string[]> {
  await history.ensure([sha]);
  const here = await firstParentsHere(git, sha, most);
  if (here.length >= most || !(await history.boundary()).has(here.at(-1) ?? '')) return here;
  await history.deepen(most, [sha]);
  return firstParentsHere(git, sha, most);
}

async function firstParentsHere(git: Git, sha: string, most: number): Promise<string[]> {
  const listed = await git.text(['rev-list', '--first-parent', `--max-count=${most}`, sha, '--']);
  return listed.split('\n');
}

/** True when a commit of the range has parents that are not here: what git says of it may then be wrong. */
async function touches(git: Git, range: string, cut: ReadonlySet<string>): Promise<boolean> {
  const listed = await git.text(['rev-list', range, '--']);
  return listed.split('\n').some((sha) => cut.has(sha));
}

/** Commits whose parents were left out by a depth; empty for a full clone. */
export async function shallowCommits(commonDir: string): Promise<Set<string>> {
  const text = await readFile(join(commonDir, 'shallow'), 'utf8').catch(() => '');
  return new Set(text.split(/\s+/).filter((sha) => sha !== ''));
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
