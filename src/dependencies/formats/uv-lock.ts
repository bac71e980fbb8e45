/** uv.lock, version 1. Revisions none to 5 are known; uv promises that what reads one revision reads the later ones. */
import { sourceOf, type LockSource } from '../source.ts';
import { type Table, at, entriesAt, listAt, scalarAt, textAt, textsAt, textsIn } from './own-values.ts';
import {
  type Asked,
  type Format,
  type LockEntry,
  type Memo,
  type Need,
  type Parsed,
  newerRevision,
  nothing,
  unsupported,
} from '../model.ts';
import { recordedOrigin } from './uv-origin.ts';
import { normaliseName } from '../../pep440/names.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { filesOf } from './artifacts.ts';
import { readBlocks } from './blocks.ts';
import { entryAt, tableSpots } from './entry.ts';
import type { Spot } from './places.ts';
import { readToml } from './toml.ts';
import { takes } from './names.ts';

export const uvLock: Format = {
  name: 'uv.lock',
  supports: takes.uvLock,
  parse,
  restore: (name, version) => `\`uv lock --upgrade-package '${name}==${version}'\``,
  relock: '`uv lock`',
};

function parse(text: string, _path: string, memo: Memo = new Map()): Parsed {
  const read = readBlocks(text, entryOf, memo);
  if (read !== undefined) return checked(read.head, read.entries);
  const whole = readToml(text);
  if (!whole.ok) return whole.parsed;
  const packages = listAt(whole.data, 'package');
  const spot = tableSpots(text, 'package', packages.length);
  return checked(
    whole.data,
    packages.map((item, index) => entryOf(item, spot(index))),
  );
}

const lastRevision = 5;

function checked(head: Table, entries: readonly LockEntry[]): Parsed {
  const version = scalarAt(head, 'version');
  const revision = Number(scalarAt(head, 'revision') ?? '0');
  if (version !== '1' || !Number.isInteger(revision) || revision < 0)
    return unsupported(
      'uv.lock',
      version === undefined || revision === 0 ? version : `${version} revision ${revision}`,
      'version 1',
    );
  const problems = revision > lastRevision ? [newerRevision('uv.lock', revision, lastRevision)] : [];
  const header = headerOf(head);
  const locked = {
    constraint: listAt(head, 'manifest', 'constraints').flatMap(askedOf),
    override: listAt(head, 'manifest', 'overrides').flatMap(askedOf),
  };
  return { ...nothing, entries, problems, generated: true, governedBy: membersOf(entries), header, locked };
}

const headerKeys = [
  'requires-python',
  'resolution-markers',
  'supported-markers',
  'required-markers',
  'conflicts',
];

/** What it was made for, and with which options, under uv's own names. */
function headerOf(head: Table): ReadonlyMap<string, string> {
  const options = at(head, 'options');
  return new Map([
    ...textsIn(head, headerKeys),
    ...textsIn(
      options,
      entriesAt(options).map(([key]) => key),
    ),
  ]);
}

type EntryWheels = (() => readonly unknown[]) | undefined;

function entryOf(item: unknown, spot: Spot, wheels?: EntryWheels): LockEntry {
  const version = textAt(item, 'version');
  const source = whereFrom(item);
  const own = ownKinds.has(source.kind);
  const asked = own ? requirementsOf(item) : undefined;
  return entryAt(textAt(item, 'name') ?? '', spot, {
    ...(version === undefined ? {} : { version }),
    source,
    own,
    ...(asked !== undefined && { asked }),
    markers: textsAt(item, 'resolution-markers'),
    needs: needsOf(item),
    ...artifactsOf(item, wheels),
  });
}

/** Nothing of the block but its files stays in memory, and where it has none nothing does. */
function artifactsOf(item: unknown, wheels: EntryWheels): Pick<Partial<LockEntry>, 'artifacts'> {
  const [sdist, known] = [at(item, 'sdist'), listAt(item, 'wheels')];
  if (sdist === undefined && known.length === 0 && wheels === undefined) return {};
  return { artifacts: () => filesOf([sdist, ...(wheels?.() ?? known)], ['url', 'path', 'filename']) };
}

/** `undefined` where the lock keeps none of it. */
function requirementsOf(item: unknown): readonly Asked[] | undefined {
  const metadata = at(item, 'metadata');
  if (metadata === undefined) return undefined;
  const groups = entriesAt(metadata, 'requires-dev').flatMap(([, list]) => listAt({ list }, 'list'));
  return [...listAt(metadata, 'requires-dist'), ...groups].flatMap(askedOf);
}

function askedOf(item: unknown): readonly Asked[] {
  const name = textAt(item, 'name');
  return name === undefined
    ? []
    : [{ name: normaliseName(name), specifier: textAt(item, 'specifier') ?? '', ...fromOf(item) }];
}

function fromOf(item: unknown): Pick<Asked, 'from'> {
  const from = recordedOrigin(item);
  return from === undefined ? {} : { from };
}

const sourceKinds = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'] as const;
const ownKinds: ReadonlySet<string> = new Set(['directory', 'editable', 'virtual']);

function whereFrom(item: unknown): LockSource {
  for (const kind of sourceKinds) {
    const value = textAt(item, 'source', kind);
    if (value !== undefined) return sameSource(kind, sourceUrl(value));
  }
  return sourceOf('unknown');
}

let last: LockSource = sourceOf('unknown');

/** Thousands of packages in a row come from one index: one object for all of them. */
function sameSource(kind: (typeof sourceKinds)[number], address: string): LockSource {
  if (last.kind !== kind || last.address !== address) last = sourceOf(kind, address);
  return last;
}

const noNeeds: readonly Need[] = [];

/** uv.lock keeps the names of what a package needs, never the constraint. */
function needsOf(item: unknown): readonly Need[] {
  const groups = [...entriesAt(item, 'optional-dependencies'), ...entriesAt(item, 'dev-dependencies')];
  const lists = [listAt(item, 'dependencies'), ...groups.map(([, list]) => listAt({ list }, 'list'))];
  const needs = lists.flat();
  if (needs.length === 0) return noNeeds;
  const names = new Set(needs.flatMap((need) => textAt(need, 'name') ?? []));
  return [...names].map((name) => ({ name: normaliseName(name) }));
}

/** The workspace's members: their manifests are where its requirements are written. */
function membersOf(entries: readonly LockEntry[]): readonly string[] {
  const folders = entries.flatMap(({ own, source }) => (own ? [source.address] : []));
  return [...new Set(['.', ...folders])].map((folder) => `${folder}/pyproject.toml`);
}
