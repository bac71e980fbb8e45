/** pylock.toml (PEP 751), version 1. */
import { defaultSource, sourceOf, type LockSource } from '../source.ts';
import { at, listAt, textAt, textsAt, textsIn } from './own-values.ts';
import { type Artifact, type Format, type LockEntry, type Parsed, nothing, unsupported } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { hashTable } from './artifacts.ts';
import { entryAt, tableSpots } from './entry.ts';
import type { Spot } from './places.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const pylock: Format = {
  name: 'pylock.toml',
  supports: takes.pylock,
  parse,
};

function parse(text: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const version = textAt(read.data, 'lock-version');
  if (version === undefined || !/^1\.\d+$/.test(version))
    return unsupported('pylock.toml', version, 'lock-version 1');
  const packages = listAt(read.data, 'packages');
  const spot = tableSpots(text, 'packages', packages.length);
  const entries = packages.map((item, index) => entryOf(item, spot(index)));
  const header = textsIn(read.data, ['requires-python', 'environments', 'extras', 'dependency-groups']);
  return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'], header };
}

function entryOf(item: unknown, spot: Spot): LockEntry {
  const version = textAt(item, 'version');
  const marker = textAt(item, 'marker');
  return entryAt(textAt(item, 'name') ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source: whereFrom(item),
    own: at(item, 'directory') !== undefined,
    markers: [...(marker === undefined ? [] : [marker]), ...textsAt(item, 'environments')],
    needs: listAt(item, 'dependencies').flatMap((need) => {
      const name = textAt(need, 'name');
      return name === undefined ? [] : [{ name: normaliseName(name) }];
    }),
    artifacts: () => artifactsOf(item),
  });
}

function whereFrom(item: unknown): LockSource {
  const vcs = textAt(item, 'vcs', 'url') ?? textAt(item, 'vcs', 'path');
  if (vcs !== undefined)
    return sourceOf(
      textAt(item, 'vcs', 'type') ?? 'vcs',
      `${sourceUrl(vcs)}@${textAt(item, 'vcs', 'commit-id') ?? ''}`,
    );
  const archive = textAt(item, 'archive', 'url') ?? textAt(item, 'archive', 'path');
  if (archive !== undefined) return sourceOf('url', sourceUrl(archive));
  const directory = textAt(item, 'directory', 'path');
  if (directory !== undefined) return sourceOf('directory', directory);
  const index = textAt(item, 'index');
  return index === undefined ? defaultSource : sourceOf('registry', sourceUrl(index));
}

function artifactsOf(item: unknown): readonly Artifact[] {
  const files = [at(item, 'sdist'), at(item, 'archive'), ...listAt(item, 'wheels')];
  return files.flatMap(hashTable);
}
