/** Another lock of the same folder that says what a deleted one said. */
import { type LockEntry, byName, formatOf, isIncidentalFile, nothing } from '../index.ts';
import type { Source } from './source.ts';
import { folderOf } from './paths.ts';

interface Beside {
  readonly file: string;
  /** `numpy 2.2.6 -> 2.3.5`, of packages that it contains in other versions. */
  readonly moved: readonly string[];
}

/** The first by name that contains every one of these packages. */
export async function lockBeside(
  file: string,
  entries: readonly LockEntry[],
  head: Source,
): Promise<Beside | undefined> {
  const folder = folderOf(file);
  const paths = (await head.paths())
    .inFolder(folder)
    .filter((path) => formatOf(path) !== undefined && !isIncidentalFile(path));
  const wanted = byName(entries);
  for (const path of paths) {
    const parsed = (await head.parse(path)) ?? nothing;
    const own = byName(parsed.entries);
    if (!parsed.generated || ![...wanted.keys()].every((name) => own.has(name))) continue;
    const moved = [...wanted].flatMap(([name, old]) => {
      const [was, is] = [versionsOf(old), versionsOf(own.get(name) ?? [])];
      return was === is ? [] : [`${name} ${was} -> ${is}`];
    });
    return { file: path, moved };
  }
  return undefined;
}

function versionsOf(entries: readonly LockEntry[]): string {
  const versions = entries.map(({ version = '', source }) => version || source.address);
  return [...new Set(versions)].toSorted().join(' | ');
}
