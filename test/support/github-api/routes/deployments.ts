import { created, listOf, notFound, type Call, type Routes } from '../route.ts';
import type { DeploymentState } from '../state.ts';

const url = (id: number) => `https://api.github.com/repos/acme/qwen3-vl/deployments/${id}`;

const deploymentJson = ({ id, sha, environment, description, payload }: DeploymentState) => ({
  id,
  url: url(id),
  sha,
  ref: sha,
  environment,
  description,
  payload,
});

function deploymentOf({ state, params }: Call): DeploymentState | undefined {
  return state.deployments.find(({ id }) => id === Number(params['deployment_id']));
}

export const deploymentRoutes: Routes = {
  'repos/list-deployments': {
    needs: ['deployments', 'read'],
    handle: ({ state, query }) => {
      const fits = (key: 'sha' | 'environment', one: DeploymentState) =>
        !query.has(key) || one[key] === query.get(key);
      const found = state.deployments.filter((one) => fits('sha', one) && fits('environment', one));
      return listOf(found.toReversed().map(deploymentJson));
    },
  },
  'repos/create-deployment': {
    needs: ['deployments', 'write'],
    handle: ({ state, body, nextId }) => {
      const { ref, environment, description, payload } = body;
      const made: DeploymentState = {
        id: nextId(),
        sha: String(ref),
        environment: String(environment),
        description: String(description),
        payload: String(payload),
        statuses: [],
      };
      state.deployments.push(made);
      return created(deploymentJson(made));
    },
  },
  'repos/list-deployment-statuses': {
    needs: ['deployments', 'read'],
    handle: (call) => {
      const found = deploymentOf(call);
      if (found === undefined) return notFound;
      return listOf(
        found.statuses.toReversed().map(({ state }) => ({ state, deployment_url: url(found.id) })),
      );
    },
  },
  'repos/create-deployment-status': {
    needs: ['deployments', 'write'],
    handle: (call) => {
      const found = deploymentOf(call);
      if (found === undefined) return notFound;
      const { state, log_url: log, auto_inactive: inactive } = call.body;
      const earlier = call.state.deployments.filter(
        (one) => one !== found && one.environment === found.environment,
      );
      if (inactive === true && state === 'success')
        for (const one of earlier)
          if (one.statuses.at(-1)?.state === 'success') one.statuses.push({ state: 'inactive' });
      found.statuses.push({ state: String(state), ...(typeof log === 'string' ? { log_url: log } : {}) });
      return created({ state, deployment_url: url(found.id) });
    },
  },
};
