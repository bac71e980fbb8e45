/** What Poetry, PDM and Pipenv hash of a manifest, to know whether their lock was made from it. */
import { type Table, asTable, at, entriesAt } from '../formats/own-values.ts';
import { pythonJson } from './python-json.ts';
import { normaliseName } from '../../pep440/names.ts';

/** The texts that versions of the tool hash with SHA-256; none for other formats. */
export function hashedTexts(format: string, data: Table): readonly string[] {
  return writers[format]?.(data) ?? [];
}

/** The hash that a lock keeps, in lower case. */
export function lockedHash(header: ReadonlyMap<string, string> | undefined): string | undefined {
  const found = header?.get('content-hash') ?? header?.get('content_hash') ?? header?.get('sha256');
  return found?.replace(/^sha256:/, '').toLowerCase();
}

const writers: Readonly<Partial<Record<string, (data: Table) => readonly string[]>>> = {
  'poetry.lock': (data) => [poetryText(data, true), poetryText(data, false)],
  'pdm.lock': (data) => [pdmText(data, true), pdmText(data, false)],
  'Pipfile.lock': (data) => [pipfileText(data, (name) => name), pipfileText(data, normaliseName)],
};

const legacyKeys = ['dependencies', 'source', 'extras', 'dev-dependencies'] as const;

/** poetry/packages/locker.py, `_get_content_hash`; before 2.3 without dependency groups. */
function poetryText(data: Table, withGroups: boolean): string {
  const poetry = at(data, 'tool', 'poetry');
  const project = picked(at(data, 'project'), ['requires-python', 'dependencies', 'optional-dependencies']);
  const groups = withGroups ? (asTable(at(data, 'dependency-groups')) ?? {}) : {};
  const isNew = Object.keys(project).length + Object.keys(groups).length > 0;
  const legacy = isNew ? picked(poetry, legacyKeys) : all(poetry, legacyKeys);
  const own = { ...legacy, ...picked(poetry, ['group']) };
  if (!isNew) return pythonJson(own);
  return pythonJson({
    ...(Object.keys(project).length > 0 && { project }),
    ...(Object.keys(groups).length > 0 && { 'dependency-groups': groups }),
    tool: { poetry: own },
  });
}

/** pdm/project/project_file.py, `content_hash`; before 2.17 with the overrides in place of all settings. */
function pdmText(data: Table, isNew: boolean): string {
  const resolution = asTable(at(data, 'tool', 'pdm', 'resolution')) ?? {};
  return pythonJson({
    sources: at(data, 'tool', 'pdm', 'source') ?? [],
    dependencies: at(data, 'project', 'dependencies') ?? [],
    'dev-dependencies': devGroups(data),
    'optional-dependencies': at(data, 'project', 'optional-dependencies') ?? {},
    'requires-python': at(data, 'project', 'requires-python') ?? '',
    ...(isNew ? { resolution } : { overrides: resolution['overrides'] ?? {} }),
  });
}

function devGroups(data: Table): Table {
  const groups = new Map<string, readonly unknown[]>();
  for (const keys of [['dependency-groups'], ['tool', 'pdm', 'dev-dependencies']])
    for (const [name, list] of entriesAt(data, ...keys))
      if (Array.isArray(list)) {
        const items: readonly unknown[] = list;
        groups.set(normaliseName(name), [...(groups.get(normaliseName(name)) ?? []), ...items]);
      }
  return Object.fromEntries(groups);
}

const notPackages: ReadonlySet<string> = new Set([
  'source',
  'packages',
  'dev-packages',
  'requires',
  'scripts',
  'pipfile',
  'pipenv',
  'default',
  'develop',
]);

/** plette's `get_hash`; newer versions of Pipenv write names as PEP 503 does. */
function pipfileText(data: Table, spell: (name: string) => string): string {
  const packages = (table: unknown): Table =>
    Object.fromEntries(entriesAt(table).map(([name, value]) => [spell(name), value]));
  const others = entriesAt(data).filter(([name]) => !notPackages.has(name));
  return pythonJson(
    {
      _meta: { sources: at(data, 'source') ?? [], requires: at(data, 'requires') ?? {} },
      default: packages(at(data, 'packages')),
      develop: packages(at(data, 'dev-packages')),
      ...Object.fromEntries(others.map(([name, table]) => [name, packages(table)])),
    },
    true,
  );
}

function picked(value: unknown, keys: readonly string[]): Table {
  return Object.fromEntries(
    keys.map((key) => [key, at(value, key)] as const).filter(([, item]) => item !== undefined),
  );
}

/** Keys that are not there are `null`. */
function all(value: unknown, keys: readonly string[]): Table {
  return Object.fromEntries(keys.map((key) => [key, at(value, key) ?? null] as const));
}
