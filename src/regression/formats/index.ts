import { Collector } from '../samples/collector.ts';
import type { ResultFile, ResultSet } from '../samples/sample.ts';
import { csv } from './csv.ts';
import { evalZip } from './eval-zip.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { unreadable, type FileFormat, type Reader } from './reader.ts';
import { unsupported } from './unsupported.ts';
import { xlsx } from './xlsx.ts';

/** The first that supports a file's name reads it; JSON comes last and takes every other name. */
export const fileFormats: readonly FileFormat[] = [jsonl, csv, evalZip, xlsx, unsupported, json];

/** Begins to read one file; its bytes may come in pieces. A file without a single result is a finding. */
export function openReader(path: string, collector: Collector): Reader {
  const format = fileFormats.find((candidate) => candidate.supports(path.toLowerCase())) ?? json;
  collector.file(path);
  collector.format(format.name);
  const before = collector.size;
  const reader = format.open(path, collector);
  let size = 0;
  let utf16 = false;
  return {
    push(chunk) {
      utf16 ||= size === 0 && isUtf16(chunk);
      size += chunk.length;
      if (!utf16) reader.push(chunk);
    },
    end() {
      if (utf16)
        collector.problem(
          unreadable(
            path,
            'The file is written in UTF-16, as some shells redirect output; only UTF-8 is read.',
          ),
        );
      else if (size > 0) reader.end();
      if (collector.size === before)
        collector.problem(unreadable(path, size === 0 ? 'The file is empty.' : 'The file holds no results.'));
    },
  };
}

/** By its byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Reads all files of one side; what cannot be read is a finding. */
export function readResults(files: readonly ResultFile[]): ResultSet {
  const collector = new Collector();
  for (const { path, bytes } of files) {
    const reader = openReader(path, collector);
    reader.push(bytes);
    reader.end();
  }
  return collector.result();
}
