import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchObjects, findRemote } from './refs/remote.ts';
import { openRepository, type Repository, type RepositoryOptions } from './repository.ts';
import { createGit } from './process/run.ts';

export interface Scratch {
  readonly repository: Repository;
  close(): Promise<void>;
}

/**
 * A clone of this process alone, for where there is none: of one commit and without contents. What else is asked for is fetched then,
 * as in any shallow clone. Throws a UserError where the address cannot be reached.
 */
export async function openScratch(
  url: string,
  options: Pick<RepositoryOptions, 'log' | 'token' | 'env'>,
): Promise<Scratch> {
  const env = options.env ?? process.env;
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'model-gates-clone-'));
  const close = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const git = createGit({ cwd: folder, log: options.log, env });
    await git.run(['init', '--quiet', '--template=', '.']);
    await git.run(['config', 'remote.origin.url', url]);
    const remote = await findRemote(git, 'origin', options.token, env);
    await fetchObjects(git, remote, ['HEAD'], { depth: 1, blobs: 'none' });
    return { repository: await openRepository({ cwd: folder, ...options }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
