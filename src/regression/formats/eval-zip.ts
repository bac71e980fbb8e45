import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { unpack } from './archive.ts';
import { readHeader, readSample } from './inspect.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';
import { rowsOf } from './own-fields.ts';

const largestArchive = 256 * 1024 * 1024;

/** inspect's `.eval`: a zip with header.json, summaries.json and one file a sample. */
export const evalZip: FileFormat = {
  name: 'inspect .eval',
  supports: (path) => path.endsWith('.eval'),
  open: (path, sink) => wholeFile(path, sink, largestArchive, (bytes) => readArchive(path, bytes, sink)),
};

function readArchive(path: string, bytes: Uint8Array, sink: Sink): void {
  const header = part(bytes, (name) => name === 'header.json');
  if (header === undefined)
    return sink.problem(
      unreadable(
        path,
        'This is not a whole zip archive of inspect: it has no header.json. Was the evaluation killed?',
      ),
    );
  readHeader(header[0], path, sink);
  const summaries = part(bytes, (name) => name === 'summaries.json')?.flatMap(rowsOf);
  const samples = summaries ?? part(bytes, (name) => /^samples\/[^/]+\.json$/.test(name)) ?? [];
  for (const sample of samples) {
    if (isRecord(sample)) readSample(sample, path, undefined, sink);
    else sink.problem(unreadable(path, 'A sample in the archive is not a JSON object.'));
  }
}

/** The JSON documents whose names are wanted; `undefined` when there is none, or the archive is broken or too large. */
function part(bytes: Uint8Array, wanted: (name: string) => boolean): unknown[] | undefined {
  const documents = [...unpack(bytes, wanted).values()].map(jsonOf);
  return documents.length === 0 ? undefined : documents;
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return tooDeep(text) ? undefined : parseJson(text);
}
