/** The paths that lead through links: those that no listing of a tree names. */
import { compareText } from '../../kernel/compare.ts';
import { pathsBelow } from '../../kernel/sorted-paths.ts';
import { UserError } from '../../kernel/user-error.ts';
import { foldersOf, maxLinks, type Lookup } from './tree-paths.ts';
import type { TreeView } from './tree-view.ts';

/** Paths beyond which nobody means what the links say. */
const mostPaths = 200_000;

/** Every path that leads through a link, to whatever it leads; not those through a folder that contains the link itself, which show all once more. */
export async function pathsThroughLinks(tree: TreeView): Promise<readonly string[]> {
  if (tree.links.length === 0) return [];
  const found = await resolved(tree);
  return walked({
    tree,
    found,
    leaves: [...tree.links].toSorted(compareText),
    isWhole: () => true,
    goesIn: leadsElsewhere,
  });
}

/**
 * Those that may show something else than before: `changed` are the entries of this tree that the other has not, or not so.
 * None may be missing; one too many does no harm.
 */
export async function changedThroughLinks(
  tree: TreeView,
  changed: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (tree.links.length === 0 || changed.size === 0) return [];
  const found = await resolved(tree);
  const isWhole = (link: string) => found.get(link)?.via.some((each) => changed.has(each)) === true;
  const touched = touchedLinks(found, changed, isWhole);
  const leaves = [...new Set([...changed, ...touched])].toSorted(compareText);
  return walked({ tree, found, leaves, isWhole, goesIn: () => true });
}

function leadsElsewhere(link: string, folder: string): boolean {
  return folder !== '' && !link.startsWith(`${folder}/`);
}

type Found = ReadonlyMap<string, Lookup>;

async function resolved(tree: TreeView): Promise<Found> {
  const found = new Map<string, Lookup>();
  for (const link of tree.links) found.set(link, await tree.lookUp(link));
  return found;
}

/** Links that changed, or that lead to what did, at once or through others: no path goes through more than so many. */
function touchedLinks(
  found: Found,
  changed: ReadonlySet<string>,
  isWhole: (link: string) => boolean,
): ReadonlySet<string> {
  const touched = new Set([...found.keys()].filter(isWhole));
  const folders = foldersOf([...changed, ...touched]).add('');
  for (let round = 0; round < maxLinks; round += 1) {
    const fresh = [...found].filter(
      ([link, lookup]) => !touched.has(link) && reaches(lookup, changed, folders),
    );
    if (fresh.length === 0) break;
    for (const [link] of fresh) touched.add(link);
    for (const folder of foldersOf(fresh.map(([link]) => link))) folders.add(folder);
  }
  return touched;
}

function reaches(lookup: Lookup, changed: ReadonlySet<string>, folders: ReadonlySet<string>): boolean {
  if (lookup.found === 'folder') return folders.has(lookup.at);
  if (lookup.found === 'entry') return changed.has(lookup.at);
  const within = 'submodule' in lookup ? lookup.submodule : undefined;
  return within !== undefined && changed.has(within.at);
}

interface Walk {
  readonly tree: TreeView;
  readonly found: Found;
  /** Sorted: what is worth going to. */
  readonly leaves: readonly string[];
  /** Whether everything below this link is. */
  readonly isWhole: (link: string) => boolean;
  /** Whether to go into the folder to which this link leads. */
  readonly goesIn: (link: string, folder: string) => boolean;
}

interface Place {
  /** As it is written in the path, with a slash at its end; empty for the root. */
  readonly prefix: string;
  readonly folder: string;
  /** Folders to which links have led on the way: none is entered so twice, which ends every loop. */
  readonly entered: readonly string[];
  readonly whole: boolean;
}

function walked({ tree, found, leaves, isWhole, goesIn }: Walk): readonly string[] {
  const paths = new Set<string>();
  const todo: Place[] = [{ prefix: '', folder: '', entered: [], whole: false }];
  for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
    const { prefix, folder, entered, whole } = place;
    for (const leaf of whole ? tree.below(folder) : pathsBelow(leaves, folder)) {
      const path = prefix + (folder === '' ? leaf : leaf.slice(folder.length + 1));
      const lookup = found.get(leaf);
      if (prefix !== '' || lookup !== undefined) paths.add(path);
      if (lookup?.found === 'folder') {
        if (entered.length === maxLinks || entered.includes(lookup.at) || !goesIn(leaf, lookup.at)) continue;
        const further = [...entered, lookup.at];
        todo.push({ prefix: `${path}/`, folder: lookup.at, entered: further, whole: whole || isWhole(leaf) });
      }
      if (paths.size + todo.length > mostPaths) throw tooMany();
    }
  }
  return [...paths];
}

function tooMany(): UserError {
  return new UserError(`symlinks lead to the files of this repository on more than ${mostPaths} paths`, {
    help: 'Remove links to folders that contain links to folders.',
  });
}
