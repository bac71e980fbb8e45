import { UserError } from '../../kernel/user-error.ts';
import { visibleName } from '../names.ts';

/** Largest file that is read unless a caller asks for another bound. */
export const defaultMaxBytes = 64 * 1024 * 1024;

/** Why a path is not read, in the same words for a commit and for the disk. */
export const refusals = {
  folder: { what: 'is a folder, not a file', help: 'Name a file in it.' },
  submodule: { what: 'is a submodule', help: 'Its files belong to another repository: run the gate there.' },
  special: { what: 'is neither a file nor a folder', help: 'Only regular files are read.' },
  outside: {
    what: 'leads out of the repository',
    help: 'Put the file itself into the repository, or link to one that is in it.',
  },
  dangling: { what: 'is a symlink to a file that does not exist', help: 'Fix the link or remove it.' },
  loop: { what: 'is a symlink that leads to itself', help: 'Fix the link or remove it.' },
  internal: { what: 'belongs to git itself', help: 'Name a file of the repository.' },
} as const;

export type Refusal = keyof typeof refusals;

/** A UserError that names the path and the state of the repository it was asked of. */
export function refuse(path: string, refusal: Refusal, tree: string, link?: string): UserError {
  const { what, help } = refusals[refusal];
  const via = link === undefined || link === path ? '' : ` through ${visibleName(link)}`;
  return new UserError(`${visibleName(path)} ${what}${via} (${tree})`, { place: { file: path }, help });
}

export function tooLarge(path: string, size: number, maxBytes: number, tree: string): UserError {
  return new UserError(
    `${visibleName(path)} has ${mebibytes(size)}, more than the ${mebibytes(maxBytes)} that are read (${tree})`,
    {
      place: { file: path },
      help: 'Keep large data out of git, or exclude the file in the policy.',
    },
  );
}

export function unreadable(path: string, error: unknown, tree: string): UserError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return new UserError(`${visibleName(path)} cannot be read: ${reason} (${tree})`, {
    place: { file: path },
    help: 'Check its permissions and the disk.',
    cause: error,
  });
}

function mebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
