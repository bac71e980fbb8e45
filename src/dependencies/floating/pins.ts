/** Exact pins of manifests as what will be installed, where no lock says it. */
import type { LockEntry, Statement } from '../model.ts';
import { defaultSource, sourceOf } from '../source.ts';

/** An entry for each statement that names one version; none for what `isLocked` elsewhere. */
export function pinnedEntries(
  statements: readonly Statement[],
  isLocked: (name: string) => boolean,
): readonly LockEntry[] {
  return statements.flatMap((statement) => {
    const version = isLocked(statement.name) ? undefined : pinnedVersion(statement);
    if (version === undefined) return [];
    const { name, dialect, marker, line, column } = statement;
    return [
      {
        name,
        version,
        source: dialect === 'conda' ? sourceOf('conda') : defaultSource,
        own: false,
        environment: '',
        markers: marker === '' ? [] : [marker],
        needs: [],
        artifacts: () => [],
        line,
        column,
      },
    ];
  });
}

function pinnedVersion({ kind, name, specifier, dialect }: Statement): string | undefined {
  if (kind !== 'requirement' || name === '*' || name.includes(':')) return undefined;
  const shape = dialect === 'pep440' ? /^={2,3}([^,*\s]+)$/ : /^={0,2}\s*v?(\d[^\s=,*|<>^~]*)$/;
  return shape.exec(specifier.trim())?.[1];
}
