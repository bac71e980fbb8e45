import type { GateVerdict } from '../version/tag-message.ts';
import type { TagStore } from '../../ports/tags.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../ports/index.ts';
import type { ClaimInputs } from '../version/planned-claim.ts';

export interface VersionRequest extends ClaimInputs {
  /** Full SHA of the commit: the head of a pull request, never its merge commit. */
  readonly sha: string;
  /** ISO 8601 committer date: the tagger date of a claimed tag. */
  readonly committedAt: string;
  /** Messages of the commits since the last version, for `conventional`. */
  readonly messages?: () => Promise<readonly string[]>;
  /** The pull request that is being built. */
  readonly pullRequest?: number;
  /** Kept in the message of the tag. */
  readonly verdicts?: readonly GateVerdict[];
  /** Web address of the repository. */
  readonly source?: string;
}

export interface VersionPorts {
  readonly tags: TagStore;
  readonly log: Logger;
  readonly clock: Clock;
}
