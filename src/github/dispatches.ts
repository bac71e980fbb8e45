import { pageSize, type Client } from './client/client.ts';
import { issueComments } from './comments.ts';
import { isApiFailure } from './client/failure.ts';
import { objectOf, textOf } from './client/shape.ts';
import type { DispatchPort, ListedRun } from '../ports/dispatches.ts';
import type { Issues } from '../ports/github.ts';

export function dispatches(client: Client): DispatchPort {
  const { call, find, rest, repo } = client;
  return {
    workflow: async (workflow_id, ref, inputs) => {
      const start = (more: { return_run_details?: boolean }) =>
        call('start workflow', () =>
          rest.actions.createWorkflowDispatch({ ...repo, workflow_id, ref, inputs: { ...inputs }, ...more }),
        );
      try {
        return runOf(await start({ return_run_details: true }));
      } catch (error) {
        if (!isUnknownField(error)) throw error;
        await start({});
        return {};
      }
    },
    repository: async (event_type, client_payload) => {
      await call('send repository event', () =>
        rest.repos.createDispatchEvent({ ...repo, event_type, client_payload: { ...client_payload } }),
      );
    },
    runs: async (of) => (await listed(client, of)).map(runInList),
    workflowFile: async (workflow, ref) => {
      // A workflow's number is not a path.
      if (!/\.ya?ml$/.test(workflow)) return undefined;
      const path = `.github/workflows/${workflow}`;
      const found = await find('read files', () => rest.repos.getContent({ ...repo, path, ref }));
      const content = textOf(objectOf(found)?.['content']);
      return content === undefined ? undefined : Buffer.from(content, 'base64');
    },
  };
}

type RunInList = Awaited<
  ReturnType<Client['rest']['actions']['listWorkflowRuns']>
>['data']['workflow_runs'][number];

async function listed(
  { call, rest, repo }: Client,
  of: Parameters<DispatchPort['runs']>[0],
): Promise<readonly RunInList[]> {
  const { workflow_runs: runs } = await call('read workflow runs', () =>
    of === 'repository events'
      ? rest.actions.listWorkflowRunsForRepo({ ...repo, event: 'repository_dispatch', per_page: pageSize })
      : rest.actions.listWorkflowRuns({
          ...repo,
          workflow_id: of.workflow,
          event: 'workflow_dispatch',
          per_page: pageSize,
        }),
  );
  return runs;
}

function runInList({
  id,
  html_url: url,
  display_title: title,
  created_at,
  conclusion,
}: RunInList): ListedRun {
  const ended = conclusion === null ? {} : { conclusion };
  return { runId: id, url, title, createdAt: created_at, ...ended };
}

/** GitHub Enterprise Server before 3.21 refuses the field, and has started nothing then. */
function isUnknownField(error: unknown): boolean {
  return (
    isApiFailure(error) && [400, 422].includes(error.status ?? 0) && /return_run_details/.test(error.message)
  );
}

/** Of servers that answer 204 with nothing the id is not known. */
function runOf(answer: unknown): { runId?: number; url?: string } {
  const run = objectOf(answer);
  const runId = run?.['workflow_run_id'];
  const url = textOf(run?.['html_url']);
  return { ...(typeof runId === 'number' ? { runId } : {}), ...(url === undefined ? {} : { url }) };
}

export function issues(client: Client): Issues {
  const { call, find, rest, repo } = client;
  return {
    create: async ({ title, body, labels = [] }) => {
      const created = await call('create issue', () =>
        rest.issues.create({ ...repo, title, body, labels: [...labels] }),
      );
      return { number: created.number, url: created.html_url };
    },
    get: async (issue_number) => {
      const found = await find('read issue', () => rest.issues.get({ ...repo, issue_number }));
      if (found === undefined) return undefined;
      const { title, state, user } = found;
      return { title, open: state === 'open', bot: user?.type === 'Bot' };
    },
    change: async (issue_number, state) => {
      await call('change issue', () => rest.issues.update({ ...repo, issue_number, state }));
    },
    openByApps: async (labels) => {
      const list = { ...repo, labels, state: 'open', sort: 'created', direction: 'asc' } as const;
      const found = await call('list issues', () => rest.issues.listForRepo({ ...list, per_page: pageSize }));
      return found
        .filter(({ user, pull_request: pull }) => user?.type === 'Bot' && pull === undefined)
        .map(({ number, html_url: url }) => ({ number, url }));
    },
    comments: issueComments(client),
  };
}
