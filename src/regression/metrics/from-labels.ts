import { regressionRules } from '../rules.ts';
import type { Pair } from '../samples/pair.ts';
import type { Sample } from '../samples/sample.ts';
import { agreementStatistic, type Agreement } from './agreement.ts';
import { classStatistic, type Average, type Part } from './classes.ts';
import {
  correctness,
  countAt,
  hasCode,
  LabelEncoder,
  sharedAt,
  type LabelCodes,
  type Labels,
} from './labels.ts';
import { labelsName, notNumbers, type Measured } from './measured.ts';
import { positiveLabel, type LabelMetric, type MetricSpec } from './spec.ts';
import { meanStatistic, quotient, ratioStatistic, type Ratio } from './statistic.ts';
import { weightsOf } from './weights.ts';

interface Encoded {
  readonly encoder: LabelEncoder;
  readonly target: LabelCodes;
  readonly baseline: LabelCodes;
  readonly candidate: LabelCodes;
  /** What each sample counts, on average 1; absent where all count alike. */
  readonly weights?: Float64Array;
}

/** A metric of target and prediction. */
export function fromLabels(metric: LabelMetric, spec: MetricSpec, pairs: readonly Pair[]): Measured {
  const bare = pairs.filter(({ baseline, candidate }) => isBare(baseline) || isBare(candidate));
  if (bare.length > 0)
    return notNumbers(
      labelsName,
      bare.flatMap(({ baseline, candidate }) => [baseline, candidate].filter(isBare)),
    );
  const encoder = new LabelEncoder();
  const target = encoder.encode(pairs, ({ baseline }) => baseline.target);
  const targets = encoder.names();
  const baseline = encoder.encode(pairs, (pair) => acceptedAnswer(pair.baseline));
  const candidate = encoder.encode(pairs, (pair) => acceptedAnswer(pair.candidate));
  const weights = weightsOf(pairs);
  const encoded = { encoder, target, baseline, candidate, ...(weights !== undefined && { weights }) };
  const outcomes = { baseline: correctness(target, baseline), candidate: correctness(target, candidate) };
  const average = averageOf(metric.average, spec, targets, encoder.names());
  const built = builders[average](encoded, metric.part, spec);
  return built.ok ? { ...built, outcomes } : built;
}

function isBare({ prediction, target }: Sample): boolean {
  return prediction === undefined || target === undefined;
}

function averageOf(
  average: LabelMetric['average'],
  spec: MetricSpec,
  targets: readonly string[],
  all: readonly string[],
): keyof typeof builders {
  if (average === 'auto') return averageFor(spec, targets, all);
  return average === 'macro' && spec.overTargets === true ? 'asked' : average;
}

/** Several targets and one answer: accepted answers; any of them is right. */
function acceptedAnswer({ target, prediction }: Sample): Labels {
  if (typeof prediction !== 'string' || typeof target === 'string' || target === undefined) return prediction;
  return target.includes(prediction) ? target : prediction;
}

/**
 * Two labels with a positive one by convention, or a positive one named: binary; else macro, over the classes of the targets: an answer that
 * says what no target is has not made the benchmark one class larger.
 */
function averageFor(
  spec: MetricSpec,
  targets: readonly string[],
  all: readonly string[],
): 'binary' | 'asked' {
  return spec.positive !== undefined ||
    positiveLabel(all) !== undefined ||
    positiveLabel(targets) !== undefined
    ? 'binary'
    : 'asked';
}

type Builder = (encoded: Encoded, part: Part, spec: MetricSpec) => Measured;

const builders: Record<Exclude<LabelMetric['average'], 'auto'> | 'asked', Builder> = {
  exact: ({ target, baseline, candidate, weights }) => ({
    ok: true,
    statistic: meanStatistic(correctness(target, baseline), correctness(target, candidate), weights),
    definition: 'share of samples whose prediction is the target',
  }),
  binary,
  micro,
  macro: (encoded, part) => averaged(encoded, part, 'macro'),
  asked: (encoded, part) => averaged(encoded, part, 'asked'),
  weighted: (encoded, part) => averaged(encoded, part, 'weighted'),
  balanced: (encoded, part) => averaged(encoded, part, 'balanced'),
  mcc: (encoded, _, spec) => agreement(encoded, 'mcc', spec),
  kappa: (encoded, _, spec) => agreement(encoded, 'kappa', spec),
};

function agreement(
  { target, baseline, candidate, weights }: Encoded,
  kind: Agreement,
  spec: MetricSpec,
): Measured {
  const several = [target, baseline, candidate].some((side) => side.codes.length > side.offsets.length - 1);
  if (several) return onlyOneLabel(spec);
  const statistic = agreementStatistic(kind, target, baseline, candidate, weights);
  return { ok: true, statistic, definition: `${spec.title} of target and prediction` };
}

