/**
 * Which samples of a pool are evaluated first, where earlier evaluations of trunk say which of them are uncertain: a stratified random
 * sample with Neyman's allocation (1934) and a floor. It is made of what trunk has recorded, the policy and the seed alone, so that a
 * change chooses neither its samples nor their weights, and every runner finds the same.
 */
import { outcomesOf } from './outcomes.ts';
import { whyUnusable, type EarlierEvaluation } from './history.ts';
import type { Unused } from './measurement.ts';
import type { Sampling, Stratum } from './sampling.ts';
import { sampleOrder } from './rounds.ts';
import { pairSamples } from '../samples/pair.ts';
import { questionOf, questionsOf } from '../samples/question.ts';
import type { ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';

/** Each stratum gets at least this part of what an even sample has of it: what flips there now may be new. */
const floorShare = 0.5;

/** Two for the strata, and two others for how much each of them changes. */
const fewestEvaluations = 4;

/** A stratum of fewer samples is none. */
const smallestStratum = 10;

/** Below this gain, in samples, an even sample does as well. */
const leastGain = 1.05;

/** The order of the pool. `evaluations`: of trunk, newest first, that of the pool itself among them where it is recorded. */
export function planSampling(
  pool: ResultSet,
  evaluations: readonly EarlierEvaluation[],
  settings: Pick<RegressionSettings, 'seed' | 'metrics' | 'changed'>,
): Sampling {
  const order = sampleOrder(questionsOf(pool.samples.keys()), settings.seed);
  const { used, unused } = outcomesOfEach(pool, evaluations, settings);
  const told = { evaluations: used.map(({ name }) => name), unused };
  if (used.length < fewestEvaluations)
    return {
      order,
      ...told,
      reason: `${fewestEvaluations} evaluations of the pool are needed to see which samples flip, and ${used.length} can be used`,
    };
  const changes = used.slice(1).map((older, i) => changesBetween(order, older, used[i] ?? older));
  const design = designOf(order, changes);
  return typeof design === 'string' ? { order, ...told, reason: design } : { ...design, ...told };
}

interface Outcomes {
  readonly name: string;
  /** Question → its outcome, the mean of its answers. */
  readonly values: ReadonlyMap<string, number>;
}

/** Those that answered the samples of the pool in the same set-up, and why others did not. */
function outcomesOfEach(
  pool: ResultSet,
  evaluations: readonly EarlierEvaluation[],
  { metrics, changed }: Pick<RegressionSettings, 'metrics' | 'changed'>,
): { readonly used: readonly Outcomes[]; readonly unused: readonly Unused[] } {
  const used: Outcomes[] = [];
  const unused: Unused[] = [];
  for (const { name, results } of evaluations) {
    const { pairs } = pairSamples(results.samples, pool.samples, changed.includes('prompt'));
    const outcomes = outcomesOf(results, metrics[0]);
    const reason =
      pairs.length < pool.samples.size
        ? 'it has not all samples of the pool as they are now'
        : (whyUnusable(results, pool, pairs) ?? (typeof outcomes === 'string' ? outcomes : undefined));
    if (reason === undefined && typeof outcomes !== 'string')
      used.push({ name, values: byQuestion(outcomes.samples) });
    else unused.push({ name, reason: (reason ?? '').replace(/\.$/, '') });
  }
  return { used, unused };
}

function byQuestion(
  samples: readonly { readonly sample: { readonly id: string }; readonly value: number }[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { sample, value } of samples) {
    const question = questionOf(sample.id);
    const { sum, count } = sums.get(question) ?? { sum: 0, count: 0 };
    sums.set(question, { sum: sum + value, count: count + 1 });
  }
  return new Map([...sums].map(([question, { sum, count }]) => [question, sum / count]));
}

/** Squared; 0 where one of the two has no outcome. */
function changesBetween(order: readonly string[], a: Outcomes, b: Outcomes): Float64Array {
  return Float64Array.from(order, (question) => {
    const change = (b.values.get(question) ?? NaN) - (a.values.get(question) ?? NaN);
    return Number.isFinite(change) ? change * change : 0;
  });
}

type Changes = readonly Float64Array[];

function designOf(order: readonly string[], changes: Changes): Pick<Sampling, 'order' | 'design'> | string {
  const isFlipped = flippedBy(order.length, changes);
  const flipped = isFlipped.reduce((sum, one) => sum + one, 0);
  const sizes = [order.length - flipped, flipped];
  if (flipped < smallestStratum) return `only ${flipped} of the ${order.length} samples ever flipped`;
  if (order.length - flipped < smallestStratum) return 'nearly all samples flipped';
  const spreads = spreadsOf(order.length, changes);
  const strata = (['steady', 'flipped'] as const).map((name, h) => ({
    name,
    size: sizes[h] ?? 0,
    spread: spreads[h] ?? 0,
  }));
  const { drawn, counts } = drawnFrom(order, isFlipped, strata);
  const information = (samples: number): number => informationOf(strata, counts[samples - 1] ?? sizes);
  const mean = strata.reduce((sum, { size, spread }) => sum + (size * spread) / order.length, 0);
  const part = Math.ceil(order.length / 4);
  if (information(part) < (leastGain * part) / mean)
    return 'flips are spread over the samples so evenly that an even sample does as well';
  return {
    order: drawn,
    design: {
      strata,
      stratumOf: new Map(order.map((question, i) => [question, isFlipped[i] ?? 0])),
      information,
    },
  };
}

/** 1 for each sample that changed more than the cut; mostly: that changed at all. */
function flippedBy(n: number, changes: Changes): Uint8Array {
  const sums = new Float64Array(n);
  for (const one of changes) for (let i = 0; i < n; i++) sums[i] = (sums[i] ?? 0) + (one[i] ?? 0);
  const cut = cutOf(sums);
  return Uint8Array.from(sums, (sum) => Number(sum > cut));
}

/** Where hardly any sample repeats exactly, half of the cumulative square roots (Dalenius & Hodges 1959). */
function cutOf(sums: Float64Array): number {
  const steady = sums.reduce((count, sum) => count + Number(sum === 0), 0);
  if (20 * steady >= sums.length) return 0;
  const sorted = sums.toSorted();
  const half = sorted.reduce((all, sum) => all + Math.sqrt(sum), 0) / 2;
  let below = 0;
  return sorted.find((sum) => (below += Math.sqrt(sum)) >= half) ?? 0;
}

/** How much each stratum changes from one evaluation to the next, by those changes whose two evaluations did not choose the strata. */
function spreadsOf(n: number, changes: Changes): number[] {
  const [sums, counts] = [
    [0, 0],
    [0, 0],
  ];
  for (const [at, change] of changes.entries()) {
    const others = changes.filter((_, i) => Math.abs(i - at) > 1);
    if (others.length === 0) continue;
    const isFlipped = flippedBy(n, others);
    for (let i = 0; i < n; i++) {
      const h = isFlipped[i] ?? 0;
      sums[h] = (sums[h] ?? 0) + (change[i] ?? 0);
      counts[h] = (counts[h] ?? 0) + 1;
    }
  }
  const mean = ((sums[0] ?? 0) + (sums[1] ?? 0)) / ((counts[0] ?? 0) + (counts[1] ?? 0) || 1);
  // One more that changes as all do: nothing is known to stay as it is.
  return sums.map((sum, h) => (sum + mean) / ((counts[h] ?? 0) + 1));
}

/** The next sample is of the stratum in which it takes most of the variance away, and of one that lacks its floor before that. */
function drawnFrom(
  order: readonly string[],
  isFlipped: Uint8Array,
  strata: readonly Stratum[],
): { readonly drawn: readonly string[]; readonly counts: readonly (readonly number[])[] } {
  const members = strata.map((_, h) => order.filter((__, i) => isFlipped[i] === h));
  const taken = strata.map(() => 0);
  const counts: number[][] = [];
  const drawn = order.flatMap((_, at) => {
    const urgency = strata.map(({ size, spread }, h) => {
      const has = taken[h] ?? 0;
      if (has >= size) return -1;
      const floor = Math.max(2, floorShare * (at + 1) * (size / order.length));
      return has < floor ? Infinity : size * Math.sqrt(spread / (has * (has + 1)));
    });
    const h = urgency.indexOf(Math.max(...urgency));
    const next = members[h]?.[taken[h] ?? 0];
    taken[h] = (taken[h] ?? 0) + 1;
    counts.push([...taken]);
    return next === undefined ? [] : [next];
  });
  return { drawn, counts };
}

function informationOf(strata: readonly Stratum[], counts: readonly number[]): number {
  const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
  const variance = strata.reduce(
    (sum, stratum, h) => sum + ((stratum.size / size) ** 2 * stratum.spread) / (counts[h] || 1),
    0,
  );
  return 1 / variance;
}
