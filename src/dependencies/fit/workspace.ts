/** The members of a uv workspace. */
import { textsAt } from '../formats/own-values.ts';
import type { Parsed } from '../model.ts';
import type { Manifest } from './manifest.ts';
import type { Misfit } from './misfit.ts';

/** The folders that the manifest takes in, and leaves out, as globs. */
export function workspaceOf({ data }: Manifest): { members: readonly string[]; exclude: readonly string[] } {
  const texts = (key: string): readonly string[] => textsAt(data, 'tool', 'uv', 'workspace', key);
  return { members: texts('members'), exclude: texts('exclude') };
}

/** Members that the lock does not hold. */
export function workspaceMisfits(
  lock: string,
  parsed: Parsed,
  members: readonly Manifest[],
): readonly Misfit[] {
  const own = new Set(parsed.entries.flatMap((entry) => (entry.own ? entry.name : [])));
  return members.flatMap(({ name, file }) => {
    if (name === undefined || own.has(name)) return [];
    const what = `${file} is a member of the workspace, but ${lock} does not contain ${name}`;
    return [{ key: `member ${name}`, what, file, line: 1, column: 1 }];
  });
}
