import { Collector } from '../collector.ts';
import type { ResultFile, ResultSet } from '../sample.ts';
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
  return {
    push(chunk) {
      size += chunk.length;
      reader.push(chunk);
    },
    end() {
      if (size > 0) reader.end();
      if (collector.size === before)
        collector.problem(unreadable(path, size === 0 ? 'The file is empty.' : 'The file holds no results.'));
    },
  };
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
