import type { Client } from './client/client.ts';
import type { WorkflowRuns } from '../ports/github-repository.ts';

export function runs({ find, rest, repo }: Client): WorkflowRuns {
  return {
    get: async (id) => {
      const found = await find('read workflow runs', () =>
        rest.actions.getWorkflowRun({ ...repo, run_id: Number(id) }),
      );
      if (found === undefined) return undefined;
      return {
        url: found.html_url,
        headSha: found.head_sha,
        actor: found.actor?.login ?? '',
        createdAt: found.created_at,
        updatedAt: found.updated_at,
        completed: found.status === 'completed',
      };
    },
  };
}
