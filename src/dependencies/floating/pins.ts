/** Exact pins of manifests as what will be installed, where no lock says it. */
import type { LockEntry, Statement } from '../model.ts';
import { type LockSource, defaultSource, sourceOf } from '../source.ts';

/** An entry for each statement that names one version or a direct address; none for what `isLocked` elsewhere. */
export function pinnedEntries(
  statements: readonly Statement[],
  isLocked: (name: string) => boolean,
): readonly LockEntry[] {
  return statements.flatMap((statement) => {
    if (isLocked(statement.name)) return [];
    const version = pinnedVersion(statement);
    const address = version === undefined ? addressOf(statement) : undefined;
    if (version === undefined && address === undefined) return [];
    const { name, dialect, marker, line, column } = statement;
    return [
      {
        name,
        ...(version === undefined ? {} : { version }),
        source: sourceIn(dialect, address),
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

function sourceIn(dialect: Statement['dialect'], address: string | undefined): LockSource {
  if (address !== undefined) return sourceOf('url', address);
  return dialect === 'conda' ? sourceOf('conda') : defaultSource;
}

/** `name @ git+https://…`: what is there decides. */
function addressOf({ kind, name, dialect, text }: Statement): string | undefined {
  if (kind !== 'requirement' || name === '*' || name.includes(':') || dialect !== 'pep440') return undefined;
  return /@ ?([a-z][a-z+]*:\/\/\S+)/.exec(text)?.[1];
}

function pinnedVersion({ kind, name, specifier, dialect }: Statement): string | undefined {
  if (kind !== 'requirement' || name === '*' || name.includes(':')) return undefined;
  const shape = dialect === 'pep440' ? /^={2,3}([^,*\s]+)$/ : /^={0,2}\s*v?(\d[^\s=,*|<>^~]*)$/;
  return shape.exec(specifier.trim())?.[1];
}
