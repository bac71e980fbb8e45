import type { Flipped, FlippedSample } from '../decision/measurement.ts';
import type { Outcomes } from '../metrics/measured.ts';
import type { Pair } from '../samples/pair.ts';

/** How many are kept for the report. */
export const mostFlipped = 1000;

/** Samples that got worse or better, in the order of the results. */
export function flippedOf(
  outcomes: Outcomes | undefined,
  pairs: readonly Pair[],
  higherIsBetter: boolean,
  most: number,
): Flipped {
  const samples: FlippedSample[] = [];
  const counts = { worse: 0, better: 0 };
  for (let i = 0; i < (outcomes?.candidate.length ?? 0); i++) {
    const baseline = outcomes?.baseline[i] ?? 0;
    const candidate = outcomes?.candidate[i] ?? 0;
    if (baseline === candidate) continue;
    const change = candidate > baseline === higherIsBetter ? 'better' : 'worse';
    counts[change]++;
    const sample = pairs[i]?.candidate;
    if (sample !== undefined && samples.length < most && (most > 1 || change === 'worse'))
      samples.push({ change, sample, baseline, candidate });
  }
  return { ...counts, samples };
}
