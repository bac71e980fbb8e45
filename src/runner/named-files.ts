/** Files that an input names. */
import type { FileTree } from '../ports/index.ts';
import { UserError } from '../kernel/user-error.ts';

export async function bytesOf(path: string, files: FileTree): Promise<Uint8Array> {
  const bytes = await files.read(path);
  if (bytes !== undefined) return bytes;
  throw new UserError(`${path} does not exist`, {
    place: { file: path },
    help: 'Give a path below working-directory.',
  });
}

export async function textOf(path: string, files: FileTree): Promise<string> {
  return Buffer.from(await bytesOf(path, files)).toString('utf8');
}

export function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${name} is not JSON: ${reason.slice(0, 200)}`, {
      help: 'See schema/lineage.schema.json.',
      cause,
    });
  }
}
