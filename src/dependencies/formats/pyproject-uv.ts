import { at, entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import type { locator } from './places.ts';
import { type Collector, explicitIndex } from './statement.ts';

type Find = ReturnType<typeof locator>;

/** `[tool.uv]`: sources, overrides, constraints and indexes. */
export function uvStatements(uv: unknown, to: Collector, find: Find): void {
  for (const item of textsAt(uv, 'override-dependencies'))
    to.requirement(item, find(`"${item}"`, `'${item}'`), 'override', 'override ');
  for (const item of textsAt(uv, 'constraint-dependencies'))
    to.requirement(item, find(`"${item}"`, `'${item}'`), 'constraint', 'constraint ');
  for (const [name, value] of entriesAt(uv, 'sources')) {
    const spot = find(`\n${name} =`, `\n${name}=`, `[tool.uv.sources.${name}]`, name);
    const placed = spot.line === 1 ? spot : { line: spot.line + 1, column: 1 };
    for (const source of Array.isArray(value) ? value : [value])
      sourceStatement(uv, normaliseName(name), source, to, placed);
  }
  for (const index of listAt(uv, 'index')) {
    const url = textAt(index, 'url');
    if (url === undefined) continue;
    if (at(index, 'explicit') === true) explicitIndex(textAt(index, 'name') ?? '', url, to, find(url));
    else
      indexStatement(
        `uv index ${at(index, 'default') === true ? 'default ' : ''}${sourceUrl(url)}`,
        url,
        to,
        find,
      );
  }
  for (const holder of [uv, at(uv, 'pip')]) installerStatements(holder, to, find);
}

function indexStatement(detail: string, url: string, to: Collector, find: Find): void {
  to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail }, find(url));
}

/** The keys of `[tool.uv]` and `[tool.uv.pip]` that are options of pip. */
function installerStatements(holder: unknown, to: Collector, find: Find): void {
  const [main] = [textAt(holder, 'index-url')];
  if (main !== undefined) indexStatement(`uv index ${sourceUrl(main)}`, main, to, find);
  for (const url of textsAt(holder, 'extra-index-url'))
    indexStatement(`uv index extra ${sourceUrl(url)}`, url, to, find);
  for (const url of textsAt(holder, 'find-links')) indexStatement(`links ${sourceUrl(url)}`, url, to, find);
  for (const host of textsAt(holder, 'allow-insecure-host')) to.option('*', 'trusted-host', host, find(host));
  const prerelease = textAt(holder, 'prerelease');
  if (prerelease === 'allow') to.option('*', 'pre-releases', '', find('prerelease'));
  const strategy = textAt(holder, 'index-strategy');
  if (strategy?.startsWith('unsafe') === true) to.option('*', 'strategy', strategy, find('index-strategy'));
  if (at(holder, 'no-deps') === true) to.option('*', 'no-deps', '', find('no-deps'));
}

function sourceStatement(
  uv: unknown,
  name: string,
  source: unknown,
  to: Collector,
  spot: { line: number; column: number },
): void {
  const marker = textAt(source, 'marker') ?? '';
  const index = textAt(source, 'index');
  if (index !== undefined) to.option(name, 'index', urlOf(uv, index) ?? index, spot);
  to.ranged(
    name,
    {
      dialect: 'pep440',
      specifier: '',
      kind: 'source',
      detail: `source ${sourceDetail(uv, source)}`,
      marker,
    },
    spot,
  );
}

const sourceKeys = [
  'git',
  'rev',
  'tag',
  'branch',
  'subdirectory',
  'url',
  'path',
  'workspace',
  'index',
  'extra',
  'group',
] as const;

/** An index is identified by its URL: a change of the URL behind the name is a change of the source. */
function sourceDetail(uv: unknown, source: unknown): string {
  const parts = sourceKeys.flatMap((key) => {
    const value = at(source, key);
    if (typeof value !== 'string' && typeof value !== 'boolean') return [];
    return [`${key}=${key === 'git' || key === 'url' ? sourceUrl(String(value)) : String(value)}`];
  });
  const index = textAt(source, 'index');
  const url = index === undefined ? undefined : urlOf(uv, index);
  return [...parts, ...(url === undefined ? [] : [url])].join(' ');
}

/** Without credentials; `undefined` where another file names the index. */
function urlOf(uv: unknown, index: string): string | undefined {
  const url = textAt(
    listAt(uv, 'index').find((item) => textAt(item, 'name') === index),
    'url',
  );
  return url === undefined ? undefined : sourceUrl(url);
}
