import { isRecord } from '../../kernel/record.ts';
import type { RowDialect } from './row-dialect.ts';
import type { Sink } from '../samples/collector.ts';
import type { Sample } from '../samples/sample.ts';
import { harnessRows } from './harness-rows.ts';
import { labelsMark } from '../metrics/defaults.ts';
import { plainSample } from './rows.ts';
import { statePlainSetup } from './plain-setup.ts';
import { promptfooRows } from './promptfoo.ts';
import { rowTools } from './tools/index.ts';
import { field, type Row } from './own-fields.ts';

const plain: RowDialect = {
  name: 'rows',
  matches: () => true,
  sample: (row, place, sink) => {
    statePlainSetup(row, sink);
    markScores(row, sink);
    return plainSample(row, place, sink.columns);
  },
};

/** Of a question with its choices accuracy is the evaluation's own mark: letters are not classes. */
function markScores(row: Row, sink: Sink): void {
  const scores = field(row, 'scores');
  if (hasChoices(row)) sink.mark(labelsMark);
  if (isRecord(scores)) for (const name of Object.keys(scores)) sink.mark(name);
}

function hasChoices(row: Row): boolean {
  return (
    ['options', 'choices'].some((name) => Array.isArray(row[name]) || isList(row[name])) ||
    (typeof row['A'] === 'string' && typeof row['B'] === 'string' && typeof row['answer'] === 'string')
  );
}

/** As a CSV has it. */
function isList(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('[');
}

/** The first that matches a file's first row reads the file. */
const dialects: readonly RowDialect[] = [harnessRows, promptfooRows, ...rowTools, plain];

/** Whether a row is that of a tool whose rows are known. */
export function isToolRow(row: Row): boolean {
  return dialects.some((dialect) => dialect !== plain && dialect.matches(row));
}

/** Reads one row after the other into the sink; returns why a row cannot be read. `plainly` is given plain rows that were read, with their samples. */
export function rowReader(
  file: string,
  sink: Sink,
  plainly?: (row: Row, sample: Sample) => void,
): (row: Row, line?: number) => string | undefined {
  let dialect: RowDialect | undefined;
  return (row, line) => {
    dialect ??= dialects.find((candidate) => candidate.matches(row)) ?? plain;
    const found = dialect.sample(row, { file, ...(line !== undefined && { line }) }, sink);
    if (typeof found === 'string') return found;
    if ('id' in found) {
      sink.sample(found);
      if (dialect === plain) plainly?.(row, found);
    } else for (const sample of found) sink.sample(sample);
    return undefined;
  };
}
