/** `pip inspect` (version 1) and `pip list --format json`: what is installed. */
import { defaultSource, sourceOf } from '../source.ts';
import { at, entriesAt, listAt, textAt, textsAt } from './own-values.ts';
import { type MarkerEnvironment, evaluateMarker, parseMarker } from '../../pep440/markers.ts';
import {
  type Format,
  type LockEntry,
  type Parsed,
  type Problem,
  nothing,
  unreadable,
  unsupported,
} from '../model.ts';
import { depsRules } from '../rules.ts';
import { parseSpecifiers } from '../../pep440/specifier.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { parseRequirement } from '../../pep440/requirement.ts';
import { entryAt } from './entry.ts';
import { readJson } from './json.ts';
import { orderedLocator } from './places.ts';
import { takes } from './names.ts';

export const pipInspect: Format = {
  name: 'pip inspect',
  supports: takes.pipInspect,
  parse: parsePipJson,
};

export const pipList: Format = {
  name: 'pip list --format json',
  supports: takes.pipList,
  parse: parsePipJson,
};

/** Either of the two, by its shape. */
export function parsePipJson(text: string): Parsed {
  const read = readJson(text);
  if (!read.ok) return read.parsed;
  const find = orderedLocator(text);
  if (Array.isArray(read.data)) {
    const entries = read.data.flatMap((item) => listed(item, find));
    return { ...nothing, entries, generated: true };
  }
  const version = textAt(read.data, 'version');
  if (at(read.data, 'installed') === undefined)
    return unreadable('neither `pip inspect` nor `pip list --format json` wrote it');
  if (version !== '1') return unsupported('pip inspect', version, 'version 1');
  const python = markersOf(at(read.data, 'environment'));
  const installed = listAt(read.data, 'installed');
  const entries = installed.flatMap((item) => inspected(item, find, python));
  return {
    ...nothing,
    entries,
    problems: unreadNeeds(installed, text),
    generated: true,
    isEnvironment: true,
  };
}

/** What pip cannot read it reports, and does not check. */
function unreadNeeds(installed: readonly unknown[], text: string): Problem[] {
  const unread = installed.flatMap((item) =>
    textsAt(item, 'metadata', 'requires_dist')
      .filter((need) => !isReadable(need))
      .map((need) => ({ need, name: textAt(item, 'metadata', 'name') ?? '' })),
  );
  if (unread.length === 0) return [];
  const find = orderedLocator(text);
  return unread.slice(0, maxUnread).map(({ need, name }) => {
    const shown = JSON.stringify(need.slice(0, 80));
    const message = `was judged, but ${name} needs ${shown}, which is not a requirement that pip can read: it was not checked`;
    const help = `Install a version of ${name} whose metadata pip can read.`;
    return {
      rule: depsRules['unreadable-line'],
      message,
      ...find(JSON.stringify(need)),
      help,
      wasJudged: true,
    };
  });
}

const maxUnread = 100;

function isReadable(need: string): boolean {
  const requirement = parseRequirement(need);
  return requirement !== undefined && parseSpecifiers(requirement.specifier) !== undefined;
}

/** The variables of markers as pip saw them; as `pip check` does, without extras. */
function markersOf(value: unknown): MarkerEnvironment {
  const texts = entriesAt(value).flatMap(([key, item]) => (typeof item === 'string' ? [[key, item]] : []));
  return { ...Object.fromEntries(texts), extra: '' };
}

function isNeeded(text: string, python: MarkerEnvironment): boolean {
  if (text === '') return true;
  const marker = parseMarker(text);
  return marker === undefined || evaluateMarker(marker, python) !== false;
}

type Find = ReturnType<typeof orderedLocator>;

function listed(item: unknown, find: Find): LockEntry[] {
  const name = textAt(item, 'name');
  const version = textAt(item, 'version');
  if (name === undefined || version === undefined) return [];
  const own = textAt(item, 'editable_project_location') !== undefined;
  const source = condaSource(item);
  return [entryAt(name, find(`"name": "${name}"`, `"name":"${name}"`), { version, own, source })];
}

/** `conda list --json` names channel and build; what pip installed has the channel pypi. */
function condaSource(item: unknown): LockEntry['source'] {
  const build = textAt(item, 'build_string');
  const channel = textAt(item, 'channel') ?? '';
  return build === undefined || channel === 'pypi'
    ? defaultSource
    : sourceOf('conda', `${sourceUrl(textAt(item, 'base_url') ?? channel)} ${build}`);
}

function inspected(item: unknown, find: Find, python: MarkerEnvironment): LockEntry[] {
  const name = textAt(item, 'metadata', 'name');
  const version = textAt(item, 'metadata', 'version');
  if (name === undefined || version === undefined) return [];
  const source = directSource(item);
  const own = at(item, 'direct_url', 'dir_info', 'editable') === true;
  const needs = textsAt(item, 'metadata', 'requires_dist').flatMap((text) => {
    const requirement = parseRequirement(text);
    return requirement === undefined || !isNeeded(requirement.marker, python)
      ? []
      : [{ name: requirement.name, specifier: requirement.specifier }];
  });
  return [entryAt(name, find(`"name": "${name}"`, `"name":"${name}"`), { version, source, own, needs })];
}

/** Where `pip install` was given an address. A folder is one whatever it is called: conda builds each package in another one. */
function directSource(item: unknown): LockEntry['source'] {
  const url = textAt(item, 'direct_url', 'url');
  if (url === undefined) return defaultSource;
  if (at(item, 'direct_url', 'dir_info') !== undefined) return sourceOf('directory');
  const revision = textAt(item, 'direct_url', 'vcs_info', 'commit_id');
  return sourceOf('url', `${sourceUrl(url)}${revision === undefined ? '' : `@${revision}`}`);
}
