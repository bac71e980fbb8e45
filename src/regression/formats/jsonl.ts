import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { shown } from '../shown.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { ByteLines } from '../../documents/json/lines.ts';
import { outlineOf } from '../../documents/json/outline.ts';
import { Unreadable, type FileFormat, type Reader } from './reader.ts';
import { rowReader } from './row-dialects.ts';
import { RowTemplates, type RowBytes } from './row-templates.ts';

const longestLine = 64 * 1024 * 1024;

/** One JSON object a line. */
export const jsonl: FileFormat = {
  name: 'JSONL',
  isText: true,
  supports: (path) => /\.(?:jsonl|ndjson|jsonlines)$/.test(path),
  open: openJsonl,
};

export function openJsonl(path: string, sink: Sink): Reader {
  const problems = new Unreadable(path, sink);
  const templates = new RowTemplates(path, sink);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let stopped = false;
  let place: RowBytes | undefined;
  const read = rowReader(path, sink, (row, sample) => {
    if (place !== undefined) templates.learn(place, row, sample);
  });
  const splitter = new ByteLines(
    (bytes, from, to, line) => {
      if (templates.take(bytes, from, to, line)) return;
      place = { bytes, from, to };
      const text = decoder.decode(bytes.subarray(from, to));
      const reason = text.trim() === '' ? undefined : readLine(text, (row) => read(row, line));
      if (reason !== undefined) problems.add(line, reason);
    },
    longestLine,
    (bytes, from, line) => templates.skip(bytes, from, line),
  );
  return {
    push(chunk) {
      if (stopped || splitter.push(chunk)) return;
      stopped = true;
      problems.add(1, 'a line is longer than 64 MiB');
    },
    end() {
      if (!stopped) splitter.end();
      problems.tell();
    },
  };
}

/** Why the line cannot be read, if so. */
function readLine(
  text: string,
  read: (row: Record<string, unknown>) => string | undefined,
): string | undefined {
  if (text.length > 10_000 && tooDeep(text)) return 'it is nested too deeply';
  try {
    const value = parseJson(text);
    const [twice] = outlineOf(text).duplicates;
    if (twice !== undefined)
      return `the key ${shown(twice.key)} occurs twice, and only the last value would count`;
    return isRecord(value) ? read(value) : 'it is not a JSON object';
  } catch {
    return 'it is not whole JSON; was the file cut?';
  }
}
