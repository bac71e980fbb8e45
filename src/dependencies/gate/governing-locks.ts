/** Locks that decide what a manifest's ranges bring. */
import { type Parsed, formatOf, nothing } from '../index.ts';
import type { Source } from './files.ts';
import { folderOf, joinPath } from './paths.ts';

/** Normalised names of all packages that the locks hold which are made from this manifest. */
export async function lockedNames(path: string, source: Source): Promise<ReadonlySet<string>> {
  const kind = formatOf(path);
  if (kind?.installs !== undefined) return new Set();
  const locks = await Promise.all(
    [...(await source.paths())]
      .filter((candidate) => candidate !== path && mayLock(candidate, path))
      .map(async (candidate) => ({ candidate, parsed: (await source.parse(candidate)) ?? nothing })),
  );
  const own = locks.filter(({ candidate, parsed }) => isLockOf(candidate, parsed, path));
  return new Set(own.flatMap(({ parsed }) => parsed.entries.map(({ name }) => name)));
}

/** By names alone, so that only these are read: in the folder of the manifest, or above it. */
function mayLock(candidate: string, path: string): boolean {
  const name = formatOf(candidate)?.name;
  return name !== undefined && lockFormats.has(name) && path.startsWith(folderOf(candidate));
}

function isLockOf(candidate: string, { generated, governedBy }: Parsed, path: string): boolean {
  if (!generated) return false;
  if (namesIt(candidate, governedBy, path)) return true;
  if (folderOf(candidate) !== folderOf(path)) return false;
  const [kind, name] = [formatOf(path)?.name, formatOf(candidate)?.name ?? ''];
  if (name !== 'requirements.txt') return locksOf.get(kind ?? '')?.includes(name) === true;
  return path.endsWith('.in') && stem(candidate) === stem(path);
}

/** Beside the lock, else from the root; a folder that a workspace's lock names stands for its manifests. */
function namesIt(candidate: string, governedBy: readonly string[], path: string): boolean {
  const folder = folderOf(candidate);
  const named = governedBy.flatMap((one) => [joinPath(folder, one) ?? [], joinPath('', one) ?? []].flat());
  const isProject = /(?:^|\/)(?:setup\.(?:py|cfg)|uv\.toml)$/.test(path);
  return named.some((one) => one === path || (isProject && one === `${folderOf(path)}pyproject.toml`));
}

function stem(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

const projectLocks: readonly string[] = ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml', 'pixi.lock'];

/** Manifest → locks of the same folder that are made from it. */
const locksOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['pyproject.toml', projectLocks],
  ['setup.py', projectLocks],
  ['setup.cfg', projectLocks],
  ['Pipfile', ['Pipfile.lock']],
  ['pixi.toml', ['pixi.lock']],
  ['environment.yml', ['conda-lock.yml']],
]);

const lockFormats: ReadonlySet<string> = new Set([...[...locksOf.values()].flat(), 'requirements.txt']);
