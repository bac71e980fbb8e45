import type { Repository } from '#lib/git';
import { actionLog } from '#lib/action';
import { isUserError } from '../../kernel/user-error.ts';
import type { RunnerEnvironment } from '../environment.ts';

export interface Clone {
  /** The job's own clone; `undefined` where there is none. */
  readonly own: Repository | undefined;
  /** The same, else one that is made of the repository's address when it is first asked for. */
  repository(): Promise<Repository>;
  /** Removes what was made. */
  close(): Promise<void>;
}

/** What reads trunk also in a job without a checkout. */
export async function cloneOrScratch(
  { serverUrl, repository: name }: RunnerEnvironment,
  { cwd, token }: { readonly cwd: string; readonly token?: string | undefined },
): Promise<Clone> {
  const secret = token === undefined ? {} : { token };
  const own = await cloneAt(cwd, secret);
  const made: (() => Promise<void>)[] = [];
  const open = async () => {
    if (own !== undefined) return own;
    const { openScratch } = await import('#lib/git');
    const scratch = await openScratch(`${serverUrl}/${name}`, { log: actionLog, ...secret });
    made.push(scratch.close);
    return scratch.repository;
  };
  let opened: Promise<Repository> | undefined;
  return {
    own,
    repository: () => (opened ??= open()),
    close: async () => {
      await Promise.all(made.splice(0).map((close) => close()));
    },
  };
}

async function cloneAt(cwd: string, secret: { readonly token?: string }): Promise<Repository | undefined> {
  const { openRepository } = await import('#lib/git');
  try {
    return await openRepository({ cwd, log: actionLog, ...secret });
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
