export { commands } from './commands.ts';
export { fileTreeOf, folderTree } from './disk-tree.ts';
export { openRepository, onDisk } from './repository.ts';
export type { ChangeRange, Repository, RepositoryOptions } from './repository.ts';
export { createGit } from './run.ts';
export type { Git, GitOptions, GitResult, RunOptions } from './run.ts';
