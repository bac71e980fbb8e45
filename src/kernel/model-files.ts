/** Files of a model, which may be too large to be read at once. */
export interface ModelEntry {
  /** Below the model, with forward slashes; `.` where the model is one file. */
  readonly path: string;
  /** `link`: one that leads to a file; what leads elsewhere, and what is neither file nor folder, is `other`. */
  readonly kind: 'file' | 'link' | 'other';
  readonly bytes: number;
}

/** A part of a file. */
export interface FileRange {
  readonly path: string;
  /** Offsets in bytes; `end` is not part of it. */
  readonly start: number;
  readonly end: number;
}

/** What files of a model are hashed with. */
export type FileHash = 'sha256' | 'blake2b' | 'blake3';
