import { isObject } from '../contract.ts';
import {
  created,
  done,
  failure,
  listOf,
  notFound,
  ok,
  user,
  type Call,
  type Reply,
  type Routes,
} from '../route.ts';
import type { CheckRunState, DispatchState } from '../state.ts';

export const otherRoutes: Routes = {
  'checks/create': { needs: ['checks', 'write'], handle: createCheck },
  'checks/update': { needs: ['checks', 'write'], handle: updateCheck },
  'checks/list-for-ref': {
    needs: ['checks', 'read'],
    handle: ({ state, params }) => {
      const runs = state.checkRuns.filter(({ sha }) => sha === params['ref']);
      return listOf(runs.map(checkJson), (check_runs) => ({ total_count: runs.length, check_runs }));
    },
  },
  'repos/get-combined-status-for-ref': {
    needs: ['statuses', 'read'],
    handle: ({ state, params }) => {
      const found = state.statuses.filter(({ sha }) => sha === params['ref']);
      const items = found.map(({ context, state: status }) => ({ context, state: status }));
      return listOf(items, (statuses) => ({
        sha: params['ref'],
        state: 'pending',
        total_count: found.length,
        statuses,
      }));
    },
  },
  'repos/create-commit-status': {
    needs: ['statuses', 'write'],
    handle: ({ state, params, body, time }) => {
      const { context, state: told, target_url: url } = body;
      state.statuses.push({
        sha: params['sha'] ?? '',
        context: String(context),
        state: told === 'success' ? told : 'error',
        by: state.viewer.login,
        at: time(),
        ...(typeof url === 'string' ? { url } : {}),
      });
      return created({ context, state: told });
    },
  },
  'repos/get-collaborator-permission-level': {
    needs: ['metadata', 'read'],
    handle: ({ state, params }) => {
      const login = params['username'] ?? '';
      const role = state.collaborators[login];
      return role === undefined
        ? ok({ permission: 'none', role_name: '', user: null })
        : ok({ permission: legacy[role] ?? role, role_name: role, user: null });
    },
  },
  'teams/get-membership-for-user-in-org': {
    needs: ['members', 'read'],
    handle: ({ state, params }) => {
      const members = state.teams[`${params['org'] ?? ''}/${params['team_slug'] ?? ''}`] ?? [];
      return members.includes(params['username'] ?? '') ? ok({ state: 'active', role: 'member' }) : notFound;
    },
  },
  'users/get-authenticated': {
    handle: ({ state: { viewer } }) =>
      viewer.type === 'Bot'
        ? failure(403, 'Resource not accessible by integration')
        : ok(user(viewer.login, viewer.type)),
  },
  'repos/list-activities': { needs: ['contents', 'read'], handle: activities },
  'actions/create-workflow-dispatch': { needs: ['actions', 'write'], handle: dispatchWorkflow },
  'actions/get-workflow-run': {
    needs: ['actions', 'read'],
    handle: ({ state, params }) => {
      const run = state.workflowRuns.find(({ id }) => String(id) === params['run_id']);
      return run === undefined ? notFound : ok({ ...run, actor: user(run.actor) });
    },
  },
  'actions/list-workflow-runs-for-repo': {
    needs: ['actions', 'read'],
    handle: ({ state, query }) =>
      query.get('event') === 'repository_dispatch'
        ? runsOf(state, ({ kind }) => kind === 'repository')
        : searchRuns(state, query),
  },
  'actions/get-workflow-run-attempt': {
    needs: ['actions', 'read'],
    handle: ({ state, params }) => {
      const run = state.attempts[`${params['run_id'] ?? ''}/${params['attempt_number'] ?? ''}`];
      return run === undefined ? notFound : ok({ ...run, actor: user(run.actor) });
    },
  },
  'actions/list-jobs-for-workflow-run': {
    needs: ['actions', 'read'],
    handle: ({ state, params }) => {
      const jobs = (state.jobs[Number(params['run_id'])] ?? []).map(({ steps, ...job }) => ({
        ...job,
        status: 'completed',
        conclusion: 'success',
        steps: steps.map((step, at) => ({
          ...step,
          number: at + 1,
          status: 'completed',
          conclusion: 'success',
        })),
      }));
      return listOf(jobs, (items) => ({ total_count: jobs.length, jobs: items }));
    },
  },
  'rate-limit/get': {
    handle: ({ state }) => {
      const core = { limit: 5000, remaining: state.requestsLeft, reset: 0, used: 0 };
      return ok({ resources: { core, search: core }, rate: core });
    },
  },
  'actions/list-workflow-runs': {
    needs: ['actions', 'read'],
    handle: ({ state, params }) =>
      runsOf(state, ({ kind, name }) => kind === 'workflow' && name === params['workflow_id']),
  },
  'repos/get-content': {
    needs: ['contents', 'read'],
    handle: ({ state, params }) => {
      const path = params['path'] ?? '';
      const text = state.files[path];
      if (text === undefined) return notFound;
      const content = Buffer.from(text).toString('base64');
      return ok({ type: 'file', encoding: 'base64', size: text.length, name: path, path, content });
    },
  },
  'repos/create-dispatch-event': {
    needs: ['contents', 'write'],
    handle: ({ state, body, time }) => {
      state.dispatches.push({
        kind: 'repository',
        name: String(body['event_type']),
        payload: payloadOf(body['client_payload']),
        runId: runIdOf(state),
        at: time(),
      });
      return done;
    },
  },
};

