/** Which evaluation would tell most of where it fell. */
import type { Candidate } from './posterior.ts';

/** Most merges that are proposed at once: for runners side by side. */
const mostProposed = 3;

/** How often one evaluation is wrong about its side of the fall, before it is run. */
const wrong = 0.1;

/**
 * Places in the range that were not evaluated, the one that tells most first: whether the metric has fallen there is as open as can be.
 * Several are chosen so that each still tells something after the others.
 */
export function nextPlaces(
  candidates: readonly Candidate[],
  given: readonly number[],
  isOpen: (at: number) => boolean,
): number[] {
  const chosen: number[] = [];
  while (chosen.length < mostProposed) {
    const best = bestOf(candidates, given, (at) => isOpen(at) && !chosen.includes(at), chosen);
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;
}

/** Below this many bits an evaluation is not worth its cost. */
const worthwhile = 0.02;

function bestOf(
  candidates: readonly Candidate[],
  given: readonly number[],
  isOpen: (at: number) => boolean,
  chosen: readonly number[],
): number | undefined {
  let [best, most] = [-1, worthwhile];
  for (const { at } of candidates) {
    if (!isOpen(at)) continue;
    const bits = informationAt(at, candidates, given, chosen);
    if (bits > most + 1e-12) [best, most] = [at, bits];
  }
  return best < 0 ? undefined : best;
}

/** Bits of one evaluation, within the part of the range between those that are chosen already. */
function informationAt(
  at: number,
  candidates: readonly Candidate[],
  given: readonly number[],
  chosen: readonly number[],
): number {
  const low = Math.max(-1, ...chosen.filter((other) => other < at));
  const high = Math.min(Infinity, ...chosen.filter((other) => other > at));
  let [before, within] = [0, 0];
  for (const [index, candidate] of candidates.entries()) {
    if (candidate.at <= low || candidate.at > high) continue;
    within += given[index] ?? 0;
    if (candidate.at <= at) before += given[index] ?? 0;
  }
  if (within <= 0) return 0;
  const fallen = before / within;
  return within * (entropy(fallen * (1 - wrong) + (1 - fallen) * wrong) - entropy(wrong));
}

function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}
