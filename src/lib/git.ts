/** Git and other programs, bundled once for all actions and the CLI: what runs with @actions/exec. */
export { commands, fileTreeOf, folderTree, onDisk, openRepository } from '../git/index.ts';
export type { ChangeRange, Repository, RepositoryOptions } from '../git/index.ts';
