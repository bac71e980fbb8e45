/** The list of files that a signed model has: OpenSSF Model Signing 1.0, sections 5 and 6. */
import { isRecord } from '../kernel/record.ts';
import type { FileHash } from '../kernel/model-files.ts';
import { hashTypes, type ModelManifest, type SignedRange, type Subject } from './model.ts';

/** Hexadecimal digest of bytes. */
export type Sha256 = (bytes: Uint8Array) => string;

interface Resource {
  readonly name: string;
  readonly digest: string;
}

/** The files, or why the list cannot be used. */
export function readManifest(
  predicate: unknown,
  subjects: readonly Subject[],
  sha256: Sha256,
): ModelManifest | string {
  if (!isRecord(predicate) || !isRecord(predicate['serialization']))
    return 'the statement does not say how the files were read (serialization)';
  const {
    method,
    hash_type: type,
    allow_symlinks: links,
    ignore_paths: ignored = [],
  } = predicate['serialization'];
  const hash = hashNamed(type);
  if (hash === undefined)
    return `its files are hashed with ${shownValue(type)}, and only ${hashTypes.join(' and ')} are known here`;
  if ((method !== 'files' && method !== 'shards') || typeof links !== 'boolean')
    return 'the statement does not say how the files were read (method, allow_symlinks)';
  if (!isTexts(ignored)) return 'its ignore_paths are not a list of texts';
  const resources = resourcesOf(predicate['resources'], hash);
  if (typeof resources === 'string') return resources;
  const files = method === 'files' ? wholeFiles(resources) : partsOf(resources, predicate['serialization']);
  if (typeof files === 'string') return files;
  const root = sha256(bytesOfHex(resources.map(({ digest }) => digest).join('')));
  if (subjects.length !== 1 || subjects[0]?.digests.get('sha256') !== root)
    return 'its list of files does not have the digest that the statement says';
  return { hash, links, ignored: ignored.filter(isInside), files, parts: method === 'shards' };
}

/** BLAKE2b has two names: that of the specification and that of its reference. */
function hashNamed(name: unknown): FileHash | undefined {
  return hashTypes.find((one) => one === name || (one === 'blake2b' && name === 'blake2'));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 10_000 && value.every((one) => typeof one === 'string');
}

function shownValue(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'nothing';
}

const lengths: Readonly<Record<FileHash, number>> = { sha256: 64, blake2b: 128, blake3: 64 };

function resourcesOf(value: unknown, hash: FileHash): readonly Resource[] | string {
  if (!Array.isArray(value) || value.length === 0) return 'it signs no files';
  const found: Resource[] = [];
  for (const one of value) {
    if (!isRecord(one)) return 'an entry of its list of files is none';
    const { name, digest, algorithm } = one;
    if (typeof name !== 'string' || typeof digest !== 'string')
      return 'an entry of its list of files is none';
    // The reference names parts sha256-sharded-1000000000.
    if (hashNamed(String(algorithm).replace(/-sharded-\d+$/, '')) !== hash)
      return `${JSON.stringify(name.slice(0, 100))} is hashed with ${shownValue(algorithm)}, and the others with ${hash}`;
    if (digest.length !== lengths[hash] || !/^[0-9a-f]+$/.test(digest))
      return `the digest of ${JSON.stringify(name.slice(0, 100))} is none`;
    found.push({ name, digest });
  }
  return found;
}

function wholeFiles(resources: readonly Resource[]): ModelManifest['files'] | string {
  const files = new Map<string, readonly SignedRange[]>();
  for (const { name, digest } of resources) {
    const path = pathIn(name);
    if (path === undefined) return outside(name);
    if (files.has(path)) return `${JSON.stringify(path)} stands twice in its list of files`;
    files.set(path, [{ start: 0, digest }]);
  }
  return files;
}

/** `weights.bin:0:1000`, the end not included; all of a file, without a gap. */
function partsOf(
  resources: readonly Resource[],
  { shard_size: size }: Readonly<Record<string, unknown>>,
): ModelManifest['files'] | string {
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1)
    return 'the statement does not say how large its parts are (shard_size)';
  const files = new Map<string, SignedRange[]>();
  for (const { name, digest } of resources) {
    const [, file = '', from = '', to = ''] = /^(.+):(\d{1,16}):(\d{1,16})$/s.exec(name) ?? [];
    const path = pathIn(file);
    if (path === undefined) return outside(name);
    files.set(path, [...(files.get(path) ?? []), { start: Number(from), end: Number(to), digest }]);
  }
  const bad = [...files].find(([, ranges]) => !isWhole(ranges, size))?.[0];
  return bad === undefined ? files : `the parts of ${JSON.stringify(bad)} leave gaps, or overlap`;
}

function isWhole(ranges: readonly SignedRange[], size: number): boolean {
  return ranges
    .toSorted((a, b) => a.start - b.start)
    .every(({ start, end = 0 }, at) => {
      const isLast = at === ranges.length - 1;
      return start === at * size && (isLast ? end > start && end <= start + size : end === start + size);
    });
}

function outside(name: string): string {
  return `${JSON.stringify(name.slice(0, 200))} of its list of files is not a path below the model`;
}

/** With forward slashes, without `.` parts; `undefined` for what leaves the folder. */
function pathIn(name: string): string | undefined {
  if (name === '.') return name;
  if (!isInside(name)) return undefined;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? undefined : parts.join('/');
}

function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.includes('\0') && !path.split('/').includes('..');
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
}
