/** What a signature of a model or a build says, in the terms of in-toto, DSSE and OpenSSF Model Signing 1.0. */

import type { FileHash } from '../kernel/model-files.ts';

/** How it was signed: with a bare key, with a certificate of a known chain, or with an identity that Sigstore vouched for. */
export type Method = 'key' | 'certificate' | 'keyless';

export interface Bundle {
  readonly method: Method;
  /** The parsed JSON. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Of a bare key: SHA-256 of its PEM in hexadecimal, where the signature says it. */
  readonly hint?: string;
  /** DER, the certificate of the signer first. */
  readonly certificates: readonly Uint8Array[];
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Subject {
  readonly name: string;
  /** Algorithm → hexadecimal. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface Statement {
  readonly predicateType: string;
  readonly subjects: readonly Subject[];
  /** Of a signed model: its files. */
  readonly manifest?: ModelManifest;
}

export const hashTypes: readonly FileHash[] = ['sha256', 'blake2b', 'blake3'];

export interface SignedRange {
  /** Offsets in bytes; `end` is not part of it, and absent where it is the whole file. */
  readonly start: number;
  readonly end?: number;
  /** Hexadecimal. */
  readonly digest: string;
}

export interface ModelManifest {
  readonly hash: FileHash;
  readonly links: boolean;
  /** Paths, with all below them, that were left out. */
  readonly ignored: readonly string[];
  /** Path → what is signed of it, in the order of the file. The path `.` is the one file of a model that is not a folder. */
  readonly files: ReadonlyMap<string, readonly SignedRange[]>;
  /** Empty files are in no list of parts. */
  readonly parts: boolean;
}

/** Why a signature counts for nothing. `broken`: it is not what it says; `untrusted`: nobody who counts has made it. */
export interface Refusal {
  readonly ok: false;
  readonly kind: 'broken' | 'untrusted';
  readonly reason: string;
}

export function refusal(kind: Refusal['kind'], reason: string): Refusal {
  return { ok: false, kind, reason };
}

/** Who signed, as the certificate or the name of the key says. */
export interface Signer {
  readonly method: Method;
  /** Identity of the certificate, its subject, or the name of the key's file. */
  readonly name: string;
  readonly issuer?: string;
  /** `owner/name` of the repository of the workflow that signed. */
  readonly repository?: string;
  /** Ref of that repository on which it ran: `refs/heads/main`. */
  readonly ref?: string;
  /** When, where the log or a time stamp says so: ISO 8601. */
  readonly at?: string;
}

export type Signed = { readonly ok: true; readonly signer: Signer } | Refusal;
