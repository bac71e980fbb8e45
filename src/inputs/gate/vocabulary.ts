import { vocabularyIn, type Decode } from '../index.ts';
import type { FileTree } from '../../ports/index.ts';

const maxBytes = 32 * 1024 * 1024;

/** The text of ids by the first tokenizer.json of a tree, or by its only file; `undefined` where there is none that can be read. */
export async function vocabularyOf(tree: FileTree): Promise<Decode | undefined> {
  const files = await tree.list();
  const file =
    files.find((path) => /(?:^|\/)tokenizer\.json$/.test(path)) ??
    (files.length === 1 ? files[0] : undefined);
  const bytes = file === undefined ? undefined : await tree.read(file, maxBytes).catch(() => undefined);
  return bytes === undefined ? undefined : vocabularyIn(new TextDecoder().decode(bytes));
}
