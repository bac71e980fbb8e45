/** pyproject.toml: PEP 621, PEP 735, and the tables of uv, poetry, pdm and pixi. */
import { depsRules } from '../rules.ts';
import { type Table, asTable, at, entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import { type Format, type Parsed, nothing } from '../model.ts';
import { pixiStatements } from './pixi-manifest.ts';
import { hostOf } from '../source.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { locator } from './places.ts';
import { poetryStatements } from './pyproject-poetry.ts';
import { uvStatements } from './pyproject-uv.ts';
import { type Collector, collector } from './statement.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const pyproject: Format = {
  name: 'pyproject.toml',
  supports: takes.pyproject,
  states: true,
  parse,
};

/** Reads one table of statements into the collector. */
export type Section = (data: Table, to: Collector, find: Find) => void;
export type Find = ReturnType<typeof locator>;

function parse(text: string, path: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const to = collector(path);
  const find = locator(text);
  const lists = requirementLists(read.data);
  const problems = lists.flatMap(([where, list]) =>
    list
      .filter((item) => !to.requirement(item, find(...quoted(item))))
      .map((item) => ({
        rule: depsRules['unreadable-line'],
        message: `${where} contains ${JSON.stringify(item.slice(0, 80))}, which is not a requirement as PEP 508 writes it`,
        ...find(...quoted(item)),
      })),
  );
  for (const item of textsAt(read.data, 'build-system', 'requires'))
    to.requirement(item, find(...quoted(item)), 'build', 'build ');
  const python = textAt(read.data, 'project', 'requires-python');
  if (python !== undefined)
    to.ranged('python', { dialect: 'pep440', specifier: python }, find('requires-python'));
  for (const section of path.endsWith('uv.toml') ? [] : sections) section(read.data, to, find);
  if (path.endsWith('uv.toml')) uvStatements(read.data, to, find);
  return { ...nothing, statements: to.statements, problems };
}

const sections: readonly Section[] = [
  (data, to, find) => uvStatements(at(data, 'tool', 'uv'), to, find),
  poetryStatements,
  (data, to, find) => pixiStatements(asTable(at(data, 'tool', 'pixi')), to, find),
  (data, to, find) => {
    for (const source of listAt(data, 'tool', 'pdm', 'source')) pdmSource(source, to, find);
    if (at(data, 'tool', 'pdm', 'resolution', 'allow-prereleases') === true)
      to.option('*', 'pre-releases', '', find('allow-prereleases'));
    const overrides = entriesAt(data, 'tool', 'pdm', 'resolution', 'overrides');
    for (const [name, value] of overrides) {
      if (typeof value !== 'string') continue;
      const specifier = /^[<>=!~]/.test(value) ? value : `==${value}`;
      to.ranged(name, { dialect: 'pep440', specifier, kind: 'override', detail: 'pdm override' }, find(name));
    }
  },
];

function pdmSource(source: unknown, to: Collector, find: Find): void {
  const url = textAt(source, 'url');
  if (url === undefined) return;
  const kind = textAt(source, 'type') === 'find_links' ? 'links' : 'source';
  const bounds = ['include_packages', 'exclude_packages'].flatMap((key) => {
    const names = textsAt(source, key).toSorted().join(',');
    return names === '' ? [] : [`${key}=${names}`];
  });
  const [detail, spot] = [[kind, ...bounds, sourceUrl(url)].join(' '), find(url)];
  to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail }, spot);
  if (at(source, 'verify_ssl') === false) to.option('*', 'trusted-host', hostOf(url) ?? sourceUrl(url), spot);
}

type NamedList = readonly [where: string, list: readonly string[]];

function requirementLists(data: Table): readonly NamedList[] {
  const group = (...keys: readonly string[]): NamedList[] =>
    entriesAt(data, ...keys).map(([name, list]) => [[...keys, name].join('.'), textsAt({ list }, 'list')]);
  return [
    ['project.dependencies', textsAt(data, 'project', 'dependencies')],
    ...group('project', 'optional-dependencies'),
    ...group('dependency-groups'),
    ...group('tool', 'pdm', 'dev-dependencies'),
    ['tool.uv.dev-dependencies', textsAt(data, 'tool', 'uv', 'dev-dependencies')],
  ];
}

/** The ways in which TOML may quote a text. */
export function quoted(text: string): readonly string[] {
  return [JSON.stringify(text), `'${text}'`, text];
}
