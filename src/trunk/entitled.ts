import { sameLogin } from './exemption.ts';
import type { Entitled } from './settings.ts';

const levels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type RepositoryPermission = (typeof levels)[number];

/** What GitHub says of a person. */
export interface Standing {
  readonly login: string;
  readonly permission: RepositoryPermission;
  /** Those of the asked teams to which the person belongs: `organization/team`. */
  readonly teams: readonly string[];
}

/** Whether any of the ways to be entitled holds. No way given entitles nobody. */
export function isEntitled({ users, teams, permission }: Entitled, standing: Standing): boolean {
  if (users.some((user) => sameLogin(user, standing.login))) return true;
  if (teams.some((team) => standing.teams.includes(team))) return true;
  return permission !== undefined && levels.indexOf(standing.permission) >= levels.indexOf(permission);
}
