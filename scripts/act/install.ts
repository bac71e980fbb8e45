/** act, which runs workflows outside GitHub (https://github.com/nektos/act): one pinned release, kept outside the repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Knows `using: node24` and writes step summaries and outputs into its JSON log. */
export const actVersion = 'v0.2.89';

export type Installed = { readonly act: string } | { readonly missing: string };

/** Path of act, built with Go where it is not there yet; `missing` says why there can be none. Throws when the build fails. */
export function installAct(): Installed {
  const folder = path.join(
    process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
    'model-gates',
    `act-${actVersion}`,
  );
  const act = path.join(folder, process.platform === 'win32' ? 'act.exe' : 'act');
  if (existsSync(act)) return { act };
  if (spawnSync('go', ['version']).error !== undefined)
    return { missing: 'Go is not installed, and act is built with it' };
  console.log(`building act ${actVersion} into ${folder}, once, about a minute`);
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder };
  const built = spawnSync('go', ['install', `github.com/nektos/act@${actVersion}`], {
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0 || !existsSync(act))
    throw new Error(`act ${actVersion} could not be built:\n${built.stderr}`);
  return { act };
}
