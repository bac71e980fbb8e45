import type { DeliverySource } from '../ports/delivery.ts';
import { pageSize, type Client } from './client/client.ts';
import type { OperationName } from './client/operations.ts';
import { objectOf } from './client/shape.ts';
import { listed, strange } from './client/strange.ts';
import { jobOf, numberOf, pullOf, runOf } from './delivery-shapes.ts';

/** An answer of another shape than GitHub describes is a UserError, never a part of it. */
export function delivery({ call, find, rest, repo }: Client): DeliverySource {
  return {
    left: async () => {
      // GitHub Enterprise Server without limits has no such address.
      const limits: unknown = await find('read rate limit', () => rest.rateLimit.get());
      return limits === undefined ? Number.MAX_SAFE_INTEGER : leftOf(limits);
    },
    pulls: async (base, page) => {
      const asked = { ...repo, base, page, per_page: pageSize } as const;
      const found = await call('list pull requests', () =>
        rest.pulls.list({ ...asked, state: 'closed', sort: 'updated', direction: 'desc' }),
      );
      return every('list pull requests', found, pullOf);
    },
    runs: async ({ from, to, ...search }, page) => {
      const found: unknown = await call(runs, () =>
        rest.actions.listWorkflowRunsForRepo({
          ...repo,
          ...search,
          created: `${seconds(from)}..${seconds(to)}`,
          page,
          per_page: pageSize,
        }),
      );
      const total = numberOf(objectOf(found)?.['total_count']);
      if (total === undefined) throw strange(runs);
      return { total, runs: every(runs, objectOf(found)?.['workflow_runs'], runOf) };
    },
    attempt: async (run_id, attempt_number) => {
      const found: unknown = await find(runs, () =>
        rest.actions.getWorkflowRunAttempt({ ...repo, run_id, attempt_number }),
      );
      return found === undefined ? undefined : every(runs, [found], runOf)[0];
    },
    jobs: async (run_id) => {
      const found: unknown = await call(runs, () =>
        rest.actions.listJobsForWorkflowRun({ ...repo, run_id, per_page: pageSize }),
      );
      return listed(runs, objectOf(found)?.['jobs']).flatMap((job) => jobOf(job) ?? []);
    },
  };
}

const runs: OperationName = 'read workflow runs';

function leftOf(limits: unknown): number {
  const left = objectOf(objectOf(objectOf(limits)?.['resources'])?.['core'])?.['remaining'];
  if (typeof left === 'number') return Math.max(0, left);
  throw strange('read rate limit');
}

function every<T>(name: OperationName, found: unknown, read: (one: unknown) => T | undefined): T[] {
  return listed(name, found).map((one) => {
    const row = read(one);
    if (row === undefined) throw strange(name);
    return row;
  });
}

/** GitHub's searches know no fractions. */
function seconds(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z');
}
