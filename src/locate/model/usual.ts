/** How much is usual on this trunk: of answers that turn at a merge, and of how far they turn the same way. */
import type { Chain } from './chain.ts';
import { logSum } from './log-sum.ts';
import type { Outcomes, Leveled } from './outcomes.ts';
import { bySpan, stepsOf, sum, type Steps, type WholeStep } from './steps.ts';

export interface Usual {
  /** By step, as other merges have it. */
  readonly churn: Float64Array;
  /** By step, as it was measured there. */
  readonly own: Float64Array;
  /** Steps that stir far more answers than is usual. */
  readonly outliers: ReadonlySet<number>;
  /** Part of the answers that turned which turned both ways: 1 where as many got better as worse, as where answers are only stirred. */
  readonly balance: Float64Array;
  /** Probability by step that a harmless merge is one of these, by the other merges. */
  readonly outlierRate: Float64Array;
}

/** Fewer steps than these do not show what is usual. */
const fewest = 3;

/** Standard errors from which a merge stirs unusually much. */
const far = 5;

/** Above 1, times √steps: what the dispersion is by chance in less than one trunk of twenty; by 20,000 drawn ones. */
const byChance = 3.2;

/** `merges`: by step, how many lie between the evaluation and the one before; step 0 is none. */
export function usualOf(leveled: Leveled, chain: Chain, merges: readonly number[]): Usual {
  const steps = stepsOf(leveled);
  const known = [...chain.churn.keys()].filter((step) => step > 0 && (steps.compared[step] ?? 0) > 0);
  if (known.length < fewest) return ofFew(chain, steps, merges);
  const whole = known.map((step) => wholeStep(step, steps, chain, merges));
  const turning = bySpan(whole.map((one) => ({ ...one, hazard: one.turned / one.compared })));
  const z = ({ turned, compared, span }: Compared): number => {
    const rate = Math.min(turning(span), 0.95);
    const expected = Math.max(rate * compared, 0.5);
    return (turned - expected) / Math.sqrt(expected * Math.max(1 - rate, 0.05));
  };
  const dispersion = nearMean(whole.map((step) => z(step) ** 2));
  const trust = Math.max(0, 1 - (1 + byChance / Math.sqrt(known.length)) / dispersion);
  const spread = Math.max(1, dispersion);
  const outliers = new Set(whole.filter((one) => z(one) / Math.sqrt(spread) > far).map(({ step }) => step));
  return {
    churn: ofOthers(chain, whole, merges).map((middle, step) =>
      step === 0 ? 0 : middle + trust * ((chain.churn[step] ?? 0) - middle),
    ),
    own: chain.churn,
    outliers,
    balance: balanceOf(steps),
    outlierRate: outlierRates(chain, outliers, merges),
  };
}

/** Of more steps than these one hardly moves what is usual. */
const many = 100;

/** Churn by step as all other steps have it: of few the culprit's own would make its samples that turned seem usual. */
function ofOthers({ churn }: Chain, whole: readonly WholeStep[], merges: readonly number[]): Float64Array {
  const all = bySpan(whole);
  return churn.map((_, step) => {
    const others = whole.length > many ? whole : whole.filter((one) => one.step !== step);
    const isAll = others.length === whole.length || others.length < fewest;
    return -Math.expm1(-(isAll ? all : bySpan(others))(merges[step] ?? 1));
  });
}

/** As the fit has it of all steps, also those of few samples. */
function ofFew(chain: Chain, steps: Steps, merges: readonly number[]): Usual {
  const all = [...chain.churn.keys()].slice(1).map((step) => ({
    step,
    span: merges[step] ?? 1,
    hazard: -Math.log1p(-Math.min(chain.churn[step] ?? 0, 0.999)),
  }));
  const usually = all.length < fewest ? undefined : bySpan(all);
  return {
    churn: chain.churn.map((own, step) =>
      step === 0 ? 0 : usually === undefined ? own : -Math.expm1(-usually(merges[step] ?? 1)),
    ),
    own: chain.churn,
    outliers: new Set(),
    balance: balanceOf(steps),
    outlierRate: outlierRates(chain, new Set(), merges),
  };
}

function balanceOf({ net, spread, turned }: Steps): Float64Array {
  return net.map((by, step) => {
    const moved = Math.sqrt((spread[step] ?? 0) * (turned[step] ?? 0));
    return moved === 0 ? 1 : 1 - Math.abs(by) / moved;
  });
}

/** Of each merge alike, so that over several one is likelier. */
function outlierRates(
  { churn }: Chain,
  outliers: ReadonlySet<number>,
  merges: readonly number[],
): Float64Array {
  const all = merges.slice(1).reduce((total, span) => total + Math.max(span, 1), 0);
  return churn.map((_, step) => {
    const ofOne = (1 + outliers.size - Number(outliers.has(step))) / (2 + all);
    return 1 - (1 - ofOne) ** Math.max(merges[step] ?? 1, 1);
  });
}

interface Compared extends WholeStep {
  readonly turned: number;
  readonly compared: number;
}

function wholeStep(step: number, steps: Steps, { churn }: Chain, merges: readonly number[]): Compared {
  const before = steps.before[step] ?? step - 1;
  const within = Array.from({ length: step - before }, (_, at) => before + 1 + at);
  return {
    step,
    span: sum(within.map((one) => merges[one] ?? 1)),
    hazard: sum(within.map((one) => -Math.log1p(-Math.min(churn[one] ?? 0, 0.999)))),
    turned: steps.turned[step] ?? 0,
    compared: steps.compared[step] ?? 0,
  };
}

/**
 * Variance of the net change of a step over what it is where samples turn one by one: above 1 where they turn together, as in clusters
 * or where each run has its own luck. The steps that turn furthest are left out: the merge that is looked for must not count. Of few
 * steps it is not known exactly: what the evidence is divided by is the harmonic mean of what it may be.
 */
export function togetherness(leveled: Leveled, outcomes: Outcomes, { outliers }: Usual): number {
  const ratios = blocksOf(stepsOf(leveled), outliers);
  return Math.max(ratios.length < fewestBlocks ? 1 : ofSteps(ratios), clustered(outcomes));
}

/** Fewer say nothing of it. */
const fewestBlocks = 6;

function ofSteps(ratios: readonly number[]): number {
  const kept = Math.floor(ratios.length * nearer);
  const mean = nearMean(ratios);
  const logs = mayBe.map(
    ({ times, prior }) => Math.log(prior) - (freedom * kept * (Math.log(times) + mean / times)) / 2,
  );
  const whole = logSum(logs);
  const inverse = sum(mayBe.map(({ times }, at) => Math.exp((logs[at] ?? 0) - whole) / times));
  return 1 / inverse;
}

/** Samples turn one by one, mostly; else as if so many were one. */
const mayBe = [
  { times: 1, prior: 0.75 },
  ...[1.5, 2.2, 3.2, 4.7, 7, 10, 15].map((times) => ({ times, prior: 0.25 / 7 })),
];

/** Part of the steps that counts as known, for those furthest off are left out. */
const freedom = 0.8;

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

/** Mean of squares over what it is where each is of a standard normal; those that lie furthest off are left out. */
function nearMean(squares: readonly number[]): number {
  const kept = squares.toSorted((a, b) => a - b).slice(0, Math.floor(squares.length * nearer));
  return sum(kept) / kept.length / meanOfNearer;
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