function onlyOneLabel(spec: MetricSpec): Measured {
  return {
    ok: false,
    rule: regressionRules['undefined-metric'],
    reason: `${spec.title} is of one label a sample, and some have several`,
    help: 'Name another metric, such as f1_macro.',
  };
}

function averaged({ encoder, ...sides }: Encoded, part: Part, average: Average): Measured {
  const statistic = classStatistic({ ...sides, classes: encoder.size, average, part });
  const over =
    average === 'asked'
      ? `macro average of ${part} over the ${new Set(sides.target.codes).size} classes of the targets`
      : `${average} average of ${part} over ${encoder.size} classes`;
  return { ok: true, statistic, definition: over };
}

function binary(
  { encoder, target, baseline, candidate, weights }: Encoded,
  part: Part,
  spec: MetricSpec,
): Measured {
  const positive =
    spec.positive ??
    positiveLabel(encoder.names()) ??
    positiveLabel(encoder.names().filter((label) => isTarget(encoder, target, label)));
  const code = positive === undefined ? undefined : encoder.code(positive);
  if (positive === undefined || code === undefined) return noPositive(spec, positive, encoder.names());
  const side = (prediction: LabelCodes): Ratio => binaryRatio(target, prediction, code, part);
  const statistic = ratioStatistic(side(baseline), side(candidate), flipSizes[part], weights);
  return { ok: true, statistic, definition: `${part} of the label ${positive}` };
}

function isTarget(encoder: LabelEncoder, target: LabelCodes, label: string): boolean {
  return target.codes.includes(encoder.code(label) ?? -1);
}

function noPositive(spec: MetricSpec, positive: string | undefined, labels: readonly string[]): Measured {
  const [example = 'yes'] = labels.filter((label) => /^[\w.-]{1,40}$/.test(label));
  return {
    ok: false,
    rule: regressionRules['positive-label'],
    reason:
      positive === undefined
        ? `Which label is positive cannot be determined for ${spec.title}`
        : `The positive label ${positive} occurs nowhere in the results`,
    help: `Name it, as in ${spec.name}:positive=${example}, or use ${spec.name.replace(/_binary$/, '')}_macro.`,
  };
}

/** Largest |influence| of one flip, by the ratio's value and mean denominator: a true positive lost, or a false one gained. */
const flipSizes: Record<Part, (value: number, meanDen: number) => number> = {
  f1: (value, meanDen) => quotient(2 - value, meanDen),
  precision: (value, meanDen) => quotient(Math.max(value, 1 - value), meanDen),
  recall: (_, meanDen) => quotient(1, meanDen),
};

/** With one label a sample the denominator stays when a sample flips. */
const singleFlips: Record<Part, (value: number, meanDen: number) => number> = {
  f1: (_, meanDen) => quotient(2, meanDen),
  precision: (_, meanDen) => quotient(1, meanDen),
  recall: (_, meanDen) => quotient(1, meanDen),
};

function binaryRatio(target: LabelCodes, prediction: LabelCodes, code: number, part: Part): Ratio {
  const gold = (i: number): number => Number(hasCode(target, i, code));
  const said = (i: number): number => Number(hasCode(prediction, i, code));
  return ratioOf(target, part, { hits: (i) => gold(i) * said(i), predicted: said, support: gold });
}

function micro({ target, baseline, candidate, weights }: Encoded, part: Part): Measured {
  const side = (prediction: LabelCodes): Ratio =>
    ratioOf(target, part, {
      hits: (i) => sharedAt(target, prediction, i),
      predicted: (i) => countAt(prediction, i),
      support: (i) => countAt(target, i),
    });
  const single = [target, baseline, candidate].every(
    (codes) => codes.codes.length <= codes.offsets.length - 1,
  );
  const statistic = ratioStatistic(
    side(baseline),
    side(candidate),
    single ? singleFlips[part] : flipSizes[part],
    weights,
  );
  return { ok: true, statistic, definition: `${part} over the counts of all classes together` };
}

type CountOf = (i: number) => number;

function ratioOf(
  target: LabelCodes,
  part: Part,
  counts: { readonly hits: CountOf; readonly predicted: CountOf; readonly support: CountOf },
): Ratio {
  const n = target.offsets.length - 1;
  // Whole numbers: half the room, of a million samples 16 MB.
  const num = new Int32Array(n);
  const den = new Int32Array(n);
  const { hits, predicted, support } = counts;
  const [ofHits, ofPredicted, ofSupport] = parts[part];
  for (let i = 0; i < n; i++) {
    num[i] = ofHits * hits(i);
    den[i] = ofPredicted * predicted(i) + ofSupport * support(i);
  }
  return { num, den };
}

/** How often hits count in the numerator, and what is predicted and supported in the denominator. */
const parts: Record<Part, readonly [hits: number, predicted: number, support: number]> = {
  f1: [2, 1, 1],
  precision: [1, 1, 0],
  recall: [1, 0, 1],
};
