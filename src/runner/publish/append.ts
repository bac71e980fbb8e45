import { appendFile, stat } from 'node:fs/promises';
import { UserError } from '../../kernel/user-error.ts';

/** Adds to a file through which a step speaks to its runner. Throws a UserError where it cannot be written, or is not a regular file. */
export async function appendToRunnerFile(variable: string, file: string, text: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  // Another kind of file, such as a pipe, may never take what is written.
  if (found?.isFile() === false) throw unwritable(variable, file, 'it is not a regular file');
  try {
    await appendFile(file, text);
  } catch (cause) {
    throw unwritable(variable, file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function unwritable(variable: string, file: string, reason: string, cause?: unknown): UserError {
  return new UserError(`${variable} (${file}) cannot be written: ${reason}`, {
    help: 'The runner makes this file; a step before this one must not change the variable or the file, and a container needs the folder mounted.',
    ...(cause === undefined ? {} : { cause }),
  });
}
