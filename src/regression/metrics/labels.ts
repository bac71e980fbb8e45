import { comparable } from '../samples/long-text.ts';

/** Labels as small whole numbers. A sample has one label or several: those of sample i stand from offsets[i] to offsets[i + 1]. */
export interface LabelCodes {
  readonly codes: Int32Array;
  readonly offsets: Int32Array;
}

export type Labels = string | readonly string[] | null | undefined;

/** Gives each label its number, the same on every side. */
export class LabelEncoder {
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.#codes.size;
  }

  code(label: string): number | undefined {
    return this.#codes.get(label);
  }

  names(): string[] {
    return [...this.#codes.keys()];
  }

  encode(samples: readonly Labels[]): LabelCodes {
    const codes: number[] = [];
    const offsets = new Int32Array(samples.length + 1);
    samples.forEach((labels, i) => {
      for (const label of distinct(labels)) codes.push(this.#number(label));
      offsets[i + 1] = codes.length;
    });
    return { codes: Int32Array.from(codes), offsets };
  }

  #number(text: string): number {
    const label = comparable(text);
    const known = this.#codes.get(label);
    if (known !== undefined) return known;
    this.#codes.set(label, this.#codes.size);
    return this.#codes.size - 1;
  }
}

function distinct(labels: Labels): readonly string[] {
  if (labels === null || labels === undefined) return [];
  return typeof labels === 'string' ? [labels] : [...new Set(labels)].toSorted();
}

export function countAt({ offsets }: LabelCodes, i: number): number {
  return (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);
}

export function hasCode({ codes, offsets }: LabelCodes, i: number, code: number): boolean {
  for (let at = offsets[i] ?? 0; at < (offsets[i + 1] ?? 0); at++) if (codes[at] === code) return true;
  return false;
}

/** How many labels of sample i both sides have. */
export function sharedAt(a: LabelCodes, b: LabelCodes, i: number): number {
  let count = 0;
  for (let at = a.offsets[i] ?? 0; at < (a.offsets[i + 1] ?? 0); at++)
    if (hasCode(b, i, a.codes[at] ?? 0)) count++;
  return count;
}

/** Whether sample i has exactly the same labels on both sides. */
export function sameAt(a: LabelCodes, b: LabelCodes, i: number): boolean {
  const count = countAt(a, i);
  return count === countAt(b, i) && sharedAt(a, b, i) === count;
}

/** 1 where the prediction is right in every label, else 0. */
export function correctness(target: LabelCodes, prediction: LabelCodes): Float64Array {
  return Float64Array.from({ length: target.offsets.length - 1 }, (_, i) =>
    Number(sameAt(target, prediction, i)),
  );
}
