import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import type { Logger } from '../gates/ports.ts';
import { UserError } from '../runtime/user-error.ts';
import { authentication, basicCredential, type Environment } from './environment.ts';
import { redact } from './errors.ts';
import { shown } from './names.ts';
import { objectReader, type ObjectReader } from './object-reader.ts';
import type { Remote } from './remote.ts';
import { createGit, type Git } from './run.ts';

export interface LedgerOptions {
  /** A folder in a clone, whose remote is the ledger's; it need not be one where `url` is given. */
  readonly cwd: string;
  readonly log: Logger;
  /** Name of the clone's remote, or an address; default `origin`. */
  readonly remote?: string;
  /** Address to use where the folder is no clone. */
  readonly url?: string;
  readonly token?: string;
  readonly env?: Environment;
}

/**
 * Two bare repositories beside the clone, never the clone itself: a depth or a filter there would change how its owner's git works.
 * `fetching` is a partial clone of the remote; `reading` sees the same objects, and does not fetch what it lacks one by one.
 */
export interface LedgerStore {
  readonly fetching: Git;
  readonly reading: ObjectReader;
  readonly remote: Remote;
  /** Removes what was made for this process alone. */
  close(): Promise<void>;
}

/** Packs in the cache after which it is made anew; each fetch leaves one. */
const maxPacks = 60;

/** Opens the store: the one kept in the clone from run to run where `cached`, else one of this process. */
export async function openStore(options: LedgerOptions, cached: boolean): Promise<LedgerStore> {
  const env = options.env ?? process.env;
  const found = await findUrl(options, env);
  const kept = cached && found.commonDir !== undefined ? await keptFolder(found.commonDir) : undefined;
  const folder = kept ?? (await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'model-gates-ledger-')));
  const secrets = options.token === undefined ? [] : [options.token, basicCredential(options.token)];
  const variables = { ...env, ...found.variables };
  const open = (cwd: string) => createGit({ cwd, log: options.log, env: variables, secrets });
  await removeWornOut(folder);
  const fetching = open(await made(join(folder, 'fetching.git')));
  const readingFolder = await made(join(folder, 'reading.git'));
  await Promise.all([initialised(fetching), initialised(open(readingFolder))]);
  await writeFile(
    join(readingFolder, 'objects', 'info', 'alternates'),
    `${join(fetching.cwd, 'objects').replaceAll('\\', '/')}\n`,
  );
  await fetching.run(['config', 'remote.origin.url', found.url]);
  const reading = objectReader(readingFolder, env);
  const credentials =
    options.token === undefined || options.token === ''
      ? {}
      : authentication(found.url, options.token, variables);
  return {
    fetching,
    reading,
    remote: { name: 'origin', env: credentials, inTurn: (work) => work() },
    close: async () => {
      reading.close();
      if (kept === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The place in the clone for a copy that stays; `undefined` where the clone may not be written. */
async function keptFolder(commonDir: string): Promise<string | undefined> {
  const folder = join(commonDir, 'model-gates-ledger');
  return made(folder).catch(() => undefined);
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Makes a bare repository where there is none yet. */
async function initialised(git: Git): Promise<void> {
  if ((await stat(join(git.cwd, 'HEAD')).catch(() => undefined)) === undefined)
    await git.run(['init', '--quiet', '--bare', '--template=', '.']);
  await mkdir(join(git.cwd, 'objects', 'info'), { recursive: true });
}

async function removeWornOut(folder: string): Promise<void> {
  const packs = await readdir(join(folder, 'fetching.git', 'objects', 'pack')).catch(() => []);
  if (packs.length > 3 * maxPacks) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

interface Found {
  readonly url: string;
  readonly commonDir?: string;
  /** The clone's own settings for the network, as variables. */
  readonly variables: Readonly<Record<string, string>>;
}

async function findUrl(
  { cwd, log, remote = 'origin', url }: LedgerOptions,
  env: Environment,
): Promise<Found> {
  const config = env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
  const git = createGit({ cwd, log, env, config });
  const folder = await git.attempt(['rev-parse', '--git-common-dir', '--show-toplevel']);
  const [common = '', top = ''] = folder.stdout.toString('utf8').split(/\r?\n/);
  if (common === '')
    return { url: isAddress(remote) ? absolute(remote, cwd) : given(url, remote), variables: {} };
  const commonDir = resolvePath(cwd, common);
  const variables = await networkSettings(git, env);
  if (isAddress(remote)) return { url: absolute(remote, cwd), commonDir, variables };
  if (remote.startsWith('-')) throw noRemote(remote);
  const named = await git.attempt(['remote', 'get-url', '--', remote]);
  const address = named.exitCode === 0 ? named.stdout.toString('utf8').trim() : given(url, remote);
  return { url: absolute(address, top === '' ? commonDir : top), commonDir, variables };
}

/** The address that a remote is given by, meant from a folder; `undefined` for the name of a clone's remote. */
export function addressOf(remote: string, cwd: string): string | undefined {
  return isAddress(remote) ? absolute(remote, cwd) : undefined;
}

/** An address, or a path that leads somewhere: no name of a remote holds a colon, and few a slash at the start. */
function isAddress(remote: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|\.{1,2}\/|[A-Za-z]:[\\/]|[\w.-]+@[\w.-]+:)/.test(remote);
}

/** A path is meant from where it was written: git itself would look for it from the store. */
function absolute(address: string, from: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+(?:@[\w.-]+)?:(?![\\/]))/i.test(address)
    ? address
    : resolvePath(from, address);
}

function given(url: string | undefined, remote: string): string {
  if (url !== undefined) return url;
  throw noRemote(remote);
}

function noRemote(remote: string): UserError {
  return new UserError(`there is no git remote named "${shown(redact(remote, []))}" here, so no ledger`, {
    help: 'Run it in a clone, or give the address of the repository with --remote.',
  });
}

const network = /^(?:http\.|credential\.|url\.|core\.sshcommand$|core\.gitproxy$|ssh\.)/;

/** What the clone alone knows of its forge: credentials that actions/checkout left, proxies, other names of hosts. */
async function networkSettings(git: Git, env: Environment): Promise<Record<string, string>> {
  const listed = await git.attempt(['config', '--show-scope', '--list', '-z']);
  const fields = listed.exitCode === 0 ? listed.stdout.toString('utf8').split('\0') : [];
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const variables: Record<string, string> = {};
  let next = count;
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const setting = fields[at + 1] ?? '';
    const end = setting.indexOf('\n');
    const key = end < 0 ? setting : setting.slice(0, end);
    if ((fields[at] !== 'local' && fields[at] !== 'worktree') || !network.test(key)) continue;
    variables[`GIT_CONFIG_KEY_${next}`] = key;
    variables[`GIT_CONFIG_VALUE_${next}`] = end < 0 ? 'true' : setting.slice(end + 1);
    next += 1;
  }
  return next === count ? {} : { ...variables, GIT_CONFIG_COUNT: String(next) };
}
