/** Git and other programs, bundled once for all actions and the CLI: what runs with @actions/exec. */
export {
  addressOf,
  commands,
  fileTreeOf,
  folderTree,
  lineReader,
  onDisk,
  openLedger,
  openRepository,
  openScratch,
} from '../git/index.ts';
export type {
  ChangeRange,
  GitLedger,
  LedgerOptions,
  LineReader,
  Repository,
  RepositoryOptions,
  Scratch,
} from '../git/index.ts';
