import { kindOfPath, SortedPaths } from '../../kernel/sorted-paths.ts';

/**
 * Paths as git prints them, one a record: so many characters of something else, the path, and NUL. None becomes a text of its own before it is
 * asked for: of a hundred thousand that takes longer than all that is asked.
 */
export class RecordedPaths extends SortedPaths {
  private readonly text: string;
  private readonly width: number;
  /** Where each path begins; at the end where one more would. */
  private readonly starts: Uint32Array;
  private kinds: ReadonlyMap<string, readonly Run[]> | undefined;
  private readonly characters = new Map<number, ReadonlySet<string>>();
  private lastFound = 0;

  /** Sorted by path as git does it, which for ASCII is our order. */
  constructor(text: string, width: number) {
    const starts = startsOf(text, width);
    super({ length: starts.length - 1 });
    this.text = text;
    this.width = width;
    this.starts = starts;
  }

  override at(index: number): string {
    return this.text.slice(this.starts[index], (this.starts[index + 1] ?? 0) - this.width - 1);
  }

  /** From the last one that was found: who asks for many asks for them in order. */
  override firstNotBefore(text: string): number {
    let [low, high] = [0, this.lastFound];
    if (high < this.length && this.at(high) < text) {
      low = high + 1;
      for (let step = 1; (high = low + step - 1) < this.length && this.at(high) < text; step *= 2)
        low = high + 1;
    }
    this.lastFound = this.firstNotBeforeWithin(text, low, Math.min(high, this.length));
    return this.lastFound;
  }

  /** What stands before a path; `undefined` where it is not among them. */
  recordOf(path: string): string | undefined {
    const index = this.firstNotBefore(path);
    if (index >= this.length || this.at(index) !== path) return undefined;
    return this.text.slice(this.recordAt(index), this.starts[index]);
  }

  /** The characters that records have in a column. */
  charactersIn(column: number): ReadonlySet<string> {
    const known = this.characters.get(column);
    if (known !== undefined) return known;
    const { text, starts, length } = this;
    const offset = column - this.width;
    const codes = new Set<number>();
    let last = -1;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt((starts[index] ?? 0) + offset);
      if (code !== last) codes.add((last = code));
    }
    const found = new Set(Array.from(codes, (code) => String.fromCharCode(code)));
    this.characters.set(column, found);
    return found;
  }

  override ofKinds(kinds: readonly string[], most = Infinity): string[] {
    const known = (this.kinds ??= this.byKind());
    const runs = [...new Set(kinds)].flatMap((kind) => known.get(kind) ?? []);
    const found: string[] = [];
    for (const { from, to } of runs.toSorted((a, b) => a.from - b.from))
      for (let index = from; index < to && found.length < most; index += 1) found.push(this.at(index));
    return found;
  }

  /** The same without the touched paths, in order, of which those stay or come that are present. */
  edited(touched: readonly string[], present: ReadonlySet<string>): RecordedPaths {
    const different = touched.filter((path) => this.has(path) !== present.has(path));
    if (different.length === 0) return this;
    const pieces: string[] = [];
    let next = 0;
    const copyTo = (index: number) =>
      pieces.push(this.text.slice(this.recordAt(next), this.recordAt((next = index))));
    for (const path of different) {
      copyTo(this.firstNotBefore(path));
      if (present.has(path)) pieces.push(`${' '.repeat(this.width)}${path}\0`);
      else next += 1;
    }
    copyTo(this.length);
    return new RecordedPaths(pieces.join(''), this.width);
  }

  private recordAt(index: number): number {
    return (this.starts[index] ?? 0) - this.width;
  }

  private byKind(): ReadonlyMap<string, readonly Run[]> {
    const kinds = new Map<string, Run[]>();
    let [last, run]: [string, Run] = ['\0\0', { from: 0, to: 0 }];
    const { text, starts, length, width } = this;
    for (let index = 0; index < length; index += 1) {
      // Most files of a folder are of one kind: only where that changes it is looked up.
      if (!text.startsWith(last, (starts[index + 1] ?? 0) - width - last.length)) {
        run.to = index;
        run = { from: index, to: length };
        const kind = kindOfPath(this.at(index));
        const runs = kinds.get(kind) ?? [];
        runs.push(run);
        kinds.set(kind, runs);
        last = `.${kind}\0`;
      }
    }
    return kinds;
  }
}

/** Paths of one kind that follow each other; `to`: index behind the last one. */
interface Run {
  readonly from: number;
  to: number;
}

function startsOf(text: string, width: number): Uint32Array {
  const starts = new Uint32Array(Math.ceil(text.length / (width + 2)) + 1);
  let count = 0;
  starts[0] = width;
  for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', end + 1)) {
    count += 1;
    starts[count] = end + 1 + width;
  }
  return starts.subarray(0, count + 1);
}
