import path from 'node:path';
import type { Repository } from '#lib/git';
import { UserError } from '../kernel/user-error.ts';
import type { Terminal } from './verb.ts';

/** Where GitHub's API is and who asks. */
export interface Forge {
  readonly token: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

type Environment = Terminal['environment'];

/** As GitHub's own command line reads them: each goes to the host that it is for, and to no other. */
const tokens = {
  github: ['GITHUB_TOKEN', 'GH_TOKEN'],
  server: ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'],
} as const;

/** From the variables that GitHub's own tools read, else from the remote. Throws a UserError where something is missing. */
export async function forgeOf(
  { environment }: Terminal,
  { remoteBranches }: Repository,
  given: string | undefined,
): Promise<Forge> {
  const remote = parseRemote((await remoteBranches.url()) ?? '');
  const host = remote?.host ?? 'github.com';
  const said = environment['GITHUB_API_URL'];
  const apiUrl = said || apiOf(host);
  const token = tokenFor(said ? 'github.com' : host, environment);
  const repository = given ?? (environment['GITHUB_REPOSITORY'] || remote?.repository);
  if (repository === undefined)
    throw new UserError('Nothing here tells which repository on GitHub this is.', {
      help: 'Give it: `--repository OWNER/NAME`.',
    });
  return { token, repository, apiUrl };
}

function tokenFor(host: string, environment: Environment): string {
  const isOnGitHub = isGitHub(host);
  const token = isOnGitHub ? tokenOf(tokens.github, environment) : tokenOf(tokens.server, environment);
  if (token !== undefined) return token;
  throw isOnGitHub
    ? new UserError('There is no token, and GitHub answers nobody without one.', {
        help: 'Set GITHUB_TOKEN, for instance: `export GITHUB_TOKEN=$(gh auth token)`.',
      })
    : new UserError(`There is no token for ${host}: GITHUB_TOKEN is for github.com, and goes nowhere else.`, {
        help: `Set GH_ENTERPRISE_TOKEN, for instance: \`export GH_ENTERPRISE_TOKEN=$(gh auth token --hostname ${host})\`.`,
      });
}

function tokenOf(names: readonly string[], environment: Environment): string | undefined {
  return names.map((name) => environment[name]).find((token) => token !== undefined && token !== '');
}

/** Address of GitHub, or of a GitHub Enterprise Server: as its runner says, else where the remote is. */
export async function serverOf(
  { environment }: Pick<Terminal, 'environment'>,
  remoteUrl: () => Promise<string | undefined>,
): Promise<string> {
  const said = environment['GITHUB_SERVER_URL'] ?? '';
  if (said !== '') return said;
  const remote = parseRemote((await remoteUrl()) ?? '');
  return remote === undefined || isElsewhere(remote.host) ? 'https://github.com' : `https://${remote.host}`;
}

/** Hosts of other software: its addresses are other ones, and a token of GitHub is not for it. */
function isElsewhere(host: string): boolean {
  return /(?:^|[.-])(?:gitlab|bitbucket|codeberg|gitea|forgejo|gitee)(?:[.-]|$)|(?:^|\.)(?:dev\.azure\.com|visualstudio\.com|sr\.ht)$/i.test(
    host,
  );
}

/** Whether GitHub is to be asked at all; for whom the token is, `forgeOf` says. */
export function hasToken(environment: Environment): boolean {
  return tokenOf([...tokens.github, ...tokens.server], environment) !== undefined;
}

export interface NamedRepository {
  /** `owner/name`; without such a remote the name of the folder. */
  readonly name: string;
  /** Web address; absent where pages are not found as on GitHub. */
  readonly url?: string;
}

export async function namedBy({ root, remoteBranches }: Repository): Promise<NamedRepository> {
  const remote = parseRemote((await remoteBranches.url()) ?? '');
  if (remote === undefined) return { name: path.basename(root) };
  const { host, repository: name } = remote;
  return isElsewhere(host) ? { name } : { name, url: `https://${host}/${name}` };
}

interface RemoteName {
  readonly host: string;
  readonly repository: string;
}

/** `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME`, `git@HOST:OWNER/NAME.git`. */
export function parseRemote(url: string): RemoteName | undefined {
  const found =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[\w.-]+@)([\w.-]+):([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url);
  const [, host, repository] = found ?? [];
  if (host === undefined || repository === undefined) return undefined;
  // Where port 22 is closed, GitHub is reached by another name.
  return { host: host.replace(/^(?:ssh|www)\.(?=github\.com$)/i, ''), repository };
}

function isGitHub(host: string): boolean {
  return /^(?:[\w-]+\.ghe|github)\.com$/i.test(host);
}

function apiOf(host: string): string {
  if (isElsewhere(host))
    throw new UserError(`the remote is on ${host}, which is not GitHub`, {
      help: 'Name a remote on GitHub, or set GITHUB_API_URL.',
    });
  return isGitHub(host) ? `https://api.${host}` : `https://${host}/api/v3`;
}
