/** Pieces of evidence, and what they are judged by. */
import type { Ambiguity, ChainLink, LineageRecord, Missing } from '../../lineage/index.ts';
import type { OwedEvaluation } from '../../report/owed-evaluation.ts';
import type { Version } from '../version.ts';

/** `missing` may be forced by an approver, `wrong` by nobody. */
export type EvidenceState = 'there' | 'missing' | 'wrong';

export interface Evidence {
  /** `chain`, `trunk`, `digest`, `evaluation`, `signature`, `comparison`, `verified`, or the name of a gate. */
  readonly name: string;
  readonly state: EvidenceState;
  /** What is there, or what is missing. */
  readonly says: string;
  /** How to bring it; absent where it is there. */
  readonly help?: string;
}

/** What somebody who can tell has found. */
export interface Answer {
  readonly state: EvidenceState;
  readonly says: string;
}

export interface Known {
  readonly version: Version;
  /** From the artifact up. */
  readonly chain: readonly ChainLink[];
  readonly missing: readonly Missing[];
  readonly ambiguous: readonly Ambiguity[];
  /** All that mention anything of the chain. */
  readonly records: readonly LineageRecord[];
  /** What hotfixes owe; a text says why that could not be read. */
  readonly owed: readonly OwedEvaluation[] | string;
  /** Of the artifact as the one who deploys has measured it. */
  readonly digest?: string | undefined;
  /** Absent where nobody can tell. */
  readonly signature?: Answer | undefined;
  readonly comparison?: Answer | undefined;
}

/** Full SHAs of the commits of a chain. */
export function commitsIn(chain: readonly ChainLink[]): string[] {
  return chain.filter(({ kind }) => kind === 'commit').map(({ id }) => id);
}

/** The first digits of a SHA. */
export function short(sha: string): string {
  return sha.slice(0, 8);
}
