/** Locks that no longer fit the manifests beside them: whoever installs from such a lock is stopped, or gets another one. */
import {
  type Manifest,
  type Misfit,
  type Parsed,
  editMisfits,
  formatOf,
  hashedTexts,
  lockedHash,
  manifestsOf,
  plainMisfits,
  readManifest,
  uvMisfits,
  workspaceMisfits,
  workspaceOf,
} from '../index.ts';
import { depsRules } from '../rules.ts';
import { globMatcher } from '../../kernel/globs.ts';
import type { Finding } from '../../report/model.ts';
import type { Sides } from './files.ts';
import type { LockPair } from './locks.ts';
import { condaState } from './conda-sources.ts';
import { folderOf, joinPath } from './paths.ts';
import { isBroken } from './problem-findings.ts';
import type { Source } from './source.ts';

/** One finding for each lock that this change leaves behind its manifests; a warning where it lagged in the same way before. */
export async function fitFindings(
  pairs: readonly LockPair[],
  { base, head }: Sides,
  exports: ReadonlyMap<string, readonly string[]>,
): Promise<Finding[]> {
  const changed = new Set(
    pairs.flatMap(({ before, after }) => [before, after]).filter((path) => path !== undefined),
  );
  if (![...changed].some(isPartOfLock)) return [];
  const locks = [...(await head.paths())].filter((path) => isLock(path) && mayConcern(path, changed));
  const found = await Promise.all(
    locks.map((lock) => lockFindings(lock, changed, base, head, exports.get(lock) ?? [])),
  );
  return found.flat();
}

const manifestName = /(?:^|\/)(?:pyproject\.toml|uv\.toml|Pipfile|pixi\.toml|environment\.ya?ml)$/;

function isLock(path: string): boolean {
  const format = formatOf(path)?.name ?? '';
  // `pylock.docs.toml` is of one group or of another file: nothing says which.
  if (/(?:^|\/)pylock\.[^/]+\.toml$/.test(path)) return false;
  return format === 'uv.lock' || manifestsOf(format).length > 0;
}

function isPartOfLock(path: string): boolean {
  return manifestName.test(path) || isEnvironment(path) || isLock(path);
}

function isEnvironment(path: string): boolean {
  return formatOf(path)?.name === 'environment.yml';
}

/** It changed, or a manifest in its folder or below did; conda-lock takes environment files from anywhere. */
function mayConcern(lock: string, changed: ReadonlySet<string>): boolean {
  const folder = folderOf(lock);
  if (formatOf(lock)?.name === 'conda-lock.yml' && [...changed].some(isEnvironment)) return true;
  return changed.has(lock) || [...changed].some((path) => manifestName.test(path) && path.startsWith(folder));
}

async function lockFindings(
  lock: string,
  changed: ReadonlySet<string>,
  base: Source,
  head: Source,
  exports: readonly string[],
): Promise<Finding[]> {
  const now = await stateOf(lock, head);
  if (now === undefined || !(changed.has(lock) || now.files.some((file) => changed.has(file)))) return [];
  const isLeft = now.uv !== undefined && !changed.has(lock);
  if (now.misfits.length === 0 && now.isHashed !== false && !isLeft) return [];
  const before = await stateOf(lock, base);
  const old = new Set(before?.misfits.map(({ key }) => key));
  const shown = [...now.misfits, ...hashMisfit(lock, before, now)];
  const misfits = shown.length === 0 && isLeft ? edits(lock, before, now) : shown;
  const groups = [
    // What a tool may write in other words says nothing of a lock that is new.
    misfits.filter(
      ({ key, isByText, isMaybe }) =>
        !old.has(key) && isMaybe !== true && (isByText !== true || before !== undefined),
    ),
    misfits.filter(({ key, isByText }) => old.has(key) && isByText !== true),
    misfits.filter(({ isMaybe }) => isMaybe === true),
  ];
  return groups.flatMap((group, index) => finding(lock, group, fits[index], exports));
}

/** Left behind by this change, before it, or perhaps. */
const fits = [
  'does not fit its manifest',
  'does not fit its manifest, as before this change',
  'may not fit its manifest',
] as const;

interface State {
  /** Of a uv.lock: with the manifests of its members. */
  readonly uv?: { readonly parsed: Parsed; readonly manifests: ReadonlyMap<string, Manifest> };
  readonly misfits: readonly Misfit[];
  /** Manifests that were read. */
  readonly files: readonly string[];
  /** Whether the lock's hash is that of the manifest; `undefined` where there is none. */
  readonly isHashed: boolean | undefined;
}

async function stateOf(lock: string, source: Source): Promise<State | undefined> {
  const parsed = await source.parse(lock);
  if (parsed === undefined || isBroken(parsed)) return undefined;
  const format = formatOf(lock)?.name ?? '';
  if (format === 'uv.lock') return uvState(lock, parsed, source);
  if (format === 'conda-lock.yml') return condaState(lock, parsed, source);
  return plainState(format, lock, parsed, source);
}

