/** Which evaluation would tell most of where it fell. */
import type { Candidate } from './posterior.ts';

/** Most merges that are proposed at once: for runners side by side. */
const mostProposed = 3;

/** Below this many bits an evaluation is not worth its cost. */
const worthwhile = 0.02;

export interface Chances {
  readonly candidates: readonly Candidate[];
  /** Probability of each, in their order. */
  readonly given: readonly number[];
  /** Probability that a sample keeps its answer from the evaluation before this step to the one after it. */
  readonly keepAt: (step: number) => number;
}

/** Places in the range that were not evaluated, the one that says most first. Several are chosen so that each still says something after the others. */
export function nextPlaces(chances: Chances, isOpen: (at: number) => boolean): number[] {
  const chosen: number[] = [];
  while (chosen.length < mostProposed) {
    const best = bestOf(chances, (at) => isOpen(at) && !chosen.includes(at), chosen);
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;
}

/** Part of the answers that is kept, up to which an evaluation says by itself what samples answer. */
const mostKept = 0.5;

/**
 * Where no evaluation says by itself where it fell: the place furthest from all evaluated ones, on the side of the likeliest merge of which fewer are
 * known. What samples answer there shows which of them the fall hit.
 */
export function placeBeyond(
  { candidates, given, keepAt }: Chances,
  isOpen: (at: number) => boolean,
): number | undefined {
  const likeliest = candidates[given.indexOf(Math.max(...given))]?.at ?? 0;
  const [first] = candidates;
  const known = [(first?.at ?? 1) - 1, ...candidates.flatMap(({ at }) => (isOpen(at) ? [] : [at]))];
  const open = candidates.filter(({ at, step }) => isOpen(at) && keepAt(step) <= mostKept);
  const isBefore = 2 * known.filter((at) => at < likeliest).length <= known.length;
  const side = open.filter(({ at }) => at < likeliest === isBefore);
  const distance = (at: number): number => Math.min(...known.map((other) => Math.abs(at - other)));
  const ranked = (side.length > 0 ? side : open).map(({ at }) => ({ at, distance: distance(at) }));
  return ranked.toSorted((a, b) => b.distance - a.distance)[0]?.at;
}

function bestOf(
  chances: Chances,
  isOpen: (at: number) => boolean,
  chosen: readonly number[],
): number | undefined {
  let [best, most] = [-1, worthwhile];
  for (const { at, step } of chances.candidates) {
    if (!isOpen(at)) continue;
    const bits = bitsAt(at, step, chances, chosen);
    if (bits > most + 1e-12) [best, most] = [at, bits];
  }
  return best < 0 ? undefined : best;
}

/**
 * Bits of one evaluation. Where answers stay what they are, it says on which side of it the samples turned that differ between the
 * evaluations about it, and so nothing of the other steps but whether the fall is in this one; where they are drawn anew, whether the
 * metric has fallen by then.
 */
function bitsAt(
  at: number,
  step: number,
  { candidates, given, keepAt }: Chances,
  chosen: readonly number[],
): number {
  const low = Math.max(-1, ...chosen.filter((other) => other < at));
  const high = Math.min(Infinity, ...chosen.filter((other) => other > at));
  let [earlier, before, after, later, places, placesBefore] = [0, 0, 0, 0, 0, 0];
  for (const [index, candidate] of candidates.entries()) {
    const p = given[index] ?? 0;
    if (candidate.at <= low || candidate.step < step) earlier += p;
    else if (candidate.at > high || candidate.step > step) later += p;
    else {
      places++;
      if (candidate.at <= at) placesBefore++;
      if (candidate.at <= at) before += p;
      else after += p;
    }
  }
  const keep = Math.sqrt(keepAt(step));
  return (
    keep * sideBits(before, after, placesBefore / places) +
    (1 - keep) * levelBits(earlier + before, after + later)
  );
}

/** How often one evaluation is wrong about the side, and how often it seems that the fall is elsewhere, before it is run. */
const wrong = 0.1;
const missed = 0.1;

/** What turned elsewhere lies on both sides, as their lengths are: it seems to be on one side where that is nearly all. `part`: of the step, up to the place. */
function sideBits(before: number, after: number, part: number): number {
  const elsewhere = 1 - before - after;
  const right = 1 - wrong - missed;
  const split = [part ** 2, (1 - part) ** 2, 2 * part * (1 - part)];
  const seen = [
    before * right + after * wrong + elsewhere * (split[0] ?? 0),
    after * right + before * wrong + elsewhere * (split[1] ?? 0),
    (before + after) * missed + elsewhere * (split[2] ?? 0),
  ];
  return entropy(seen) - (before + after) * entropy([right, wrong, missed]) - elsewhere * entropy(split);
}

/** How often an evaluation that draws all answers anew is wrong about whether the metric has fallen: a total of 500 samples errs by nearly a fall of 1.8 points. */
const blurred = 0.3;

function levelBits(fallen: number, not: number): number {
  const seen = fallen * (1 - blurred) + not * blurred;
  return entropy([seen, 1 - seen]) - entropy([blurred, 1 - blurred]);
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
