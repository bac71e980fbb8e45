import { isUserError, UserError } from './user-error.ts';

/** What the system refuses and no program can help: not a bug in model-gates. Node's own words follow, with the path. */
const refusals: ReadonlyMap<string, readonly [what: string, help: string]> = new Map([
  ['ENOSPC', ['the disk is full', 'Free some space and run it again.']],
  ['EDQUOT', ['the disk quota is used up', 'Free some space and run it again.']],
  ['EROFS', ['the file system is read-only', 'Run it where files may be written.']],
  ['EACCES', ['access was refused', 'Run it as a user who may read and write there.']],
  ['EPERM', ['access was refused', 'Run it as a user who may read and write there.']],
  ['EMFILE', ['too many files are open', 'Raise the limit (`ulimit -n`), or run fewer commands at once.']],
  ['ENFILE', ['too many files are open', 'Run fewer commands at once.']],
  ['EIO', ['the disk failed', 'Check the disk, and run it again.']],
]);

/** Something is not there, in what Node calls so. */
const absences: ReadonlyMap<string, readonly [what: string, help: string]> = new Map([
  [
    'mkdtemp',
    [
      'there is no folder for temporary files',
      'Make it, or let TMPDIR (in a job: RUNNER_TEMP) name one that is there.',
    ],
  ],
  ['uv_cwd', ['the folder in which this runs is gone', 'Change to a folder that is there.']],
]);

/** The error as a UserError, where the user or the environment must fix it; `undefined` for a bug in model-gates. */
export function asUserError(error: unknown): UserError | undefined {
  if (isUserError(error)) return error;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const isAbsent = error.code === 'ENOENT' || error.code === 'ENOTDIR';
  const call = isAbsent && 'syscall' in error ? String(error.syscall) : '';
  const [what, help] = absences.get(call) ?? refusals.get(String(error.code)) ?? [];
  if (what === undefined || help === undefined) return undefined;
  return new UserError(`${what} (${error.message})`, { help, cause: error });
}
