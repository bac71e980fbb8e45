/** Files that tell installers where all packages come from: one that comes, or goes, changes every install. */
import { type Parsed, formatOf, indexFindings, nothing, optionFindings } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { LockPair } from './locks.ts';

interface Sides {
  readonly before: Parsed | undefined;
  readonly after: Parsed | undefined;
}

/** For a pair of which one side is absent; nothing for other files. */
export function settingsFindings(
  pair: LockPair,
  { before = nothing, after = nothing }: Sides,
  isWatched: (name: string) => boolean,
): Finding[] {
  const file = pair.after ?? pair.before ?? '';
  if (!isSettings(file)) return [];
  const [old, now] = [before.statements, after.statements];
  const found = [
    ...indexFindings(file, old, now),
    ...optionFindings(file, { before: old, after: now }, isWatched),
  ];
  return pair.after === undefined ? found.map(withoutPlace) : found;
}

function isSettings(path: string): boolean {
  return formatOf(path)?.installs === 'pip-settings' || /(?:^|\/)uv\.toml$/.test(path);
}

function withoutPlace({ file: _file, line: _line, column: _column, ...finding }: Finding): Finding {
  return finding;
}
