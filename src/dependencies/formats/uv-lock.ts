/** uv.lock, version 1 with revisions none to 4. */
import { at, listAt, scalarAt, textAt, textsAt } from '../data.ts';
import type { Format, LockEntry, Need, Parsed } from '../model.ts';
import { nothing, unsupported } from '../model.ts';
import { normaliseName } from '../names.ts';
import { sourceUrl } from '../redact.ts';
import { fileName } from './artifacts.ts';
import type { Spot } from './places.ts';
import { entrySpots, start } from './places.ts';
import { readToml } from './toml.ts';

export const uvLock: Format = {
  name: 'uv.lock',
  supports: (path) => /(?:^|\/)uv\.lock$/.test(path),
  parse,
  restore: (name, version) => `uv lock --upgrade-package '${name}==${version}'`,
};

function parse(text: string): Parsed {
  const read = readToml(text);
  if (!read.ok) return read.parsed;
  const version = scalarAt(read.data, 'version');
  const revision = Number(scalarAt(read.data, 'revision') ?? '0');
  if (version !== '1' || !(revision >= 0 && revision <= 4)) {
    return unsupported(
      'uv.lock',
      `${version ?? 'none'} revision ${revision}`,
      'version 1 with revisions 0 to 4',
    );
  }
  const packages = listAt(read.data, 'package');
  const spots = entrySpots(text, (line) => line === '[[package]]', /^version\s*=\s*/);
  const placed = spots.length === packages.length;
  const entries = packages.map((item, index) => entryOf(item, (placed ? spots[index] : undefined) ?? start));
  return { ...nothing, entries, generated: true, governedBy: membersOf(packages) };
}

function entryOf(item: unknown, spot: Spot): LockEntry {
  const version = textAt(item, 'version');
  const [kind, source] = sourceOf(item);
  return {
    name: normaliseName(textAt(item, 'name') ?? ''),
    ...(version === undefined ? {} : { version }),
    source,
    own: ownKinds.has(kind),
    environment: '',
    markers: textsAt(item, 'resolution-markers'),
    needs: needsOf(item),
    artifacts: () => artifactsOf(item),
    ...spot,
  };
}

const sourceKinds = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'] as const;
const ownKinds: ReadonlySet<string> = new Set(['directory', 'editable', 'virtual']);

function sourceOf(item: unknown): readonly [kind: string, source: string] {
  for (const kind of sourceKinds) {
    const value = textAt(item, 'source', kind);
    if (value !== undefined) return [kind, `${kind} ${sourceUrl(value)}`];
  }
  return ['unknown', 'unknown'];
}

function needsOf(item: unknown): readonly Need[] {
  const groups = [at(item, 'optional-dependencies'), at(item, 'dev-dependencies')];
  const lists = [listAt(item, 'dependencies'), ...groups.flatMap((group) => Object.values(group ?? {}))];
  const names = lists.flatMap((list) =>
    Array.isArray(list) ? list.map((need) => textAt(need, 'name')) : [],
  );
  return [...new Set(names)]
    .filter((name) => name !== undefined)
    .map((name) => ({ name: normaliseName(name) }));
}

function artifactsOf(item: unknown): readonly string[] {
  const files = [at(item, 'sdist'), ...listAt(item, 'wheels')];
  return files.flatMap((file) => {
    const hash = textAt(file, 'hash');
    return hash === undefined
      ? []
      : [
          `${fileName(textAt(file, 'url') ?? textAt(file, 'path') ?? textAt(file, 'filename') ?? '')} ${hash}`,
        ];
  });
}

/** The workspace's members: their manifests are where its requirements are written. */
function membersOf(packages: readonly unknown[]): readonly string[] {
  const folders = packages.flatMap((item) => {
    const folder =
      textAt(item, 'source', 'editable') ??
      textAt(item, 'source', 'virtual') ??
      textAt(item, 'source', 'directory');
    return folder === undefined ? [] : [folder];
  });
  return [...new Set(['.', ...folders])].map((folder) => `${folder}/pyproject.toml`);
}
