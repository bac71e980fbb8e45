import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Sink } from '../samples/collector.ts';

/** Takes a file's bytes piece by piece. */
export interface Reader {
  push(chunk: Uint8Array): void;
  /** A promise where what reads the format is loaded when it is needed. */
  end(): void | Promise<void>;
}

export interface FileFormat {
  readonly name: string;
  /** It is UTF-8. */
  readonly isText?: true;
  /** By the file's name, in lower case. */
  supports(path: string): boolean;
  open(path: string, sink: Sink): Reader;
}

/** Counts what cannot be read in one file and tells it once, with the first place. */
export class Unreadable {
  readonly #part: string;
  readonly #file: string;
  readonly #sink: Sink;
  #count = 0;
  #first: { line: number; reason: string } | undefined;

  /** `part`: what is counted. */
  constructor(file: string, sink: Sink, part = 'Line') {
    this.#part = part;
    this.#file = file;
    this.#sink = sink;
  }

  add(line: number, reason: string): void {
    this.#count++;
    this.#first ??= { line, reason };
  }

  tell(): void {
    if (this.#first === undefined) return;
    const { line, reason } = this.#first;
    const more = this.#count > 1 ? ` (and ${this.#count - 1} more)` : '';
    this.#sink.problem(
      unreadable(
        this.#file,
        `${this.#part} ${line}${more} cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`,
        this.#part === 'Line' ? line : undefined,
      ),
    );
  }
}

/** What cannot be read is never passed over. */
export function unreadable(file: string, message: string, line?: number): Finding {
  return regressionRules['unreadable-results'].finding({
    message,
    file,
    ...(line !== undefined && { line }),
    help: 'Write one row for each sample, {id, target, prediction} or {id, score}, as JSON, JSONL or CSV, and let the evaluation finish before the gate runs.',
  });
}

/** Collects a whole file, for formats that cannot be read in pieces; `limit` in bytes. */
export function wholeFile(
  path: string,
  sink: Sink,
  limit: number,
  read: (bytes: Uint8Array) => void | Promise<void>,
): Reader {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    push(chunk) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    },
    end() {
      if (size <= limit) return read(join(chunks, size));
      sink.problem(
        unreadable(
          path,
          `The file is larger than ${limit / 1024 / 1024} MiB; this format is read as a whole.`,
        ),
      );
    },
  };
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
