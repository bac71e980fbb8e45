import type { ClosedPull, DeliverySource, ListedWorkflowRun, WorkflowJob } from '../ports/delivery.ts';
import { pageSize, type Client } from './client/client.ts';
import { ghost } from './pulls.ts';

export function delivery({ call, find, rest, repo }: Client): DeliverySource {
  return {
    left: async () => {
      // GitHub Enterprise Server without limits has no such address.
      const limits = await find('read rate limit', () => rest.rateLimit.get());
      return limits?.resources.core.remaining ?? Number.MAX_SAFE_INTEGER;
    },
    pulls: async (base, page) => {
      const asked = { ...repo, base, page, per_page: pageSize } as const;
      const found = await call('list pull requests', () =>
        rest.pulls.list({ ...asked, state: 'closed', sort: 'updated', direction: 'desc' }),
      );
      return found.map(pullOf);
    },
    runs: async ({ from, to, ...search }, page) => {
      const { total_count: total, workflow_runs: runs } = await call('read workflow runs', () =>
        rest.actions.listWorkflowRunsForRepo({
          ...repo,
          ...search,
          created: `${seconds(from)}..${seconds(to)}`,
          page,
          per_page: pageSize,
        }),
      );
      return { total, runs: runs.map(runOf) };
    },
    attempt: async (run_id, attempt_number) => {
      const found = await find('read workflow runs', () =>
        rest.actions.getWorkflowRunAttempt({ ...repo, run_id, attempt_number }),
      );
      return found === undefined ? undefined : runOf(found);
    },
    jobs: async (run_id) => {
      const { jobs } = await call('read workflow runs', () =>
        rest.actions.listJobsForWorkflowRun({ ...repo, run_id, per_page: pageSize }),
      );
      return jobs.map(jobOf);
    },
  };
}

/** GitHub's searches know no fractions. */
function seconds(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z');
}

type ApiPull = Awaited<ReturnType<Client['rest']['pulls']['list']>>['data'][number];

function pullOf(pull: ApiPull): ClosedPull {
  return {
    number: pull.number,
    author: pull.user?.login ?? ghost,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    ...(pull.merged_at === null ? {} : { mergedAt: pull.merged_at }),
    ...(pull.merge_commit_sha === null ? {} : { mergeCommit: pull.merge_commit_sha }),
  };
}

type ApiRun = Awaited<ReturnType<Client['rest']['actions']['getWorkflowRunAttempt']>>['data'];

function runOf(run: ApiRun): ListedWorkflowRun {
  return {
    id: run.id,
    sha: run.head_sha,
    workflow: run.name ?? '',
    createdAt: run.created_at,
    updatedAt: run.updated_at,
    attempt: run.run_attempt ?? 1,
    ...(run.status !== 'completed' || run.conclusion === null ? {} : { conclusion: run.conclusion }),
  };
}

type ApiJob = Awaited<
  ReturnType<Client['rest']['actions']['listJobsForWorkflowRun']>
>['data']['jobs'][number];

function jobOf(job: ApiJob): WorkflowJob {
  const steps = job.steps ?? [];
  return {
    name: job.name,
    createdAt: job.created_at,
    startedAt: job.started_at,
    ...(job.completed_at === null ? {} : { completedAt: job.completed_at }),
    steps: steps.flatMap(({ name, started_at: startedAt, completed_at: completedAt }) =>
      typeof startedAt === 'string' && typeof completedAt === 'string'
        ? [{ name, startedAt, completedAt }]
        : [],
    ),
  };
}
