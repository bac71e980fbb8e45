import { redact } from '../../kernel/redact.ts';
import { access, constants, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../ports/index.ts';
import { asUserError } from '../../kernel/system-error.ts';
import { UserError } from '../../kernel/user-error.ts';
import {
  authentication,
  basicCredential,
  settingVariables,
  type Environment,
} from '../process/environment.ts';
import { visibleName } from '../names.ts';
import { extensibleConfig, makeBareRepository, plainConfig } from '../objects/bare-repository.ts';
import { objectReader, type ObjectReader } from '../objects/object-reader.ts';
import type { Remote } from '../refs/remote.ts';
import { createGit, type Git } from '../process/run.ts';

export interface LedgerOptions {
  /** A folder in a clone, whose remote is the ledger's; it need not be one where `url` is given. */
  readonly cwd: string;
  readonly log: Logger;
  /** Name of the clone's remote, or an address; default `origin`. */
  readonly remote?: string;
  /** Address to use where the folder is not a clone. */
  readonly url?: string;
  readonly token?: string;
  readonly env?: Environment;
  /** Default: the real one. */
  readonly clock?: Clock;
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
  /** Removes the store, also where it is kept: it is of no use. */
  discard(): Promise<void>;
}

/** Packs in the cache after which it is made anew; each fetch leaves one. */
const maxPacks = 60;

/** Milliseconds after which nobody works on the index of a compaction any more: longer than any network command may take. */
const abandonedAfter = 15 * 60_000;

/** The same for a lock. Should it be held after all, its holder is reported as such by git, and fetches again: no object is lost. */
const lockAbandonedAfter = 60_000;

/**
 * Opens the store: the one kept in the clone from run to run where `cached`, else one of this process.
 * Throws a UserError where the disk does not take one.
 */
export async function openStore(options: LedgerOptions, cached: boolean): Promise<LedgerStore> {
  try {
    return await opened(options, cached);
  } catch (error) {
    throw asUserError(error) ?? error;
  }
}

async function opened(options: LedgerOptions, cached: boolean): Promise<LedgerStore> {
  const { env = process.env, clock = systemClock } = options;
  const found = await findUrl(options, env);
  const kept = cached && found.commonDir !== undefined ? await keptFolder(found.commonDir) : undefined;
  const folder = kept ?? (await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'model-gates-ledger-')));
  const secrets = options.token === undefined ? [] : [options.token, basicCredential(options.token)];
  const own = [...found.settings, ['remote.origin.url', found.url] as const];
  // Where the store is damaged git would look for a repository further up, and find the clone itself.
  const confined = { ...env, ...ownObjects, GIT_CEILING_DIRECTORIES: folder };
  const variables = { ...confined, ...settingVariables(env, own) };
  await removeWornOut(folder, clock);
  const [cwd, readingFolder] = [join(folder, 'fetching.git'), join(folder, 'reading.git')];
  const writer = `${process.pid}-${clock.random().toString(36).slice(2)}`;
  makeBareRepository(cwd, { config: partialClone, writer });
  const alternates = `${join(cwd, 'objects').replaceAll('\\', '/')}\n`;
  makeBareRepository(readingFolder, { config: plainConfig, alternates, writer });
  const fetching = createGit({ cwd, log: options.log, env: variables, secrets, clock });
  const reading = objectReader({ cwd: readingFolder, env: confined, log: options.log });
  const credentials =
    options.token === undefined || options.token === ''
      ? {}
      : authentication(found.url, options.token, variables);
  const discard = async () => {
    reading.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return {
    fetching,
    reading,
    remote: { name: 'origin', env: credentials, inTurn: (work) => work() },
    close: async () => (kept === undefined ? discard() : reading.close()),
    discard,
  };
}

/** A hook of a push sees the objects of the push beside the repository's: they are not the store's. */
const ownObjects = { GIT_OBJECT_DIRECTORY: undefined, GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined };

