import { permissionLevels, type Standing } from '../kernel/pull-request.ts';
import { sameLogin } from './exemption.ts';
import type { Entitled } from './settings.ts';

/** Whether any of the ways to be entitled holds. No way given entitles nobody. */
export function isEntitled({ users, teams, permission }: Entitled, standing: Standing): boolean {
  if (users.some((user) => sameLogin(user, standing.login))) return true;
  if (teams.some((team) => standing.teams.includes(team))) return true;
  return (
    permission !== undefined &&
    permissionLevels.indexOf(standing.permission) >= permissionLevels.indexOf(permission)
  );
}
