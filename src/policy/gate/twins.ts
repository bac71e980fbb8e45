/** Names that are one where the case of letters, or how an accent is written, makes none: a checkout there has one file for both. */
import { policyRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ChangedFile, FileTree } from '../../ports/index.ts';

/** Findings that one change gives. */
const most = 20;

/** For each path that a change brings beside another one of its kind. */
export async function twinFindings(head: FileTree, files: readonly ChangedFile[]): Promise<Finding[]> {
  const fresh = files.filter(({ status }) => status === 'added' || status === 'renamed');
  if (fresh.length === 0) return [];
  const wanted = new Set(fresh.map(({ path }) => keyOf(path)));
  const byKey = new Map<string, string[]>();
  for (const path of withFolders([...(await head.list()), ...fresh.map(({ path }) => path)])) {
    const key = keyOf(path);
    if (wanted.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), path]);
  }
  return fresh.flatMap(({ path }) => twinOf(path, byKey.get(keyOf(path)) ?? [])).slice(0, most);
}

/** The paths, and the folders in which they lie. */
function withFolders(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set(paths);
  for (const path of paths)
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      if (all.has(folder)) break;
      all.add(folder);
    }
  return all;
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
