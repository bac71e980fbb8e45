/** What V8 compiled of the bundles, kept from one call on a laptop to the next. */
import module from 'node:module';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * From here on, what is loaded is taken from the user's cache where Node's version and the file's content are the same, and is kept there.
 * A damaged entry is compiled again. A job starts with nothing kept, and what another job left is not believed: there it does nothing.
 */
export function keepCompiled(environment: Environment, platform = process.platform): void {
  const folder = compiledFolder(environment, platform);
  // Node 20 has none; where NODE_COMPILE_CACHE names a folder that one is in use already.
  if (folder !== undefined) module.enableCompileCache?.(folder);
}

/** In the user's own cache, where nobody else writes; `undefined` where there is none. */
export function compiledFolder(environment: Environment, platform: string): string | undefined {
  if ((environment['CI'] ?? environment['GITHUB_ACTIONS'] ?? '') !== '') return undefined;
  const cache = cacheOf(environment, platform);
  return cache === undefined || !path.isAbsolute(cache)
    ? undefined
    : path.join(cache, 'model-gates/compiled');
}

function cacheOf(environment: Environment, platform: string): string | undefined {
  if (platform === 'win32') return environment['LOCALAPPDATA'];
  const { XDG_CACHE_HOME: named = '', HOME: home = '' } = environment;
  if (named !== '') return named;
  if (home === '') return undefined;
  return path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
}
