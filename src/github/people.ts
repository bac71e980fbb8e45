import type { Client } from './client/client.ts';
import { permissionLevels, type RepositoryPermission } from '../kernel/pull-request.ts';
import type { People } from '../ports/github.ts';

export function people(client: Client): People {
  const { rest } = client;
  return {
    permission: (login) => permission(client, login),
    isTeamMember: async (org, team_slug, username) => {
      const membership = await client.call('read team', () =>
        rest.teams.getMembershipForUserInOrg({ org, team_slug, username }),
      );
      return membership.state === 'active';
    },
  };
}

/** `role_name` tells triage and maintain apart; `permission` alone says read and write for them, and is what custom roles fall back to. */
async function permission({ rest, repo, find }: Client, username: string): Promise<RepositoryPermission> {
  const found = await find('read permission', () =>
    rest.repos.getCollaboratorPermissionLevel({ ...repo, username }),
  );
  if (found === undefined) return 'none';
  return [found.role_name, found.permission].find(isLevel) ?? 'none';
}

function isLevel(name: string): name is RepositoryPermission {
  return (permissionLevels as readonly string[]).includes(name);
}
