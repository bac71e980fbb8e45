/** Names that are one where the case of letters, or how an accent is written, makes none: a checkout there has one file for both. */
import { policyRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { groupBy } from '../../kernel/group.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';

/** Findings that one change gives. */
const most = 20;

/** For each path that a change brings beside another one of its kind. */
export async function twinFindings(head: FileTree, files: readonly ChangedFile[]): Promise<Finding[]> {
  const fresh = files.filter(({ status }) => status === 'added' || status === 'renamed');
  if (fresh.length === 0) return [];
  const alike = alikeIn(await pathsOf(head.list));
  const own = byKey(fresh.map(({ path }) => path));
  const twins = fresh.flatMap(({ path }) =>
    twinOf(path, [...alike(keyOf(path)), ...(own.get(keyOf(path)) ?? [])]),
  );
  return twins.slice(0, most);
}

/** Files and folders by their key, step by step: only folders that lead there are looked into, each of them once. */
function alikeIn(paths: SortedPaths): (key: string) => readonly string[] {
  const folders = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const within = (folder: string) => {
    const known = folders.get(folder) ?? byKey([...paths.inFolder(folder), ...paths.foldersIn(folder)]);
    folders.set(folder, known);
    return known;
  };
  const alike = (key: string): readonly string[] => {
    const cut = key.lastIndexOf('/');
    const above = cut < 0 ? [''] : alike(key.slice(0, cut));
    return above.flatMap((folder) => within(folder).get(key) ?? []);
  };
  return alike;
}

function byKey(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return groupBy(paths, keyOf);
}

function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function twinOf(path: string, alike: readonly string[]): Finding[] {
  const twin = alike.find((one) => one !== path);
  if (twin === undefined) return [];
  return [
    policyRules['checkout-differs'].finding({
      severity: 'warning',
      file: path,
      line: 1,
      message: `${path} and ${twin} are one name to macOS and Windows: a checkout there has one of them, and gates judge both.`,
      help: 'Give one of them another name.',
    }),
  ];
}
