import { type Table, at, entriesAt, listAt, textAt } from './own-values.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { type locator, type Spot, start } from './places.ts';
import { keySpot } from './tables.ts';
import { type Collector, explicitIndex } from './statement.ts';

type Find = ReturnType<typeof locator>;

/** `[tool.poetry]`: dependencies, groups and sources. */
export function poetryStatements(data: Table, to: Collector, find: Find): void {
  const poetry = at(data, 'tool', 'poetry');
  const groups = entriesAt(poetry, 'group').flatMap(([, group]) => entriesAt(group, 'dependencies'));
  const all = [...entriesAt(poetry, 'dependencies'), ...entriesAt(poetry, 'dev-dependencies'), ...groups];
  for (const [name, value] of all) {
    if (name.toLowerCase() === 'python') continue;
    const spot = lineOf(name, find);
    for (const item of Array.isArray(value) ? value : [value]) poetryStatement(poetry, name, item, to, spot);
  }
  for (const source of listAt(poetry, 'source')) {
    const url = textAt(source, 'url');
    if (url !== undefined) sourceStatement(source, url, to, find);
  }
}

function sourceStatement(source: unknown, url: string, to: Collector, find: Find): void {
  const priority = textAt(source, 'priority') ?? 'primary';
  if (priority === 'explicit') return explicitIndex(textAt(source, 'name') ?? '', url, to, find(url));
  const detail = `poetry source ${priority === 'primary' ? '' : `${priority} `}${sourceUrl(url)}`;
  to.ranged('*', { dialect: 'poetry', specifier: '', kind: 'index', detail }, find(url));
}

function lineOf(name: string, find: Find): Spot {
  const spot = keySpot(find, name);
  return spot === start ? find(`"${name}"`, `dependencies.${name}]`) : spot;
}

const detailKeys = [
  'git',
  'rev',
  'tag',
  'branch',
  'url',
  'path',
  'file',
  'source',
  'optional',
  'platform',
  'python',
] as const;

function poetryStatement(
  poetry: unknown,
  name: string,
  value: unknown,
  to: Collector,
  spot: { line: number; column: number },
): void {
  const specifier = typeof value === 'string' ? value : (textAt(value, 'version') ?? '');
  const parts = detailKeys.flatMap((key) => {
    const item = at(value, key);
    if (typeof item !== 'string' && typeof item !== 'boolean') return [];
    return [`${key}=${key === 'git' || key === 'url' ? sourceUrl(String(item)) : String(item)}`];
  });
  const extras = listAt(value, 'extras').map(String).toSorted().join(',');
  const sourceName = textAt(value, 'source');
  const source = listAt(poetry, 'source').find((item) => textAt(item, 'name') === sourceName);
  const url = textAt(source, 'url');
  const detail = [
    ...parts,
    ...(extras === '' ? [] : [`extras=${extras}`]),
    ...(url === undefined ? [] : [sourceUrl(url)]),
  ].join(' ');
  if (at(value, 'allow-prereleases') === true) to.option(normaliseName(name), 'pre-releases', '', spot);
  if (sourceName !== undefined) to.option(normaliseName(name), 'index', sourceUrl(url ?? sourceName), spot);
  to.ranged(
    name,
    { dialect: 'poetry', specifier: specifier.trim(), detail, marker: textAt(value, 'markers') ?? '' },
    spot,
  );
}
