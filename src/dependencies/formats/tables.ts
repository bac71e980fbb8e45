/** Tables of `name = range` with details, as Pipfile and pixi write them. */
import { at, textAt, textsAt } from './own-values.ts';
import type { Dialect } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { type locator, type Spot, start } from './places.ts';
import type { Collector } from './statement.ts';

const detailKeys = [
  'git',
  'rev',
  'ref',
  'tag',
  'branch',
  'url',
  'path',
  'file',
  'index',
  'channel',
  'build',
  'subdir',
  'editable',
] as const;

export function rangedEntry(
  to: Collector,
  name: string,
  value: unknown,
  dialect: Dialect,
  spot: Spot,
  where: string,
): void {
  const version = typeof value === 'string' ? value : (textAt(value, 'version') ?? '');
  const details = detailKeys.flatMap((key) => {
    const item = at(value, key);
    return typeof item === 'string' || typeof item === 'boolean' ? [`${key}=${sourceUrl(String(item))}`] : [];
  });
  const index = textAt(value, 'index') ?? textAt(value, 'channel');
  if (index !== undefined) to.option(normaliseName(name), 'index', sourceUrl(index), spot);
  const extras = textsAt(value, 'extras').toSorted().join(',');
  const detail = [...details, ...(extras === '' ? [] : [`extras=${extras}`]), where]
    .filter((part) => part !== '')
    .join(' ');
  const specifier = version.trim() === '*' ? '' : version.trim();
  to.ranged(name, { dialect, specifier, detail, marker: textAt(value, 'markers') ?? '' }, spot);
}

/** The line on which a table's key stands. */
export function keySpot(find: ReturnType<typeof locator>, name: string): Spot {
  const spot = find(`\n${name} =`, `\n${name}=`, `\n"${name}" =`, `\n"${name}"=`);
  return spot === start ? spot : { line: spot.line + 1, column: 1 };
}
