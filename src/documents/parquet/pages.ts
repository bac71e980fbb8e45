/**
 * What a Parquet file says of its pages, looked at before anything is decoded: the library makes as many values as a page claims,
 * and as many as the runs in it claim.
 */
import type { ColumnMetaData, DataPageHeader, PageHeader, SchemaTree } from 'hyparquet';
import type { parquetHeader } from 'hyparquet/src/column.js';
import type { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { Runs } from './runs.ts';

type DataPageHeaderV2 = NonNullable<PageHeader['data_page_header_v2']>;

/** What is needed of hyparquet, which is loaded when it is. */
export interface PageLibrary {
  readonly parquetHeader: typeof parquetHeader;
  readonly getMaxDefinitionLevel: typeof getMaxDefinitionLevel;
  readonly getMaxRepetitionLevel: typeof getMaxRepetitionLevel;
}

/** What packed bytes expand to, at most `size` of them; throws where they do not. */
export type Decompress = (codec: string, packed: Uint8Array, size: number) => Uint8Array;

/** Values of a column chunk, and the bytes of its pages when they are expanded. */
export interface ChunkSize {
  readonly values: number;
  readonly bytes: number;
}

/** Of one page or chunk; writers make pages of about 1 MiB. */
const mostPageBytes = 128 * 1024 * 1024;

/** Throws where a page is not whole, or claims more than the chunk or its bytes have. */
export function checkedChunk(
  chunk: Uint8Array,
  column: ColumnMetaData,
  schemaPath: readonly SchemaTree[],
  library: PageLibrary,
  decompress: Decompress,
): ChunkSize {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  const reader = { view, offset: 0 };
  const path = [...schemaPath];
  const levels = {
    definition: library.getMaxDefinitionLevel(path),
    repetition: library.getMaxRepetitionLevel(path),
  };
  const most = Number(column.num_values);
  let [values, bytes] = [0, 0];
  while (reader.offset < chunk.length - 1 && values < most) {
    const header = library.parquetHeader(reader);
    const packed = packedBytes(chunk, reader.offset, header);
    reader.offset += packed.length;
    bytes += header.uncompressed_page_size;
    values += valuesOf(header);
    if (values > most) throw new Error('its pages have more values than it says');
    checkPage({ header, packed, column, levels }, decompress);
  }
  return { values, bytes };
}

function packedBytes(chunk: Uint8Array, offset: number, header: PageHeader): Uint8Array {
  const { compressed_page_size: packed, uncompressed_page_size: size } = header;
  if (!(packed >= 0 && offset + packed <= chunk.length)) throw new Error('a page ends beyond its column');
  if (!(size >= 0 && size <= mostPageBytes)) throw new Error('a page is larger than 128 MiB');
  return chunk.subarray(offset, offset + packed);
}

/** A dictionary has no values of the column; each of its own takes a byte or more, of truth values a bit. */
function valuesOf({
  data_page_header: v1,
  data_page_header_v2: v2,
  dictionary_page_header: dictionary,
  ...header
}: PageHeader): number {
  const values = v1?.num_values ?? v2?.num_values ?? 0;
  const entries = dictionary?.num_values ?? 0;
  if (!(values >= 0) || !(entries >= 0 && entries <= 8 * header.uncompressed_page_size))
    throw new Error('a page has an impossible number of values');
  return values;
}

interface Page {
  readonly header: PageHeader;
  readonly packed: Uint8Array;
  readonly column: ColumnMetaData;
  readonly levels: { readonly definition: number; readonly repetition: number };
}

function checkPage(page: Page, decompress: Decompress): void {
  const { data_page_header: v1, data_page_header_v2: v2 } = page.header;
  if (v1 !== undefined) checkFirst(page, v1, decompress);
  else if (v2 !== undefined) checkSecond(page, v2, decompress);
}

/** Levels, each behind its length, and values in one packed block. */
function checkFirst(
  { header, packed, column, levels }: Page,
  { num_values: values, encoding }: DataPageHeader,
  decompress: Decompress,
): void {
  const runs = new Runs(decompress(column.codec, packed, header.uncompressed_page_size));
  for (const level of [levels.repetition, levels.definition])
    if (level > 0) runs.check(runs.length(), bitsOf(level), values);
  checkValues(runs, encoding, column, values);
}

/** Levels come before the packed values. */
function checkSecond(
  { header, packed, column, levels }: Page,
  page: DataPageHeaderV2,
  decompress: Decompress,
): void {
  const {
    repetition_levels_byte_length: repeated,
    definition_levels_byte_length: defined,
    num_values: values,
  } = page;
  const size = header.uncompressed_page_size - repeated - defined;
  if (!(repeated >= 0 && defined >= 0 && size >= 0 && page.num_nulls >= 0 && page.num_nulls <= values))
    throw new Error('a page has levels of an impossible length');
  const runs = new Runs(packed);
  if (levels.repetition > 0) runs.check(repeated, bitsOf(levels.repetition), values);
  if (levels.definition > 0) runs.check(defined, bitsOf(levels.definition), values);
  const rest = packed.subarray(repeated + defined);
  const isPacked = page.is_compressed !== false && size > 0;
  checkValues(
    new Runs(isPacked ? decompress(column.codec, rest, size) : rest),
    page.encoding,
    column,
    values,
  );
}

function checkValues(runs: Runs, encoding: string, { type }: ColumnMetaData, values: number): void {
  if (encoding.endsWith('_DICTIONARY')) runs.check(runs.rest - 1, runs.byte(), values);
  else if (encoding === 'RLE') runs.check(type === 'BOOLEAN' ? runs.length() : runs.rest, 1, values);
  else if (!known.has(encoding))
    throw new Error(`it is encoded in a way that is not known (${encoding.slice(0, 40)})`);
}

const known = new Set([
  'PLAIN',
  'DELTA_BINARY_PACKED',
  'DELTA_LENGTH_BYTE_ARRAY',
  'DELTA_BYTE_ARRAY',
  'BYTE_STREAM_SPLIT',
]);

/** Bits that a level up to `most` takes. */
function bitsOf(most: number): number {
  return 32 - Math.clz32(most);
}
