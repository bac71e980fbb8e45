import { entriesAt, textAt } from './own-values.ts';

/** The file name at the end of a URL or path, without query and fragment. */
export function fileName(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `file name hash` of items that keep both, under the given keys. */
export function fileHashes(
  items: readonly unknown[],
  fileKeys: readonly string[],
  hashKey = 'hash',
): readonly string[] {
  return items.flatMap((item) => {
    const hash = textAt(item, hashKey);
    const file = fileKeys.map((key) => textAt(item, key)).find((name) => name !== undefined);
    return hash === undefined ? [] : [`${fileName(file ?? '')} ${hash}`];
  });
}

/** The same for items with a table of hashes by algorithm. */
export function hashTable(item: unknown, file: string): readonly string[] {
  return entriesAt(item, 'hashes').flatMap(([algorithm, hash]) =>
    typeof hash === 'string' ? [`${fileName(file)} ${algorithm}:${hash}`] : [],
  );
}
