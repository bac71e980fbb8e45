import { afterEach, expect } from 'vitest';
import type { Logger } from '../../../src/ports/index.ts';
import { connect, type ConnectOptions, type GitHub } from '../../../src/github/index.ts';
import { startGitHubApi, type GitHubApi, type GitHubApiOptions } from '../../support/github-api/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';

export interface Loopback {
  readonly api: GitHubApi;
  readonly github: GitHub;
  /** What was waited, in milliseconds; nothing really waits. */
  readonly waits: number[];
  readonly logged: string[];
}

const open: GitHubApi[] = [];

/** Everything that goes over the wire in these tests is held against GitHub's description. */
afterEach(async () => {
  const apis = open.splice(0);
  await Promise.all(apis.map((api) => api.close()));
  const violations = apis.flatMap((api) => api.violations);
  if (violations.length > 0) throw new Error(`against GitHub's description: ${violations.join('\n')}`);
});

export async function loopback(
  given: GitHubApiOptions = {},
  options: Partial<ConnectOptions> = {},
): Promise<Loopback> {
  const api = await startGitHubApi(given);
  open.push(api);
  const waits: number[] = [];
  const logged: string[] = [];
  const log: Logger = {
    info: () => undefined,
    warning: () => undefined,
    debug: (message) => logged.push(message),
  };
  const pause = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    await Promise.resolve();
  };
  const defaults = {
    token: api.token,
    apiUrl: api.url,
    repository: api.state.repository,
    log,
    clock: { ...systemClock, pause, random: () => 0.5 },
  };
  return { api, github: connect({ ...defaults, ...options }), waits, logged };
}

/** A commit in the loopback's repository; `files` replace those of the parent. */
export async function commit(
  { git }: GitHubApi,
  message: string,
  parents: readonly string[] = [],
  files: Readonly<Record<string, string>> = { a: message },
): Promise<string> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, content]) => ({
      path,
      mode: '100644',
      sha: await git.createBlob(Buffer.from(content)),
    })),
  );
  const author = { name: 'Ada', email: 'ada@example.org', date: '2026-01-05T10:00:00Z' };
  return git.createCommit({
    message,
    tree: await git.createTree(entries),
    parents,
    author,
    committer: author,
  });
}

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('expected a failure'),
    (error: unknown) => error,
  );
}