/** What `permission` says for the roles it is older than. */
const legacy: Readonly<Record<string, string>> = { maintain: 'write', triage: 'read' };

function createCheck({ state, body, nextId }: Call): Reply {
  const run: CheckRunState = {
    id: nextId(),
    name: String(body['name']),
    sha: String(body['head_sha']),
    status: 'queued',
    output: { title: '', summary: '' },
    annotations: [],
    app: 'github-actions',
  };
  state.checkRuns.push(run);
  return created(checkJson(change(run, body)));
}

function updateCheck({ state, params, body }: Call): Reply {
  const run = state.checkRuns.find(({ id }) => String(id) === params['check_run_id']);
  return run === undefined ? notFound : ok(checkJson(change(run, body)));
}

/** Annotations are added to those there are. */
function change(
  run: CheckRunState,
  { status, conclusion, output }: Readonly<Record<string, unknown>>,
): CheckRunState {
  if (status === 'in_progress' || status === 'completed') run.status = status;
  if (typeof conclusion === 'string') Object.assign(run, { conclusion, status: 'completed' });
  if (!isObject(output)) return run;
  const { annotations, title, summary, text } = output;
  run.annotations.push(...(Array.isArray(annotations) ? annotations.filter(isObject) : []));
  run.output = {
    title: String(title),
    summary: String(summary),
    ...(typeof text === 'string' ? { text } : {}),
  };
  return run;
}

function checkJson(run: CheckRunState): Record<string, unknown> {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.sha,
    html_url: `https://github.example/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion ?? null,
    output: { ...run.output, text: run.output.text ?? null, annotations_count: run.annotations.length },
    app: { slug: run.app },
  };
}

function activities({ state, query }: Call): Reply {
  const wanted = (name: string, value: string): boolean => [null, value].includes(query.get(name));
  const found = state.activity.filter(
    (one) => wanted('ref', one.ref) && wanted('activity_type', one.type) && wanted('actor', one.actor),
  );
  const newestFirst = found.toSorted((a, b) => b.at.localeCompare(a.at));
  return listOf(
    newestFirst.map(({ ref, type, actor, at, before, after }, index) => ({
      id: index + 1,
      ref,
      activity_type: type,
      actor: user(actor),
      timestamp: at,
      before,
      after,
    })),
  );
}

/** The newest first, and a thousand at most, whatever `total_count` says, as GitHub has it for searches. */
function searchRuns({ workflowRuns }: Call['state'], query: URLSearchParams): Reply {
  const [from = '', to = ''] = (query.get('created') ?? '').split('..');
  const found = workflowRuns.filter(
    (run) =>
      [null, run.event].includes(query.get('event')) &&
      [null, run.head_branch].includes(query.get('branch')) &&
      run.created_at >= from &&
      run.created_at <= to,
  );
  const newest = found.toSorted((a, b) => b.created_at.localeCompare(a.created_at)).slice(0, 1000);
  const items = newest.map((run) => ({ ...run, actor: user(run.actor) }));
  return listOf(items, (workflow_runs) => ({ total_count: found.length, workflow_runs }));
}

/** Each dispatch starts one run. */
function runsOf(state: Call['state'], wanted: (one: DispatchState) => boolean): Reply {
  const sent = state.nothingListens ? [] : state.dispatches.filter(wanted);
  const runs = sent.map(({ name, payload, runId, at }) => ({
    id: runId,
    display_title: state.runsNameTheirPayload ? `${name} ${JSON.stringify(payload)}` : name,
    html_url: `https://github.example/runs/${runId}`,
    created_at: at,
    conclusion: state.conclusions[runId] ?? null,
  }));
  return listOf(runs.toReversed(), (workflow_runs) => ({ total_count: runs.length, workflow_runs }));
}

function runIdOf({ dispatches }: Call['state']): number {
  return 7000 + dispatches.length;
}

function dispatchWorkflow({ state, params, body, time }: Call): Reply {
  const id = runIdOf(state);
  state.dispatches.push({
    kind: 'workflow',
    name: params['workflow_id'] ?? '',
    ref: String(body['ref']),
    payload: payloadOf(body['inputs']),
    runId: id,
    at: time(),
  });
  if (body['return_run_details'] !== true) return done;
  return ok({
    workflow_run_id: id,
    run_url: `https://api.github.example/runs/${id}`,
    html_url: `https://github.example/runs/${id}`,
  });
}

function payloadOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? { ...value } : {};
}
