/** Packages of one lock that do not work together. */
import { groupBy, uniqueBy } from '../../kernel/group.ts';
import type { LockEntry } from '../model.ts';
import { normaliseName, pypiName } from '../../pep440/names.ts';
import { applies, within } from './pairs.ts';
import type { PairRow } from '../settings.ts';
import { parseVersion, publicKey } from '../../pep440/version.ts';

export interface BrokenPair {
  readonly pair: string;
  readonly severity: 'error' | 'warning';
  /** `torch 2.10.0 needs torchvision ==0.25.0, the lock contains 0.24.1` */
  readonly what: string;
  readonly source: string;
  readonly names: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** Every pair that is broken in some environment of the lock. */
export function brokenPairs(entries: readonly LockEntry[], rows: readonly PairRow[]): readonly BrokenPair[] {
  const found = [...byEnvironment(entries).values()].flatMap((own) => brokenIn(own, rows));
  return uniqueBy(found, ({ what }) => what);
}

function byEnvironment(entries: readonly LockEntry[]): Map<string, LockEntry[]> {
  const map = new Map<string, LockEntry[]>();
  for (const entry of entries) {
    const list = map.get(entry.environment);
    if (list === undefined) map.set(entry.environment, [entry]);
    else list.push(entry);
  }
  return map;
}

function brokenIn(entries: readonly LockEntry[], rows: readonly PairRow[]): readonly BrokenPair[] {
  const book = groupBy(entries, ({ name }) => pypiName(name));
  const byRow = rows.flatMap((row) =>
    Object.entries(row.needs).flatMap(([name, range]) => brokenRow(book, row, normaliseName(name), range)),
  );
  return [...byRow, ...flashAttention(book), ...cudaMajors(book)];
}

type Book = ReadonlyMap<string, readonly LockEntry[]>;

/** Where the lock keeps variants apart, one combination that works is enough: which belong together it does not say. */
function brokenRow(book: Book, row: PairRow, name: string, range: string): BrokenPair[] {
  const others = (book.get(name) ?? []).filter(({ version }) => version !== undefined && isRelease(version));
  const parents = book.get(normaliseName(row.package)) ?? [];
  const [first] = parents;
  const [other] = others;
  if (first === undefined || other === undefined || !parents.every((parent) => applies(row, parent)))
    return [];
  if (others.some(({ version }) => version !== undefined && within(version, range))) return [];
  const versions = others.map(({ version }) => version ?? '').join(' and ');
  const what = `${first.name} ${first.version ?? ''} goes with ${other.name} ${range}, but the lock contains ${other.name} ${versions}`;
  const { line, column } = other;
  return [
    {
      pair: row.pair,
      severity: row.severity ?? 'error',
      what,
      source: row.source,
      names: [normaliseName(row.package), name],
      line,
      column,
    },
  ];
}

/** Nightly and source builds follow no table. */
function isRelease(version: string): boolean {
  const parsed = parseVersion(version);
  return parsed !== undefined && parsed.dev === undefined && parsed.pre === undefined;
}

/** flash-attn's wheels name the torch and CUDA that they were built for: `2.8.3+cu12torch2.9cxx11abiTRUE`. */
function flashAttention(book: Book): BrokenPair[] {
  const torches = book.get('torch') ?? [];
  const built = ['flash-attn', 'flash-attn-2', 'flash-attn-3'].flatMap((name) => book.get(name) ?? []);
  if (torches.length === 0) return [];
  return built.flatMap((entry) => {
    const tag = /cu(\d+)torch(\d+\.\d+)/i.exec(`${entry.version ?? ''} ${entry.source.address}`);
    if (tag === null) return [];
    const release = tag[2] ?? '';
    if (torches.some(({ version }) => version !== undefined && within(version, `==${release}.*`))) return [];
    const versions = torches.map(({ version }) => version ?? 'unknown').join(' and ');
    const what = `${entry.name} ${entry.version ?? ''} was built for torch ${release}, but the lock contains torch ${versions}`;
    return [
      {
        pair: 'flash-attn-torch',
        severity: 'error',
        what,
        source: 'the tag in the name of its wheel',
        names: [entry.name, 'torch'],
        line: entry.line,
        column: entry.column,
      },
    ];
  });
}

/** Compiled extensions of one environment must share a CUDA major: seen by the `+cu…` tags of their versions. */
function cudaMajors(book: Book): BrokenPair[] {
  const torches = cudaTags(book, 'torch');
  if (torches.length !== 1) return [];
  return ['torchvision', 'torchaudio', 'vllm', 'xformers', 'flash-attn'].flatMap((name) => {
    const [own, ...more] = cudaTags(book, name);
    if (own === undefined || more.length > 0 || own.major === torches[0]?.major) return [];
    const what = `torch ${torches[0]?.version ?? ''} is built for CUDA ${torches[0]?.major ?? ''}, but ${name} ${own.version} for CUDA ${own.major}`;
    return [
      {
        pair: 'cuda-major',
        severity: 'error',
        what,
        source: 'the local tags of their versions',
        names: [name, 'torch'],
        line: own.line,
        column: own.column,
      },
    ];
  });
}

interface Tag {
  readonly major: string;
  readonly version: string;
  readonly line: number;
  readonly column: number;
}

function cudaTags(book: Book, name: string): readonly Tag[] {
  const all = (book.get(name) ?? []).flatMap(({ version = '', line, column }) => {
    const digits = /\+.*?cu(\d{2,4})/i.exec(version)?.[1];
    return digits === undefined ? [] : [{ major: digits.slice(0, 2), version, line, column }];
  });
  return uniqueBy(all, ({ major }) => major);
}

/** CUDA majors that a lock brings: by version tags and by the names of NVIDIA's wheels. */
export function cudaMajorsOf(entries: readonly LockEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ name, version = '' }) => {
      const tag = name === 'torch' ? /\+.*?cu(\d{2})/i.exec(version)?.[1] : undefined;
      const wheel = /^nvidia-.*-cu(\d{2})$/.exec(name)?.[1];
      const conda =
        name === 'cuda-version' || name === 'pytorch-cuda' || name === 'cudatoolkit'
          ? /^\d+/.exec(publicKey(version))?.[0]
          : undefined;
      return tag ?? wheel ?? conda ?? [];
    }),
  );
}
