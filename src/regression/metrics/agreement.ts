/**
 * Agreement of predictions and targets beyond chance: Cohen's kappa (Cohen 1960) and the correlation of Matthews for any number of
 * classes (Gorodkin 2004), as scikit-learn has them. A missing prediction is a class of its own.
 */
import type { LabelCodes } from './labels.ts';
import type { PairedStatistic } from './statistic.ts';
import { heaviest } from './weights.ts';

export type Agreement = 'mcc' | 'kappa';

interface Side {
  readonly value: number;
  readonly influence: Float64Array;
  readonly flip: number;
  readonly defined: boolean;
}

/** Candidate minus baseline, with what each sample adds to first order. */
export function agreementStatistic(
  kind: Agreement,
  target: LabelCodes,
  baseline: LabelCodes,
  candidate: LabelCodes,
  weights?: Float64Array,
): PairedStatistic {
  const [before, after] = [sideOf(kind, target, baseline, weights), sideOf(kind, target, candidate, weights)];
  return {
    n: target.offsets.length - 1,
    baseline: before.value,
    candidate: after.value,
    influence: after.influence.map((value, i) => value - (before.influence[i] ?? 0)),
    flip: (heaviest(weights) * (before.flip + after.flip)) / 2,
    discordant: after.influence.reduce(
      (count, _, i) => count + Number(codeAt(baseline, i) !== codeAt(candidate, i)),
      0,
    ),
    defined: before.defined && after.defined,
  };
}

/** Both are (p − e) / d of the observed agreement p, the chance one e = Σ aₖbₖ, and what is most possible. */
function sideOf(kind: Agreement, target: LabelCodes, prediction: LabelCodes, weights?: Float64Array): Side {
  const n = target.offsets.length - 1;
  const [a, b] = [sharesOf(target, n, weights), sharesOf(prediction, n, weights)];
  let observed = 0;
  for (let i = 0; i < n; i++)
    observed += (Number(codeAt(target, i) === codeAt(prediction, i)) * (weights?.[i] ?? 1)) / n;
  const expected = sumOver(a, (k, share) => share * (b.get(k) ?? 0));
  const [x, y] = [1 - sumOver(a, (_, share) => share ** 2), 1 - sumOver(b, (_, share) => share ** 2)];
  const most = kind === 'kappa' ? 1 - expected : Math.sqrt(x * y);
  const defined = most > 0;
  const value = defined ? (observed - expected) / most : 0;
  const influenceOf = (i: number): number => {
    const [t, p] = [codeAt(target, i), codeAt(prediction, i)];
    const [at, bp] = [a.get(t) ?? 0, b.get(p) ?? 0];
    const dObserved = Number(t === p) - observed;
    const dExpected = (b.get(t) ?? 0) + (a.get(p) ?? 0) - 2 * expected;
    if (kind === 'kappa') return dObserved / most - (dExpected * (1 - observed)) / most ** 2;
    const [dx, dy] = [-2 * (at - (1 - x)), -2 * (bp - (1 - y))];
    return (dObserved - dExpected) / most - (value / 2) * (dx / x + dy / y);
  };
  const influence = Float64Array.from({ length: n }, (_, i) =>
    defined ? (weights?.[i] ?? 1) * influenceOf(i) : 0,
  );
  return { value, influence, flip: defined ? 1 / most : 0, defined };
}

const none = -1;

/** The one label of a sample. */
function codeAt({ codes, offsets }: LabelCodes, i: number): number {
  return (offsets[i + 1] ?? 0) > (offsets[i] ?? 0) ? (codes[offsets[i] ?? 0] ?? none) : none;
}

function sharesOf(labels: LabelCodes, n: number, weights?: Float64Array): Map<number, number> {
  const shares = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const code = codeAt(labels, i);
    shares.set(code, (shares.get(code) ?? 0) + (weights?.[i] ?? 1) / n);
  }
  return shares;
}

function sumOver(shares: ReadonlyMap<number, number>, of: (k: number, share: number) => number): number {
  let sum = 0;
  for (const [k, share] of shares) sum += of(k, share);
  return sum;
}
