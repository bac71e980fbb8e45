/** uv.lock against the manifests of its workspace: it keeps what each of them asked for when it was made. */
import { byName } from '../moves/compare.ts';
import { listAt, textAt } from '../formats/own-values.ts';
import type { Asked, LockEntry, Parsed } from '../model.ts';
import type { Ask, Manifest } from './manifest.ts';
import { sourceMisfits, sourcesOf } from './uv-sources.ts';
import { type Misfit, askMisfits, pythonMisfit } from './misfit.ts';
import { parseRequirement, specifierText } from '../../pep440/requirement.ts';

/** `manifests` by their folders, as the lock writes them: `.` for its own. */
export function uvMisfits(
  lock: string,
  parsed: Parsed,
  manifests: ReadonlyMap<string, Manifest>,
): readonly Misfit[] {
  const locked = byName(parsed.entries);
  const root = manifests.get('.');
  const own = parsed.entries.filter((entry) => entry.own && manifests.has(entry.source.address));
  const members = own.flatMap((entry) => {
    const manifest = manifests.get(entry.source.address);
    return manifest === undefined ? [] : memberMisfits(lock, entry, manifest, root, locked);
  });
  if (root === undefined || own.length === 0) return members;
  const python = own.length === 1 ? pythonMisfit(root, parsed.header?.get('requires-python'), lock) : [];
  return [...members, ...python, ...settingMisfits(lock, parsed, root)];
}

function memberMisfits(
  lock: string,
  entry: LockEntry,
  manifest: Manifest,
  root: Manifest | undefined,
  locked: ReadonlyMap<string, readonly LockEntry[]>,
): readonly Misfit[] {
  if (manifest.isDynamic) return [];
  const overridden = new Set(listedNames(root, 'override-dependencies'));
  const elsewhere = new Set(sourcesOf(manifest).keys());
  const asks = manifest.asks.filter(
    ({ where, name }) => uvTables.has(where) && name !== manifest.name && name !== entry.name,
  );
  const plain = asks.filter(({ name }) => !overridden.has(name) && !elsewhere.has(name));
  const shown = askMisfits(plain, locked, { file: manifest.file, lock, isWhole: true });
  if (entry.asked === undefined) return shown;
  const told = new Set(shown.map(({ key }) => key));
  return [
    ...shown,
    ...unrecorded(
      lock,
      asks,
      entry.asked.filter(({ name }) => name !== entry.name),
      manifest.file,
      elsewhere,
    ).filter(({ key }) => !told.has(key)),
    ...sourceMisfits(lock, entry, manifest, root, asks),
  ];
}

const uvTables: ReadonlySet<string> = new Set([
  'project.dependencies',
  'project.optional-dependencies',
  'dependency-groups',
  'tool.uv.dev-dependencies',
]);

/** Requirements that the lock was not made from, and those that it was made from and that are gone. */
function unrecorded(
  lock: string,
  asks: readonly Ask[],
  asked: readonly Asked[],
  file: string,
  elsewhere: ReadonlySet<string>,
): readonly Misfit[] {
  const isPlain = (name: string): boolean => !elsewhere.has(name);
  const textOf = ({ name, specifier }: Asked): string =>
    isPlain(name) ? `${name} ${specifierText(specifier)}`.trim() : name;
  const recorded = new Set(asked.map(textOf));
  const stated = new Set(asks.map(textOf));
  const fresh = asks.filter((ask) => !ask.isDirect && !recorded.has(textOf(ask)));
  const names = new Set(asks.map(({ name }) => name));
  const dropped = [...new Set(asked.map(({ name }) => name))].filter((name) => !names.has(name));
  const changed = asked.some((one) => names.has(one.name) && !stated.has(textOf(one)));
  return [
    ...fresh.map(({ name, specifier, line, column }) => ({
      key: `${file} ${name} ${specifier}`,
      what: `${file} asks for ${name}${specifier && ` ${specifier}`}, which ${lock} was not made from`,
      file,
      line,
      column,
    })),
    ...dropped.map((name) => ({
      key: `${file} dropped ${name}`,
      what: `${lock} was made from a requirement of ${name} that ${file} no longer has`,
      file,
      line: 1,
      column: 1,
    })),
    ...(changed && fresh.length === 0 && dropped.length === 0
      ? [
          {
            key: `${file} fewer`,
            what: `${lock} was made from requirements that ${file} no longer has`,
            file,
            line: 1,
            column: 1,
          },
        ]
      : []),
  ];
}

const options: readonly (readonly [manifest: string, lock: string, usual: string])[] = [
  ['prerelease', 'prerelease-mode', 'if-necessary-or-explicit'],
  ['resolution', 'resolution-mode', 'highest'],
  ['fork-strategy', 'fork-strategy', 'requires-python'],
];

/** Settings of the resolver, constraints and overrides. */
function settingMisfits(lock: string, { header, locked }: Parsed, root: Manifest): readonly Misfit[] {
  const { file, data } = root;
  const place = { file, line: 1, column: 1 };
  const set = options.flatMap(([key, name, usual]) => {
    const [wanted, made] = [textAt(data, 'tool', 'uv', key) ?? usual, header?.get(name) ?? usual];
    const what = `${file} sets ${key} to ${wanted}, but ${lock} was made with ${made}`;
    return wanted === made ? [] : [{ ...place, key: `setting ${key}`, what }];
  });
  const lists = (['constraint', 'override'] as const).flatMap((kind) => {
    const texts = new Set((locked?.[kind] ?? []).map(textOfAsked));
    // Of what a source of tool.uv.sources serves the lock keeps the source and no range.
    const asked = listed(root, `${kind}-dependencies`);
    const wanted = new Set(asked.map((one) => (texts.has(one.name) ? one.name : textOfAsked(one))));
    const isSame = texts.size === wanted.size && [...texts].every((text) => wanted.has(text));
    const what = `the ${kind}s of ${file} are others than those that ${lock} was made with`;
    return isSame ? [] : [{ ...place, key: `setting ${kind}`, what, isByText: true as const }];
  });
  return [...set, ...lists];
}

function textOfAsked({ name, specifier }: Asked): string {
  return `${name} ${specifierText(specifier)}`.trim();
}

function listed(manifest: Manifest | undefined, key: string): readonly Asked[] {
  return listAt(manifest?.data, 'tool', 'uv', key).flatMap((item) => {
    const parsed = typeof item === 'string' ? parseRequirement(item) : undefined;
    return parsed === undefined ? [] : [{ name: parsed.name, specifier: parsed.specifier }];
  });
}

function listedNames(manifest: Manifest | undefined, key: string): readonly string[] {
  return listed(manifest, key).map(({ name }) => name);
}