/** The place in the clone for a copy that stays; `undefined` where the clone may not be written. */
async function keptFolder(commonDir: string): Promise<string | undefined> {
  const folder = join(commonDir, 'model-gates-ledger');
  try {
    await mkdir(folder, { recursive: true });
    // There already, it may be another user's.
    await access(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}

/** With what `fetch --filter` would set at its first use, for which two processes would get into each other's way. */
const partialClone = `${extensibleConfig}[remote "origin"]\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`;

/** What killed processes left behind: a lock would keep the store from ever being used again, an index only takes room. */
async function removeWornOut(folder: string, { now }: Clock): Promise<void> {
  const fetching = join(folder, 'fetching.git');
  const packs = await readdir(join(fetching, 'objects', 'pack')).catch(() => []);
  if (packs.length > 3 * maxPacks) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const names = await readdir(fetching).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.lock') || one.startsWith('compaction-'))) {
    const changed = (await stat(join(fetching, name)).catch(() => undefined))?.mtimeMs ?? now();
    const patience = name.endsWith('.lock') ? lockAbandonedAfter : abandonedAfter;
    if (now() - changed > patience) await rm(join(fetching, name), { force: true });
  }
}

interface Found {
  readonly url: string;
  readonly commonDir?: string;
  /** The clone's own settings for the network. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

async function findUrl(
  { cwd, log, remote = 'origin', url }: LedgerOptions,
  env: Environment,
): Promise<Found> {
  const config = env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
  const git = createGit({ cwd, log, env, config });
  const [folder, listed] = await Promise.all([
    git.attempt(['rev-parse', '--git-common-dir', '--show-toplevel']),
    listSettings(git),
  ]);
  const [common = '', top = ''] = folder.stdout.toString('utf8').split(/\r?\n/);
  if (common === '')
    return { url: isAddress(remote) ? absolute(remote, cwd) : given(url, remote), settings: [] };
  const commonDir = resolvePath(cwd, common);
  const settings = networkSettings(listed);
  if (isAddress(remote)) return { url: absolute(remote, cwd), commonDir, settings };
  if (remote.startsWith('-')) throw noRemote(remote);
  const named = listed.find(({ key }) => key === `remote.${remote}.url`)?.value;
  // The clone may have other names for hosts; what they stand for is git's to say.
  const renamed = named !== undefined && listed.some(({ key }) => key.startsWith('url.'));
  const address = renamed ? await git.text(['remote', 'get-url', '--', remote]) : named;
  return {
    url: absolute(address ?? given(url, remote), top === '' ? commonDir : top),
    commonDir,
    settings,
  };
}

/** The address that a remote is given by, meant from a folder; `undefined` for the name of a clone's remote. */
export function addressOf(remote: string, cwd: string): string | undefined {
  return isAddress(remote) ? absolute(remote, cwd) : undefined;
}

/** An address, or a path that leads somewhere: no name of a remote contains a colon, and few a slash at the start. */
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
  return new UserError(
    `there is no git remote named "${visibleName(redact(remote, []))}" here, so no ledger`,
    {
      help: 'Run it in a clone, or give the address of the repository with --remote.',
    },
  );
}

const network = /^(?:http\.|credential\.|url\.|core\.sshcommand$|core\.gitproxy$|ssh\.)/;

interface Setting {
  readonly scope: string;
  readonly key: string;
  readonly value: string;
}

/** All settings that hold in a folder; none where it is not a clone and git cannot list them. */
async function listSettings(git: Git): Promise<Setting[]> {
  const listed = await git.attempt(['config', '--show-scope', '--list', '-z']);
  const fields = listed.exitCode === 0 ? listed.stdout.toString('utf8').split('\0') : [];
  const settings: Setting[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const setting = fields[at + 1] ?? '';
    const end = setting.indexOf('\n');
    const [key, value] = end < 0 ? [setting, 'true'] : [setting.slice(0, end), setting.slice(end + 1)];
    settings.push({ scope: fields[at] ?? '', key, value });
  }
  return settings;
}

/** What the clone alone knows of its forge: credentials that actions/checkout left, proxies, other names of hosts. */
function networkSettings(listed: readonly Setting[]): Found['settings'] {
  const own = listed.filter(({ scope }) => scope === 'local' || scope === 'worktree');
  return own.flatMap(({ key, value }) => (network.test(key) ? [[key, value] as const] : []));
}
