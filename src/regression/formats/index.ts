import { isAscii } from '../../kernel/ascii.ts';
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
  let unread: string | undefined;
  const text = format.isText === true ? new Utf8() : undefined;
  const conclude = (): void => {
    if (collector.size === before)
      collector.problem(
        unreadable(path, size === 0 ? 'The file is empty.' : 'The file contains no results.'),
      );
  };
  return {
    push(chunk) {
      unread ??= size === 0 && text !== undefined ? packedIn(chunk) : undefined;
      size += chunk.length;
      unread ??= text?.notIn(chunk);
      if (unread === undefined) reader.push(chunk);
    },
    end() {
      if (unread !== undefined) collector.problem(unreadable(path, unread));
      const reading = unread !== undefined || size === 0 ? undefined : reader.end();
      return reading === undefined ? conclude() : reading.then(conclude);
    },
  };
}

/** By its first bytes, whatever its name says. */
function packedIn([first, second, third]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'The file is written in UTF-16, as some shells redirect output; only UTF-8 is read.';
  if (first === 0x1f && second === 0x8b)
    return 'The file is packed by gzip, whatever its name says; unpack it.';
  if (first === 0x28 && second === 0xb5 && third === 0x2f)
    return 'The file is packed by Zstandard, whatever its name says; unpack it.';
  return first === 0x50 && second === 0x4b && third === 0x03
    ? 'The file is a zip archive, whatever its name says; unpack it.'
    : undefined;
}

const pieceBytes = 32 * 1024;

/** What is not UTF-8 would be read as the same mark everywhere, so that two answers could look alike. */
class Utf8 {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isAscii = true;

  notIn(chunk: Uint8Array): string | undefined {
    this.#isAscii &&= isAscii(chunk);
    if (this.#isAscii) return undefined;
    try {
      // Piece by piece: the text of a whole chunk would stay in memory for a while.
      for (let at = 0; at < chunk.length; at += pieceBytes)
        this.#decoder.decode(chunk.subarray(at, at + pieceBytes), { stream: true });
      return undefined;
    } catch {
      return 'The file is not UTF-8: some letters of it are bytes of another encoding, such as Latin-1. Write it as UTF-8.';
    }
  }
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
