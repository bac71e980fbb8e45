import type { Artifact } from '../model.ts';
import { entriesAt, textAt } from './own-values.ts';
import { hostOf } from '../source.ts';

/** The file name at the end of a URL or path, without query and fragment. */
export function fileName(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A file at an address, or with a name alone. */
export function artifactAt(address: string, hash: string | undefined): Artifact {
  const host = hostOf(address);
  return {
    file: fileName(address),
    ...(hash !== undefined && { hash }),
    ...(host !== undefined && { host }),
  };
}

/** The files of items that name them under one of the keys, each with its hash if it has one. */
export function filesOf(
  items: readonly unknown[],
  fileKeys: readonly string[],
  hashKey = 'hash',
): readonly Artifact[] {
  return items.flatMap((item) => {
    const file = fileKeys.map((key) => textAt(item, key)).find((name) => name !== undefined);
    const hash = textAt(item, hashKey);
    return file === undefined && hash === undefined ? [] : [artifactAt(file ?? '', hash)];
  });
}

/** The same for an item with a table of hashes by algorithm, as PEP 751 writes it. */
export function hashTable(item: unknown): readonly Artifact[] {
  const address = textAt(item, 'url') ?? textAt(item, 'path') ?? '';
  const name = textAt(item, 'name');
  const file = { ...artifactAt(address, undefined), ...(name !== undefined && { file: name }) };
  const hashes = entriesAt(item, 'hashes').filter(([, hash]) => typeof hash === 'string');
  if (hashes.length > 0)
    return hashes.map(([algorithm, hash]) => ({ ...file, hash: `${algorithm}:${String(hash)}` }));
  return file.file === '' ? [] : [file];
}
