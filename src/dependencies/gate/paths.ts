/** Repository-relative paths with forward slashes. */

/** The folder with a trailing slash; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The path that a file in `folder` means; `undefined` when it leaves the repository. */
export function joinPath(folder: string, path: string): string | undefined {
  const forward = path.replaceAll('\\', '/');
  if (forward.startsWith('/') || forward.startsWith('~') || /^[a-z]:/i.test(forward)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}${forward}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
