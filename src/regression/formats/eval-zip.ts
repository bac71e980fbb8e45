import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { expand, tooLarge } from '../../documents/zip/archive.ts';
import { checkCount, readHeader, readSample } from './inspect.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';
import { rowsOf, type Row } from './own-fields.ts';
import { directoryOf, type Entry } from '../../documents/zip/directory.ts';

const largestArchive = 256 * 1024 * 1024;
/** Sum of the expanded parts that are read. */
const largestContent = 512 * 1024 * 1024;
/** Up to here the transcripts are read too, which alone say where an answer was cut. */
const mostTranscripts = 64 * 1024 * 1024;

/** inspect's `.eval`: a zip with header.json, summaries.json and one file a sample. */
export const evalZip: FileFormat = {
  name: 'inspect .eval',
  supports: (path) => path.endsWith('.eval'),
  open: (path, sink) => wholeFile(path, sink, largestArchive, (bytes) => readArchive(path, bytes, sink)),
};

function readArchive(path: string, bytes: Uint8Array, sink: Sink): void {
  const entries = directoryOf(bytes) ?? [];
  const named = (name: string): Entry | undefined => entries.find((entry) => entry.name === name);
  const header = named('header.json');
  if (header === undefined)
    return sink.problem(
      unreadable(
        path,
        'This is not a whole zip archive of inspect: it has no header.json. Was the evaluation killed?',
      ),
    );
  const reason = readParts(header, samplesOf(entries, named('summaries.json')), bytes, path, sink);
  if (reason !== undefined)
    sink.problem({
      ...unreadable(path, `This archive cannot be read: ${reason}.`),
      help: 'Let the evaluation finish and give its log as it is, or convert it in a step before this gate: `inspect log convert --to json --output-dir logs-json logs`.',
    });
}

/** What says how the samples ended: each transcript, or their summary where those are many. */
function samplesOf(entries: readonly Entry[], summaries: Entry | undefined): readonly Entry[] {
  const transcripts = entries.filter(({ name }) => /^samples\/[^/]+\.json$/.test(name));
  const small = transcripts.length > 0 && sizeOf(transcripts) <= mostTranscripts;
  return small || summaries === undefined ? transcripts : [summaries];
}

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** One part is expanded at a time. Returns why the rest is not read, if so. */
function readParts(
  header: Entry,
  samples: readonly Entry[],
  bytes: Uint8Array,
  path: string,
  sink: Sink,
): string | undefined {
  const size = sizeOf([header, ...samples]);
  if (size > largestContent) return tooLarge(size, largestContent);
  let task: string | undefined;
  let [head, count]: [unknown, number] = [undefined, 0];
  for (const entry of [header, ...samples]) {
    const part = expand(bytes, entry);
    if (typeof part === 'string') return part;
    const value = jsonOf(part);
    if (value === undefined) return `its part ${entry.name.slice(0, 80)} is not JSON that can be read`;
    if (entry === header) {
      head = value;
      task = readHeader(value, path, sink);
    } else
      for (const row of rowsIn(value)) {
        count++;
        readSample(row, { file: path, task }, sink);
      }
  }
  checkCount(head, count, path, sink);
  return undefined;
}

/** A summary is a list of samples, a transcript one. */
function rowsIn(value: unknown): readonly Row[] {
  return isRecord(value) ? [value] : rowsOf(value);
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return tooDeep(text) ? undefined : parseJson(text);
  } catch {
    return undefined;
  }
}
