import type { Difference } from './differences.ts';
import type { Method } from './model.ts';

/** Whether a model on disk is what somebody who counts has signed. */
export interface VerifyFacts {
  /** As it was named. */
  readonly path: string;
  /** Path of the signature. */
  readonly signature: string;
  readonly state: 'verified' | 'refused';
  /** `null` where the signature itself is refused. */
  readonly method: Method | null;
  /** Identity of the certificate, its subject, or the file of the key. */
  readonly signer: string | null;
  readonly issuer: string | null;
  /** When it was signed, where a log or a time stamp says so: ISO 8601. */
  readonly at: string | null;
  /** `sha256:…` of the list of files, by which a record names the model. */
  readonly digest: string | null;
  /** Files that were signed, and the bytes that were read of them. */
  readonly files: number;
  readonly bytes: number;
  /** Files that nobody signed, and that were left out because whoever verifies said so. */
  readonly leftOut: number;
  readonly differences: readonly Difference[];
}
