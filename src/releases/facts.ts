import type { HotfixAudit } from './follow-up.ts';
import type { PipelineRequest, StartState } from './trigger/trigger.ts';
import type { DerivedNames } from './version/names.ts';

/** What emit-version-tag knows of a commit; without a version only its SHA. */
export interface VersionFacts extends Partial<DerivedNames> {
  readonly version: string | null;
  readonly tag: string | null;
  /** By this run. */
  readonly created: boolean;
  readonly sha: string;
  readonly isRelease?: boolean;
  readonly previousTag?: string | null;
  /** The highest release of all lines: what a moving `latest` belongs to. */
  readonly latest?: boolean;
  /** Commits (`1a2b3c4d feat: subject`) or the label that decided a `conventional` number; empty where none asks for more than a patch. */
  readonly decidedBy?: readonly string[];
}

/** What trigger-pipeline started. */
export interface TriggerFacts {
  /** As it was sent. */
  readonly request: PipelineRequest;
  readonly state: StartState;
  /** Where it went, without anything secret. */
  readonly target: string;
  readonly jobId: string | null;
  readonly url: string | null;
  /** HTTP status of the answer. */
  readonly status: number | null;
  readonly hotfix?: HotfixFacts;
}

export interface HotfixFacts extends HotfixAudit {
  /** From the first push to the trigger of the deploy. */
  readonly minutes: number;
  readonly goalMinutes: number;
  /** Number of the follow-up issue. */
  readonly issue: number;
}
