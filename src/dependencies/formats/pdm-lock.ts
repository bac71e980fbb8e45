/** pdm.lock, versions 4.3 to 4.5. */
import { defaultSource, sourceOf, type LockSource } from '../source.ts';
import { at, listAt, textAt, textsAt, textsIn } from './own-values.ts';
import { type Format, type LockEntry, type Need, type Parsed, nothing, unsupported } from '../model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { parseRequirement } from '../../pep440/requirement.ts';
import { filesOf } from './artifacts.ts';
import { entryAt, tableSpots } from './entry.ts';
import type { Spot } from './places.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const pdmLock: Format = {
  name: 'pdm.lock',
  supports: takes.pdmLock,
  parse,
  relock: '`pdm lock --update-reuse`',
};

function parse(text: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const version = textAt(read.data, 'metadata', 'lock_version');
  if (version === undefined || !/^4\.[345](?:\.\d+)*$/.test(version)) {
    return unsupported('pdm.lock', version, 'lock_version 4.3 to 4.5');
  }
  const packages = listAt(read.data, 'package');
  const spot = tableSpots(text, 'package', packages.length);
  const entries = packages.map((item, index) => entryOf(item, spot(index)));
  const header = textsIn(at(read.data, 'metadata'), [
    'requires_python',
    'content_hash',
    'strategy',
    'targets',
  ]);
  return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'], header };
}

function entryOf(item: unknown, spot: Spot): LockEntry {
  const version = textAt(item, 'version');
  const marker = textAt(item, 'marker');
  return entryAt(textAt(item, 'name') ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source: whereFrom(item),
    own: at(item, 'editable') === true || textAt(item, 'path')?.startsWith('.') === true,
    markers: marker === undefined ? [] : [marker],
    needs: textsAt(item, 'dependencies').flatMap(needOf),
    artifacts: () => filesOf(listAt(item, 'files'), ['url', 'file']),
  });
}

function whereFrom(item: unknown): LockSource {
  const git = textAt(item, 'git');
  if (git !== undefined)
    return sourceOf('git', `${sourceUrl(git)}@${textAt(item, 'revision') ?? textAt(item, 'ref') ?? ''}`);
  const direct = textAt(item, 'url') ?? textAt(item, 'path');
  return direct === undefined ? defaultSource : sourceOf('url', sourceUrl(direct));
}

export function needOf(text: string): Need[] {
  const requirement = parseRequirement(text);
  if (requirement === undefined) return [];
  const { name, specifier, marker } = requirement;
  return [{ name, specifier, ...(marker === '' ? {} : { isConditional: true as const }) }];
}
