/** Pipfile.lock, specification 6: one environment for each category. */
import { defaultSource, sourceOf, type LockSource } from '../source.ts';
import { at, entriesAt, listAt, scalarAt, textAt, textsAt, textsIn } from './own-values.ts';
import { type Format, type LockEntry, type Parsed, nothing, unsupported } from '../model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { entryAt } from './entry.ts';
import { readJson } from './json.ts';
import { type Spot, orderedLocator } from './places.ts';
import { takes } from './names.ts';

export const pipfileLock: Format = {
  name: 'Pipfile.lock',
  supports: takes.pipfileLock,
  parse,
  relock: '`pipenv upgrade NAME` for what you did mean',
};

function parse(text: string): Parsed {
  const read = readJson(text);
  if (!read.ok) return read.parsed;
  const spec = scalarAt(read.data, '_meta', 'pipfile-spec');
  if (spec !== '6') return unsupported('Pipfile.lock', spec, 'pipfile-spec 6');
  const find = orderedLocator(text);
  const sources = listAt(read.data, '_meta', 'sources');
  const categories = entriesAt(read.data).filter(([name]) => name !== '_meta');
  const entries = categories.flatMap(([category]) =>
    entriesAt(read.data, category).map(([name, item]) =>
      entryOf(name, item, category, sources, find(`"${name}": {`)),
    ),
  );
  const meta = at(read.data, '_meta');
  const header = new Map([
    ...textsIn(at(meta, 'hash'), ['sha256']),
    ...textsIn(at(meta, 'requires'), ['python_version', 'python_full_version']),
  ]);
  return { ...nothing, entries, generated: true, governedBy: ['Pipfile'], header };
}

function entryOf(
  name: string,
  item: unknown,
  environment: string,
  sources: readonly unknown[],
  spot: Spot,
): LockEntry {
  const version = textAt(item, 'version')?.replace(/^={2,3}/, '');
  const marker = textAt(item, 'markers');
  return entryAt(name, spot, {
    ...(version === undefined ? {} : { version }),
    source: whereFrom(item, sources),
    own: at(item, 'editable') === true && textAt(item, 'git') === undefined,
    environment,
    markers: marker === undefined ? [] : [marker],
    artifacts: () => textsAt(item, 'hashes').map((hash) => ({ file: '', hash })),
  });
}

function whereFrom(item: unknown, sources: readonly unknown[]): LockSource {
  const git = textAt(item, 'git');
  if (git !== undefined) return sourceOf('git', `${sourceUrl(git)}@${textAt(item, 'ref') ?? ''}`);
  const file = textAt(item, 'file') ?? textAt(item, 'path');
  if (file !== undefined) return sourceOf('url', sourceUrl(file));
  const index = textAt(item, 'index');
  // What names no source comes from the first.
  const source = sources.find((one) => index === undefined || textAt(one, 'name') === index);
  const url = textAt(source, 'url');
  return url === undefined ? defaultSource : sourceOf('registry', sourceUrl(url));
}
