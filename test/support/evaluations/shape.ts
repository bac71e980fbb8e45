/** One way in which a tool writes down an evaluation, and what must come of it: 40 samples, of which 32 were right before and 24 are now. */
export interface Shape {
  readonly name: string;
  /** Name of the file on each side. */
  readonly file: string;
  /** One file, or several by name. */
  write(right: readonly boolean[], side: 'before' | 'after'): Content | Readonly<Record<string, Content>>;
  /** What must be found; or words of an error that says why nothing is. */
  readonly expect: Found | RegExp;
}

export type Content = string | Uint8Array;

export interface Found {
  readonly metric: string;
  /** Difference of the means; −0.2 where the score is 1 or 0. */
  readonly delta?: number;
  /** 40 unless it is said otherwise; `null` where totals do not say it. */
  readonly n?: number | null;
  readonly clusters?: number;
}

export const size = 40;

/** 10 lost and 2 gained. */
export const before: readonly boolean[] = Array.from({ length: size }, (_, i) => i < 32);
export const after: readonly boolean[] = Array.from({ length: size }, (_, i) => i >= 10 && i < 34);

export function share(right: readonly boolean[]): number {
  return right.filter(Boolean).length / right.length;
}

export function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

export function table(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cell = (value: unknown): string => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text.replace(/^""$/, '');
  };
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** An id that no other run has. */
export function fresh(side: string, i: number): string {
  return `${side}-${(i * 7919 + 13).toString(16)}`;
}
