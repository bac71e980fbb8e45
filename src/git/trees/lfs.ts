import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../kernel/user-error.ts';
import { visibleName } from '../names.ts';
import { tooLarge } from './refusals.ts';

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is shorter than 1024 bytes. */
const maxPointerBytes = 1024;
const pointer =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n$/;

export interface LfsFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly maxBytes: number;
  /** For messages. */
  readonly tree: string;
  /** Folder of Git LFS's objects in this clone. */
  readonly store: string | undefined;
}

/** By its first letter, `v`: most files begin otherwise. */
export function mayBePointer(bytes: Uint8Array): boolean {
  return bytes.length < maxPointerBytes && bytes[0] === 0x76;
}

/**
 * The file itself, or for a Git LFS pointer the content that this clone contains of it.
 * Throws a UserError where it contains none: a pointer is never judged in place of the file. Nothing is downloaded.
 */
export async function throughLfs(file: LfsFile): Promise<Uint8Array> {
  if (!mayBePointer(file.bytes)) return file.bytes;
  const [, oid, size = ''] = pointer.exec(Buffer.from(file.bytes).toString('latin1')) ?? [];
  if (oid === undefined) return file.bytes;
  if (Number(size) > file.maxBytes) throw tooLarge(file.path, Number(size), file.maxBytes, file.tree);
  const stored = join(file.store ?? '', oid.slice(0, 2), oid.slice(2, 4), oid);
  const found = file.store === undefined ? undefined : await stat(stored).catch(() => undefined);
  if (found?.isFile() !== true || found.size !== Number(size)) throw notHere(file);
  return new Uint8Array(await readFile(stored));
}

function notHere({ path, tree }: LfsFile): UserError {
  return new UserError(
    `${visibleName(path)} is kept in Git LFS, and its content is not in this clone (${tree})`,
    {
      place: { file: path },
      help: 'Run `git lfs fetch` for that commit before this step (`lfs: true` in actions/checkout brings the head only), or keep the file in git itself.',
    },
  );
}
