/** pixi.lock, versions 6 and 7: names and versions of conda packages stand only in their URLs, unless pixi builds them. */
import { sourceOf } from '../source.ts';
import { entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import {
  type Artifact,
  type Format,
  type LockEntry,
  type Need,
  type Parsed,
  nothing,
  unreadable,
  unsupported,
} from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { redact, sourceUrl } from '../../kernel/redact.ts';
import { artifactAt, fileName } from './artifacts.ts';
import { condaPackage } from './conda-url.ts';
import { entryAt } from './entry.ts';
import { needOf } from './pdm-lock.ts';
import { type Spot, forEachLine, start } from './places.ts';
import { readYaml } from './yaml.ts';
import { takes } from './names.ts';

export const pixiLock: Format = {
  name: 'pixi.lock',
  supports: takes.pixiLock,
  parse,
  relock: '`pixi lock`',
};

interface Book {
  readonly details: ReadonlyMap<string, unknown>;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly platforms: ReadonlyMap<string, string>;
}

function parse(text: string): Parsed {
  const read = readYaml(text);
  if (!read.ok) return read.parsed;
  const version = textAt(read.data, 'version');
  if (version !== '6' && version !== '7') return unsupported('pixi.lock', version, 'versions 6 and 7');
  const book = { details: detailsOf(read.data), spots: urlSpots(text), platforms: platformsOf(read.data) };
  const items = installedItems(read.data, book);
  const lost = items
    .map(([, item]) => addressOf(item)?.[1] ?? '')
    .find((address) => !book.details.has(address));
  if (lost !== undefined)
    return unreadable(
      `an environment contains ${JSON.stringify(redact(lost).slice(0, 120))}, which is not under packages: the file is cut`,
    );
  const entries = entriesOf(items, book);
  return { ...nothing, entries, generated: true, governedBy: ['pixi.toml', 'pyproject.toml'] };
}

type Item = readonly [place: string, item: unknown];

/** What each environment installs on each platform, as `environment/platform`. */
function installedItems(data: unknown, { platforms }: Book): readonly Item[] {
  return entriesAt(data, 'environments').flatMap(([name, environment]) =>
    entriesAt(environment, 'packages').flatMap(([platform, list]) =>
      listAt({ list }, 'list').map(
        (item) => [`${name}/${platforms.get(platform) ?? platform}`, item] as const,
      ),
    ),
  );
}

const kinds = ['conda', 'pypi', 'conda_source'] as const;
type Address = readonly [kind: string, address: string];

function addressOf(item: unknown): Address | undefined {
  for (const kind of kinds) {
    const address = textAt(item, kind);
    if (address !== undefined) return [kind, address];
  }
  return undefined;
}

function detailsOf(data: unknown): Map<string, unknown> {
  return new Map(
    listAt(data, 'packages').flatMap((item) => {
      const address = addressOf(item);
      return address === undefined ? [] : [[address[1], item] as const];
    }),
  );
}

function platformsOf(data: unknown): Map<string, string> {
  return new Map(
    listAt(data, 'platforms').flatMap((item) => {
      const name = textAt(item, 'name');
      return name === undefined ? [] : [[name, textAt(item, 'subdir') ?? name] as const];
    }),
  );
}

/** The last place of each address is its entry in `packages`. */
function urlSpots(text: string): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  forEachLine(text, (line, number) => {
    const match = /^\s*- (?:conda|pypi|conda_source): /.exec(line);
    if (match !== null)
      spots.set(line.slice(match[0].length).trim(), { line: number, column: match[0].length + 1 });
  });
  return spots;
}

/** An address is read once, however many environments install it. */
function entriesOf(items: readonly Item[], book: Book): readonly LockEntry[] {
  const known = new Map<string, LockEntry>();
  return items.flatMap(([environment, item]) => {
    const address = addressOf(item);
    if (address === undefined) return [];
    const entry = known.get(address[1]) ?? entryOf(address, book);
    known.set(address[1], entry);
    return [{ ...entry, environment }];
  });
}

function entryOf([kind, url]: Address, { details, spots }: Book): LockEntry {
  const detail = details.get(url);
  const spot = spots.get(url) ?? start;
  const shared = { artifacts: () => hashOf(detail, url) };
  if (kind === 'pypi') return pypiEntry(url, detail, spot, shared);
  const needs = textsAt(detail, 'depends').map(condaNeed);
  const conda = /\.(?:conda|tar\.bz2)$/.test(url) ? condaPackage(url) : undefined;
  if (conda === undefined) return builtEntry(url, detail, spot, { ...shared, needs });
  return entryAt(conda.name, spot, { version: conda.version, source: conda.source, needs, ...shared });
}

/**
 * A conda package that pixi builds itself: the repository's own where all of it stands in a folder, else from a git
 * revision or an archive. The address is that folder, in version 7 as `name[hash] @ folder`.
 */
function builtEntry(address: string, detail: unknown, spot: Spot, shared: Partial<LockEntry>): LockEntry {
  const [label = '', folder = label] = address.split(' @ ', 2);
  const version = textAt(detail, 'version');
  const remote = remoteOf(detail) ?? (folder.includes('://') ? sourceUrl(folder) : undefined);
  return entryAt(textAt(detail, 'name') ?? label.split('[', 1)[0] ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source: sourceOf('source', remote ?? folder),
    own: remote === undefined,
    ...shared,
  });
}

/** Where the code of a package that is built here comes from, when that is not its folder. */
function remoteOf(detail: unknown): string | undefined {
  for (const key of ['source', 'package_build_source'] as const) {
    const git = textAt(detail, key, 'git');
    if (git !== undefined) return `git ${sourceUrl(git)}@${textAt(detail, key, 'rev') ?? ''}`;
    const url = textAt(detail, key, 'url');
    if (url !== undefined) return `url ${sourceUrl(url)}`;
  }
  return undefined;
}

function pypiEntry(url: string, detail: unknown, spot: Spot, shared: Partial<LockEntry>): LockEntry {
  const version = textAt(detail, 'version');
  const isPath = !/^[a-z][a-z0-9+.-]*:/i.test(url);
  return entryAt(textAt(detail, 'name') ?? fileName(url).split('-', 1)[0] ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source: isPath
      ? sourceOf('directory', url)
      : url.startsWith('git+')
        ? sourceOf('git', sourceUrl(url))
        : sourceOf('pypi'),
    own: isPath && !url.endsWith('.whl'),
    needs: textsAt(detail, 'requires_dist').flatMap(needOf),
    ...shared,
  });
}

function condaNeed(text: string): Need {
  const [name = '', ...rest] = text.split(/\s+/);
  return { name: normaliseName(name), specifier: rest[0] ?? '', dialect: 'conda' };
}

/** A folder or a repository is not a file. */
function hashOf(detail: unknown, url: string): readonly Artifact[] {
  const hash = textAt(detail, 'sha256') ?? textAt(detail, 'md5');
  if (hash === undefined && !/^https?:.*\.(?:whl|tar\.gz|zip|conda|tar\.bz2)$/.test(url)) return [];
  return [artifactAt(url, hash === undefined ? undefined : `${hash.length > 32 ? 'sha256' : 'md5'}:${hash}`)];
}
