/**
 * An observer who knows the invented world: its churn, how likely its samples are right (Beta(4, 0.8)), and that the culprit takes up to
 * 0.6 from the rates of a share of them that makes up the drop. Learns nothing of the trunk but where it fell: what it needs bounds what
 * a locator may need.
 */
import { nextPlaces, placeBeyond } from '../src/locate/choose.ts';
import { posteriorOf, type Candidate } from '../src/locate/posterior.ts';

interface Seen {
  /** Rows of right and wrong of the evaluated places, all of them whole. */
  readonly rows: readonly Float64Array[];
  /** Places of the rows, ascending. */
  readonly places: readonly number[];
  readonly churn: number;
}

interface Observed {
  /** Probability of the likeliest merge, and its place. */
  readonly probability: number;
  readonly at: number;
  /** Place whose evaluation says most; absent where none says anything. */
  readonly next: number | undefined;
}

const drop = 0.018;
const most = 0.6;
const rates = Array.from({ length: 40 }, (_, at) => (at + 0.5) / 40);
const density = rates.map((rate) => rate ** 3 * (1 - rate) ** -0.2);
const weights = density.map((one) => one / sumOf(density));
const after = rates.map((rate) => Math.max(0, rate - most));
const share = drop / sumOf(weights.map((weight, at) => weight * ((rates[at] ?? 0) - (after[at] ?? 0))));

export function observe(seen: Seen): Observed {
  const candidates = candidatesOf(seen.places);
  const { ifSeen } = posteriorOf(candidates, evidenceOf(seen));
  const probability = Math.max(...ifSeen);
  const keepAt = (step: number): number => (1 - seen.churn) ** spanOf(seen.places, step);
  const chances = { candidates, given: ifSeen, keepAt };
  const isOpen = (at: number): boolean => !seen.places.includes(at);
  const next = nextPlaces(chances, isOpen)[0] ?? placeBeyond(chances, isOpen);
  return { probability, at: candidates[ifSeen.indexOf(probability)]?.at ?? 0, next };
}

function candidatesOf(places: readonly number[]): Candidate[] {
  return places.slice(1).flatMap((last, index) => {
    const before = places[index] ?? 0;
    return Array.from({ length: last - before }, (_, offset) => ({
      at: before + 1 + offset,
      step: index + 1,
      weight: 1,
    }));
  });
}

function spanOf(places: readonly number[], step: number): number {
  return (places[step] ?? 0) - (places[step - 1] ?? 0);
}

/** Logarithm of how much likelier all rows are with the culprit in each step than without any. */
function evidenceOf({ rows, places, churn }: Seen): Float64Array {
  const stirred = places.map((_, step) => 1 - (1 - churn) ** spanOf(places, step));
  const logs = new Float64Array(rows.length);
  for (let sample = 0; sample < (rows[0]?.length ?? 0); sample++) {
    const answers = rows.map((row) => row[sample] ?? 0);
    const { before, whole } = forwards(answers, stirred);
    let later: readonly number[] = rates.map(() => 1);
    for (let step = rows.length - 1; step > 0; step--) {
      const answer = answers[step] ?? 0;
      const hit = sumOf(
        after.map((rate, at) => (before[step - 1]?.[at] ?? 0) * chance(rate, answer) * (later[at] ?? 0)),
      );
      logs[step] = (logs[step] ?? 0) + Math.log(1 - share + (share * hit) / whole);
      later = passed(later, after, [answers[step - 1] ?? 0, answer], stirred[step] ?? 0);
    }
  }
  return logs;
}

/** Of each rate, the probability of the answers up to each evaluation; `whole`: of all of them, without a culprit. */
function forwards(
  answers: readonly number[],
  stirred: readonly number[],
): { readonly before: readonly (readonly number[])[]; readonly whole: number } {
  let now: readonly number[] = weights.map((weight, at) => weight * chance(rates[at] ?? 0, answers[0] ?? 0));
  const before = [now];
  for (let step = 1; step < answers.length; step++) {
    now = passed(now, rates, [answers[step - 1] ?? 0, answers[step] ?? 0], stirred[step] ?? 0);
    before.push(now);
  }
  return { before, whole: sumOf(now) };
}

function passed(
  now: readonly number[],
  of: readonly number[],
  [from, to]: readonly [number, number],
  stir: number,
): number[] {
  return now.map((one, at) => one * ((from === to ? 1 - stir : 0) + stir * chance(of[at] ?? 0, to)));
}

function chance(rate: number, answer: number): number {
  return answer === 1 ? rate : 1 - rate;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
