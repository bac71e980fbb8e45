/** Edits of manifests beside a uv.lock that stayed as it was: what it was made from is asked for in another way now. */
import { entriesAt, listAt, textAt } from '../formats/own-values.ts';
import type { Parsed } from '../model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { parseRequirement, specifierText } from '../../pep440/requirement.ts';
import type { Manifest } from './manifest.ts';
import type { Misfit } from './misfit.ts';
import { sourcesOf } from './uv-sources.ts';

/** The manifests of a lock at one end, by their folders as the lock writes them. */
export type Manifests = ReadonlyMap<string, Manifest>;

/** One for each package whose tables, markers, extras or sources changed, and for each index that is no longer named. */
export function editMisfits(
  lock: string,
  parsed: Parsed,
  before: Manifests,
  after: Manifests,
): readonly Misfit[] {
  const own = parsed.entries.filter((entry) => entry.own);
  const members = own.flatMap(({ source: { kind, address } }) => {
    const [old, now] = [before.get(address), after.get(address)];
    if (old === undefined || now === undefined || old.isDynamic || now.isDynamic) return [];
    const roots = kind === 'directory' ? {} : { old: before.get('.'), now: after.get('.') };
    const changed = (keepsMarkers: boolean): readonly string[] =>
      differing(askedAs(old, roots.old, keepsMarkers), askedAs(now, roots.now, keepsMarkers));
    const surely = changed(false);
    const maybe = changed(true).filter((name) => !surely.includes(name));
    return [
      ...surely.map((name) => otherwise(lock, now, name)),
      ...maybe.map((name) => underMarker(lock, now, name)),
    ];
  });
  return [...members, ...lostIndexes(lock, parsed, before.get('.'), after.get('.'))];
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

function otherwise(lock: string, manifest: Manifest, name: string): Misfit {
  const what = `${manifest.file} asks for ${name} in another way than ${lock} was made from (its table, extras or source)`;
  return { key: `${manifest.file} otherwise ${name}`, what, file: manifest.file, ...spotOf(name, manifest) };
}

/** uv compares markers by what they mean: `platform_system == "Linux"` is `sys_platform == "linux"`. */
function underMarker(lock: string, manifest: Manifest, name: string): Misfit {
  const what = `${manifest.file} asks for ${name} under another marker than ${lock} was made from, unless both mean the same`;
  return {
    key: `${manifest.file} marker ${name}`,
    what,
    file: manifest.file,
    ...spotOf(name, manifest),
    isMaybe: true,
  };
}

function spotOf(name: string, { asks }: Manifest): Pick<Misfit, 'line' | 'column'> {
  const { line, column } = asks.find((ask) => ask.name === name) ?? { line: 1, column: 1 };
  return { line, column };
}

/** Of each package one text for all that is said of it; the order of words and of lines means nothing. */
function askedAs(
  manifest: Manifest,
  root: Manifest | undefined,
  keepsMarkers: boolean,
): ReadonlyMap<string, string> {
  const { data } = manifest;
  const lists: readonly (readonly [where: string, items: readonly unknown[]])[] = [
    ['dependencies', listAt(data, 'project', 'dependencies')],
    ...tables(data, 'optional', 'project', 'optional-dependencies'),
    ...tables(data, 'group', 'dependency-groups'),
    ['group dev', listAt(data, 'tool', 'uv', 'dev-dependencies')],
  ];
  const said = new Map<string, Set<string>>();
  for (const [where, items] of lists) {
    for (const item of items) {
      const [name, text] = oneAsked(item, keepsMarkers);
      if (name !== '') said.set(name, (said.get(name) ?? new Set()).add(`${where}: ${text}`));
    }
  }
  const holders = root === undefined ? [manifest] : [manifest, root];
  const sources = holders.map(sourcesOf);
  return new Map(
    [...said].map(([name, texts]) => {
      const source = sources.map((one) => one.get(name)).find((one) => one !== undefined);
      return [name, [...[...texts].toSorted(), sourceAs(source, holders, keepsMarkers)].join('\n')];
    }),
  );
}

function tables(
  data: Manifest['data'],
  kind: string,
  ...keys: readonly string[]
): readonly (readonly [string, readonly unknown[]])[] {
  return entriesAt(data, ...keys).map(([name, list]) => [`${kind} ${name}`, listAt({ list }, 'list')]);
}

function oneAsked(item: unknown, keepsMarkers: boolean): readonly [name: string, text: string] {
  const group = textAt(item, 'include-group');
  if (group !== undefined) return [`the group ${group}`, ''];
  const parsed = typeof item === 'string' ? parseRequirement(item) : undefined;
  if (parsed === undefined) return ['', ''];
  const { name, extras, specifier, marker, url = '' } = parsed;
  const parts = [extras.join(','), specifierText(specifier), url, keepsMarkers ? words(marker) : ''];
  return [name, parts.join('; ')];
}

/** The same words in another order are the same marker. */
function words(marker: string): string {
  const found = marker.replaceAll('"', "'").match(/'[^']*'|[\w.]+|[<>=!~]+|[()]/g) ?? [];
  return found.toSorted().join(' ');
}

/** With the address of the index, whatever it is called. */
function sourceAs(source: unknown, holders: readonly Manifest[], keepsMarkers: boolean): string {
  const all: readonly unknown[] = source === undefined ? [] : Array.isArray(source) ? source : [source];
  const texts = all.map((one) =>
    entriesAt({ one }, 'one')
      .filter(([key]) => keepsMarkers || key !== 'marker')
      .map(([key, value]) => `${key}=${sourceValue(key, String(value), holders)}`)
      .toSorted()
      .join(' '),
  );
  return texts.toSorted().join('\n');
}

function sourceValue(key: string, value: string, holders: readonly Manifest[]): string {
  if (key === 'index') return indexAt(value, holders);
  return key === 'marker' ? words(value) : sourceUrl(value).replace(/\.git$/, '');
}

function indexAt(name: string, holders: readonly Manifest[]): string {
  const found = holders.flatMap(indexesOf).find((one) => textAt(one, 'name') === name);
  return sourceUrl(textAt(found, 'url') ?? name);
}

function indexesOf({ data }: Manifest): readonly unknown[] {
  return listAt(data, 'tool', 'uv', 'index');
}

/** What is locked from an index that the manifest named and does not name any more. */
function lostIndexes(
  lock: string,
  { entries }: Parsed,
  before: Manifest | undefined,
  after: Manifest | undefined,
): readonly Misfit[] {
  if (before === undefined || after === undefined) return [];
  const urls = (manifest: Manifest): ReadonlySet<string> =>
    new Set(indexesOf(manifest).flatMap((one) => sourceUrl(textAt(one, 'url') ?? '')));
  const [old, now] = [urls(before), urls(after)];
  const lost = [...old].filter((url) => !now.has(url));
  const used = lost.find((url) =>
    entries.some(({ source }) => source.kind === 'registry' && source.address === url),
  );
  if (used === undefined) return [];
  const { file } = after;
  const what = `${lock} contains packages from the index ${used}, which ${file} no longer names`;
  return [{ key: `index ${used}`, what, file, line: 1, column: 1 }];
}
