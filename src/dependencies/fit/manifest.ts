/** What a manifest asks its package manager to lock, by the table that asks for it. */
import { type Table, asTable, at, entriesAt, listAt, textAt, textsAt } from '../formats/own-values.ts';
import type { Dialect, Statement } from '../model.ts';
import { type Spot, locator } from '../formats/places.ts';
import { readToml } from '../formats/toml.ts';
import { normaliseName } from '../../pep440/names.ts';
import { parseRequirement } from '../../pep440/requirement.ts';

export interface Manifest {
  readonly file: string;
  readonly data: Table;
  readonly asks: readonly Ask[];
  /** The name of the project, normalised. */
  readonly name: string | undefined;
  readonly python: string | undefined;
  /** A build makes some of its requirements: they stand nowhere to be read. */
  readonly isDynamic: boolean;
}

/** One requirement. */
export interface Ask extends Spot {
  /** `project.dependencies`, `dependency-groups`, `tool.poetry`, … */
  readonly where: string;
  readonly name: string;
  readonly specifier: string;
  readonly dialect: Dialect;
  readonly marker: string;
  /** From a repository, a folder or an address: its version is what stands there. */
  readonly isDirect: boolean;
  readonly text: string;
}

/** `undefined` where it is not TOML. */
export function readManifest(text: string, file: string): Manifest | undefined {
  const read = readToml(text);
  if (!read.ok) return undefined;
  const { data } = read;
  const find = locator(text);
  const name = textAt(data, 'project', 'name') ?? textAt(data, 'tool', 'poetry', 'name');
  const dynamic = textsAt(data, 'project', 'dynamic');
  return {
    file,
    data,
    asks: [...listedAsks(data, find), ...tableAsks(data, file, find)],
    name: name === undefined ? undefined : normaliseName(name),
    python:
      textAt(data, 'project', 'requires-python') ?? textAt(data, 'tool', 'poetry', 'dependencies', 'python'),
    isDynamic: dynamic.includes('dependencies') || dynamic.includes('optional-dependencies'),
  };
}

/** An environment.yml, as its own reader finds its requirements. */
export function condaManifest(statements: readonly Statement[], file: string): Manifest {
  const asks = statements
    .filter(({ kind, name }) => kind === 'requirement' && name !== '*')
    .map((one) => ({ ...one, where: 'conda', isDirect: /:\/\//.test(one.text) }));
  return { file, data: {}, asks, name: undefined, python: undefined, isDynamic: false };
}

type Find = ReturnType<typeof locator>;

function listedAsks(data: Table, find: Find): readonly Ask[] {
  const groups = (...keys: readonly string[]): readonly unknown[] =>
    entriesAt(data, ...keys).flatMap(([, list]) => listAt({ list }, 'list'));
  const lists: readonly (readonly [where: string, items: readonly unknown[]])[] = [
    ['project.dependencies', listAt(data, 'project', 'dependencies')],
    ['project.optional-dependencies', groups('project', 'optional-dependencies')],
    ['dependency-groups', groups('dependency-groups')],
    ['tool.uv.dev-dependencies', listAt(data, 'tool', 'uv', 'dev-dependencies')],
    ['tool.pdm.dev-dependencies', groups('tool', 'pdm', 'dev-dependencies')],
  ];
  return lists.flatMap(([where, items]) =>
    items.flatMap((item) => (typeof item === 'string' ? listedAsk(where, item, find) : [])),
  );
}

function listedAsk(where: string, text: string, find: Find): readonly Ask[] {
  const parsed = parseRequirement(text);
  if (parsed === undefined) return [];
  const { name, specifier, marker, url } = parsed;
  const spot = find(JSON.stringify(text), `'${text}'`, text);
  return [{ where, name, specifier, dialect: 'pep440', marker, isDirect: url !== undefined, text, ...spot }];
}

/** Tables of `name = range`: Poetry's, a Pipfile's, pixi's default feature. */
function tableAsks(data: Table, file: string, find: Find): readonly Ask[] {
  const poetry = at(data, 'tool', 'poetry');
  const isPipfile = file.endsWith('Pipfile');
  const groups = entriesAt(poetry, 'group').map(([, group]) => entriesAt(group, 'dependencies'));
  const pixi = file.endsWith('pixi.toml') ? data : at(data, 'tool', 'pixi');
  const features = entriesAt(pixi, 'feature').map(([, feature]) => feature);
  const tables: readonly (readonly [where: string, dialect: Dialect, items: Entries])[] = [
    ['tool.poetry', 'poetry', entriesAt(poetry, 'dependencies')],
    ['tool.poetry', 'poetry', [...entriesAt(poetry, 'dev-dependencies'), ...groups.flat()]],
    ['packages', 'pep440', isPipfile ? entriesAt(data, 'packages') : []],
    ['packages', 'pep440', isPipfile ? entriesAt(data, 'dev-packages') : []],
    ['pixi', 'conda', entriesAt(pixi, 'dependencies')],
    ['pixi', 'pep440', entriesAt(pixi, 'pypi-dependencies')],
    ['pixi.feature', 'conda', features.flatMap((feature) => entriesAt(feature, 'dependencies'))],
    ['pixi.feature', 'pep440', features.flatMap((feature) => entriesAt(feature, 'pypi-dependencies'))],
  ];
  return tables.flatMap(([where, dialect, items]) =>
    items.flatMap(([name, value]) => tableAsk(where, dialect, name, value, find)),
  );
}

type Entries = readonly (readonly [name: string, value: unknown])[];

const places = ['git', 'url', 'path', 'file'] as const;

function tableAsk(where: string, dialect: Dialect, name: string, value: unknown, find: Find): readonly Ask[] {
  if (name.toLowerCase() === 'python' && where === 'tool.poetry') return [];
  const table = asTable(value);
  const version = typeof value === 'string' ? value : textAt(value, 'version');
  if (version === undefined && table === undefined) return [];
  const marker = ['markers', 'marker', 'python', 'platform'].some((key) => at(value, key) !== undefined);
  const specifier = (version ?? '*').trim();
  return [
    {
      where,
      name: normaliseName(name),
      specifier: specifier === '*' ? '' : specifier,
      dialect,
      marker: marker ? 'some' : '',
      isDirect: places.some((key) => at(value, key) !== undefined),
      text: `${name} ${specifier}`,
      ...lineOf(name, find),
    },
  ];
}

function lineOf(name: string, find: Find): Spot {
  const { line, column } = find(`\n${name} =`, `\n${name}=`, `\n"${name}"`);
  return { line: line + Number(column > 1), column: 1 };
}
