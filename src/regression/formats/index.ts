import { Collector } from '../samples/collector.ts';
import type { ResultFile, ResultSet } from '../samples/sample.ts';
import { csv } from './csv.ts';
import { evalZip } from './eval-zip.ts';
import { judgeOf } from './file-name.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import { unreadable, type FileFormat, type Reader } from './reader.ts';
import { unsupported } from './unsupported.ts';
import { xlsx } from './xlsx.ts';
import { yaml } from './yaml.ts';

/** The first that supports a file's name reads it; JSON comes last and takes every other name. */
export const fileFormats: readonly FileFormat[] = [
  jsonl,
  csv,
  evalZip,
  xlsx,
  junit,
  yaml,
  parquet,
  unsupported,
  json,
];

/** Begins to read one file; its bytes may come in pieces. A file without a single result is a finding. */
export function openReader(path: string, collector: Collector): Reader {
  const format = fileFormats.find((candidate) => candidate.supports(path.toLowerCase())) ?? json;
  collector.file(path);
  collector.format(format.name);
  const judge = judgeOf(path);
  if (judge !== undefined) collector.setup('judge', judge);
  const before = collector.size;
  const reader = format.open(path, collector);
  let size = 0;
  let utf16 = false;
  const conclude = (): void => {
    if (collector.size === before)
      collector.problem(
        unreadable(path, size === 0 ? 'The file is empty.' : 'The file contains no results.'),
      );
  };
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
      const reading = utf16 || size === 0 ? undefined : reader.end();
      return reading === undefined ? conclude() : reading.then(conclude);
    },
  };
}

/** By its byte order mark. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Reads all files of one side; what cannot be read is a finding. For formats whose reader need not be loaded: not YAML and Parquet. */
export function readResults(files: readonly ResultFile[]): ResultSet {
  const collector = new Collector();
  for (const { path, bytes } of files) {
    const reader = openReader(path, collector);
    reader.push(bytes);
    if (reader.end() !== undefined) throw new Error(`${path} is read by readAllResults`);
  }
  return collector.result();
}

/** The same for files of every format. */
export async function readAllResults(files: readonly ResultFile[]): Promise<ResultSet> {
  const collector = new Collector();
  for (const { path, bytes } of files) {
    const reader = openReader(path, collector);
    reader.push(bytes);
    await reader.end();
  }
  return collector.result();
}
