/** poetry.lock, versions 1.1 to 2.1. */
import { defaultSource, sourceOf, type LockSource } from '../source.ts';
import { at, entriesAt, listAt, textAt, textsIn } from './own-values.ts';
import { type Format, type LockEntry, type Need, type Parsed, nothing, unsupported } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { filesOf } from './artifacts.ts';
import { entryAt, tableSpots } from './entry.ts';
import type { Spot } from './places.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const poetryLock: Format = {
  name: 'poetry.lock',
  supports: takes.poetryLock,
  parse,
  relock: '`poetry lock` (Poetry 1: `poetry lock --no-update`)',
};

const known = /^(?:1\.[01]|2\.[01])$/;

function parse(text: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const version = textAt(read.data, 'metadata', 'lock-version');
  if (version === undefined || !known.test(version)) {
    return unsupported('poetry.lock', version, 'lock-version 1.1 to 2.1');
  }
  const packages = listAt(read.data, 'package');
  const spot = tableSpots(text, 'package', packages.length);
  const files = at(read.data, 'metadata', 'files');
  const entries = packages.map((item, index) => entryOf(item, spot(index), files));
  const header = textsIn(at(read.data, 'metadata'), ['python-versions', 'content-hash']);
  return { ...nothing, entries, generated: true, governedBy: ['pyproject.toml'], header };
}

function entryOf(item: unknown, spot: Spot, files: unknown): LockEntry {
  const name = textAt(item, 'name') ?? '';
  const version = textAt(item, 'version');
  const type = textAt(item, 'source', 'type');
  const marker = textAt(item, 'markers');
  return entryAt(name, spot, {
    ...(version === undefined ? {} : { version }),
    source: type === undefined ? defaultSource : whereFrom(type, item),
    own: type === 'directory',
    markers: marker === undefined ? [] : [marker],
    needs: entriesAt(item, 'dependencies').map(needOf),
    artifacts: () => filesOf([...listAt(item, 'files'), ...listAt(files, name)], ['file']),
  });
}

function whereFrom(type: string, item: unknown): LockSource {
  const url = sourceUrl(textAt(item, 'source', 'url') ?? '');
  const revision = textAt(item, 'source', 'resolved_reference');
  return sourceOf(type, revision === undefined ? url : `${url}@${revision}`);
}

/** A dependency's value is a version, a table with one, or an array of such tables for different markers. */
function needOf([name, value]: readonly [string, unknown]): Need {
  const values = Array.isArray(value) ? value : [value];
  const specifiers = values.map((item) =>
    typeof item === 'string' ? item : (textAt(item, 'version') ?? '*'),
  );
  return { name: normaliseName(name), specifier: specifiers.join(' || '), dialect: 'poetry' };
}
