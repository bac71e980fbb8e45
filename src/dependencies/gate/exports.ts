/** Lists of requirements that a tool wrote from a lock, or from an `.in` file beside them. */
import {
  type Parsed,
  compilerOf,
  exportCommand,
  exporterOf,
  formatOf,
  isClosureOf,
  isExportOf,
} from '../index.ts';
import type { Source } from './source.ts';
import { folderOf } from './paths.ts';

const lockName = /^(?:uv|poetry|pdm)\.lock$|^Pipfile\.lock$|^pylock\.(?:[^./]+\.)?toml$/;

/** The list as the result that it is, or as it was where a person writes it. */
export async function asResult(path: string, parsed: Parsed, source: Source): Promise<Parsed> {
  if (parsed.entries.length === 0 || !/\.txt$/i.test(path)) return parsed;
  if (formatOf(path)?.name !== 'requirements.txt') return parsed;
  const exported = await fromLock(path, parsed, source);
  if (exported !== undefined || parsed.generated) return exported ?? parsed;
  return (await fromList(path, parsed, source)) ?? parsed;
}

/** A lock in its folder or in one above. */
async function fromLock(path: string, parsed: Parsed, source: Source): Promise<Parsed | undefined> {
  const paths = await source.paths();
  const locks = [...paths].filter(
    (other) => lockName.test(other.slice(folderOf(other).length)) && path.startsWith(folderOf(other)),
  );
  for (const lock of locks.toSorted((a, b) => b.length - a.length)) {
    const held = await source.parse(lock);
    if (held === undefined || held.entries.length === 0) continue;
    const declared = await declaredIn(folderOf(lock), source);
    if (!isExportOf(parsed, held, declared)) continue;
    const hasHashes = parsed.entries.some(({ artifacts }) => artifacts().length > 0);
    const tool = exporterOf(lock, exportCommand(formatOf(lock)?.name ?? '', path, hasHashes));
    const governedBy = [...parsed.governedBy, ...manifestNames.map((name) => folderOf(lock) + name)];
    return { ...parsed, generated: true, statements: [], governedBy, tool, exportedFrom: lock };
  }
  return undefined;
}

const manifestNames = ['pyproject.toml', 'Pipfile', 'setup.cfg', 'setup.py', 'uv.toml'];

async function declaredIn(folder: string, source: Source): Promise<ReadonlySet<string>> {
  const parsed = await Promise.all(manifestNames.map((name) => source.parse(folder + name)));
  return new Set(parsed.flatMap((one) => (one?.statements ?? []).map(({ name }) => name)));
}

/** `requirements.in` beside `requirements.txt`. */
async function fromList(path: string, parsed: Parsed, source: Source): Promise<Parsed | undefined> {
  const asked = path.replace(/\.txt$/i, '.in');
  if (!(await source.has(asked))) return undefined;
  const list = await source.parse(asked);
  if (list === undefined || !isClosureOf(parsed, list.statements)) return undefined;
  const name = asked.slice(folderOf(asked).length);
  return { ...parsed, generated: true, statements: [], governedBy: [name], tool: compilerOf(asked, path) };
}

/** Lists at the head that repeat a lock, by the lock: the commands that write them. */
export async function exportsOf(
  paths: readonly (string | undefined)[],
  head: Source,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const map = new Map<string, readonly string[]>();
  for (const path of paths) {
    if (path === undefined || formatOf(path)?.name !== 'requirements.txt') continue;
    const { exportedFrom: lock, entries = [] } = (await head.parse(path)) ?? {};
    if (lock === undefined) continue;
    const hasHashes = entries.some(({ artifacts }) => artifacts().length > 0);
    const command =
      exportCommand(formatOf(lock)?.name ?? '', path, hasHashes) ?? `write ${path} anew from it`;
    map.set(lock, [...(map.get(lock) ?? []), command]);
  }
  return map;
}
