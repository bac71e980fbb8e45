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

/** From the variables that GitHub's own tools read, else from the remote. Throws a UserError where something is missing. */
export async function forgeOf(
  { environment }: Terminal,
  { remoteBranches }: Repository,
  given: string | undefined,
): Promise<Forge> {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (token === undefined || token === '')
    throw new UserError('There is no token: which branches may go is known to GitHub only.', {
      help: 'Set GITHUB_TOKEN, for instance: `GITHUB_TOKEN=$(gh auth token) model-gates sweep`.',
    });
  const remote = parseRemote((await remoteBranches.url()) ?? '');
  const repository = given ?? (environment['GITHUB_REPOSITORY'] || remote?.repository);
  if (repository === undefined)
    throw new UserError('Nothing here tells which repository on GitHub this is.', {
      help: 'Give it: `--repository OWNER/NAME`.',
    });
  return { token, repository, apiUrl: environment['GITHUB_API_URL'] || apiOf(remote?.host) };
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

export function hasToken(environment: Terminal['environment']): boolean {
  return [environment['GITHUB_TOKEN'], environment['GH_TOKEN']].some((token) => (token ?? '') !== '');
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
  return host === undefined || repository === undefined ? undefined : { host, repository };
}

function apiOf(host: string | undefined): string {
  if (host !== undefined && isElsewhere(host))
    throw new UserError(`the remote is on ${host}, which is not GitHub`, {
      help: 'Name a remote on GitHub, or set GITHUB_API_URL.',
    });
  return host === undefined || host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}
