import { inputFile, type ByteSource } from '../index.ts';
import type { FileTree } from '../../ports/index.ts';
import { eachOnce, readablePaths } from '../../ports/readable-paths.ts';
import { UserError } from '../../kernel/user-error.ts';

/** Of a tree that cannot read parts. */
const mostBytes = 512 * 1024 * 1024;
export const mostFiles = 20_000;

/** The files of a tree in which inputs may be, sorted: of several only known kinds count. */
export async function sourcesOf(tree: FileTree, files?: readonly string[]): Promise<ByteSource[]> {
  const all = files ?? (await eachOnce(tree, await readablePaths(tree)));
  const known = all.filter((file) => inputFile.test(file));
  const [only] = all;
  const chosen = known.length > 0 || only === undefined || all.length > 1 ? known : [only];
  if (chosen.length > mostFiles)
    throw new UserError(
      `${chosen.length} files of inputs lie in the ${tree.name}, and at most ${mostFiles} are read`,
      {
        help: 'Write one file for all samples.',
      },
    );
  return Promise.all(chosen.map((file) => sourceIn(tree, file)));
}

async function sourceIn(tree: FileTree, file: string): Promise<ByteSource> {
  const part = await tree.readRange?.(file, 0, 1);
  if (part === undefined) return inMemory(tree, file);
  const { fileBytes } = part;
  return {
    name: file,
    size: fileBytes,
    read: async (offset, length) => {
      const found = await tree.readRange?.(file, offset, length);
      if (found === undefined || found.fileBytes !== fileBytes)
        throw new UserError(`${file} in the ${tree.name} changed while it was read`, {
          place: { file },
          help: 'Let the program that writes it end before the gate runs.',
        });
      return found.bytes;
    },
  };
}

async function inMemory(tree: FileTree, file: string): Promise<ByteSource> {
  const bytes = (await tree.read(file, mostBytes)) ?? new Uint8Array();
  return {
    name: file,
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
