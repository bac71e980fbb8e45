/** Where a member of a uv workspace says that packages come from, against what uv.lock was made with. */
import { at, entriesAt, listAt, textAt } from '../formats/own-values.ts';
import { statedOrigin } from '../formats/uv-origin.ts';
import type { LockEntry } from '../model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { groupBy, uniqueBy } from '../../kernel/group.ts';
import type { Ask, Manifest } from './manifest.ts';
import type { Misfit } from './misfit.ts';
import { normaliseName } from '../../pep440/names.ts';

/** One for each package whose indexes, repositories or addresses are others than those that the lock keeps. */
export function sourceMisfits(
  lock: string,
  { asked = [], source }: LockEntry,
  manifest: Manifest,
  root: Manifest | undefined,
  asks: readonly Ask[],
): readonly Misfit[] {
  const recorded = groupBy(asked, ({ name }) => name);
  return uniqueBy(asks, ({ name }) => name).flatMap(({ name, line, column }) => {
    const known = recorded.get(name);
    const isInline = asks.some((ask) => ask.name === name && ask.isDirect);
    const wanted = isInline
      ? undefined
      : statedOrigins(name, manifest, source.kind === 'directory' ? undefined : root);
    if (known === undefined || wanted === undefined) return [];
    const made = new Set(known.flatMap(({ from }) => from ?? []));
    const isKept = wanted.every(({ from, isConditional }) => isConditional || made.has(from));
    const origins = new Set(wanted.map(({ from }) => from));
    if (isKept && [...made].every((one) => origins.has(one))) return [];
    const { file } = manifest;
    const what = `${file} takes ${name} from ${shown(origins)}, but ${lock} was made with ${shown(made)}`;
    return [{ key: `${file} source ${name} ${shown(origins)}`, what, file, line, column, isByText: true }];
  });
}

function shown(origins: ReadonlySet<string>): string {
  return origins.size === 0 ? 'the index of all packages' : [...origins].toSorted().join(' and ');
}

/** Of the member, else of the workspace, whose sources count for members alone. `undefined` where one of them is not known here: a folder, or an index that another file names. */
function statedOrigins(
  name: string,
  manifest: Manifest,
  root: Manifest | undefined,
): readonly Stated[] | undefined {
  const holders = root === undefined ? [manifest] : [manifest, root];
  const value = holders.map((holder) => sourcesOf(holder).get(name)).find((one) => one !== undefined);
  const sources: readonly unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const stated = sources.flatMap((source) => {
    const from = originIn(source, holders);
    return from === undefined ? [] : [{ from, isConditional: at(source, 'marker') !== undefined }];
  });
  return stated.length === sources.length ? stated : undefined;
}

interface Stated {
  readonly from: string;
  /** Under a marker, beside which the requirement's own may leave no room: then the lock keeps nothing of it. */
  readonly isConditional: boolean;
}

function originIn(source: unknown, holders: readonly Manifest[]): string | undefined {
  const index = textAt(source, 'index');
  if (index === undefined) return statedOrigin(source);
  const found = holders
    .flatMap(({ data }) => listAt(data, 'tool', 'uv', 'index'))
    .find((one) => textAt(one, 'name') === index);
  const url = textAt(found, 'url');
  return url?.includes('://') === true ? `index ${sourceUrl(url)}` : undefined;
}

/** `tool.uv.sources`, by normalised names. */
export function sourcesOf({ data }: Manifest): ReadonlyMap<string, unknown> {
  return new Map(
    entriesAt(data, 'tool', 'uv', 'sources').map(([name, value]) => [normaliseName(name), value]),
  );
}
