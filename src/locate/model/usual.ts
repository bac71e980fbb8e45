/** How much is usual on this trunk: of answers that turn at a merge, and of how far they turn the same way. */
import type { Chain } from './chain.ts';
import { absent, type Outcomes, type Leveled } from './outcomes.ts';

export interface Usual {
  /** By step, as other merges have it. */
  readonly churn: Float64Array;
  /** By step, as it was measured there. */
  readonly own: Float64Array;
  /** Steps that stir far more answers than is usual. */
  readonly outliers: ReadonlySet<number>;
  /** Probability by step that a harmless merge is one of these, by the other merges. */
  readonly outlierRate: Float64Array;
}

interface Steps {
  /** Changed answers, and those that were compared. */
  readonly turned: Float64Array;
  readonly compared: Float64Array;
  /** Sums of how far they turned, and of its square. */
  readonly net: Float64Array;
  readonly spread: Float64Array;
}

/** Fewer steps than these do not show what is usual. */
const fewest = 6;

/** Standard errors from which a merge stirs unusually much. */
const far = 5;

export function usualOf(leveled: Leveled, chain: Chain): Usual {
  const steps = stepsOf(leveled);
  const known = [...chain.churn.keys()].filter((step) => step > 0 && (steps.compared[step] ?? 0) > 0);
  if (known.length < fewest)
    return {
      churn: chain.churn,
      own: chain.churn,
      outliers: new Set(),
      outlierRate: chain.churn.map(() => 0.5),
    };
  const middle = trimmedMean(known.map((step) => chain.churn[step] ?? 0));
  const rate = trimmedMean(known.map((step) => (steps.turned[step] ?? 0) / (steps.compared[step] ?? 1)));
  const z = (step: number): number => {
    const expected = Math.max(rate * (steps.compared[step] ?? 0), 0.5);
    return ((steps.turned[step] ?? 0) - expected) / Math.sqrt(expected * Math.max(1 - rate, 0.05));
  };
  const dispersion = median(known.map((step) => z(step) ** 2)) / medianOfChiSquare;
  const trust = dispersion > 1.5 ? 1 - 1 / dispersion : 0;
  const spread = Math.max(1, dispersion);
  const outliers = new Set(known.filter((step) => z(step) / Math.sqrt(spread) > far));
  return {
    churn: chain.churn.map((own) => middle + trust * (own - middle)),
    own: chain.churn,
    outliers,
    outlierRate: chain.churn.map(
      (_, step) => (1 + outliers.size - Number(outliers.has(step))) / (1 + known.length),
    ),
  };
}

const medianOfChiSquare = 0.4549;

/**
 * Variance of the net change of a step over what it is where samples turn one by one: above 1 where they turn together, as in clusters
 * or where each run has its own luck. The steps that turn furthest are left out: the merge that is looked for must not count.
 */
export function togetherness(leveled: Leveled, outcomes: Outcomes, { outliers }: Usual): number {
  const ratios = blocksOf(stepsOf(leveled), outliers).toSorted((a, b) => a - b);
  const kept = ratios.slice(0, Math.floor(ratios.length * nearer));
  const mean = kept.reduce((sum, ratio) => sum + ratio, 0) / kept.length / meanOfNearer;
  // Above what the estimate varies by itself.
  const ofSteps = ratios.length < fewest ? 1 : mean / (1 + 2 / Math.sqrt(ratios.length));
  return Math.max(1, ofSteps, clustered(outcomes));
}

/** Squares of the net change over its variance, steps together until enough answers turned. */
function blocksOf({ net, spread }: Steps, leftOut: ReadonlySet<number>): number[] {
  const ratios: number[] = [];
  let [sum, variance] = [0, 0];
  for (let step = 1; step < net.length; step++) {
    if (leftOut.has(step)) continue;
    sum += net[step] ?? 0;
    variance += spread[step] ?? 0;
    if (variance < 10) continue;
    ratios.push(sum ** 2 / variance);
    [sum, variance] = [0, 0];
  }
  return ratios;
}

/** Part of the steps that counts, and the mean of that part of χ² with one degree of freedom. */
const nearer = 0.85;
const meanOfNearer = 0.52;

/** Design effect: within clusters, at each step. */
function clustered({ values, clusters }: Outcomes): number {
  if (clusters === undefined) return 1;
  let [together, apart] = [0, 0];
  for (let step = 1; step < values.length; step++) {
    const sums = new Map<number, number>();
    for (const [sample, cluster] of clusters.entries()) {
      const by = (values[step]?.[sample] ?? NaN) - (values[step - 1]?.[sample] ?? NaN);
      if (Number.isNaN(by)) continue;
      apart += by ** 2;
      sums.set(cluster, (sums.get(cluster) ?? 0) + by);
    }
    for (const sum of sums.values()) together += sum ** 2;
  }
  return apart === 0 ? 1 : together / apart;
}

function stepsOf({ patterns, evaluations }: Leveled): Steps {
  const zeros = (): Float64Array => new Float64Array(evaluations);
  const steps: Steps = { turned: zeros(), compared: zeros(), net: zeros(), spread: zeros() };
  const add = (to: Float64Array, step: number, value: number): void => {
    to[step] = (to[step] ?? 0) + value;
  };
  for (const { levels, count } of patterns)
    for (let step = 1; step < evaluations; step++) {
      const [before, after] = [levels[step - 1] ?? absent, levels[step] ?? absent];
      if (before === absent || after === absent) continue;
      add(steps.compared, step, count);
      if (before === after) continue;
      add(steps.turned, step, count);
      add(steps.net, step, count * (after - before));
      add(steps.spread, step, count * (after - before) ** 2);
    }
  return steps;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

/** Of the middle four fifths. */
function trimmedMean(values: readonly number[]): number {
  const cut = Math.floor(values.length / 10);
  const kept = values.toSorted((a, b) => a - b).slice(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
