/** Rows of a Parquet file, read a row group at a time; nothing is decoded before it is known how large it is. */
import type { ColumnData, FileMetaData, RowGroup } from 'hyparquet';
import { gunzip, hasZstd, unzstd } from '../../kernel/unpack.ts';
import { columnsOf, type Column } from './columns.ts';
import { checkedChunk } from './pages.ts';
import { plainValue } from './values.ts';

/** Of the columns that are read, in one row group. */
const mostBytes = 512 * 1024 * 1024;
const mostValues = 20_000_000;

type Library = Awaited<ReturnType<typeof load>>;

/** Bundled as one library of its own. */
async function load() {
  const [all, column, schema] = [
    await import('hyparquet'),
    await import('hyparquet/src/column.js'),
    await import('hyparquet/src/schema.js'),
  ];
  return { ...all, ...column, ...schema };
}

/** A row, by the names of its columns. */
export type ParquetRow = Record<string, unknown>;

export interface ParquetReading {
  /** Whether a column is read; `isNumbers`: a list of numbers, such as tokens. */
  wants(name: string, isNumbers: boolean): boolean;
  /** `at` counts from 0. */
  row(row: ParquetRow, at: number): void;
}

/** Throws an Error whose message says what is wrong with the file, as a clause: `its footer is broken`. */
export async function readParquet(bytes: Uint8Array, reading: ParquetReading): Promise<void> {
  const library = await load();
  const metadata = footerOf(bytes, library);
  const columns = columnsOf(metadata, library.parquetSchema(metadata), reading.wants);
  let start = 0;
  for (const group of metadata.row_groups) {
    checkGroup(group, columns, bytes, library);
    const rows = Number(group.num_rows);
    const table = await readGroup({ bytes, metadata, columns, start, rows }, library);
    for (let i = 0; i < rows; i++) reading.row(rowOf(table, i), start + i);
    start += rows;
  }
}

function footerOf(bytes: Uint8Array, { parquetMetadata }: Library): FileMetaData {
  try {
    return parquetMetadata(bytes, { geoparquet: false });
  } catch {
    throw new Error('its footer is broken; the file was cut, or its writing did not end');
  }
}

/** Nothing is decoded of a row group that contains more than it says, or more than is read. */
function checkGroup(group: RowGroup, columns: readonly Column[], bytes: Uint8Array, library: Library): void {
  let [values, size] = [0, 0];
  for (const { leaf, chunkOf } of columns.flatMap(({ leaves }) => leaves)) {
    const column = chunkOf(group);
    if (column === undefined) throw new Error('a row group lacks a column of its schema');
    refuseCodec(column.codec);
    const { start, end } = rangeOf(column, bytes.length);
    const found = checkedChunk(bytes.subarray(start, end), column, leaf, library, (codec, packed, most) =>
      decompress(codec, packed, most, library),
    );
    values += found.values;
    size += found.bytes;
    if (size > mostBytes || values > mostValues)
      throw new Error(
        'a row group of it is larger than what is read at once (512 MiB, 20 million values); write smaller ones, such as row_group_size=100000',
      );
  }
}

/** As the library takes it: from the dictionary, where there is one. */
function rangeOf(
  column: {
    data_page_offset: bigint;
    dictionary_page_offset?: bigint | undefined;
    total_compressed_size: bigint;
  },
  length: number,
): { start: number; end: number } {
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= length)) throw new Error('a column ends beyond the file');
  return { start, end };
}

interface Group {
  readonly bytes: Uint8Array;
  readonly metadata: FileMetaData;
  readonly columns: readonly Column[];
  readonly start: number;
  readonly rows: number;
}

/** Decoded columns by name, in pieces. */
type Table = ReadonlyMap<string, readonly ColumnData[]>;

async function readGroup({ bytes, metadata, columns, start, rows }: Group, library: Library): Promise<Table> {
  const table = new Map<string, ColumnData[]>(columns.map(({ name }) => [name, []]));
  const unpack = (codec: string) => (packed: Uint8Array, size: number) =>
    decompress(codec, packed, size, library);
  await library.parquetRead({
    file: { byteLength: bytes.length, slice: (from, to) => new Uint8Array(bytes.subarray(from, to)).buffer },
    metadata,
    columns: columns.map(({ name }) => name),
    rowStart: start,
    rowEnd: start + rows,
    compressors: { GZIP: unpack('GZIP'), ZSTD: unpack('ZSTD') },
    geoparquet: false,
    parsers: { jsonFromBytes: (json: Uint8Array) => new TextDecoder().decode(json) },
    onChunk: (chunk) =>
      table
        .get(chunk.columnName)
        ?.push({ ...chunk, rowStart: chunk.rowStart - start, rowEnd: chunk.rowEnd - start }),
  });
  return table;
}

function rowOf(table: Table, at: number): ParquetRow {
  const row: ParquetRow = Object.create(null);
  for (const [name, chunks] of table) {
    const chunk = chunks.find(({ rowStart, rowEnd }) => rowStart <= at && at < rowEnd);
    const value = plainValue(chunk?.columnData[at - chunk.rowStart]);
    if (value !== undefined) row[name] = value;
  }
  return row;
}

const readCodecs = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD']);

function refuseCodec(codec: string): void {
  if (codec === 'ZSTD' && !hasZstd)
    throw new Error(
      'it is packed with Zstandard, which this Node cannot unpack; run the gate with Node 22.15 or newer, or write it with compression="snappy"',
    );
  if (!readCodecs.has(codec))
    throw new Error(
      `it is packed with ${codec.slice(0, 20)}, which is not read; write it with compression="snappy"`,
    );
}

/** Throws where the bytes are broken, or hold another number than they say. */
function decompress(
  codec: string,
  packed: Uint8Array,
  size: number,
  { snappyUncompress }: Library,
): Uint8Array {
  const bytes = unpackers[codec]?.(packed, size, snappyUncompress);
  if (bytes?.length !== size) throw new Error('a page of it is broken, or contains more than it says');
  return bytes;
}

type Snappy = (from: Uint8Array, to: Uint8Array) => void;

const unpackers: Readonly<
  Record<string, (packed: Uint8Array, size: number, unpack: Snappy) => Uint8Array | undefined>
> = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: snappy,
  GZIP: gunzip,
  ZSTD: unzstd,
};

function snappy(packed: Uint8Array, size: number, unpack: Snappy): Uint8Array {
  const bytes = new Uint8Array(size);
  unpack(packed, bytes);
  return bytes;
}
