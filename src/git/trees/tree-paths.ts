/** An entry of a commit's tree. */
export interface Entry {
  readonly kind: 'file' | 'symlink' | 'submodule';
  readonly oid: string;
}

export type Lookup =
  | { readonly found: 'entry'; readonly entry: Entry }
  | { readonly found: 'nothing' }
  | { readonly found: 'folder' }
  | { readonly found: 'dangling' | 'outside' | 'loop'; readonly link: string };

/** Links followed before a path counts as a loop: Linux's own bound. */
const maxLinks = 40;

/**
 * Finds a path as an operating system would, symlinks included, within the tree and nowhere else.
 * `target` reads where a symlink points.
 */
export async function lookUp(
  entries: ReadonlyMap<string, Entry>,
  folders: ReadonlySet<string>,
  path: string,
  target: (entry: Entry) => Promise<string>,
): Promise<Lookup> {
  if (path.startsWith('/')) return { found: 'outside', link: path };
  let rest = path.split('/');
  let at: string[] = [];
  let link: string | undefined;
  for (let links = 0; rest.length > 0;) {
    const [part = '', ...further] = rest;
    rest = further;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (at.length === 0) return { found: 'outside', link: link ?? path };
      at.pop();
      continue;
    }
    const here = [...at, part].join('/');
    const entry = entries.get(here);
    if (entry?.kind === 'symlink') {
      links += 1;
      if (links > maxLinks) return { found: 'loop', link: here };
      link = here;
      const to = await target(entry);
      if (isAbsolute(to)) return { found: 'outside', link };
      rest = [...to.split('/'), ...rest];
      continue;
    }
    if (entry !== undefined && rest.length === 0) return { found: 'entry', entry };
    if (entry !== undefined || !folders.has(here))
      return link === undefined ? { found: 'nothing' } : { found: 'dangling', link };
    at = [...at, part];
  }
  return { found: 'folder' };
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
