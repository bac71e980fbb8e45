/** What was measured, made small: each sample's outcomes as levels, samples with the same history counted once. */

/** Outcomes of the same samples in the evaluations of a range, oldest first. */
export interface Outcomes {
  /** A row for each evaluation, a column for each sample; more is better, and NaN is: not evaluated. */
  readonly values: readonly Float64Array[];
  /** Cluster of each sample; absent where samples are independent. */
  readonly clusters?: Int32Array;
}

/** Level of a sample that was not evaluated. */
export const absent = 255;

/** The same history of any number of samples. */
export interface Pattern {
  /** Level at each evaluation, `absent` where there was none. */
  readonly levels: Uint8Array;
  /** Evaluations that have it. */
  readonly seen: Uint16Array;
  readonly count: number;
}

export interface Leveled {
  readonly patterns: readonly Pattern[];
  /** The pattern of each sample. */
  readonly of: Int32Array;
  readonly levels: number;
  readonly evaluations: number;
}

/** Most levels: a finer scale says nothing more of where it fell. */
const mostLevels = 12;

/** Right and wrong are two levels, few scores as many as there are; else quantiles of all scores. */
export function leveled({ values }: Outcomes): Leveled {
  const cuts = cutsOf(values);
  const found = new Map<string, { levels: Uint8Array; count: number; at: number }>();
  const samples = values[0]?.length ?? 0;
  const of = new Int32Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    const levels = new Uint8Array(values.length);
    for (let at = 0; at < levels.length; at++) levels[at] = levelOf(values[at]?.[sample] ?? NaN, cuts);
    const key = String.fromCharCode(...levels);
    const known = found.get(key);
    of[sample] = known?.at ?? found.size;
    if (known === undefined) found.set(key, { levels, count: 1, at: found.size });
    else known.count++;
  }
  const patterns = [...found.values()].map(({ levels, count }) => ({ levels, count, seen: seenIn(levels) }));
  return { patterns, of, levels: cuts.length + 1, evaluations: values.length };
}

function seenIn(levels: Uint8Array): Uint16Array {
  const seen = new Uint16Array(levels.length);
  let many = 0;
  for (let at = 0; at < levels.length; at++) if (levels[at] !== absent) seen[many++] = at;
  return seen.slice(0, many);
}

/** Smallest value of each level but the first. */
function cutsOf(values: readonly Float64Array[]): Float64Array {
  const distinct = new Set<number>();
  for (const row of values)
    for (const value of row) if (!Number.isNaN(value) && distinct.size <= mostLevels) distinct.add(value);
  if (distinct.size <= mostLevels) return Float64Array.from(distinct).toSorted().slice(1);
  const all = Float64Array.from(
    values.flatMap((row) => Array.from(row)).filter((value) => !Number.isNaN(value)),
  );
  all.sort();
  const jitter = jitterOf(values);
  if (jitter > 0) return coarse(all, jitter);
  const quantile = (part: number): number => all[Math.floor((part / mostLevels) * all.length)] ?? 0;
  const cuts = Array.from({ length: mostLevels - 1 }, (_, at) => quantile(at + 1));
  return Float64Array.from(new Set(cuts.filter((cut) => cut > (all[0] ?? 0))));
}

/** How far a score usually is from that of the same sample before; 0 where most are the same. */
function jitterOf(values: readonly Float64Array[]): number {
  const steps = values
    .slice(1)
    .flatMap((row, at) =>
      Array.from(row, (value, sample) => Math.abs(value - (values[at]?.[sample] ?? NaN))).filter(
        (by) => !Number.isNaN(by),
      ),
    );
  return Float64Array.from(steps).toSorted()[Math.floor(steps.length / 2)] ?? 0;
}

/** What scores vary by each time must not take them to another level: levels of equal width, each several times of that. */
function coarse(sorted: Float64Array, jitter: number): Float64Array {
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(0.01), at(0.99)];
  const levels = Math.min(mostLevels, Math.max(2, Math.floor((high - low) / (4 * jitter))));
  return Float64Array.from({ length: levels - 1 }, (_, cut) => low + ((cut + 1) * (high - low)) / levels);
}

function levelOf(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return absent;
  let level = 0;
  while (level < cuts.length && value >= (cuts[level] ?? Infinity)) level++;
  return level;
}
