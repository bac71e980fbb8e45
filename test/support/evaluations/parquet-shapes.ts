import { parquetWriteBuffer } from 'hyparquet-writer';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Shape } from './shape.ts';

type Written = Parameters<typeof parquetWriteBuffer>[0];

/** A Parquet file; pages packed by gzip or Zstandard where it is said. */
export function parquetOf(options: Written): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({ compressors: { GZIP: gzipSync, ZSTD: zstdCompressSync }, ...options }),
  );
}

const optional = { repetition_type: 'OPTIONAL' } as const;
const text = { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

/** lighteval's details: structs of the document and of its metrics, and a column of answers that is not read. */
const details = [
  { name: 'root', num_children: 3 },
  { ...optional, name: 'doc', num_children: 3 },
  { ...text, name: 'query' },
  { ...text, name: 'task_name' },
  { ...text, name: 'id' },
  { ...optional, name: 'metric', num_children: 2 },
  { ...optional, name: 'em', type: 'DOUBLE' },
  { ...optional, name: 'maj@4', type: 'INT64' },
  { ...optional, name: 'model_response', num_children: 1 },
  { ...text, name: 'text' },
] as const;

export const parquetShapes: readonly Shape[] = [
  {
    name: 'Parquet, plain rows',
    file: 'results.parquet',
    write: (right) =>
      parquetOf({
        columnData: [
          { name: 'id', data: right.map((_, i) => `s${i}`) },
          { name: 'score', data: right.map(Number), type: 'DOUBLE' },
        ],
      }),
    expect: { metric: 'score' },
  },
  {
    name: 'Parquet, row groups packed by Zstandard, ids as whole numbers',
    file: 'results.parquet',
    write: (right) =>
      parquetOf({
        codec: 'ZSTD',
        rowGroupSize: 7,
        columnData: [
          { name: 'id', data: right.map((_, i) => BigInt(i)), type: 'INT64' },
          { name: 'correct', data: [...right], type: 'BOOLEAN' },
        ],
      }),
    expect: { metric: 'correct' },
  },
  {
    name: 'Parquet, labels in a dictionary, packed by gzip',
    file: 'results.parquet',
    write: (right) =>
      parquetOf({
        codec: 'GZIP',
        columnData: [
          { name: 'id', data: right.map((_, i) => `${i}`) },
          { name: 'target', data: right.map((_, i) => `answer ${i % 20}`) },
          { name: 'prediction', data: right.map((ok, i) => (ok ? `answer ${i % 20}` : 'no')) },
        ],
      }),
    expect: { metric: 'accuracy' },
  },
  {
    name: "lighteval's details",
    file: 'details_own_2026-01-01T00-00-00.parquet',
    write: (right) =>
      parquetOf({
        schema: [...details],
        columnData: [
          {
            name: 'doc',
            data: right.map((_, i) => ({ query: `why ${i}`, task_name: 'own|task|0', id: `${i}` })),
          },
          { name: 'metric', data: right.map((ok) => ({ em: Number(ok), 'maj@4': 1n })) },
          { name: 'model_response', data: right.map(() => ({ text: 'x' })) },
        ],
      }),
    expect: { metric: 'em' },
  },
];
