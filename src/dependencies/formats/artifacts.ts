/** The file name at the end of a URL or path, without query and fragment. */
export function fileName(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}
