/**
 * Rows of JSON that say what one before them said, but for their id and their question: of a million rows of labels all but a few.
 * Such a row is found by its bytes and not parsed. Every other row is read in full.
 */
import { parseJson } from '../../documents/json/parse.ts';
import { isRecord } from '../../kernel/record.ts';
import { Compactor } from '../samples/compactor.ts';
import type { Sink } from '../samples/collector.ts';
import { digestOfAscii, digestOfQuestion, longestCompared } from '../samples/long-text.ts';
import { like } from '../samples/like.ts';
import type { Sample } from '../samples/sample.ts';
import { carriedColumns, isNamedByIdAlone, isPlainId, type CarriedColumns } from './identity.ts';
import type { Row } from './own-fields.ts';
import { RowLayouts, type Template } from './row-layouts.ts';
import { RowScan } from './row-scan.ts';
import { isTotal, plainSample } from './rows.ts';

/** Where a row stands. */
export interface RowBytes {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

const mostTemplates = 4096;
const longestTemplate = 4096;

/** Rows after which a file is known to have few that are alike. */
const trial = 1000;

export class RowTemplates {
  readonly #file: string;
  readonly #sink: Sink;
  readonly #templates = new Map<number, Template>();
  readonly #compactor = new Compactor(0);
  #scan: RowScan | undefined;
  #layouts: RowLayouts | undefined;
  #columns: CarriedColumns | undefined;
  /** Whether the ids of all templates may be of any kind, for nothing beside them names a sample. */
  #byIdAlone: boolean | undefined;
  #taken = 0;
  #learned = 0;

  constructor(file: string, sink: Sink) {
    this.#file = file;
    this.#sink = sink;
  }

