/** By how much the metric fell at a step, and beside it. */
import type { EffectFacts } from './facts.ts';
import type { Pool } from './pool.ts';

/** Standard errors within which 90 % lie. */
const within = 1.645;

/** Evaluations on either side of a step that are averaged: more have less noise of their own, and more of what other merges stirred. */
const windows: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

/**
 * Sample by sample, with as many evaluations on either side as make it surest; up to the steps `others`, where something else changed. `together`: by
 * what samples that turn together multiply its variance. `undefined` where no sample is known on both sides.
 */
export function effectAt(
  step: number,
  { values }: Pick<Pool, 'values'>,
  others: readonly number[],
  together: number,
): EffectFacts | undefined {
  const from = Math.max(0, ...others.filter((other) => other < step));
  const to = Math.min(values.length, ...others.filter((other) => other > step));
  const effects = windows.flatMap(
    (window) =>
      between(
        values.slice(Math.max(from, step - window), step),
        values.slice(step, Math.min(to, step + window)),
        together,
      ) ?? [],
  );
  return surest(effects);
}

/** From the first evaluation to the last, without what happened at the steps `without`. */
export function effectBeside(
  without: readonly number[],
  { values }: Pick<Pool, 'values'>,
  together: number,
): EffectFacts | undefined {
  const starts = [0, ...without];
  const parts = starts.map(
    (start, at) => [values[start], values[(without[at] ?? values.length) - 1]] as const,
  );
  const falls = Array.from({ length: values[0]?.length ?? 0 }, (_, sample) =>
    parts.reduce((sum, [first, last]) => sum + (first?.[sample] ?? NaN) - (last?.[sample] ?? NaN), 0),
  );
  return effectOf(falls, together);
}

function surest(effects: readonly EffectFacts[]): EffectFacts | undefined {
  const width = ({ low, high }: EffectFacts): number => high - low;
  return effects.reduce<EffectFacts | undefined>(
    (best, one) => (best === undefined || width(one) < width(best) ? one : best),
    undefined,
  );
}

function between(before: Pool['values'], after: Pool['values'], together: number): EffectFacts | undefined {
  const samples = { length: before[0]?.length ?? 0 };
  return effectOf(
    Array.from(samples, (_, sample) => meanAt(before, sample) - meanAt(after, sample)),
    together,
  );
}

function effectOf(ofSamples: readonly number[], together: number): EffectFacts | undefined {
  const falls = ofSamples.filter((fall) => !Number.isNaN(fall));
  const n = falls.length;
  if (n < 2) return undefined;
  const fall = falls.reduce((sum, one) => sum + one, 0) / n;
  const variance = falls.reduce((sum, one) => sum + (one - fall) ** 2, 0) / (n - 1);
  const off = within * Math.sqrt((variance * together) / n);
  return { by: fall, low: fall - off, high: fall + off };
}

function meanAt(rows: Pool['values'], sample: number): number {
  let [sum, n] = [0, 0];
  for (const row of rows) {
    const value = row[sample] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}
