/** What a model on disk has that was not signed, and the other way round. */
import type { FileRange, ModelEntry } from '../kernel/model-files.ts';
import type { ModelManifest, SignedRange } from './model.ts';

export interface Difference {
  readonly path: string;
  /** `linked`: a link or a device, where files were signed. */
  readonly kind: 'missing' | 'extra' | 'changed' | 'linked';
}

/** A part of a file whose digest is still to be measured. */
export interface Measure extends FileRange {
  /** As it is signed, in hexadecimal. */
  readonly digest: string;
}

/** They are never part of a model (section 6.2). */
const always = ['.git', '.gitignore', '.gitattributes', '.github'];

export interface Plan {
  readonly differences: readonly Difference[];
  readonly measures: readonly Measure[];
  /** Files that nobody signed, and that were left out because whoever verifies said so. */
  readonly leftOut: number;
}

/** What whoever verifies leaves out: a file that is signed is never among it. */
export interface LeftOut {
  /** Paths, with all below them. */
  readonly ignored?: readonly string[] | undefined;
  /** All files that are not signed. */
  readonly isUnsignedIgnored?: boolean | undefined;
}

/** What differs before anything is read, and what is to be read. `own`: the signature's own file, where it lies in the model. */
export function planOf(
  manifest: ModelManifest,
  entries: readonly ModelEntry[],
  own: string | undefined,
  { ignored = [], isUnsignedIgnored = false }: LeftOut = {},
): Plan {
  const files = namedAlike(manifest.files, entries);
  const isBelow = (paths: readonly string[]) => (path: string) =>
    paths.some((one) => path === one || path.startsWith(`${one}/`));
  const isNoPart = isBelow([...always, ...manifest.ignored, ...(own === undefined ? [] : [own])]);
  const isLeftOut = isBelow(ignored);
  const parts = entries.filter(({ path }) => files.has(path) || !isNoPart(path));
  const counted = parts.filter(({ path }) => files.has(path) || !(isUnsignedIgnored || isLeftOut(path)));
  const there = new Map(counted.map((entry) => [entry.path, entry]));
  const differences: Difference[] = [...files.keys()]
    .filter((path) => !there.has(path))
    .map((path) => ({ path, kind: 'missing' }));
  const measures: Measure[] = [];
  for (const { path, kind, bytes } of counted) {
    const ranges = files.get(path);
    if (kind === 'other' || (kind === 'link' && !manifest.links)) differences.push({ path, kind: 'linked' });
    else if (ranges === undefined) {
      if (!manifest.parts || bytes > 0) differences.push({ path, kind: 'extra' });
    } else if ((ranges.at(-1)?.end ?? bytes) !== bytes) differences.push({ path, kind: 'changed' });
    else measures.push(...ranges.map(({ start, end = bytes, digest }) => ({ path, start, end, digest })));
  }
  return { differences, measures, leftOut: parts.length - counted.length };
}

/** A model of one file is signed under its name, or as `.`; on disk it may have another name. */
function namedAlike(
  files: ReadonlyMap<string, readonly SignedRange[]>,
  entries: readonly ModelEntry[],
): ReadonlyMap<string, readonly SignedRange[]> {
  const [only] = files.values();
  const isOne = entries.length === 1 && entries[0]?.path === '.' && files.size === 1;
  return isOne && only !== undefined ? new Map([['.', only]]) : files;
}
