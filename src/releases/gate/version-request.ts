import type { GateVerdict } from '../version/tag-message.ts';
import type { Tag, TagStore } from '../../ports/tags.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Commit } from '../../kernel/commit.ts';
import type { Logger } from '../../ports/index.ts';
import type { ClaimInputs } from '../version/planned-claim.ts';

export interface VersionRequest extends ClaimInputs {
  /** Full SHA of the commit: the head of a pull request, never its merge commit. */
  readonly sha: string;
  /** ISO 8601 committer date: the tagger date of a claimed tag. */
  readonly committedAt: string;
  /** The commits since the last release, for `conventional`. */
  readonly since?: (tags: readonly Tag[]) => Promise<CommitsSince>;
  /** The pull request that is being built. */
  readonly pullRequest?: number;
  /** Kept in the message of the tag. */
  readonly verdicts?: readonly GateVerdict[];
  /** Web address of the repository. */
  readonly source?: string;
}

export interface CommitsSince {
  /** Newest first. */
  readonly commits: readonly Pick<Commit, 'sha' | 'message'>[];
  /** Globs of the files that they changed; none where all commits count. */
  readonly paths: readonly string[];
  /** Tag of that release; absent where there is none yet. */
  readonly base?: string;
  /** There are more commits than were read. */
  readonly cut: boolean;
}

export interface VersionPorts {
  readonly tags: TagStore;
  readonly log: Logger;
  readonly clock: Clock;
  /** Whether the history of a commit, by full SHA, contains another; asked only where a patch is claimed. */
  contains?(sha: string, other: string): Promise<boolean>;
  /** Whether a branch of the remote contains the commit; `undefined` where that is not known. Asked only for a claim. */
  published?(sha: string): Promise<boolean | undefined>;
}
