/** 1-based; columns in UTF-16 code units, ends exclusive. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Of a composed run: the file that set it, where that is another than the document's. */
  readonly file?: string;
}

/** Offsets of a text as lines and columns; `\n`, `\r\n` and `\r` end a line. */
export class LineIndex {
  private readonly starts: readonly number[];

  private readonly padding: ReadonlyMap<number, number>;

  /** `padding`: line (from 0) → characters in front of it that the file does not have. */
  constructor(text: string, padding: ReadonlyMap<number, number> = new Map()) {
    this.starts = lineStarts(text);
    this.padding = padding;
  }

  /** The place of `[start, end)`. */
  place(start: number, end: number): SourcePlace {
    const from = this.point(start);
    const to = this.point(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  point(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (this.starts[low] ?? 0) - (this.padding.get(low) ?? 0);
    return { line: low + 1, column: Math.max(0, column) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const ending = /\r\n?|\n/g;
  while (ending.test(text)) starts.push(ending.lastIndex);
  return starts;
}
