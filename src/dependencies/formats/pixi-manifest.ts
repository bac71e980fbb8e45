/** pixi.toml, and `[tool.pixi]` of pyproject.toml. */
import { type Table, at, entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { type Format, type Parsed, nothing } from '../model.ts';
import { locator } from './places.ts';
import { type Collector, collector } from './statement.ts';
import { keySpot, rangedEntry } from './tables.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const pixiManifest: Format = {
  name: 'pixi.toml',
  supports: takes.pixiManifest,
  states: true,
  parse,
};

function parse(text: string, path: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const to = collector(path);
  pixiStatements(read.data, to, locator(text));
  return { ...nothing, statements: to.statements };
}

/** Dependencies of the workspace, of its features and of single platforms. */
export function pixiStatements(
  data: Table | undefined,
  to: Collector,
  find: ReturnType<typeof locator>,
): void {
  channelStatements(data, to, find);
  const features = entriesAt(data, 'feature');
  const holders = [['', data] as const, ...features];
  for (const [feature, holder] of holders) {
    const targets = entriesAt(holder, 'target');
    for (const [target, table] of [['', holder] as const, ...targets])
      oneTable(table, [feature, target], to, find);
  }
}

/** conda takes the first channel that has the package. */
function channelStatements(data: Table | undefined, to: Collector, find: ReturnType<typeof locator>): void {
  const holders = [
    at(data, 'workspace'),
    at(data, 'project'),
    ...entriesAt(data, 'feature').map(([, one]) => one),
  ];
  for (const channel of holders.flatMap((holder) => listAt(holder, 'channels'))) {
    const name =
      typeof channel === 'string' ? channel : (textAt(channel, 'channel') ?? textAt(channel, 'url'));
    if (name === undefined) continue;
    const detail = `channel ${sourceUrl(name)}`;
    to.ranged(
      '*',
      { dialect: 'conda', specifier: '', kind: 'index', detail },
      find(`"${name}"`, `'${name}'`),
    );
  }
  for (const holder of [data, ...holders]) pypiOptions(at(holder, 'pypi-options'), to, find);
}

function pypiOptions(options: unknown, to: Collector, find: ReturnType<typeof locator>): void {
  const state = (kind: string, url: string): void => {
    const detail = `${kind} ${sourceUrl(url)}`;
    to.ranged('*', { dialect: 'pep440', specifier: '', kind: 'index', detail }, find(url));
  };
  for (const url of [textAt(options, 'index-url') ?? [], textsAt(options, 'extra-index-urls')].flat())
    state('source', url);
  for (const link of listAt(options, 'find-links')) {
    const place = textAt(link, 'url') ?? textAt(link, 'path');
    if (place !== undefined) state('links', place);
  }
  const strategy = textAt(options, 'index-strategy');
  if (strategy?.startsWith('unsafe') === true) to.option('*', 'strategy', strategy, find('index-strategy'));
}

const condaTables = [
  'dependencies',
  'host-dependencies',
  'build-dependencies',
  'run-dependencies',
  'system-requirements',
] as const;

function oneTable(
  table: unknown,
  [feature, target]: readonly [string, string],
  to: Collector,
  find: ReturnType<typeof locator>,
): void {
  const where = [feature === '' ? '' : `feature=${feature}`, target === '' ? '' : `target=${target}`]
    .filter((part) => part !== '')
    .join(' ');
  for (const key of condaTables) {
    for (const [name, value] of entriesAt(at(table, key)))
      rangedEntry(to, name, value, 'conda', keySpot(find, name), where);
  }
  for (const [name, value] of entriesAt(at(table, 'pypi-dependencies')))
    rangedEntry(to, name, value, 'pep440', keySpot(find, name), where);
}
