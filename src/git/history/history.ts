import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { ObjectReader } from '../objects/object-reader.ts';
import { fetchObjects } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';
import type { Related } from '../locate.ts';
import { deepen as deepenClone, endOfRemote, short, shallowCommits, type ShallowClone } from './deepen.ts';

/** Commits added below the shallow boundary, step by step, while the merge base is not certain. */
const steps: readonly number[] = [32, 128, 512, 2048, 8192];

/** Looks at a range: each step, and some more while others move the boundary. */
const maxLooks = 20;

/** What is known of the history here, and how to get more of it. */
export interface History {
  /** Makes sure that the commits, with their trees, are here. */
  ensure(shas: readonly string[], how?: Fetched): Promise<void>;
  /** The commit itself, or the one that an annotated tag points at, fetched where it is missing. */
  commit(sha: string): Promise<string>;
  /** Full SHA. Throws a UserError for unrelated histories, or where the remote is out of reach. */
  mergeBase(a: string, b: string, how?: Fetched): Promise<string>;
  /** Commits whose parents were left out by a depth; empty for a full clone. */
  boundary(): Promise<ReadonlySet<string>>;
  /** Fetches so many commits more below the boundary of what the tips have in sight; throws a UserError where `open` ones stay without parents. */
  deepen(step: number, tips: readonly string[], open: readonly string[]): Promise<boolean>;
  /**
   * What `read` finds in a range of commits that are all here. Where another git moves the boundary meanwhile, `read` is asked again:
   * a fetch of depth 1 takes out of sight what was deepened before. `all`: every commit of the range, where what was found lists them.
   */
  settled<T>(range: Range, read: () => Promise<T>, all?: (found: T) => Listed): Promise<T>;
}

/** What a shallow clone fetches for a commit that it lacks. */
export interface Fetched {
  /** Commits of its history, itself included; default 1. */
  readonly depth?: number;
  /** Whether small files come with it, because a comparison is going to read some of them. */
  readonly contents?: boolean;
}

type Listed = readonly string[] | undefined;

/** `a..b`: commits of b that a has not; `a...b`: those that only one of them has. */
export type Range = readonly [a: string, dots: '..' | '...', b: string];

export interface HistoryOptions extends ShallowClone {
  readonly objects: ObjectReader;
  /** Two commits that are here, and their merge base. */
  readonly related?: Related | undefined;
}

