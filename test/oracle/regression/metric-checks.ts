/** Metrics under the names of scikit-learn. */
import {
  averageOverClasses,
  countClasses,
  type ClassCounts,
} from '../../../src/regression/metrics/classes.ts';
import { correctness, countAt, LabelEncoder, sharedAt } from '../../../src/regression/metrics/labels.ts';
import { quotient } from '../../../src/regression/metrics/statistic.ts';
import { measure } from '../../../src/regression/metrics/measure.ts';
import { parseMetric } from '../../../src/regression/metrics/spec.ts';
import { normalCdf } from '../../../src/regression/statistics/normal.ts';
import { meanOf, plainError } from '../../../src/regression/statistics/standard-error.ts';
import type { Sample } from '../../../src/regression/index.ts';
import type { OracleInput } from './oracles.ts';

const asIs = <T>(one: T): T => one;

/** F1, precision, recall and accuracy of one label a sample. */
export function singleLabel(input: OracleInput): Record<string, unknown> {
  const encoder = new LabelEncoder();
  const target = encoder.encode(input.y.map(String), asIs);
  const prediction = encoder.encode(input.pred.map(String), asIs);
  const all = countClasses(target, prediction, encoder.size);
  const labels = (input.labels ?? encoder.names().toSorted()).map(String);
  const codes = labels.map((label) => encoder.code(label) ?? -1);
  const counts = chosen(all, codes);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const positive = chosen(all, [encoder.code(String(input.pos_label)) ?? -1]);
  return {
    ...Object.fromEntries(
      (['f1', 'precision', 'recall'] as const).flatMap((part) =>
        (['macro', 'weighted'] as const).map((average) => [
          `${part}_${average}`,
          averageOverClasses(counts, average, part),
        ]),
      ),
    ),
    f1_micro: (2 * sum(counts.hits)) / (sum(counts.predicted) + sum(counts.support)),
    precision_micro: sum(counts.hits) / sum(counts.predicted),
    recall_micro: sum(counts.hits) / sum(counts.support),
    f1_binary: quotient(
      2 * sum(positive.hits),
      sum(positive.predicted) + sum(positive.support),
      input.zero_division ?? 0,
    ),
    f1_per_class: codes.map((code) => f1At(all, code)),
    support: codes.map((code) => all.support[code] ?? 0),
    accuracy: meanOf(correctness(target, prediction)),
    balanced_accuracy: averageOverClasses(all, 'balanced', 'recall'),
  };
}

function chosen({ hits, predicted, support }: ClassCounts, codes: readonly number[]): ClassCounts {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(codes, (code) => values[code] ?? 0);
  return { hits: pick(hits), predicted: pick(predicted), support: pick(support) };
}

function f1At({ hits, predicted, support }: ClassCounts, code: number): number {
  return quotient(2 * (hits[code] ?? 0), (predicted[code] ?? 0) + (support[code] ?? 0));
}

/** Several labels a sample, given as rows of 0 and 1. */
export function multilabel(input: OracleInput): Record<string, unknown> {
  const rows = (side: OracleInput['y']): string[][] =>
    side.map((row) => (Array.isArray(row) ? row.flatMap((flag, k) => (flag === 1 ? [String(k)] : [])) : []));
  const encoder = new LabelEncoder();
  encoder.encode([['0', '1', '2']], asIs);
  const target = encoder.encode(rows(input.y), asIs);
  const prediction = encoder.encode(rows(input.pred), asIs);
  const counts = countClasses(target, prediction, encoder.size);
  const perSample = input.y.map((_, i) =>
    quotient(2 * sharedAt(target, prediction, i), countAt(target, i) + countAt(prediction, i)),
  );
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return {
    f1_micro: (2 * sum(counts.hits)) / (sum(counts.predicted) + sum(counts.support)),
    f1_macro: averageOverClasses(counts, 'macro', 'f1'),
    f1_weighted: averageOverClasses(counts, 'weighted', 'f1'),
    f1_samples: meanOf(perSample),
    exact_match: meanOf(correctness(target, prediction)),
    f1_per_class: [0, 1, 2].map((code) => f1At(counts, code)),
  };
}

export function fromCounts({ tp_fp_fn: rows }: OracleInput): Record<string, unknown> {
  const f1 = ([tp, fp, fn]: readonly number[]): number =>
    quotient(2 * (tp ?? 0), 2 * (tp ?? 0) + (fp ?? 0) + (fn ?? 0));
  const total = [0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  return { micro: f1(total), mean_of_samples: meanOf(rows.map(f1)) };
}

export function pairedF1(input: OracleInput): Record<string, unknown> {
  const f1 = measured('f1_binary:positive=1', input);
  const accuracy = measured('accuracy', input);
  return {
    f1_base: f1.baseline,
    f1_cand: f1.candidate,
    diff: f1.candidate - f1.baseline,
    agreement: 1 - f1.discordant / f1.n,
    acc_base: accuracy.baseline,
    acc_cand: accuracy.candidate,
    cells_y_a_b: cellCounts(input),
  };
}

export function influence(input: OracleInput): Record<string, unknown> {
  const f1 = measured('f1_binary:positive=1', input);
  const diff = f1.candidate - f1.baseline;
  const se = plainError(f1.influence);
  return { diff, se, z: diff / se, p_one_sided_drop: normalCdf(diff / se) };
}

/** Counts of target, baseline and candidate: index 4y + 2a + b. */
export function cellCounts({ y, base, cand }: OracleInput): number[] {
  const counts = Array.from({ length: 8 }, () => 0);
  y.forEach((target, i) => {
    const cell = 4 * Number(target) + 2 * (base[i] ?? 0) + (cand[i] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return counts;
}

function measured(name: string, { y, base, cand }: OracleInput) {
  const side = (predictions: readonly number[], i: number): Sample => ({
    id: String(i),
    target: String(y[i]),
    prediction: String(predictions[i]),
    scores: new Map(),
    slices: [],
    file: 'f',
  });
  const spec = parseMetric(name);
  if (typeof spec === 'string') throw new Error(spec);
  const result = measure(
    spec,
    y.map((_, i) => ({ baseline: side(base, i), candidate: side(cand, i) })),
  );
  if (!result.ok) throw new Error(result.reason);
  return result.statistic;
}
