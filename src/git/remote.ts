import { UserError } from '../runtime/user-error.ts';
import { authentication, type Environment } from './environment.ts';
import { failure } from './errors.ts';
import type { Git } from './run.ts';

/** Network commands may wait for a slow server. */
export const networkTimeoutMs = 5 * 60_000;

/** The remote of a repository: its name, and the variables that authenticate. */
export interface Remote {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
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
  return { name, env: token === undefined || token === '' ? {} : authentication(address, token, env) };
}

export interface FetchOptions {
  /** History to bring of each commit; absent: all that is missing. */
  readonly depth?: number;
  /** Commits to add below every shallow boundary. */
  readonly deepen?: number;
  /** Leave file contents out until they are read. */
  readonly withoutBlobs?: boolean;
}

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
  const filter = options.withoutBlobs === true ? ['--filter=blob:none'] : [];
  const depth = [
    ...(options.depth === undefined ? [] : [`--depth=${options.depth}`]),
    ...(options.deepen === undefined ? [] : [`--deepen=${options.deepen}`]),
  ];
  const fetch = (more: readonly string[]) =>
    git.attempt(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        ...more,
        ...depth,
        '--',
        remote.name,
        ...shas,
      ],
      { timeoutMs: networkTimeoutMs, env: remote.env },
    );
  const first = await fetch(filter);
  if (first.exitCode === 0) return;
  const last = filter.length > 0 && /filter/i.test(first.stderr) ? await fetch([]) : first;
  if (last.exitCode !== 0) throw unfetched(shas, last);
}

function unfetched(shas: readonly string[], result: Parameters<typeof failure>[1]): UserError {
  if (!/not our ref|unadvertised object|couldn't find remote ref/i.test(result.stderr))
    return failure('fetch', result);
  const names = shas
    .map((sha) => sha.slice(0, 8))
    .slice(0, 3)
    .join(', ');
  return new UserError(`the remote does not have ${names}`, {
    help: 'It may have been force-pushed away: push the branch again, or run the workflow for the newest commit.',
  });
}
