import type { RowDialect } from './row-dialect.ts';
import type { Sink } from '../samples/collector.ts';
import { harnessRows } from './harness-rows.ts';
import { plainSample } from './rows.ts';
import { promptfooSample } from './tool-documents.ts';
import { field, type Row } from './own-fields.ts';

const plain: RowDialect = { name: 'rows', matches: () => true, sample: plainSample };

/** promptfoo's `--output results.jsonl`. */
const promptfooRows: RowDialect = {
  name: 'promptfoo rows',
  matches: (row) => ['testIdx', 'promptIdx', 'success'].every((name) => field(row, name) !== undefined),
  sample: (row, place) => promptfooSample(row, place),
};

/** The first that matches a file's first row reads the file. */
const dialects: readonly RowDialect[] = [harnessRows, promptfooRows, plain];

/** Reads one row after the other into the sink; returns why a row cannot be read. */
export function rowReader(file: string, sink: Sink): (row: Row, line?: number) => string | undefined {
  let dialect: RowDialect | undefined;
  return (row, line) => {
    dialect ??= dialects.find((candidate) => candidate.matches(row)) ?? plain;
    const sample = dialect.sample(row, { file, ...(line !== undefined && { line }) }, sink);
    if (typeof sample === 'string') return sample;
    sink.sample(sample);
    return undefined;
  };
}
