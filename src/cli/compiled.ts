/** Where what V8 compiled of the bundles is kept from one call on a laptop to the next. */
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * In the user's own cache, where nobody else writes, by user and verb; `undefined` where nothing is kept. A job starts with nothing kept, and what another job left is not
 * believed: there it is always so.
 */
export function compiledFolder(
  environment: Environment,
  verb = '',
  { platform, getuid }: Pick<NodeJS.Process, 'platform' | 'getuid'> = process,
): string | undefined {
  if (['CI', 'GITHUB_ACTIONS', 'NODE_DISABLE_COMPILE_CACHE'].some((name) => environment[name]))
    return undefined;
  const cache = cacheOf(environment, platform);
  if (cache === undefined || !path.isAbsolute(cache)) return undefined;
  const user = String(getuid?.() ?? 'user');
  return path.join(cache, 'model-gates/compiled', user, /^[a-z-]+$/.test(verb) ? verb : 'other');
}

function cacheOf(environment: Environment, platform: string): string | undefined {
  if (platform === 'win32') return environment['LOCALAPPDATA'];
  const { XDG_CACHE_HOME: named = '', HOME: home = '' } = environment;
  if (named !== '') return named;
  if (home === '') return undefined;
  return path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
}
