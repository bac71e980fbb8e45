/** A bare repository of a few files, for which git need not be started. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BareRepository {
  /** Text of its file `config`. */
  readonly config: string;
  /** Text of `objects/info/alternates`: other places of objects. */
  readonly alternates?: string | undefined;
  /** Makes names of files this writer's own: another process may be making the same repository. */
  readonly writer: string;
}

export const plainConfig = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';

/** The same for further settings of git's younger format. */
export const extensibleConfig = plainConfig.replace('= 0', '= 1');

/** Makes it where there is none yet. By git's own rules HEAD and `refs` make a folder a repository: HEAD comes last. */
export function makeBareRepository(folder: string, { config, alternates, writer }: BareRepository): void {
  if (existsSync(join(folder, 'HEAD'))) return;
  mkdirSync(join(folder, 'objects', 'info'), { recursive: true });
  mkdirSync(join(folder, 'refs'), { recursive: true });
  if (alternates !== undefined) place(join(folder, 'objects', 'info', 'alternates'), alternates, writer);
  place(join(folder, 'config'), config, writer);
  place(join(folder, 'HEAD'), 'ref: refs/heads/none\n', writer);
}

/** Whole or not at all: git may be reading it already. */
function place(file: string, text: string, writer: string): void {
  const own = `${file}-${writer}`;
  writeFileSync(own, text);
  renameSync(own, file);
}
