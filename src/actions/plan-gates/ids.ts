import { idsOfShard } from '#lib/change';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../kernel/user-error.ts';
import type { ShardMatrix } from '../../policy/index.ts';

/** Writes a file a shard, `<name>.txt` with one sample id a line; returns the folder, '' where no id is known or no folder can be had. */
export async function writeIds(
  ids: readonly string[],
  { include }: ShardMatrix,
  temp: string | undefined,
): Promise<string> {
  if (ids.length === 0 || temp === undefined || temp === '') return '';
  if (ids.some((id) => /[\r\n]/.test(id)))
    throw new UserError(
      'A sample id of the baseline contains a line break, so no file of ids can be written',
      {
        help: 'Give each sample an id of one line.',
      },
    );
  const folder = path.join(temp, 'model-gates', 'ids');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const row of include)
    await writeFile(path.join(folder, `${row.name}.txt`), `${idsOfShard(ids, row).join('\n')}\n`);
  return folder;
}

/** The ids of a file that the workflow names, one a line; none where it names none. Throws a UserError where the file is not there. */
export async function readIds(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined || file === '') return [];
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UserError(`The file of \`rerun\`, ${file}, cannot be read`, {
      help: 'Plan in the job in which regression-gate wrote it, or bring it there as an artifact.',
    });
  return text.split(/\r?\n/).filter((line) => line !== '');
}