async function uvState(lock: string, parsed: Parsed, source: Source): Promise<State> {
  const folder = folderOf(lock);
  const addresses = [
    ...new Set(['.', ...parsed.entries.flatMap((entry) => (entry.own ? entry.source.address : []))]),
  ];
  const found = await Promise.all(
    addresses.map(async (address) => [address, await manifestIn(joinPath(folder, address), source)] as const),
  );
  const manifests = new Map(
    found.flatMap(([address, one]) => (one === undefined ? [] : [[address, one] as const])),
  );
  const root = manifests.get('.');
  const members = root === undefined ? [] : await membersOf(root, folder, source);
  return {
    uv: { parsed, manifests },
    misfits: [...uvMisfits(lock, parsed, manifests), ...workspaceMisfits(lock, parsed, members)],
    files: [...manifests.values(), ...members].map(({ file }) => file),
    isHashed: undefined,
  };
}

/** Of a lock that stayed as it was, where it fitted before in all that it shows. */
function edits(lock: string, before: State | undefined, now: State): readonly Misfit[] {
  if (before?.uv === undefined || now.uv === undefined || before.misfits.length > 0) return [];
  return editMisfits(lock, now.uv.parsed, before.uv.manifests, now.uv.manifests);
}

/** The manifests of the folders that `[tool.uv.workspace]` takes in. */
async function membersOf(root: Manifest, folder: string, source: Source): Promise<readonly Manifest[]> {
  const { members, exclude } = workspaceOf(root);
  if (members.length === 0) return [];
  const isMember = globMatcher(
    members.map((glob) => `${folder}${glob.replace(/^\.\/|\/+$/g, '')}/pyproject.toml`),
  );
  const isOut =
    exclude.length === 0 ? () => false : globMatcher(exclude.map((glob) => `${folder}${glob}/**`));
  const paths = [...(await source.paths())].filter((path) => isMember(path) && !isOut(path)).slice(0, 500);
  const all = await Promise.all(paths.map((path) => manifestIn(folderOf(path).slice(0, -1), source)));
  return all.filter((one) => one !== undefined);
}

async function plainState(
  format: string,
  lock: string,
  parsed: Parsed,
  source: Source,
): Promise<State | undefined> {
  const manifest = await firstManifest(format, folderOf(lock).slice(0, -1), source);
  if (manifest === undefined) return undefined;
  const wanted = lockedHash(parsed.header);
  const hashes = wanted === undefined ? [] : await sha256(hashedTexts(format, manifest.data));
  return {
    misfits: plainMisfits(format, lock, parsed, manifest),
    files: [manifest.file],
    isHashed: wanted === undefined || hashes.length === 0 ? undefined : hashes.includes(wanted),
  };
}

async function firstManifest(format: string, folder: string, source: Source): Promise<Manifest | undefined> {
  for (const name of manifestsOf(format)) {
    const found = await manifestIn(folder, source, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Loaded where a lock keeps a hash: it is a quarter of a bare start. */
async function sha256(texts: readonly string[]): Promise<readonly string[]> {
  const { createHash } = await import('node:crypto');
  return texts.map((text) => createHash('sha256').update(text).digest('hex'));
}

async function manifestIn(
  folder: string | undefined,
  source: Source,
  name = 'pyproject.toml',
): Promise<Manifest | undefined> {
  if (folder === undefined) return undefined;
  const path = folder === '' ? name : `${folder}/${name}`;
  const text = (await source.has(path)) ? await source.text(path) : undefined;
  return text === undefined ? undefined : readManifest(text, path);
}

/** Reported only where the base shows that the tool hashes as this gate does. */
function hashMisfit(lock: string, before: State | undefined, now: State): readonly Misfit[] {
  const [file = lock] = now.files;
  if (before?.isHashed !== true || now.isHashed !== false) return [];
  const what = `${lock} keeps the hash of another state of ${file}: it was not locked again after the last edit`;
  return [{ key: `hash ${file}`, what, file, line: 1, column: 1 }];
}

const commands: Readonly<Record<string, string>> = {
  'uv.lock': '`uv lock`',
  'poetry.lock': '`poetry lock`',
  'pdm.lock': '`pdm lock --update-reuse`',
  'Pipfile.lock': '`pipenv lock`',
  'pixi.lock': '`pixi lock`',
  'conda-lock.yml': '`conda-lock`',
  'pylock.toml': '`uv export --format pylock.toml -o pylock.toml`, or the tool that wrote it',
};

function finding(
  lock: string,
  misfits: readonly Misfit[],
  fit: (typeof fits)[number] = fits[0],
  exports: readonly string[],
): Finding[] {
  const [first] = misfits;
  if (first === undefined) return [];
  const shown = misfits.slice(0, 8).map(({ what }) => what);
  const more = misfits.length > shown.length ? `; and ${misfits.length - shown.length} more` : '';
  const { file, line, column } = first;
  const command = commands[formatOf(lock)?.name ?? ''] ?? 'its tool';
  return [
    depsRules['stale-lock'].finding({
      severity: fit === fits[0] ? 'error' : 'warning',
      message: `${lock} ${fit}: ${shown.join('; ')}${more}.`,
      file,
      line,
      column,
      help: `Lock again with ${[command, ...exports].join(', then ')}, and commit the result.`,
    }),
  ];
}
