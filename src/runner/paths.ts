import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../kernel/user-error.ts';

/** The folder of the checkout, which must lie in the workspace, links resolved. */
export async function workingFolder(workspace: string, folder: string): Promise<string> {
  const wanted = path.resolve(workspace, folder);
  const [root, found] = await Promise.all([realpath(workspace), realpath(wanted).catch(() => undefined)]);
  if (found === undefined) {
    throw new UserError(`working-directory ${folder} does not exist in the workspace.`, {
      help: 'Check the repository out before this step, and give the folder relative to the workspace.',
    });
  }
  const relative = path.relative(root, found);
  if (relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))) return found;
  throw new UserError(`working-directory ${folder} lies outside of the workspace.`, {
    help: 'Give a folder below the workspace.',
  });
}