export function historyOf({ git, objects, commonDir, remote, related }: HistoryOptions): History {
  const boundary = () => shallowCommits(commonDir);
  const known = new Map<string, string>();

  const find = async (sha: string) => {
    const commit = known.get(sha) ?? (await presentCommit(objects, sha));
    if (commit !== undefined) known.set(sha, commit);
    return commit;
  };
  const absent = async (shas: readonly string[]) => {
    const found = await Promise.all(shas.map(find));
    return shas.filter((_, index) => found[index] === undefined);
  };

  const ensure = async (shas: readonly string[], { depth = 1, contents = false }: Fetched = {}) => {
    const missing = await absent([...new Set(shas)]);
    if (missing.length === 0) return;
    git.log.info(`Fetching ${missing.map(short).join(', ')}`);
    const shallow = (await boundary()).size > 0;
    // In a full clone a depth would cut the history that is there.
    await fetchObjects(
      git,
      await remoteFor(missing),
      missing,
      shallow ? { depth, blobs: contents ? 'small' : 'none' } : {},
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

  const deepen: History['deepen'] = (...how) => deepenClone({ git, commonDir, remote }, ...how);

  const settled = <T>(range: Range, read: () => Promise<T>, all?: (found: T) => Listed) =>
    readSettled({ git, commonDir, deepen }, range, read, all);

  const mergeBase = async (a: string, b: string, how: Fetched = {}) => {
    if (related !== undefined && isPair(related, a, b)) return related.mergeBase;
    // Most branches left trunk within these commits: then no further fetch is needed.
    await ensure([a, b], { depth: steps[0] ?? 1, ...how });
    const range: Range = [a, '...', b];
    const cut = (await boundary()).size > 0;
    const parted = cut
      ? await settled(
          range,
          () => partsOf(git, range),
          ({ commits }) => commits,
        )
      : undefined;
    const base = (parted && baseIn(parted, a, b)) ?? (await settled(range, () => askedBase(git, a, b)));
    if (base !== '') return base;
    throw new UserError(`${short(a)} and ${short(b)} have no common history`, {
      help: 'The branch does not come from this trunk: create it anew from trunk and carry the changes over.',
    });
  };

  return { ensure, commit, mergeBase, boundary, deepen, settled };
}

function isPair({ commits: [one, other] }: Related, a: string, b: string): boolean {
  return (a === one && b === other) || (a === other && b === one);
}

type Cut = Pick<HistoryOptions, 'git' | 'commonDir'> & Pick<History, 'deepen'>;

async function readSettled<T>(
  { git, commonDir, deepen }: Cut,
  range: Range,
  read: () => Promise<T>,
  all?: (found: T) => Listed,
): Promise<T> {
  const [a, , b] = range;
  const further = steps.values();
  const asked = new Set<string>();
  for (let looks = 0; looks < maxLooks; looks += 1) {
    const before = await boundaryStamp(commonDir);
    const cut = await shallowCommits(commonDir);
    const early = all === undefined ? undefined : { found: await read() };
    const listed = early === undefined ? undefined : all?.(early.found);
    const commits = cut.size === 0 ? [] : (listed ?? (await commitsOf(git, range)));
    const open = commits.filter((sha) => cut.has(sha));
    if (open.length > 0) {
      const step = further.next().value;
      if (step === undefined)
        throw await tooFar(
          git,
          [a, b],
          open.find((sha) => asked.has(sha)),
        );
      for (const sha of open) asked.add(sha);
      git.log.info(`Looking for the merge base: fetching ${step} more commits`);
      await deepen(step, [a, b], open);
      continue;
    }
    const { found } = early ?? { found: await read() };
    if ((await boundaryStamp(commonDir)) === before) return found;
  }
  throw new UserError('other commands change the history of this clone while it is read', {
    help: 'Wait for them, and run it again.',
  });
}

/** `stuck`: a commit whose parents were asked for before. */
async function tooFar(git: Git, tips: readonly string[], stuck: string | undefined): Promise<UserError> {
  if (stuck !== undefined) return endOfRemote(git, tips, stuck);
  return new UserError('the merge base is more than ten thousand commits away', {
    help: 'Check out with `fetch-depth: 0`, or bring the branch up to date with trunk.',
  });
}

/** The commit that the object is, or an annotated tag points at, where it is here. */
async function presentCommit(objects: ObjectReader, sha: string): Promise<string | undefined> {
  return (await objects.readUpTo(`${sha}^{commit}`, 0))?.oid;
}

/** The commit and what it was laid on, newest first, at most so many; a shallow clone fetches the commits that it lacks. */
export async function firstParents(git: Git, history: History, sha: string, most: number): Promise<string[]> {
  await history.ensure([sha]);
  const here = await firstParentsHere(git, sha, most);
  const last = here.at(-1) ?? '';
  if (here.length >= most || !(await history.boundary()).has(last)) return here;
  await history.deepen(most, [sha], [last]);
  return firstParentsHere(git, sha, most);
}

/** Whether the history of a commit has another in it; a shallow clone fetches what decides it. */
export async function contains(git: Git, history: History, sha: string, other: string): Promise<boolean> {
  await history.ensure([sha, other]);
  const asked = ['merge-base', '--is-ancestor', other, sha];
  const found = await history.settled([sha, '..', other], () => git.attempt(asked));
  return found.exitCode === 0;
}

async function firstParentsHere(git: Git, sha: string, most: number): Promise<string[]> {
  const listed = await git.text(['rev-list', '--first-parent', `--max-count=${most}`, sha, '--']);
  return listed.split('\n');
}

/** Where one of them has parents that are not here, what git says of the range may be wrong. */
async function commitsOf(git: Git, range: Range): Promise<readonly string[]> {
  return (await git.text(['rev-list', range.join(''), '--'])).split('\n');
}

/** Empty where there is none. */
async function askedBase(git: Git, a: string, b: string): Promise<string> {
  return (await git.attempt(['merge-base', a, b])).stdout.toString('latin1').trim();
}

interface Parts {
  /** Those that only one of the two has. */
  readonly commits: readonly string[];
  /** Those that both have, and on which one of these was laid. */
  readonly below: readonly string[];
}

async function partsOf(git: Git, range: Range): Promise<Parts> {
  const lines = (await git.text(['rev-list', '--boundary', range.join(''), '--'])).split('\n');
  return {
    commits: lines.filter((line) => line !== '' && !line.startsWith('-')),
    below: lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1)),
  };
}

/**
 * Where the two part from one commit, every commit that both have is in its history; what has none alone is the base itself. `undefined` where
 * git has to be asked.
 */
function baseIn({ commits, below }: Parts, a: string, b: string): string | undefined {
  return [a, b].find((sha) => !commits.includes(sha)) ?? (below.length === 1 ? below[0] : undefined);
}

/** Another after each change, also of one that was taken back: git writes a new file and moves it into place. */
async function boundaryStamp(commonDir: string): Promise<string> {
  const found = await stat(join(commonDir, 'shallow'), { bigint: true }).catch(() => undefined);
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeNs}`;
}
