import { pipelineRules } from '../rules.ts';
import { errorFinding } from '../../report/error-report.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import type { StartState } from '../index.ts';

/** What came of it. */
export interface Started {
  readonly state: StartState;
  /** In a few words, for the title of the report: `was started`. */
  readonly said?: string;
  readonly jobId?: string;
  readonly url?: string;
  /** HTTP status of the answer. */
  readonly status?: number;
  readonly findings: readonly Finding[];
}

/** `sent` is not a verdict on the pipeline: nobody saw it run. */
export const verdictOfState: Readonly<Record<StartState, Verdict>> = {
  started: 'pass',
  sent: 'inconclusive',
  refused: 'fail',
};

export function refused(findings: readonly Finding[]): Started {
  return { state: 'refused', findings };
}

/** What threw before anything could be sent. */
export function refusedBy(error: unknown): Started {
  return refused([errorFinding(error)]);
}

/** The platform took it, and nothing ties its job to this commit. */
export function noJobId(why: string): Finding {
  return pipelineRules['no-job-id'].finding({
    message: `The platform took the request, and no job id came back. ${why}`,
    help: 'Find the job by its idempotency key, which the report holds; set `job-id-path` to where the answer names the job.',
  });
}
