/** What is installed against what a lock holds. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { byName } from '../moves/compare.ts';
import { watcher } from '../moves/moves.ts';
import type { LockEntry } from '../model.ts';
import type { DependencySettings } from '../settings.ts';
import { meetsPin } from '../../pep440/version.ts';

/** Watched packages that are installed in a version that the lock does not hold; what only one of them holds is not drift. */
export function installedDrift(
  installed: readonly LockEntry[],
  lock: readonly LockEntry[],
  file: string,
  settings: DependencySettings,
): Finding[] {
  const isWatched = watcher(settings);
  const locked = byName(lock);
  return installed.flatMap((entry) => {
    const wanted = (locked.get(entry.name) ?? []).filter(({ version }) => version !== undefined);
    const [first] = wanted;
    if (first === undefined || entry.version === undefined || !isWatched(entry.name)) return [];
    if (wanted.some(({ version }) => version !== undefined && meetsPin(entry.version ?? '', version)))
      return [];
    const versions = [...new Set(wanted.map(({ version }) => version ?? ''))].join(' | ');
    return [
      depsRules['environment-drift'].finding({
        message: `Installed is ${entry.name} ${entry.version}, but ${file} contains ${versions}.`,
        file,
        line: first.line,
        column: first.column,
        help: 'Install from the lock (uv sync --frozen, poetry sync, pip install -r requirements.txt) and run again.',
      }),
    ];
  });
}
