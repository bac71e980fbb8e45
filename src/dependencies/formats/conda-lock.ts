/** conda-lock.yml, version 1: an entry for each platform. */
import { sourceOf, type LockSource } from '../source.ts';
import { entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import { type Artifact, type Format, type LockEntry, type Parsed, nothing, unsupported } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { artifactAt } from './artifacts.ts';
import { condaPackage } from './conda-url.ts';
import { entryAt } from './entry.ts';
import { type Spot, entrySpots, start } from './places.ts';
import { readYaml } from './yaml.ts';
import { takes } from './names.ts';

export const condaLock: Format = {
  name: 'conda-lock.yml',
  supports: takes.condaLock,
  parse,
  relock: '`conda-lock lock --update NAME` for what you did mean',
};

function parse(text: string): Parsed {
  const read = readYaml(text);
  if (!read.ok) return read.parsed;
  const version = textAt(read.data, 'version');
  if (version !== '1') return unsupported('conda-lock.yml', version, 'version 1');
  const packages = listAt(read.data, 'package');
  const spots = entrySpots(
    text,
    (line) => /^\s*- (?:name|category|version|manager):/.test(line),
    /^\s*(?:- )?version: /,
  );
  const entries = packages.map((item, index) =>
    entryOf(item, (spots.length === packages.length ? spots[index] : undefined) ?? start),
  );
  return { ...nothing, entries, generated: true, governedBy: textsAt(read.data, 'metadata', 'sources') };
}

function entryOf(item: unknown, spot: Spot): LockEntry {
  const version = textAt(item, 'version');
  const url = textAt(item, 'url') ?? '';
  const isConda = textAt(item, 'manager') !== 'pip';
  return entryAt(textAt(item, 'name') ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source: isConda ? (condaPackage(url)?.source ?? sourceOf('conda', sourceUrl(url))) : pipSource(url),
    environment: textAt(item, 'platform') ?? '',
    needs: entriesAt(item, 'dependencies').map(([name, specifier]) => ({
      name: normaliseName(name),
      specifier: typeof specifier === 'string' ? specifier : '',
      dialect: isConda ? 'conda' : 'poetry',
    })),
    artifacts: () => hashesOf(item, url),
  });
}

function hashesOf(item: unknown, url: string): readonly Artifact[] {
  const hashes = entriesAt(item, 'hash').map(([algorithm, hash]) => `${algorithm}:${String(hash)}`);
  return hashes.length === 0 ? [artifactAt(url, undefined)] : hashes.map((hash) => artifactAt(url, hash));
}

/** A wheel's address on an index changes with every file: only other ways to fetch are an identity. */
function pipSource(url: string): LockSource {
  return url.startsWith('git+') ? sourceOf('git', sourceUrl(url)) : sourceOf('pip');
}
