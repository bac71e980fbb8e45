/** The header of a safetensors file: what is in it and where, all of it checked before anything is read. */
import { clip } from '../../kernel/text.ts';

/** One tensor of a safetensors header. */
export interface StoredTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
}

export type Header =
  | {
      readonly ok: true;
      readonly tensors: ReadonlyMap<string, StoredTensor>;
      /** Where the data of each tensor lies, in bytes behind the header. */
      readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
      readonly dataBytes: number;
    }
  | { readonly ok: false; readonly problem: string };

/** The format's own limit (safetensors, README "Format"). */
export const maxHeaderBytes = 100_000_000;
/** Bytes in front of the header: its length, u64 little-endian. */
export const prefixBytes = 8;

const bitsOf = new Map([
  ['BOOL', 8],
  ['U8', 8],
  ['I8', 8],
  ['F8_E5M2', 8],
  ['F8_E4M3', 8],
  ['F8_E8M0', 8],
  ['I16', 16],
  ['U16', 16],
  ['F16', 16],
  ['BF16', 16],
  ['I32', 32],
  ['U32', 32],
  ['F32', 32],
  ['I64', 64],
  ['U64', 64],
  ['F64', 64],
  ['C64', 64],
  ['F4', 4],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
]);

export type HeaderLength =
  | { readonly ok: true; readonly length: number }
  | { readonly ok: false; readonly problem: string };

/** The header's length, from the first 8 bytes of a file of `fileBytes`. */
export function headerLength(prefix: Uint8Array, fileBytes: number): HeaderLength {
  if (prefix.byteLength < prefixBytes)
    return { ok: false, problem: 'the file is shorter than the length of its header' };
  const claimed = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength).getBigUint64(0, true);
  if (claimed > BigInt(maxHeaderBytes)) {
    return { ok: false, problem: `the header claims ${claimed} bytes; the format allows ${maxHeaderBytes}` };
  }
  const length = Number(claimed);
  if (length < 2)
    return { ok: false, problem: `the header claims ${length} bytes: too few for a JSON object` };
  if (prefixBytes + length > fileBytes) {
    return {
      ok: false,
      problem: `the header claims ${length} bytes, but the file has ${fileBytes}: it is cut off`,
    };
  }
  return { ok: true, length };
}

interface Slot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The tensors of a header, all of them checked: types, shapes, offsets without holes or overlaps, and the file's size. */
export function readHeader(header: Uint8Array, fileBytes: number): Header {
  const entries = parseObject(header);
  if (entries === undefined) return { ok: false, problem: 'the header is not a JSON object' };
  const tensors = new Map<string, StoredTensor>();
  const slots: Slot[] = [];
  for (const [name, value] of entries) {
    if (name === '__metadata__') {
      if (!isTextMap(value)) return { ok: false, problem: '__metadata__ must map text to text' };
      continue;
    }
    const read = readEntry(value);
    if (read === undefined) return { ok: false, problem: `the entry of ${clip(name, 101)} is malformed` };
    const wrong = sizeProblem(read.tensor, read.end - read.start);
    if (wrong !== undefined) return { ok: false, problem: `${clip(name, 101)} ${wrong}` };
    tensors.set(name, read.tensor);
    slots.push({ name, start: read.start, end: read.end });
  }
  const gap = layoutProblem(slots, fileBytes - prefixBytes - header.byteLength);
  if (gap !== undefined) return { ok: false, problem: gap };
  const places = new Map(slots.map(({ name, start, end }) => [name, { start, end }]));
  return { ok: true, tensors, places, dataBytes: fileBytes - prefixBytes - header.byteLength };
}

function parseObject(bytes: Uint8Array): [string, unknown][] | undefined {
  if (bytes[0] !== 0x7b) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
  } catch {
    return undefined;
  }
}

function isTextMap(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}

function readEntry(value: unknown): { tensor: StoredTensor; start: number; end: number } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const dtype = fields.get('dtype');
  const shape = integers(fields.get('shape'));
  const [start, end, more] = integers(fields.get('data_offsets')) ?? [];
  if (typeof dtype !== 'string' || shape === undefined || start === undefined || end === undefined)
    return undefined;
  return more === undefined && start <= end ? { tensor: { dtype, shape }, start, end } : undefined;
}

function integers(value: unknown): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const numbers = value.filter((item): item is number => Number.isSafeInteger(item) && item >= 0);
  return numbers.length === value.length ? numbers : undefined;
}

function sizeProblem({ dtype, shape }: StoredTensor, bytes: number): string | undefined {
  const bits = bitsOf.get(dtype);
  if (bits === undefined) return `has the unknown dtype ${clip(dtype, 101)}`;
  const elements = shape.reduce((product, length) => product * BigInt(length), 1n);
  const wanted = (elements * BigInt(bits) + 7n) / 8n;
  return wanted === BigInt(bytes)
    ? undefined
    : `has ${bytes} bytes of data, but its shape and dtype need ${wanted}`;
}

function layoutProblem(slots: readonly Slot[], dataBytes: number): string | undefined {
  let at = 0;
  for (const { name, start, end } of slots.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) return `the data of ${clip(name, 101)} overlaps that of another tensor`;
    if (start > at)
      return `there is a hole of ${start - at} bytes in front of the data of ${clip(name, 101)}`;
    at = end;
  }
  if (at > dataBytes) return `the tensors need ${at} bytes, but the file has ${dataBytes}: it is cut off`;
  return at < dataBytes ? `${dataBytes - at} bytes follow the last tensor` : undefined;
}
