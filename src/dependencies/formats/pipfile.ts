import { at, entriesAt, listAt, textAt } from './own-values.ts';
import { type Format, type Parsed, nothing } from '../model.ts';
import { hostOf } from '../source.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { locator } from './places.ts';
import { collector } from './statement.ts';
import { keySpot, rangedEntry } from './tables.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const pipfile: Format = {
  name: 'Pipfile',
  supports: takes.pipfile,
  states: true,
  parse,
};

const notCategories: ReadonlySet<string> = new Set(['source', 'requires', 'scripts', 'pipenv']);

function parse(text: string, path: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const to = collector(path);
  const find = locator(text);
  for (const source of listAt(read.data, 'source')) {
    const url = textAt(source, 'url') ?? '';
    const spot = find(url);
    to.ranged(
      '*',
      { dialect: 'pep440', specifier: '', kind: 'index', detail: `source ${sourceUrl(url)}` },
      spot,
    );
    if (at(source, 'verify_ssl') === false)
      to.option('*', 'trusted-host', hostOf(url) ?? sourceUrl(url), spot);
  }
  if (at(read.data, 'pipenv', 'allow_prereleases') === true)
    to.option('*', 'pre-releases', '', find('allow_prereleases'));
  for (const [category, table] of entriesAt(read.data)) {
    if (notCategories.has(category)) continue;
    for (const [name] of entriesAt(table))
      rangedEntry(to, name, at(table, name), 'pep440', keySpot(find, name), category);
  }
  return { ...nothing, statements: to.statements };
}
