/** An entry of a commit's tree. */
export interface Entry {
  readonly kind: 'file' | 'symlink' | 'submodule';
  readonly oid: string;
}

/** What is at a path: an entry, or a folder of some. */
export type Found = Entry | { readonly kind: 'folder'; readonly oid: string };

/** By the mode that git writes. */
export function kindOf(mode: string): Entry['kind'] {
  if (mode === '160000') return 'submodule';
  return mode === '120000' ? 'symlink' : 'file';
}

/** `at`: the path itself, without links. `via`: the links that lead there, in order. */
export type Lookup = { readonly via: readonly string[] } & (
  | { readonly found: 'entry'; readonly entry: Entry; readonly at: string }
  | { readonly found: 'nothing' }
  | { readonly found: 'folder'; readonly at: string }
  | {
      readonly found: 'dangling' | 'outside' | 'loop';
      readonly link: string;
      /** The submodule in which the path would go on. */
      readonly submodule?: { readonly entry: Entry; readonly at: string };
    }
);

/** Links followed before a path counts as a loop: Linux's own bound. */
export const maxLinks = 40;

/**
 * Finds a path as an operating system would, symlinks included, within the tree and nowhere else.
 * `find` knows what is at a path without links, `target` reads where a symlink points.
 */
export async function lookUp(
  find: (path: string) => Promise<Found | undefined>,
  path: string,
  target: (entry: Entry, path: string) => Promise<string>,
): Promise<Lookup> {
  const via: string[] = [];
  // Parts that follow the outermost link: what lacks among them is not there, and no link is to blame.
  let behind = Infinity;
  if (path.startsWith('/')) return { found: 'outside', link: path, via };
  let rest = path.split('/');
  let at: string[] = [];
  while (rest.length > 0) {
    const [part = '', ...further] = rest;
    const link = via.at(-1);
    rest = further;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (at.length === 0) return { found: 'outside', link: link ?? path, via };
      at.pop();
      continue;
    }
    const here = [...at, part].join('/');
    const entry = await find(here);
    if (entry?.kind === 'symlink') {
      if (via.length === maxLinks) return { found: 'loop', link: here, via };
      via.push(here);
      behind = Math.min(behind, rest.length);
      const to = await target(entry, here);
      if (isAbsolute(to)) return { found: 'outside', link: here, via };
      rest = [...to.split('/'), ...rest];
      continue;
    }
    if (entry === undefined || entry.kind !== 'folder') {
      if (entry !== undefined && rest.length === 0) return { found: 'entry', entry, at: here, via };
      if (link === undefined || rest.length < behind) return { found: 'nothing', via };
      const within = entry?.kind === 'submodule' && { submodule: { entry, at: here } };
      return { found: 'dangling', link, via, ...within };
    }
    at = [...at, part];
  }
  return { found: 'folder', at: at.join('/'), via };
}

function isAbsolute(target: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(target);
}

/** Every folder that the paths imply. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  return folders;
}
