import type { GitHub } from '../../../ports/github.ts';
import type { SweepSettings } from '../../../policy/settings.ts';
import type { Logger } from '../../../ports/index.ts';

export interface SweepRequest {
  readonly settings: SweepSettings;
  /** Globs of branches that live on: `branches.lines` of the policy. */
  readonly lines: readonly string[];
  /** `owner/name`. */
  readonly repository: string;
  /** Names that are trunk: of the policy, and the default branch. */
  readonly trunks: readonly string[];
  /** Tells what would be done, and writes nothing. */
  readonly dryRun: boolean;
}

export type SweepApi = Pick<GitHub, 'branches' | 'pulls' | 'comments' | 'labels' | 'people' | 'requestCount'>;

export interface SweepPorts {
  readonly github: SweepApi;
  /** Deletes the branch only while its tip is that commit, in one step; `false` when it is not. */
  remove(branch: string, sha: string): Promise<boolean>;
  readonly log: Logger;
  now(): number;
}
