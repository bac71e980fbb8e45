import { headerLength, prefixBytes, readHeader } from '../../documents/safetensors/header.ts';
import { dtypeOf } from './dtypes.ts';
import { Unreadable, type ByteSource } from './source.ts';
import { rowBytes, type StoredArray } from './stored-array.ts';

/** A batch has few tensors: what a longer header says is a checkpoint, or hostile. */
const longestHeader = 16 * 1024 * 1024;

/** The tensors of a safetensors file, in the order of its header. Throws `Unreadable`. */
export async function openSafetensors(source: ByteSource): Promise<StoredArray[]> {
  const length = headerLength(await source.read(0, prefixBytes), source.size);
  if (!length.ok) throw new Unreadable(length.problem);
  if (length.length > longestHeader)
    throw new Unreadable(
      `its header has ${length.length} bytes; inputs of a model need fewer than ${longestHeader}`,
    );
  const header = readHeader(await source.read(prefixBytes, length.length), source.size);
  if (!header.ok) throw new Unreadable(header.problem);
  const data = prefixBytes + length.length;
  return [...header.tensors].map(([name, { dtype: stored, shape }]): StoredArray => {
    const dtype = dtypeOf(stored);
    if (dtype === undefined)
      throw new Unreadable(
        `its tensor ${name.slice(0, 80)} is of the dtype ${stored.slice(0, 40)}, which is not read`,
      );
    const size = rowBytes({ shape, dtype });
    const start = data + (header.places.get(name)?.start ?? 0);
    return { name, dtype, shape, rows: (from, to) => source.read(start + from * size, (to - from) * size) };
  });
}
