import { UserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';

const mostFiles = 5000;

/**
 * `sha256:<hex>` over the files of a tree: of the lines that `sha256sum` prints for them, sorted by path.
 * `null` where there are none. Throws a UserError for a file that cannot be read, or too many.
 */
export async function digestOf(tree: FileTree, paths: readonly string[]): Promise<string | null> {
  if (paths.length === 0) return null;
  if (paths.length > mostFiles)
    throw new UserError(`${paths.length} files are more than ${mostFiles} to make a digest of.`, {
      help: 'Name fewer in the policy (config.files, dependencies.files).',
    });
  const { createHash } = await import('node:crypto');
  const digest = createHash('sha256');
  for (const path of paths.toSorted()) {
    const bytes = (await tree.read(path)) ?? new Uint8Array();
    digest.update(`${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  }
  return `sha256:${digest.digest('hex')}`;
}
