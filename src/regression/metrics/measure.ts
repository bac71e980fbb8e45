import type { Pair } from '../pair.ts';
import type { Sample } from '../sample.ts';
import { classStatistic, type Average, type Part } from './classes.ts';
import { correctness, countAt, hasCode, LabelEncoder, sharedAt, type LabelCodes } from './labels.ts';
import { labelMetrics, positiveLabel, scoreAliases, type LabelMetric, type MetricSpec } from './spec.ts';
import { meanStatistic, quotient, ratioStatistic, type PairedStatistic, type Ratio } from './statistic.ts';
import { textMetrics } from './text.ts';

/** A metric measured on the pairs, or why it cannot be. */
export type Measured =
  | {
      readonly ok: true;
      readonly statistic: PairedStatistic;
      readonly definition: string;
      readonly outcomes?: Outcomes;
    }
  | {
      readonly ok: false;
      readonly rule: string;
      readonly reason: string;
      readonly help: string;
      readonly samples?: readonly Sample[];
      readonly count?: number;
    };

/** How good each sample is on both sides, for the list of samples that flipped. */
export interface Outcomes {
  readonly baseline: Float64Array;
  readonly candidate: Float64Array;
}

/** A score column of the metric's name comes first: it is the evaluation's own definition. */
export function measure(spec: MetricSpec, pairs: readonly Pair[]): Measured {
  const column = scoreColumn(spec, pairs);
  if (column !== undefined) return fromScores(column, pairs);
  const text = textMetrics.get(spec.key);
  if (text !== undefined && hasLabels(pairs)) return fromText(text, spec, pairs);
  const label = labelMetrics.get(spec.key);
  if (label !== undefined && hasLabels(pairs)) return fromLabels(label, spec, pairs);
  return {
    ok: false,
    rule: 'regression/metric-missing',
    reason: `The results do not carry ${spec.title}: ${available(pairs)}`,
    help: 'Name a metric that both sides carry, or let the evaluation write it for each sample.',
  };
}

export function hasLabels(pairs: readonly Pair[]): boolean {
  return pairs.some(
    ({ baseline, candidate }) => baseline.target !== undefined && candidate.target !== undefined,
  );
}

/** Exact name first, then aliases, then the name before a filter: `acc` for `acc,none`. */
function scoreColumn(spec: MetricSpec, pairs: readonly Pair[]): string | undefined {
  const names = new Set<string>();
  for (const { baseline, candidate } of pairs.slice(0, 100)) {
    for (const name of candidate.scores.keys()) if (baseline.scores.has(name)) names.add(name);
  }
  const wanted = [spec.name, spec.key, ...(scoreAliases.get(spec.key) ?? [])];
  return (
    wanted.find((name) => names.has(name)) ??
    [...names].find((name) => wanted.some((one) => name.toLowerCase() === one || name.startsWith(`${one},`)))
  );
}

function available(pairs: readonly Pair[]): string {
  const names = [...new Set(pairs.slice(0, 100).flatMap(({ candidate }) => [...candidate.scores.keys()]))];
  const scores = names.length === 0 ? 'no scores' : `the scores ${names.slice(0, 8).join(', ')}`;
  return `they hold ${scores} and ${hasLabels(pairs) ? 'labels' : 'no labels (target and prediction)'}`;
}

function fromScores(name: string, pairs: readonly Pair[]): Measured {
  const read = (side: 'baseline' | 'candidate'): Float64Array =>
    Float64Array.from(pairs, (pair) => pair[side].scores.get(name) ?? NaN);
  const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
  const bad = pairs.flatMap((pair, i) =>
    Number.isFinite(outcomes.baseline[i])
      ? Number.isFinite(outcomes.candidate[i])
        ? []
        : [pair.candidate]
      : [pair.baseline],
  );
  if (bad.length > 0) return notNumbers(name, bad);
  return {
    ok: true,
    statistic: meanStatistic(outcomes.baseline, outcomes.candidate),
    definition: `mean of ${name}`,
    outcomes,
  };
}

const labelsName = 'target and prediction';

function notNumbers(name: string, samples: readonly Sample[]): Measured {
  return {
    ok: false,
    rule: 'regression/not-a-number',
    reason: `${samples.length} ${samples.length === 1 ? 'sample has' : 'samples have'} no ${name === labelsName ? name : `finite number as ${name}`}`,
    help: 'Find out why the evaluation gave no number there; a score that is missing must count as wrong (0), not be left out.',
    samples: samples.slice(0, 5),
    count: samples.length,
  };
}

function fromText(
  score: (prediction: string, gold: string) => number,
  spec: MetricSpec,
  pairs: readonly Pair[],
): Measured {
  const read = (side: 'baseline' | 'candidate'): Float64Array =>
    Float64Array.from(pairs, (pair) => bestOf(pair[side], score));
  const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
  return {
    ok: true,
    statistic: meanStatistic(outcomes.baseline, outcomes.candidate),
    definition: `mean of ${spec.title}`,
    outcomes,
  };
}

/** The best over the accepted answers, as SQuAD scores. */
function bestOf({ target, prediction }: Sample, score: (prediction: string, gold: string) => number): number {
  const golds = typeof target === 'string' ? [target] : (target ?? []);
  const text = typeof prediction === 'string' ? prediction : (prediction ?? []).join(' ');
  return golds.reduce((best, gold) => Math.max(best, score(text, gold)), 0);
}

interface Encoded {
  readonly encoder: LabelEncoder;
  readonly target: LabelCodes;
  readonly baseline: LabelCodes;
  readonly candidate: LabelCodes;
}

