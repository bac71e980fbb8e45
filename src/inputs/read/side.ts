/** The files of one side, whatever their formats, to fingerprints. */
import { readParquet } from '../../documents/parquet/read.ts';
import { LineSplitter } from '../../documents/json/lines.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { count } from '../../kernel/text.ts';
import type { Fingerprints, SamplePrint } from '../model.ts';
import { headIn, sampleIn } from '../print/file.ts';
import { Collector } from '../print/print.ts';
import { readBatch, type BatchSamples } from './batch.ts';
import { openNpy } from './npy.ts';
import { openNpz } from './npz.ts';
import { readRow, rowOf } from './rows.ts';
import { openSafetensors } from './safetensors.ts';
import { Unreadable, type ByteSource } from './source.ts';
import type { StoredArray } from './stored-array.ts';

/** Files that are read, by their names. */
export const inputFile = /\.(?:safetensors|npz|npy|jsonl|ndjson|parquet|pq)$/i;

const arrayFile = /\.(?:safetensors|npz|npy)$/i;
const largestParquet = 512 * 1024 * 1024;
const chunkBytes = 8 * 1024 * 1024;
const longestLine = 256 * 1024 * 1024;

export interface UnreadFile {
  readonly file: string;
  /** A sentence. */
  readonly message: string;
  readonly help?: string;
}

export interface Side {
  readonly fingerprints: Fingerprints;
  readonly unread: readonly UnreadFile[];
}

/** Several files of arrays are one sample each, called as the file; several tables are parts of one. */
export async function readSide(sources: readonly ByteSource[]): Promise<Side> {
  const collector = new Collector();
  const unread: UnreadFile[] = [];
  let numbered = false;
  let noise: FileFacts['noise'];
  const single = sources.filter(({ name }) => arrayFile.test(name)).length === 1;
  for (const source of sources) {
    try {
      const read = await readFile(source, collector, single ? undefined : stem(source.name));
      numbered ||= read.numbered;
      noise = read.noise ?? noise;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unread.push({
        file: source.name,
        message: `${source.name} cannot be read: ${error.message}.`,
        ...(error.help !== undefined && { help: error.help }),
      });
    }
  }
  const [twice] = collector.twice;
  if (twice !== undefined) {
    const message = `${count(collector.twice.length, 'value')} come twice: ${twice.name.slice(0, 80)} of the sample ${twice.sample.slice(0, 80)} first.`;
    unread.push({ file: sources[0]?.name ?? '', message, help: 'Give each sample an id of its own.' });
  }
  return { fingerprints: collector.result(numbered, noise), unread };
}

function stem(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** Of a whole file: whether its samples are only numbered, and the noise that a fingerprint says. */
type FileFacts = Pick<Fingerprints, 'numbered' | 'noise'>;

async function readFile(
  source: ByteSource,
  collector: Collector,
  sample: string | undefined,
): Promise<FileFacts> {
  if (source.size === 0) throw new Unreadable('it is empty');
  if (arrayFile.test(source.name)) {
    const { numbered }: BatchSamples = await readBatch(await arraysOf(source), collector.take, sample);
    return { numbered };
  }
  return /\.(?:parquet|pq)$/i.test(source.name) ? readTable(source, collector) : readLines(source, collector);
}

async function arraysOf(source: ByteSource): Promise<StoredArray[]> {
  if (/\.safetensors$/i.test(source.name)) return openSafetensors(source);
  return /\.npz$/i.test(source.name) ? openNpz(source) : [await openNpy('values', source)];
}

async function readTable(source: ByteSource, collector: Collector): Promise<FileFacts> {
  if (source.size > largestParquet)
    throw new Unreadable(
      `it has ${source.size} bytes, and at most ${largestParquet} are read`,
      'Write fewer samples, or safetensors.',
    );
  let numbered = false;
  try {
    await readParquet(await source.read(0, source.size), {
      wants: () => true,
      row: (row, at) => {
        if (readRow(row, at, collector.take) === undefined) numbered = true;
      },
    });
  } catch (error) {
    throw error instanceof Error && !(error instanceof RangeError) ? new Unreadable(error.message) : error;
  }
  return { numbered };
}

async function readLines(source: ByteSource, collector: Collector): Promise<FileFacts> {
  const reader = lineReader(collector);
  const splitter = new LineSplitter(reader.line, longestLine);
  for (let at = 0; at < source.size; at += chunkBytes)
    if (!splitter.push(await source.read(at, chunkBytes)))
      throw new Unreadable('a line of it is longer than 256 MiB');
  splitter.end();
  return reader.end();
}

/** A fingerprint file, by its first line, or a row a line. */
function lineReader(collector: Collector): { line(text: string, number: number): void; end(): FileFacts } {
  let head: ReturnType<typeof headIn>;
  let before: SamplePrint = new Map();
  let [rows, anonymous] = [0, 0];
  const read = (value: unknown): void => {
    if (rows === 0 && head === undefined && (head = headIn(value)) !== undefined) return;
    if (head === undefined) {
      if (readRow(rowOf(value), anonymous, collector.take) === undefined) anonymous++;
    } else {
      const { id, tensors } = sampleIn(value, before);
      for (const [name, print] of tensors) collector.add(id, name, print);
      before = tensors;
    }
    rows++;
  };
  return {
    line: (text, number) => {
      if (text.trim() === '') return;
      try {
        read(parsed(text));
      } catch (error) {
        throw error instanceof Unreadable
          ? new Unreadable(`line ${number}: ${error.message}`, error.help)
          : error;
      }
    },
    end: () => {
      if (head !== undefined && head.samples !== rows)
        throw new Unreadable(`it is cut off: it says ${head.samples} samples and has ${rows}`);
      if (rows === 0) throw new Unreadable('it has no sample');
      return head ?? { numbered: anonymous > 0 };
    },
  };
}

function parsed(text: string): unknown {
  if (text.length > 10_000 && tooDeep(text)) throw new Unreadable('it is nested too deeply');
  try {
    return parseJson(text);
  } catch {
    throw new Unreadable('it is not whole JSON; was the file cut?');
  }
}
