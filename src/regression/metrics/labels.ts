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
  /** Where each sample has one label: nearly always, and then the same of every side. */
  #ones: Int32Array | undefined;

  get size(): number {
    return this.#codes.size;
  }

  code(label: string): number | undefined {
    return this.#codes.get(label);
  }

  names(): string[] {
    return [...this.#codes.keys()];
  }

  encode<T>(samples: readonly T[], labelsOf: (sample: T) => Labels): LabelCodes {
    const count = samples.length;
    // As if each had one, until one of them has not.
    let offsets = this.#onesOf(count);
    let codes = new Int32Array(count);
    let size = 0;
    const add = (label: string): void => {
      if (size === codes.length) codes = grown(codes);
      codes[size] = this.#number(label);
      size += 1;
    };
    let i = 0;
    for (const sample of samples) {
      const labels = labelsOf(sample);
      if (typeof labels === 'string') add(labels);
      else for (const label of distinct(labels)) add(label);
      i += 1;
      if (offsets[i] === size) continue;
      if (offsets === this.#ones) offsets = offsets.slice();
      offsets[i] = size;
    }
    return { codes: codes.subarray(0, size), offsets };
  }

  #onesOf(count: number): Int32Array {
    if (this.#ones?.length !== count + 1) this.#ones = Int32Array.from({ length: count + 1 }, (_, at) => at);
    return this.#ones;
  }

  #number(text: string): number {
    // What stands for a label stands for itself.
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const label = comparable(text);
    const code = this.#codes.get(label) ?? this.#codes.size;
    this.#codes.set(label, code);
    return code;
  }
}

function grown(codes: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * codes.length + 1);
  larger.set(codes);
  return larger;
}

function distinct(labels: Exclude<Labels, string>): readonly string[] {
  return labels === null || labels === undefined ? [] : [...new Set(labels)].toSorted();
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
  const right = new Float64Array(target.offsets.length - 1);
  for (let i = 0; i < right.length; i += 1) right[i] = Number(sameAt(target, prediction, i));
  return right;
}
