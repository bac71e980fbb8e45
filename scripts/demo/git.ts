import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs git in a folder and gives what it says, without the final newline; throws git's own words. */
export type Git = (folder: string, ...args: string[]) => string;

/** git in this environment. */
export function gitIn(env: Environment): Git {
  return (folder, ...args) => {
    try {
      return execFileSync('git', args, {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }).trimEnd();
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
      throw new Error(`git ${args.join(' ')} failed in ${folder}: ${said.trim()}`, { cause: error });
    }
  };
}

/**
 * An environment in which git sees no configuration but ours, the same on every machine,
 * and reaches `hub` (a folder's URL) wherever it is asked for `url`.
 */
export function isolatedEnvironment(folder: string, hub: string, url: string): Record<string, string> {
  const file = path.join(folder, 'gitconfig');
  writeFileSync(file, `${settings}[url "${hub}"]\n\tinsteadOf = ${url}\n`);
  return { GIT_CONFIG_GLOBAL: file, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
}

/** This process's environment, less what would lead git to another repository (a hook sets GIT_DIR). */
export function hostEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}

const settings = `[user]
	name = Mira Sandoval
	email = mira@lab.example
[init]
	defaultBranch = main
[core]
	autocrlf = false
[commit]
	gpgSign = false
[tag]
	gpgSign = false
[gc]
	auto = 0
[advice]
	detachedHead = false
`;
