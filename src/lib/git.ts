/** Git, bundled once for all actions and the CLI. */
export { fileTreeOf, folderTree, onDisk, openRepository } from '../git/index.ts';
export type { ChangeRange, Repository, RepositoryOptions } from '../git/index.ts';
