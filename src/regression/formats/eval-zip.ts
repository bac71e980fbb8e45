import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { unpack } from './archive.ts';
import { readHeader, readSample } from './inspect.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';
import { rowsOf } from './own-fields.ts';

const largestArchive = 256 * 1024 * 1024;
/** Sum of the expanded parts that are read at a time. */
const largestContent = 512 * 1024 * 1024;

/** inspect's `.eval`: a zip with header.json, summaries.json and one file a sample. */
export const evalZip: FileFormat = {
  name: 'inspect .eval',
  supports: (path) => path.endsWith('.eval'),
  open: (path, sink) => wholeFile(path, sink, largestArchive, (bytes) => readArchive(path, bytes, sink)),
};

function readArchive(path: string, bytes: Uint8Array, sink: Sink): void {
  const read = (wanted: (name: string) => boolean): readonly unknown[] => {
    const parts = unpack(bytes, wanted, largestContent);
    if (typeof parts !== 'string') return [...parts.values()].map(jsonOf);
    sink.problem(unreadable(path, `This archive cannot be read: ${parts}.`));
    return [];
  };
  const [header] = read((name) => name === 'header.json');
  if (header === undefined)
    return sink.problem(
      unreadable(
        path,
        'This is not a whole zip archive of inspect: it has no header.json. Was the evaluation killed?',
      ),
    );
  readHeader(header, path, sink);
  const summaries = read((name) => name === 'summaries.json');
  const samples =
    summaries.length > 0 ? summaries.flatMap(rowsOf) : read((name) => /^samples\/[^/]+\.json$/.test(name));
  for (const sample of samples) {
    if (isRecord(sample)) readSample(sample, path, undefined, sink);
    else sink.problem(unreadable(path, 'A sample in the archive is not a JSON object.'));
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return tooDeep(text) ? undefined : parseJson(text);
}
