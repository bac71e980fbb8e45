import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../../ports/index.ts';
import type { Environment } from '../process/environment.ts';
import { extensibleConfig, makeBareRepository, plainConfig } from './bare-repository.ts';
import { objectReader, type ObjectReader } from './object-reader.ts';

export interface LocalOptions {
  readonly cwd: string;
  readonly commonDir: string;
  readonly env: Environment;
  readonly log: Logger;
  /** Of its object names. */
  readonly isSha256: boolean;
}

/**
 * Reads what a clone has, and fetches nothing: in a partial clone git would go to the remote for each object that is not here, and only a
 * young git can be kept from it. Seen from a repository without a remote, what is missing is just missing.
 */
export function localObjects({ cwd, commonDir, env, log, isSha256 }: LocalOptions): ObjectReader {
  const objects = env['GIT_OBJECT_DIRECTORY'] ?? join(commonDir, 'objects');
  const store = () => ({ GIT_DIR: emptyRepository(env, isSha256), GIT_OBJECT_DIRECTORY: objects });
  return objectReader({ cwd, env, store, log });
}

const made = new Map<boolean, string>();

/** One serves all clones of this process. */
function emptyRepository(env: Environment, isSha256: boolean): string {
  const known = made.get(isSha256);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'model-gates-git-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const config = isSha256 ? `${extensibleConfig}[extensions]\n\tobjectformat = sha256\n` : plainConfig;
  makeBareRepository(folder, { config, writer: 'new' });
  made.set(isSha256, folder);
  return folder;
}
