/** Commits by the index of the ledger: all of them, those of an abbreviation, those of a tree. */
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import { indexPlace, type IndexEntry, type LineageRecord } from '../index.ts';
import { hashes } from './hashes.ts';

type Find = (entries: readonly IndexEntry[]) => Promise<readonly (readonly LineageRecord[])[]>;

/** Full SHAs of the commits of which records that nobody has corrected say that they have this tree. `setAside`: ids that do not count. */
export async function commitsOfTree(
  tree: string,
  find: Find,
  setAside: (records: readonly LineageRecord[]) => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  const found = (await find([{ kind: 'tree', name: tree }])).flat();
  const aside = await setAside(found);
  const counting = found.filter(({ id }) => !aside.has(id));
  const nodes = counting.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]);
  return [...new Set(nodes.filter((node) => node.tree === tree).map(({ id }) => id))];
}

/** By the names of the index alone, without reading a record. */
export async function recordedCommits(
  snapshot: LedgerSnapshot,
  waiting: ReadonlyMap<string, readonly LineageRecord[]>,
): Promise<string[]> {
  const folders = Array.from({ length: 256 }, (_, at) => `by/commit/${at.toString(16).padStart(2, '0')}`);
  const files = [...(await snapshot.list(folders)).values()].flatMap((folder) => [...folder.keys()]);
  const names = [
    ...files.map((name) => name.split('@', 1)[0] ?? ''),
    ...[...waiting.keys()].flatMap((key) => (key.startsWith('commit ') ? [key.slice('commit '.length)] : [])),
  ];
  return [...new Set(names)].filter((sha) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha));
}

/** Full SHAs that begin so. */
export async function commitsStarting(
  sha: string,
  snapshot: LedgerSnapshot,
  waiting: ReadonlyMap<string, readonly LineageRecord[]>,
): Promise<string[]> {
  const { folder } = indexPlace('commit', sha, hashes);
  const names = [...((await snapshot.list([folder])).get(folder) ?? new Map<string, string>()).keys()];
  const stored = names.filter((name) => name.startsWith(sha)).map((name) => name.slice(0, name.indexOf('@')));
  const fresh = [...waiting.keys()]
    .filter((key) => key.startsWith(`commit ${sha}`))
    .map((key) => key.slice(7));
  return [...new Set([...stored, ...fresh])];
}
