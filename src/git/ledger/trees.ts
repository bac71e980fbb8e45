/** Folders of a commit of the ledger. Trees that are not here are brought level by level: of a large ledger few are ever looked at. */
import { uniqueBy } from '../../kernel/group.ts';
import { UserError } from '../../kernel/user-error.ts';
import { recordsSaid } from '../../ports/ledger-refs.ts';
import {
  entriesIn,
  fetchByIds,
  namesIn,
  type Brought,
  type Names,
  type TreeFiles,
  type TreeNames,
} from './objects.ts';
import type { LedgerStore } from './store.ts';

export interface LedgerTrees {
  /** What is in folders, by path; without a folder that is not there. Throws a UserError where a tree cannot be had. */
  names(folders: readonly string[]): Promise<ReadonlyMap<string, TreeNames>>;
  /** Their files alone, in less room. */
  entries(folders: readonly string[]): Promise<ReadonlyMap<string, TreeFiles>>;
  /** Brings folders with all contents in one fetch, where they are not here. */
  bring(folders: readonly string[]): Promise<void>;
  /** Brings all folders, without contents. */
  bringAll(): Promise<void>;
}

/** Up to so many records the names of all of them, some 200 bytes each, are sooner here than those of a few folders one level after the other. */
const fewRecords = 50_000;

export async function treesOf(store: LedgerStore, commit: string): Promise<LedgerTrees> {
  const [object] = await store.reading.read([commit]);
  const text = object?.type === 'commit' ? object.bytes.toString('latin1') : '';
  const root = /^tree ([0-9a-f]+)\n/.exec(text)?.[1];
  const missed: Brought = (recordsSaid(text) ?? Infinity) <= fewRecords ? 'names' : 'itself';
  /** Folders that others are in. */
  const known = new Map<string, Names>();

  const oidsOf = async (
    folders: readonly string[],
    what: Brought,
  ): Promise<[folder: string, oid: string][]> => {
    const parents = [...new Set(folders.flatMap((folder) => (folder === '' ? [] : [parentOf(folder)])))];
    const unread = parents.filter((parent) => !known.has(parent));
    const found = unread.length === 0 ? new Map<string, TreeNames>() : await names(unread, what);
    for (const parent of unread) known.set(parent, found.get(parent)?.folders ?? new Map());
    return folders.flatMap((folder): [string, string][] => {
      const oid = folder === '' ? root : known.get(parentOf(folder))?.get(nameOf(folder));
      return oid === undefined ? [] : [[folder, oid]];
    });
  };
  const read = async <T>(
    folders: readonly string[],
    what: Brought,
    as: Reader<T>,
  ): Promise<Map<string, T>> => {
    const oids = await oidsOf(folders, what);
    const trees = await readTrees(store, oids, what, as);
    return new Map(trees.map((tree, at) => [oids[at]?.[0] ?? '', tree]));
  };
  const names = async (folders: readonly string[], what: Brought) => read(folders, what, namesIn);
  if (root === undefined) throw lacking(commit.slice(0, 8));
  return {
    names: (folders) => names(folders, missed),
    entries: (folders) => read(folders, missed, entriesIn),
    bring: async (folders) => {
      const oids = (await oidsOf(folders, 'itself')).map(([, oid]) => oid);
      await brought(store, oids, 'everything');
    },
    bringAll: async () => {
      for (let level = ['']; level.length > 0;) {
        const found = [...(await names(level, 'names'))];
        level = found.flatMap(([folder, { folders }]) =>
          [...folders.keys()].map((name) => (folder === '' ? name : `${folder}/${name}`)),
        );
      }
    },
  };
}

type Reader<T> = (tree: Buffer, oidBytes: number) => T;

async function readTrees<T>(
  store: LedgerStore,
  named: readonly (readonly [folder: string, oid: string])[],
  missed: Brought,
  as: Reader<T>,
): Promise<T[]> {
  const oids = named.map(([, oid]) => oid);
  const objects = await brought(store, oids, missed);
  return objects.map((object, at) => {
    if (object?.type !== 'tree') throw lacking(named[at]?.[0] || 'the root');
    return as(object.bytes, object.oid.length / 2);
  });
}

type Objects = Awaited<ReturnType<LedgerStore['reading']['read']>>;

/** Objects in the order of their ids, read once where all are here: the folders of a million records are 260 MB. */
async function brought(store: LedgerStore, oids: readonly string[], what: Brought): Promise<Objects> {
  const objects = await store.reading.read(oids);
  const absent = uniqueBy(
    oids.filter((_, at) => objects[at] === undefined),
    (oid) => oid,
  );
  if (absent.length === 0) return objects;
  if (await fetchByIds(store, absent, what)) return store.reading.read(oids);
  throw new UserError('the remote no longer has folders that its ledger names', {
    help: 'Where its branch was rewritten just now, run it again; else run `git fsck` there, and restore them from another clone.',
  });
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

function lacking(what: string): UserError {
  return new UserError(`the copy of the ledger here lacks ${what}`, {
    help: 'Remove the folder model-gates-ledger in .git, and run it again: the copy is made anew.',
  });
}
