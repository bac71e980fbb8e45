/** What conda-lock.yml is made from: the environment files that it names, else the one beside it. */
import { type Parsed, condaManifest, manifestsOf, plainMisfits } from '../index.ts';
import type { Manifest, Misfit } from '../index.ts';
import type { Source } from './source.ts';
import { folderOf, joinPath } from './paths.ts';
import { isBroken } from './problem-findings.ts';

const format = 'conda-lock.yml';

export interface CondaState {
  readonly misfits: readonly Misfit[];
  /** Environment files that were read. */
  readonly files: readonly string[];
  readonly isHashed: undefined;
}

/** `undefined` where none of its sources is here. */
export async function condaState(
  lock: string,
  parsed: Parsed,
  source: Source,
): Promise<CondaState | undefined> {
  const found = await Promise.all(
    (await sourcesOf(lock, parsed, source)).map((path) => environmentAt(path, source)),
  );
  const manifests = lastAsks(found.filter((one) => one !== undefined));
  if (manifests.length === 0) return undefined;
  return {
    misfits: manifests.flatMap((manifest) => plainMisfits(format, lock, parsed, manifest)),
    files: manifests.map(({ file }) => file),
    isHashed: undefined,
  };
}

/** Beside the lock, else from the root, where conda-lock ran. */
async function sourcesOf(lock: string, { governedBy }: Parsed, source: Source): Promise<readonly string[]> {
  const folder = folderOf(lock);
  const paths = await source.paths();
  const placed = (name: string): readonly string[] =>
    [joinPath(folder, name), joinPath('', name)]
      .filter((path) => path !== undefined && paths.has(path))
      .slice(0, 1)
      .flatMap((path) => path ?? []);
  const named = governedBy.flatMap(placed);
  return named.length > 0 ? named : manifestsOf(format).flatMap(placed).slice(0, 1);
}

async function environmentAt(path: string, source: Source): Promise<Manifest | undefined> {
  if (!/\.ya?ml$/.test(path)) return undefined;
  const parsed = await source.parse(path, 'included');
  if (parsed === undefined || isBroken(parsed)) return undefined;
  const lines = (await source.text(path))?.split('\n') ?? [];
  // `- pkg  # [osx]` is for some platforms, as conda-lock reads it.
  const isForAll = ({ line }: { readonly line: number }): boolean =>
    !/#\s*\[[^\]]*\]\s*$/.test(lines[line - 1] ?? '');
  return condaManifest(parsed.statements.filter(isForAll), path);
}

/** Of a package that several files name, the last one counts. */
function lastAsks(manifests: readonly Manifest[]): readonly Manifest[] {
  const last = new Map(
    manifests.flatMap(({ asks }, index) => asks.map(({ name }) => [name, index] as const)),
  );
  return manifests.map((manifest, index) => ({
    ...manifest,
    asks: manifest.asks.filter(({ name }) => last.get(name) === index),
  }));
}
