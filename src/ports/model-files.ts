import type { FileHash, FileRange, ModelEntry } from '../kernel/model-files.ts';

/** A model on disk: a folder of any size, or one file. */
export interface ModelFiles {
  /** Everything below it, sorted by code unit; a linked folder is one entry. Throws a UserError for what cannot be listed. */
  list(): Promise<readonly ModelEntry[]>;
  /** Digest of each part in hexadecimal, several at a time. Throws a UserError for a file that cannot be read, or ends early. */
  digests(parts: readonly FileRange[], algorithm: FileHash): Promise<readonly string[]>;
}
