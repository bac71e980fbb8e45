/** The .npy format of numpy (NEP 1): a header in Python's words, then the values. */
import { clip } from '../../kernel/text.ts';
import { swapped } from './decode.ts';
import { dtypeOf, type Dtype } from './dtypes.ts';
import { Unreadable, type ByteSource } from './source.ts';
import { rowBytes, sizeOf, type StoredArray } from './stored-array.ts';

/** Version 1 allows 64 KiB; a header of numpy takes 128 bytes, and one with names of columns is refused. */
const longestHeader = 64 * 1024;
/** Of an array that is read at once, for its order. */
const mostAtOnce = 512 * 1024 * 1024;

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

interface NpyHeader {
  readonly dtype: Dtype;
  readonly big: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the values begin. */
  readonly start: number;
}

/** The array of a .npy, whose bytes may themselves be unpacked as they are read. Throws `Unreadable`. */
export async function openNpy(name: string, source: ByteSource): Promise<StoredArray> {
  const header = headerOf(await source.read(0, Math.min(source.size, longestHeader + 12)));
  const { dtype, big, fortran, shape, start } = header;
  const bytes = sizeOf(shape) * dtype.bytes;
  if (start + bytes > source.size)
    throw new Unreadable(
      `it is cut off: its shape (${shape.join(', ')}) of ${dtype.name} needs ${bytes} bytes behind the header, and it has ${source.size - start}`,
      'Let the program that writes it end before the gate runs.',
    );
  const ordered = (part: Uint8Array): Uint8Array => (big ? swapped(part, unitOf(dtype)) : part);
  if (fortran && shape.length > 1)
    return { name, dtype, shape, rows: fortranRows(source, header, bytes, ordered) };
  const size = rowBytes({ shape, dtype });
  return {
    name,
    dtype,
    shape,
    rows: async (from, to) => {
      const part = await source.read(start + from * size, (to - from) * size);
      if (part.length < (to - from) * size) throw new Unreadable('it is cut off');
      return ordered(part);
    },
  };
}

/** Bytes that are turned around together: of text each character. */
function unitOf({ kind, bytes }: Dtype): number {
  return kind === 'text' ? 4 : bytes;
}

/** The first axis runs fastest: the whole array is turned, once. */
function fortranRows(
  source: ByteSource,
  { dtype, shape, start }: NpyHeader,
  bytes: number,
  ordered: (part: Uint8Array) => Uint8Array,
): StoredArray['rows'] {
  if (bytes > mostAtOnce)
    throw new Unreadable(
      `it is in Fortran order and has ${bytes} bytes; at most ${mostAtOnce} are turned`,
      'Write it in C order: np.ascontiguousarray(a).',
    );
  let whole: Promise<Uint8Array> | undefined;
  const size = rowBytes({ shape, dtype });
  return async (from, to) => {
    whole ??= source.read(start, bytes).then((part) => inRows(ordered(part), shape, dtype.bytes));
    return (await whole).subarray(from * size, to * size);
  };
}

function inRows(bytes: Uint8Array, shape: readonly number[], size: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const steps = shape.map((_, axis) => sizeOf(shape.slice(0, axis)));
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < bytes.length; to += size) {
    for (let i = 0; i < size; i++) out[to + i] = bytes[from * size + i] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (index[axis] ?? 0) + 1;
      const isEnd = next === shape[axis];
      from += (isEnd ? 1 - next : 1) * (steps[axis] ?? 0);
      index[axis] = isEnd ? 0 : next;
      if (!isEnd) break;
    }
  }
  return out;
}

function headerOf(bytes: Uint8Array): NpyHeader {
  if (!magic.every((byte, i) => bytes[i] === byte)) throw new Unreadable('it does not begin as a .npy does');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const major = bytes[6] ?? 0;
  const [place, length] = major === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (major < 1 || major > 3) throw new Unreadable(`it is of version ${major}, which is not known`);
  if (length > longestHeader) throw new Unreadable(`its header claims ${length} bytes`);
  if (place + length > bytes.length) throw new Unreadable('it is cut off in its header');
  const text = new TextDecoder('latin1').decode(bytes.subarray(place, place + length));
  return { ...described(text), start: place + length };
}

/** `{'descr': '<f4', 'fortran_order': False, 'shape': (32, 3), }`, in whatever order. */
function described(text: string): Omit<NpyHeader, 'start'> {
  const descr = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(text);
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(text)?.[1];
  if (descr === null || fortran === undefined || shape === undefined)
    throw new Unreadable('its header is not as numpy writes it');
  if (descr[2] !== undefined)
    throw new Unreadable('it is a table of named columns', 'Write each column as an array of its own.');
  const lengths = shape
    .split(',')
    .map((part) => part.replace('L', '').trim())
    .filter((part) => part !== '')
    .map(Number);
  if (!lengths.every(Number.isSafeInteger) || !Number.isSafeInteger(sizeOf(lengths)))
    throw new Unreadable(`its shape (${clip(shape, 80)}) is impossible`);
  const type = descr[1] ?? '';
  return { ...typeOf(type), fortran: fortran === 'True', shape: lengths };
}

function typeOf(descr: string): { dtype: Dtype; big: boolean } {
  const [, order = '|', name = ''] = /^([<>=|])?(.*)$/.exec(descr) ?? [];
  if (name.startsWith('O'))
    throw new Unreadable(
      'it is pickled (dtype object), which would run code when it is read, so it is not',
      'Write numbers, or text as a fixed width: np.array(ids, dtype=str).',
    );
  const [, kind, width] = /^([US])(\d{1,6})$/.exec(name) ?? [];
  if (kind !== undefined && Number(width) > 0) {
    const bytes = Number(width) * (kind === 'U' ? 4 : 1);
    return {
      dtype: { name: kind === 'U' ? 'text' : 'bytes', bytes, kind: 'text' },
      big: order === '>' && kind === 'U',
    };
  }
  // ml_dtypes' bfloat16 is written as two raw bytes: numpy knows no name for it.
  const dtype = dtypeOf(name === 'V2' ? 'bfloat16' : name);
  if (dtype === undefined)
    throw new Unreadable(
      `its dtype ${clip(descr, 40)} is not read`,
      'Write float, integer or bool arrays: a.astype(np.float32).',
    );
  return { dtype, big: order === '>' };
}

/** Text of fixed width: UTF-32 for `U`, bytes for `S`; zeros at the end are not a part of it. */
export function decodeTexts(bytes: Uint8Array, { name, bytes: width }: Dtype): string[] {
  const texts: string[] = [];
  for (let at = 0; at + width <= bytes.length; at += width) {
    const part = bytes.subarray(at, at + width);
    texts.push(name === 'text' ? fromUtf32(part) : new TextDecoder().decode(part).replace(/\0+$/, ''));
  }
  return texts;
}

function fromUtf32(part: Uint8Array): string {
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  let text = '';
  for (let at = 0; at < part.length; at += 4) {
    const code = view.getUint32(at, true);
    text += code === 0 || code > 0x10ffff ? '\0' : String.fromCodePoint(code);
  }
  return text.replace(/\0+$/, '');
}