  /** Where the line break is of a row that was read; -1 where it is to be taken by itself. */
  skip(bytes: Buffer, from: number, line: number): number {
    const [scan, layouts] = [this.#scan, this.#layouts];
    if (scan === undefined || layouts === undefined || this.#isUseless()) return -1;
    const kept = layouts.find(bytes, from, scan);
    return kept !== undefined && this.#give(kept, scan, bytes, line) ? layouts.end : -1;
  }

  /** Whether the row was read; else it is to be read in full. */
  take(bytes: Buffer, from: number, to: number, line: number): boolean {
    const scan = this.#scan;
    if (scan === undefined || this.#isUseless() || !scan.run(bytes, from, to)) return false;
    const template = this.#templates.get(scan.hash);
    if (template === undefined || !isAlike(template, scan, bytes, from, to)) return false;
    return this.#give(template.kept, scan, bytes, line);
  }

  /** The sample of the row whose carried values the scan has found, unless its id may decide more. */
  #give(kept: Sample, scan: RowScan, bytes: Buffer, line: number): boolean {
    const id = scan.text(0, bytes);
    if (!this.#fits(id)) return false;
    const question = this.#columns?.question === undefined ? undefined : digestIn(scan, 1, bytes);
    const prompt = this.#columns?.prompt === undefined ? undefined : digestIn(scan, scan.count - 1, bytes);
    this.#sink.sample(like(kept, id, line, question, prompt?.toString(36)));
    this.#taken += 1;
    return true;
  }

  /** Remembers a row that was read in full, where only what is carried over can differ in rows like it. */
  learn({ bytes, from, to }: RowBytes, row: Row, sample: Sample): void {
    if (this.#isUseless()) return;
    this.#learned += 1;
    if (this.#templates.size >= mostTemplates || to - from > longestTemplate || !isSimple(sample)) return;
    const columns = carriedColumns(row, this.#sink.columns);
    if (columns === undefined) return;
    this.#columns ??= columns;
    if (JSON.stringify(columns) !== JSON.stringify(this.#columns)) return;
    const byIdAlone = isNamedByIdAlone(row, columns.id);
    this.#byIdAlone ??= byIdAlone;
    if (byIdAlone !== this.#byIdAlone) return;
    const scan = (this.#scan ??= new RowScan(Object.values(columns)));
    if (!scan.run(bytes, from, to) || this.#templates.has(scan.hash)) return;
    if (!this.#fits(sample.id) || scan.text(0, bytes) !== sample.id) return;
    if (!this.#isCarried(scan, { bytes, from, to }, sample)) return;
    const [starts, ends] = [scan.starts.map((at) => at - from), scan.ends.map((at) => at - from)];
    const kept = this.#compactor.compact(sample);
    const template = { row: Uint8Array.from(bytes.subarray(from, to)), starts, ends, kept };
    this.#templates.set(scan.hash, template);
    (this.#layouts ??= new RowLayouts()).add(template, scan.order);
  }

  #isUseless(): boolean {
    return this.#learned > trial && this.#learned > this.#taken;
  }

  #fits(id: string): boolean {
    const isPlain = this.#byIdAlone === true ? id !== '' : isPlainId(id, this.#sink.columns);
    return isPlain && (endsInDigit(id) || !isTotal(id));
  }

  /** Tries it: the same row with other values in the places of the carried ones gives the same sample but for these. */
  #isCarried(scan: RowScan, { bytes, from, to }: RowBytes, sample: Sample): boolean {
    const { question, prompt } = this.#columns ?? {};
    const values = scan.starts.map((start, at) => {
      const isNumber = bytes[start - 1] !== 0x22;
      return isNumber ? String(7919 + at) : `other ${at}`;
    });
    if (this.#byIdAlone === true && bytes[(scan.starts[0] ?? 0) - 1] === 0x22) values[0] = idOfRun;
    const row = jsonOf(scan.replaced(bytes, from, to, values));
    if (row === undefined) return false;
    const own = plainSample(row, { file: this.#file, line: sample.line ?? 0 }, this.#sink.columns);
    if (typeof own === 'string') return false;
    const expected: Sample = {
      ...sample,
      id: values[0] ?? '',
      ...(question !== undefined && { question: digestOfQuestion(values[1] ?? '') }),
      ...(prompt !== undefined && { prompt: digestOfQuestion(values.at(-1) ?? '').toString(36) }),
    };
    return textOf(own) === textOf(expected);
  }
}

/** As evaluations number what they run. */
const idOfRun = '0a0ec49e-1111-4222-8333-0a0ec49e7919';

/** As no total does. */
function endsInDigit(id: string): boolean {
  const last = id.charCodeAt(id.length - 1);
  return last >= 0x30 && last <= 0x39;
}

/** What of a sample is kept as it is, whatever the samples before it: nothing of it counts answers, and no text is long. */
function isSimple({
  repeats,
  repetition,
  run,
  asked,
  example,
  input,
  hash,
  cluster,
  target,
  prediction,
}: Sample): boolean {
  const others = [repeats, repetition, run, asked, example, input, hash];
  const texts = [target, prediction, cluster].flat();
  return (
    others.every((one) => one === undefined) && texts.every((text) => (text?.length ?? 0) <= longestCompared)
  );
}

/** Whether a row is that of the template, but for the carried values. */
function isAlike({ row, starts, ends }: Template, scan: RowScan, bytes: Buffer, from: number, to: number) {
  let [own, at] = [0, from];
  for (const role of scan.order) {
    const [start, end] = [starts[role] ?? 0, scan.starts[role] ?? 0];
    if (start - own !== end - at) return false;
    for (; own < start; own += 1, at += 1) if (row[own] !== bytes[at]) return false;
    own = ends[role] ?? 0;
    at = scan.ends[role] ?? 0;
  }
  if (row.length - own !== to - at) return false;
  for (; own < row.length; own += 1, at += 1) if (row[own] !== bytes[at]) return false;
  return true;
}

function digestIn(scan: RowScan, role: number, bytes: Buffer): number {
  return scan.isAscii[role] === true
    ? digestOfAscii(bytes, scan.starts[role] ?? 0, scan.ends[role] ?? 0)
    : digestOfQuestion(scan.text(role, bytes));
}

function jsonOf(text: string): Row | undefined {
  try {
    const value = parseJson(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(sample: Sample): string {
  return JSON.stringify({
    ...sample,
    scores: [...sample.scores].map(([name, value]) => [name, String(value)]),
  });
}
