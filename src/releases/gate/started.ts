import { pipelineRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';

/** What came of it. */
export interface Started {
  readonly jobId?: string;
  readonly url?: string;
  /** HTTP status of the answer. */
  readonly status?: number;
  readonly findings: readonly Finding[];
}

/** The pipeline runs, and nothing ties its job to this commit. */
export function noJobId(why: string): Finding {
  return pipelineRules['no-job-id'].finding({
    message: `The pipeline was started, and no job id came back. ${why}`,
    help: 'Find the job by its idempotency key, which the report holds; for a platform set `job-id-path` to where its answer names the job.',
  });
}
