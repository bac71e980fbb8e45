/** Exact pins of manifests as what will be installed, where no lock says it. */
import type { LockEntry, Statement } from '../model.ts';
import { type LockSource, defaultSource, sourceOf } from '../source.ts';

/** An entry for each statement that names one version or a direct address; none for what `isLocked` elsewhere. */
export function pinnedEntries(
  statements: readonly Statement[],
  isLocked: (name: string) => boolean,
): readonly LockEntry[] {
  const sourced = new Set(
    statements.filter((one) => one.kind === 'source' && addressOf(one) !== undefined).map(({ name }) => name),
  );
  return statements.flatMap((statement) => {
    if (isLocked(statement.name)) return [];
    // Where a table of sources names an address, the version beside it is not asked of any index.
    const isSourced = statement.kind !== 'source' && sourced.has(statement.name);
    const version = isSourced ? undefined : pinnedVersion(statement);
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

/** `name @ git+https://…`, or the `git` or `url` of a table (uv, Poetry, Pipenv, pixi): what is there decides. */
function addressOf({ kind, name, dialect, text }: Statement): string | undefined {
  if ((kind !== 'requirement' && kind !== 'source') || name === '*' || name.includes(':')) return undefined;
  if (dialect === 'conda') return undefined;
  const direct = /@ ?([a-z][a-z+]*:\/\/\S+)/.exec(text)?.[1];
  const [, key, url = ''] = / (git|url|file)=([a-z+]+:\/\/\S+)/.exec(text) ?? [];
  if (direct !== undefined || key === undefined) return direct;
  if (key !== 'git') return url;
  const revision = / (?:rev|tag|branch|ref)=(\S+)/.exec(text)?.[1];
  return `git+${url}${revision === undefined ? '' : `@${revision}`}`;
}

function pinnedVersion({ kind, name, specifier, dialect }: Statement): string | undefined {
  if (kind !== 'requirement' || name === '*' || name.includes(':')) return undefined;
  const shape = dialect === 'pep440' ? /^={2,3}([^,*\s]+)$/ : /^={0,2}\s*v?(\d[^\s=,*|<>^~]*)$/;
  return shape.exec(specifier.trim())?.[1];
}
