import { launch } from '../launcher.ts';

export interface Result {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export type Git = (
  args: readonly string[],
  options?: { input?: string | Buffer; env?: Record<string, string> },
) => Promise<Result>;

/** A full name, or a range of two. */
const commits = /^[0-9a-f]{40}(?:\.\.[0-9a-f]{40})?$/;

/** How many names these are given; beside them only options, and files in a commit. */
const lasting: ReadonlyMap<string, number> = new Map([
  ['blame', 1],
  ['cat-file', 1],
  ['diff', 2],
  ['log', 1],
  ['ls-tree', 1],
  ['merge-base', 2],
  ['rev-list', 1],
]);

/** Commits that full names stand for never change: what git once said of them is said again without a process. */
export function remembered(git: Git): Git {
  const known = new Map<string, Promise<Result>>();
  return async (args, options) => {
    const named = args.filter((arg) => commits.test(arg)).length;
    if (options !== undefined || named === 0 || named !== lasting.get(args[0] ?? ''))
      return git(args, options);
    const key = args.join('\0');
    const result = known.get(key) ?? git(args);
    known.set(key, result);
    if ((await result).code !== 0) known.delete(key);
    return result;
  };
}

/** Runs git on a repository; makes it first, bare, where asked to. */
export function gitIn(gitDir: string, make: boolean): Git {
  let made: Promise<Result> | undefined;
  return async (args, { input, env = {} } = {}) => {
    if (make) await (made ??= run('git', ['init', '--quiet', '--bare', gitDir], {}));
    return run('git', ['--git-dir', gitDir, ...args], {
      ...(input === undefined ? {} : { input }),
      env: { ...quietEnvironment, ...env },
    });
  };
}

const quietEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.example',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.example',
};

function run(
  program: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = launch(program, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.stdin?.on('error', () => undefined);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin?.end(input);
  });
}
