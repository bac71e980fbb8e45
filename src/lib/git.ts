/** Git and other programs, bundled once for all actions and the CLI: what runs with @actions/exec. */
export {
  commands,
  fileTreeOf,
  folderTree,
  lineReader,
  onDisk,
  openLedger,
  openRepository,
} from '../git/index.ts';
export type {
  ChangeRange,
  GitLedger,
  LedgerOptions,
  LineReader,
  Repository,
  RepositoryOptions,
} from '../git/index.ts';
