import { openRepository, type Repository } from '../../../src/git/index.ts';
import { isUserError } from '../../../src/kernel/user-error.ts';
import { rememberingLog } from '../../support/log.ts';
import { hermeticEnvironment, type TestRepository } from '../../support/repository.ts';

export type OpenOptions = Partial<Parameters<typeof openRepository>[0]>;

/** The repository as the gates open it, with no one's settings. */
export function open(repository: TestRepository, options: OpenOptions = {}): Promise<Repository> {
  return openRepository({
    cwd: repository.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
    ...options,
  });
}

export function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

/** What a person sees: the message and the help of the UserError; any other outcome is reported as it is. */
export async function advice(work: Promise<unknown>): Promise<string> {
  try {
    return `no error: ${JSON.stringify(await work)}`;
  } catch (error) {
    if (!isUserError(error)) return `not a UserError: ${String(error)}`;
    return `${error.message} | ${error.help ?? ''}`;
  }
}

/** Command lines of git, of the given verb, that a log has seen. */
export function commands(log: { readonly lines: readonly string[] }, verb: string): string[] {
  return log.lines.filter((line) => line.startsWith(`debug: git ${verb} `));
}
