/** Small worlds of results. */

export interface RowOptions {
  readonly n?: number;
  /** Samples that are right in the baseline and wrong here, and the other way. */
  readonly lost?: number;
  readonly gained?: number;
  readonly extra?: (i: number) => Record<string, unknown>;
}

/** Labels yes and no in turn; every seventh sample is wrong. `lost` and `gained` flip from the front. */
export function rows({ n = 500, lost = 0, gained = 0, extra }: RowOptions = {}): Record<string, unknown>[] {
  let [toLose, toGain] = [lost, gained];
  return Array.from({ length: n }, (_, i) => {
    const target = i % 2 === 0 ? 'yes' : 'no';
    let right = i % 7 !== 0;
    if (right && toLose > 0) [right, toLose] = [false, toLose - 1];
    else if (!right && toGain > 0) [right, toGain] = [true, toGain - 1];
    const prediction = right ? target : other(target);
    return { id: `s${i}`, target, prediction, ...extra?.(i) };
  });
}

function other(label: string): string {
  return label === 'yes' ? 'no' : 'yes';
}

export function jsonl(lines: readonly unknown[]): string {
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
