import { UserError } from '../../kernel/user-error.ts';
import { authentication, type Environment } from '../process/environment.ts';
import { brokeOff, failure, isInUse } from '../process/errors.ts';
import type { Git } from '../process/run.ts';
import type { GitResult } from '../process/result.ts';

/** Network commands may wait for a slow server. */
const timeoutMs = 5 * 60_000;

/** Waits before each further try of a command whose connection broke. */
const afterBreakMs: readonly number[] = [500, 3000];

/** The same while another git holds a lock: one that fetches keeps it until it has everything. */
const whileInUseMs: readonly number[] = [250, 500, 1000, 2000, 4000];

/** The remote of a repository: its name, and the variables that authenticate. */
export interface Remote {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** One at a time: git locks the list of shallow commits while it fetches. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The named remote. Throws a UserError where the repository has none of that name. */
export async function findRemote(
  git: Git,
  name: string,
  token: string | undefined,
  env: Environment,
): Promise<Remote> {
  const url = await git.attempt(['remote', 'get-url', '--', name]);
  if (url.exitCode !== 0)
    throw new UserError(`the repository has no remote named "${name}"`, {
      help: 'Add it with `git remote add`, or fetch all that is needed beforehand (`fetch-depth: 0` in actions/checkout).',
    });
  const address = url.stdout.toString('utf8').trim();
  return {
    name,
    env: token === undefined || token === '' ? {} : authentication(address, token, env),
    inTurn: turns(),
  };
}

function turns(): Remote['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Runs a command that talks to the remote, again where it may well succeed a moment later. Whatever the exit code. */
export async function tryOverNetwork(
  git: Git,
  remote: Remote,
  args: readonly string[],
  input?: string,
): Promise<GitResult> {
  const how = { timeoutMs, env: remote.env, ...(input === undefined ? {} : { input }) };
  let result = await git.attempt(args, how);
  for (let tries = 0; result.exitCode !== 0; tries += 1) {
    const pause = pausesAfter(result.stderr)[tries];
    if (pause === undefined) break;
    git.log.info(
      `git ${args[0] ?? ''} did not get through, trying again: ${result.stderr.trim().slice(0, 200)}`,
    );
    await git.clock.pause(pause * (0.5 + git.clock.random()));
    result = await git.attempt(args, how);
  }
  return result;
}

function pausesAfter(stderr: string): readonly number[] {
  if (isInUse(stderr)) return whileInUseMs;
  return brokeOff(stderr) ? afterBreakMs : [];
}

/** `tryOverNetwork`, where any exit code but 0 throws a UserError with advice. */
export async function overNetwork(git: Git, remote: Remote, args: readonly string[]): Promise<Buffer> {
  const result = await tryOverNetwork(git, remote, args);
  if (result.exitCode !== 0) throw failure(args[0] ?? '', result);
  return result.stdout;
}

export interface FetchOptions {
  /** History to bring of each commit; absent: all that is missing. */
  readonly depth?: number;
  /** Commits to add below every shallow boundary. */
  readonly deepen?: number;
  /** File contents to bring: none until they are read, or those that a comparison is likely to read; absent: all. */
  readonly blobs?: 'none' | 'small';
}

const filters = { none: 'blob:none', small: 'blob:limit=512k' };

/** Object ids on one command line: Windows allows 32,767 characters. */
const idsInLine = 400;

const quietly = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];

/**
 * Brings objects, named by full SHA, and moves no ref. A server that refuses filters is asked again without.
 * Throws a UserError when the remote is out of reach or does not have them.
 */
export async function fetchObjects(
  git: Git,
  remote: Remote,
  shas: readonly string[],
  options: FetchOptions,
): Promise<void> {
  const filter = options.blobs === undefined ? [] : [`--filter=${filters[options.blobs]}`];
  const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`];
  const deepen = options.deepen === undefined ? [] : [`--deepen=${options.deepen}`];
  const isLong = shas.length > idsInLine;
  const named = isLong ? ['--stdin', '--', remote.name] : ['--', remote.name, ...shas];
  const input = isLong ? `${shas.join('\n')}\n` : undefined;
  const fetch = (more: readonly string[]) =>
    tryOverNetwork(git, remote, [...quietly, ...more, ...depth, ...deepen, ...named], input);
  const result = await remote.inTurn(async () => {
    const first = await fetch(filter);
    return first.exitCode !== 0 && /filter/i.test(first.stderr) ? fetch([]) : first;
  });
  if (result.exitCode !== 0) throw unfetched(shas, result);
}

/** The remote was asked, and says that it does not have them, or does not give them out. */
export class AbsentOnRemote extends UserError {
  /** The one that it named. */
  readonly sha: string | undefined;

  constructor(shas: readonly string[], sha?: string) {
    super(...unavailable(sha === undefined ? shas : [sha]));
    this.sha = sha;
  }
}

/** The remote gives what its refs name alone: it may have them all the same. */
export class NotAdvertised extends UserError {}

function unavailable(shas: readonly string[]): [string, { help: string }] {
  const names = shas.slice(0, 3).map((sha) => sha.slice(0, 8));
  return [
    `the remote does not have ${names.join(', ')}`,
    {
      help: 'It may have been force-pushed away: push the branch again, or run the workflow for the newest commit.',
    },
  ];
}

function unfetched(shas: readonly string[], result: GitResult): UserError {
  const { stderr } = result;
  if (/not our ref/i.test(stderr))
    return new AbsentOnRemote(shas, /not our ref ([0-9a-f]{40,64})/i.exec(stderr)?.[1]);
  if (/unadvertised object|couldn't find remote ref/i.test(stderr))
    return new NotAdvertised(...unavailable(shas));
  return failure('fetch', result);
}