function fromLabels(metric: LabelMetric, spec: MetricSpec, pairs: readonly Pair[]): Measured {
  const bare = pairs.flatMap((pair) =>
    [pair.baseline, pair.candidate].filter(
      ({ prediction, target }) => prediction === undefined || target === undefined,
    ),
  );
  if (bare.length > 0) return notNumbers(labelsName, bare);
  const encoder = new LabelEncoder();
  const target = encoder.encode(pairs.map(({ baseline }) => baseline.target));
  const targets = encoder.names();
  const baseline = encoder.encode(pairs.map((pair) => acceptedAnswer(pair.baseline)));
  const candidate = encoder.encode(pairs.map((pair) => acceptedAnswer(pair.candidate)));
  const encoded = { encoder, target, baseline, candidate };
  const outcomes = { baseline: correctness(target, baseline), candidate: correctness(target, candidate) };
  const average = metric.average === 'auto' ? averageFor(spec, targets, encoder.names()) : metric.average;
  const built = builders[average](encoded, metric.part, spec);
  return built.ok ? { ...built, outcomes } : built;
}

/** Several targets and one answer: accepted answers; any of them is right. */
function acceptedAnswer({ target, prediction }: Sample): string | readonly string[] | null | undefined {
  if (typeof prediction !== 'string' || typeof target === 'string' || target === undefined) return prediction;
  return target.includes(prediction) ? target : prediction;
}

/** Two labels with a positive one by convention, or a positive one named: binary; else macro. */
function averageFor(
  spec: MetricSpec,
  targets: readonly string[],
  all: readonly string[],
): 'binary' | 'macro' {
  return spec.positive !== undefined ||
    positiveLabel(all) !== undefined ||
    positiveLabel(targets) !== undefined
    ? 'binary'
    : 'macro';
}

type Builder = (encoded: Encoded, part: Part, spec: MetricSpec) => Measured;

const builders: Record<Exclude<LabelMetric['average'], 'auto'>, Builder> = {
  exact: ({ target, baseline, candidate }) => ({
    ok: true,
    statistic: meanStatistic(correctness(target, baseline), correctness(target, candidate)),
    definition: 'share of samples whose prediction is the target',
  }),
  binary,
  micro,
  macro: (encoded, part) => averaged(encoded, part, 'macro'),
  weighted: (encoded, part) => averaged(encoded, part, 'weighted'),
  balanced: (encoded, part) => averaged(encoded, part, 'balanced'),
};

function averaged({ encoder, ...sides }: Encoded, part: Part, average: Average): Measured {
  const statistic = classStatistic({ ...sides, classes: encoder.size, average, part });
  return { ok: true, statistic, definition: `${average} average of ${part} over ${encoder.size} classes` };
}

function binary({ encoder, target, baseline, candidate }: Encoded, part: Part, spec: MetricSpec): Measured {
  const positive =
    spec.positive ??
    positiveLabel(encoder.names()) ??
    positiveLabel(encoder.names().filter((label) => isTarget(encoder, target, label)));
  const code = positive === undefined ? undefined : encoder.code(positive);
  if (positive === undefined || code === undefined) return noPositive(spec, positive);
  const side = (prediction: LabelCodes): Ratio => binaryRatio(target, prediction, code, part);
  const statistic = ratioStatistic(side(baseline), side(candidate), flipSizes[part]);
  return { ok: true, statistic, definition: `${part} of the label ${positive}` };
}

function isTarget(encoder: LabelEncoder, target: LabelCodes, label: string): boolean {
  return target.codes.includes(encoder.code(label) ?? -1);
}

function noPositive(spec: MetricSpec, positive: string | undefined): Measured {
  return {
    ok: false,
    rule: 'regression/positive-label',
    reason:
      positive === undefined
        ? `Which label is positive cannot be told for ${spec.title}`
        : `The positive label ${positive} occurs nowhere in the results`,
    help: `Name it, as in ${spec.name}:positive=yes, or use ${spec.name.replace(/_binary$/, '')}_macro.`,
  };
}

/** Largest |influence| of one flip, by the ratio's value and mean denominator: a true positive lost, or a false one gained. */
const flipSizes: Record<Part, (value: number, meanDen: number) => number> = {
  f1: (value, meanDen) => quotient(2 - value, meanDen),
  precision: (value, meanDen) => quotient(Math.max(value, 1 - value), meanDen),
  recall: (_, meanDen) => quotient(1, meanDen),
};

function binaryRatio(target: LabelCodes, prediction: LabelCodes, code: number, part: Part): Ratio {
  return ratioOf(target, part, (i) => {
    const gold = Number(hasCode(target, i, code));
    const said = Number(hasCode(prediction, i, code));
    return [gold * said, said, gold];
  });
}

function micro({ target, baseline, candidate }: Encoded, part: Part): Measured {
  const side = (prediction: LabelCodes): Ratio =>
    ratioOf(target, part, (i) => [
      sharedAt(target, prediction, i),
      countAt(prediction, i),
      countAt(target, i),
    ]);
  // With one label a sample, a flip takes 2 of a denominator of 2 (or 1 of 1): the denominator stays.
  const statistic = ratioStatistic(
    side(baseline),
    side(candidate),
    (value, meanDen) => Math.min(1, flipSizes[part](value, meanDen)) || 1,
  );
  return { ok: true, statistic, definition: `${part} over the counts of all classes together` };
}

function ratioOf(
  target: LabelCodes,
  part: Part,
  counts: (i: number) => readonly [hits: number, predicted: number, support: number],
): Ratio {
  const n = target.offsets.length - 1;
  const num = new Float64Array(n);
  const den = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [hits, predicted, support] = counts(i);
    num[i] = part === 'f1' ? 2 * hits : hits;
    den[i] = { f1: predicted + support, precision: predicted, recall: support }[part];
  }
  return { num, den };
}
