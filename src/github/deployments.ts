import type { Deployments } from '../ports/github.ts';
import type { Deployment } from '../ports/manifests.ts';
import { UserError } from '../kernel/user-error.ts';
import type { Client } from './client/client.ts';
import { objectOf } from './client/shape.ts';

/** Deployments and their statuses: what an environment of GitHub shows. */
export function deployments(client: Client): Deployments {
  return {
    announce: async (deployment) => {
      const id = (await known(client, deployment)) ?? (await create(client, deployment));
      return { url: await setStatus(client, id, deployment) };
    },
  };
}

/** Of this very step, made by a run that was killed or is repeated. */
async function known(
  { call, rest, repo }: Client,
  { environment, sha, key }: Deployment,
): Promise<number | undefined> {
  const found = await call('read deployments', () =>
    rest.repos.listDeployments({ ...repo, environment, sha, per_page: 100 }),
  );
  return found.find(({ payload }) => payload === key)?.id;
}

async function create(
  { call, rest, repo }: Client,
  { environment, sha, description, key }: Deployment,
): Promise<number> {
  const made = await call<unknown>('write deployment', () =>
    rest.repos.createDeployment({
      ...repo,
      ref: sha,
      environment,
      description,
      payload: key,
      // The edit has landed: nothing is merged for it, and no check is waited for.
      auto_merge: false,
      required_contexts: [],
      // A transient one never becomes inactive by the next.
      transient_environment: false,
    }),
  );
  const id = objectOf(made)?.['id'];
  if (typeof id === 'number') return id;
  // Its only answer without one is that it merges first, which nobody asked for.
  throw new UserError('GitHub made no deployment', { help: 'Run it again.' });
}

async function setStatus(
  { call, rest, repo }: Client,
  deployment_id: number,
  deployment: Deployment,
): Promise<string> {
  const { state, logUrl, description, environment } = deployment;
  const one = { ...repo, deployment_id };
  const [last] = await call('read deployments', () =>
    rest.repos.listDeploymentStatuses({ ...one, per_page: 1 }),
  );
  if (last?.state === state) return last.deployment_url;
  const log = logUrl === undefined ? {} : { log_url: logUrl };
  const made = await call('write deployment', () =>
    rest.repos.createDeploymentStatus({
      ...one,
      state,
      description,
      environment,
      auto_inactive: true,
      ...log,
    }),
  );
  return made.deployment_url;
}
