import { hasCode, sameAt, type LabelCodes } from './labels.ts';
import { quotient, type PairedStatistic } from './statistic.ts';
import { heaviest } from './weights.ts';

export type Part = 'f1' | 'precision' | 'recall';
/**
 * `macro`: over the classes of targets and predictions together, as scikit-learn does by itself. `asked` and `balanced`: over those of the
 * targets only, as its `labels=numpy.unique(y_true)` and balanced accuracy.
 */
export type Average = 'macro' | 'asked' | 'weighted' | 'balanced';

/** Counts of each class: true positives, predicted, and supported by the target. */
export interface ClassCounts {
  readonly hits: Float64Array;
  readonly predicted: Float64Array;
  readonly support: Float64Array;
}

export interface ClassInput {
  readonly target: LabelCodes;
  readonly baseline: LabelCodes;
  readonly candidate: LabelCodes;
  readonly classes: number;
  readonly average: Average;
  readonly part: Part;
  /** What each sample counts, on average 1; absent where all count alike. */
  readonly weights?: Float64Array;
}

const parts: Record<
  Part,
  { top: (hits: number) => number; bottom: (predicted: number, support: number) => number }
> = {
  f1: { top: (hits) => 2 * hits, bottom: (predicted, support) => predicted + support },
  precision: { top: (hits) => hits, bottom: (predicted) => predicted },
  recall: { top: (hits) => hits, bottom: (_, support) => support },
};

/** What a class counts in the average, by how often it is predicted and supported. */
const weights: Record<Average, (predicted: number, support: number) => number> = {
  macro: (predicted, support) => Number(predicted + support > 0),
  asked: (_, support) => Number(support > 0),
  weighted: (_, support) => support,
  balanced: (_, support) => Number(support > 0),
};

/** Macro or weighted F1, precision or recall, as scikit-learn defines them. */
export function averageOverClasses(
  { hits, predicted, support }: ClassCounts,
  average: Average,
  part: Part,
): number {
  const { top, bottom } = parts[part];
  let sum = 0;
  let total = 0;
  for (let k = 0; k < hits.length; k++) {
    const p = predicted[k] ?? 0;
    const s = support[k] ?? 0;
    const weight = weights[average](p, s);
    total += weight;
    if (weight > 0) sum += weight * quotient(top(hits[k] ?? 0), bottom(p, s));
  }
  return quotient(sum, total);
}

export function countClasses(
  target: LabelCodes,
  prediction: LabelCodes,
  classes: number,
  weights?: Float64Array,
): ClassCounts {
  const counts = {
    hits: new Float64Array(classes),
    predicted: new Float64Array(classes),
    support: new Float64Array(classes),
  };
  for (let i = 0; i + 1 < target.offsets.length; i++)
    addSample(counts, target, prediction, i, weights?.[i] ?? 1);
  return counts;
}

function addSample(
  counts: ClassCounts,
  target: LabelCodes,
  prediction: LabelCodes,
  i: number,
  weight: number,
): void {
  for (let at = target.offsets[i] ?? 0; at < (target.offsets[i + 1] ?? 0); at++) {
    const code = target.codes[at] ?? 0;
    counts.support[code] = (counts.support[code] ?? 0) + weight;
    if (hasCode(prediction, i, code)) counts.hits[code] = (counts.hits[code] ?? 0) + weight;
  }
  for (let at = prediction.offsets[i] ?? 0; at < (prediction.offsets[i + 1] ?? 0); at++) {
    const code = prediction.codes[at] ?? 0;
    counts.predicted[code] = (counts.predicted[code] ?? 0) + weight;
  }
}

/** A class-averaged metric on paired samples. */
export function classStatistic(input: ClassInput): PairedStatistic {
  const { target, baseline, candidate, weights: drawn } = input;
  const n = target.offsets.length - 1;
  const before = sideOf(baseline, input);
  const after = sideOf(candidate, input);
  const influence = new Float64Array(n);
  let discordant = 0;
  for (let i = 0; i < n; i++) {
    influence[i] = (drawn?.[i] ?? 1) * (after.influence(i) - before.influence(i));
    if (!sameAt(baseline, candidate, i)) discordant++;
  }
  const flip = (heaviest(drawn) * (before.flip() + after.flip())) / 2;
  return {
    n,
    baseline: before.value,
    candidate: after.value,
    influence,
    flip,
    discordant,
    defined: n > 0,
  };
}

interface Side {
  readonly value: number;
  influence(i: number): number;
  flip(): number;
}

/** Influence: each class's own ratio in its share of the average; with weights by support, the weights vary too. */
function sideOf(
  prediction: LabelCodes,
  { target, classes, average, part, weights: drawn }: ClassInput,
): Side {
  const counts = countClasses(target, prediction, classes, drawn);
  const value = averageOverClasses(counts, average, part);
  const rates = ratesOf(counts, average, part);
  const n = target.offsets.length - 1;
  const weighted = average === 'weighted';
  const influence = (i: number): number => {
    let sum = 0;
    forEachCode(target, i, (k) => {
      const hit = hasCode(prediction, i, k);
      sum += rates.step(k, Number(hit), Number(hit), 1) * n;
      if (weighted) sum += (((rates.value[k] ?? 0) - value) * n) / rates.totalWeight;
    });
    forEachCode(prediction, i, (k) => {
      if (!hasCode(target, i, k)) sum += rates.step(k, 0, 1, 0) * n;
    });
    return sum;
  };
  return { value, influence, flip: () => rootMeanSquareFlip(target, rates, n) };
}

interface Rates {
  readonly value: Float64Array;
  readonly totalWeight: number;
  /** Change of the average, to first order, by a sample with these counts in class k. */
  step(k: number, hit: number, predicted: number, support: number): number;
}

function ratesOf(counts: ClassCounts, average: Average, part: Part): Rates {
  const { top, bottom } = parts[part];
  const weightOf = (k: number): number => weights[average](counts.predicted[k] ?? 0, counts.support[k] ?? 0);
  const bottoms = counts.hits.map((_, k) => bottom(counts.predicted[k] ?? 0, counts.support[k] ?? 0));
  const value = counts.hits.map((hits, k) => quotient(top(hits), bottoms[k] ?? 0));
  const totalWeight = counts.hits.reduce((sum, _, k) => sum + weightOf(k), 0);
  return {
    value,
    totalWeight,
    step: (k, hit, predicted, support) =>
      quotient(
        (weightOf(k) / totalWeight) * (top(hit) - (value[k] ?? 0) * bottom(predicted, support)),
        bottoms[k] ?? 0,
      ),
  };
}

/**
 * The size of a flip differs from class to class, and without bound where a class is rare: the root mean square over
 * the samples stands for it, where a pooled metric takes the largest.
 */
function rootMeanSquareFlip(target: LabelCodes, rates: Rates, n: number): number {
  let squares = 0;
  for (let i = 0; i < n; i++) {
    forEachCode(target, i, (k) => {
      squares += ((rates.step(k, 1, 1, 1) - rates.step(k, 0, 0, 1)) * n) ** 2;
    });
  }
  return n === 0 ? 0 : Math.sqrt(squares / n);
}

function forEachCode({ codes, offsets }: LabelCodes, i: number, visit: (code: number) => void): void {
  for (let at = offsets[i] ?? 0; at < (offsets[i + 1] ?? 0); at++) visit(codes[at] ?? 0);
}
