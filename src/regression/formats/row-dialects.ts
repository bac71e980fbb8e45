import type { RowDialect } from './row-dialect.ts';
import type { Sink } from '../samples/collector.ts';
import type { Sample } from '../samples/sample.ts';
import { harnessRows } from './harness-rows.ts';
import { plainSample } from './rows.ts';
import { statePlainSetup } from './plain-setup.ts';
import { promptfooRows } from './promptfoo.ts';
import { rowTools } from './tools/index.ts';
import type { Row } from './own-fields.ts';
import { runStateOf } from './status-fields.ts';

const plain: RowDialect = {
  name: 'rows',
  matches: () => true,
  sample: (row, place, sink) => {
    statePlainSetup(row, sink);
    return plainSample(row, place, sink.columns);
  },
};

/** The first that matches a file's first row reads the file. */
const dialects: readonly RowDialect[] = [harnessRows, promptfooRows, ...rowTools, plain];

/** Whether a row is that of a tool whose rows are known. */
export function isToolRow(row: Row): boolean {
  return dialects.some((dialect) => dialect !== plain && dialect.matches(row));
}

/** Reads one row after the other into the sink; returns why a row cannot be read. */
export function rowReader(file: string, sink: Sink): (row: Row, line?: number) => string | undefined {
  let dialect: RowDialect | undefined;
  const withRun = runsOf();
  return (row, line) => {
    dialect ??= dialects.find((candidate) => candidate.matches(row)) ?? plain;
    const found = dialect.sample(row, { file, ...(line !== undefined && { line }) }, sink);
    if (typeof found === 'string') return found;
    if ('id' in found) sink.sample(dialect === plain ? withRun(row, found) : found);
    else for (const sample of found) sink.sample(sample);
    return undefined;
  };
}

/** `failed` among rows that are `completed` is a run that broke down; among those that passed it is a wrong answer. */
function runsOf(): (row: Row, sample: Sample) => Sample {
  let areRuns = false;
  return (row, sample) => {
    const state = sample.status === undefined ? runStateOf(row) : undefined;
    areRuns ||= state === 'completed';
    return areRuns && state === 'failed' ? { ...sample, status: 'error' } : sample;
  };
}
