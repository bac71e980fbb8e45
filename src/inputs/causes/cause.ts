/** Why a tensor changed, as far as its structure shows it. */

/** What a change may declare: `Input-Change: pixel_values resampling`. */
export const causeKinds = [
  'new',
  'missing',
  'shape',
  'dtype',
  'channels',
  'scale',
  'normalisation',
  'flip',
  'rotation',
  'order',
  'shift',
  'crop',
  'padding',
  'resampling',
  'constant',
  'nan',
  'range',
  'augmentation',
  'template',
  'special-tokens',
  'truncation',
  'vocabulary',
  'tokens',
  'labels',
  'mask',
  'text',
  'distribution',
  'values',
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** A clause: `channels are BGR instead of RGB`. */
  readonly text: string;
}

/** `500 of 500 samples`. */
export function ofSamples(some: number, all: number): string {
  return `${some} of ${all} ${all === 1 ? 'sample' : 'samples'}`;
}

/** A number with as many digits as it takes to see it: `1.0039`, `0.0039`, `255`. */
export function figure(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-4) return value.toExponential(2);
  return String(Number(value.toPrecision(5)));
}

/** The most frequent of what was found in single samples, and in how many; `undefined` where nothing was found in any. */
export function mostFrequent<T>(
  found: readonly (T | undefined)[],
  keyOf: (one: T) => string,
): { readonly one: T; readonly count: number } | undefined {
  const counts = new Map<string, { one: T; count: number }>();
  for (const one of found) {
    if (one === undefined) continue;
    const key = keyOf(one);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { one, count: 1 });
    else known.count++;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0];
}
