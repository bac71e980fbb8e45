/** Watches what moved and the repository imports, where the policy does not say what is watched. */
import { type DependencySettings, importedIn, importsOf, watcher } from '../index.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import type { Judged } from './judge-pair.ts';

/** Code is read only where it can matter, and as much as tells: imports stand at the top. */
const maxFiles = 300;
const maxBytes = 256 * 1024;

/** The settings with further names of `alsoWatch`; `undefined` where nothing that was judged is imported and not watched yet. */
export async function withImported(
  settings: DependencySettings,
  judged: readonly Judged[],
  head: FileTree,
): Promise<DependencySettings | undefined> {
  if (settings.watch !== undefined) return undefined;
  const isWatched = watcher(settings);
  const named = judged.flatMap(({ moves, after }) => [
    ...moves.map(({ name }) => name),
    ...(after?.generated === false ? after.statements.map(({ name }) => name) : []),
  ]);
  const sought = new Map([...importsOf(named)].filter(([name]) => !isWatched(name)));
  if (sought.size === 0) return undefined;
  const imported = await importedBy(head, new Set(sought.values()));
  const found = [...sought].flatMap(([name, module]) => (imported.has(module) ? [name] : []));
  return found.length === 0 ? undefined : { ...settings, alsoWatch: [...settings.alsoWatch, ...found] };
}

/** Which of the modules the tree's Python files import. */
async function importedBy(tree: FileTree, modules: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const files = (await tree.list()).filter((path) => path.endsWith('.py')).slice(0, maxFiles);
  for (const path of files) {
    const bytes = await contentOf(tree, path);
    for (const name of importedIn(new TextDecoder().decode(bytes))) if (modules.has(name)) found.add(name);
    if (found.size === modules.size) break;
  }
  return found;
}

/** A file that cannot be read, such as a link or a very large one, imports nothing here. */
async function contentOf(tree: FileTree, path: string): Promise<Uint8Array | undefined> {
  try {
    return await tree.read(path, maxBytes);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return undefined;
  }
}
