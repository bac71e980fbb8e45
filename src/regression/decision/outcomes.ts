/** One side as numbers, sample by sample: what a history of many evaluations is made of. */
import { columnOf, measure } from '../metrics/measure.ts';
import { defaultMetrics } from '../metrics/defaults.ts';
import { isKnownDirection } from '../metrics/recognised.ts';
import { parseMetric, plainMetric, type MetricSpec } from '../metrics/spec.ts';
import { whole } from '../samples/like.ts';
import type { ResultSet, Sample } from '../samples/sample.ts';
import { isFailed } from '../samples/status.ts';
import { directionOf } from './result.ts';

export interface SideOutcomes {
  /** Of each answered sample that has the metric, in the metric's own unit. */
  readonly samples: readonly { readonly sample: Sample; readonly value: number }[];
  /** Over these samples. */
  readonly value: number;
  /** `accuracy`, `F1`. */
  readonly title: string;
  readonly higherIsBetter: boolean;
  /** Nobody said so: its name suggests it, or more is mostly better. */
  readonly isGuessed: boolean;
  /** Versions, shots and the like, as the files state them. */
  readonly setup: ReadonlyMap<string, string>;
}

/**
 * Outcomes of one metric: the scores themselves, of labels whether the prediction is right. Without a name the metric that a comparison
 * would judge first. A sentence where the results do not carry it.
 */
export function outcomesOf(set: ResultSet, metric?: string): SideOutcomes | string {
  const pairs = [...set.samples.values()]
    .filter(({ status }) => !isFailed(status))
    .map((sample) => ({ baseline: sample, candidate: sample }));
  const spec = metric === undefined ? defaultMetrics(pairs, set.marks)[0] : parseMetric(metric);
  if (spec === undefined) return 'The results hold no samples.';
  if (typeof spec === 'string') return spec;
  const column = columnOf(spec, pairs);
  const carrying = pairs.filter(({ baseline }) => carries(baseline, column));
  if (carrying.length === 0) return `No sample carries ${spec.title}.`;
  const measured = measure(spec, carrying);
  if (!measured.ok) return `${measured.reason}.`;
  const values = measured.outcomes?.candidate;
  if (values === undefined) return `${spec.title} says nothing of single samples.`;
  return {
    samples: (measured.units ?? carrying).map(({ candidate }, at) => ({
      sample: whole(candidate),
      value: values[at] ?? NaN,
    })),
    value: measured.statistic.candidate,
    title: spec.title,
    setup: set.setup,
    ...directionOfSet(spec, set),
  };
}

/** A metric of results that have no samples that carry it: the total that a file states. */
export interface SideTotal extends SideOutcomes {
  readonly samples: readonly [];
  /** Of the value, where the file states one. */
  readonly standardError?: number;
}

/** The total of that name, or the one whose last part it is (`mmlu/acc`, `results.mmlu.acc,none`); without a name the first. `undefined` where none or several fit. */
export function totalOf(set: ResultSet, metric?: string): SideTotal | undefined {
  const spec = metric === undefined ? undefined : parseMetric(metric);
  if (typeof spec === 'string') return undefined;
  const totals = [...set.aggregates.values()];
  const whole = totals.filter(({ secondary }) => secondary !== true);
  const lastPart = (name: string): string =>
    plainMetric(name.split(/[/.]/).at(-1)?.split(',', 1)[0] ?? '').key;
  const exact = totals.filter(({ name }) => name === spec?.name || plainMetric(name).key === spec?.key);
  const partly = exact.length > 0 ? exact : totals.filter(({ name }) => lastPart(name) === spec?.key);
  const fitting = spec === undefined ? whole.slice(0, 1) : partly;
  const [total] = fitting;
  if (total === undefined || fitting.length > 1) return undefined;
  const { value, standardError, higherIsBetter } = total;
  const said = spec ?? plainMetric(total.name);
  const stated = higherIsBetter === undefined ? {} : { higherIsBetter };
  return {
    samples: [],
    value,
    ...(standardError === undefined ? {} : { standardError }),
    title: said.title,
    setup: set.setup,
    ...directionOfSet({ ...stated, ...said }, set),
  };
}

function carries({ scores, target }: Sample, column: string | undefined): boolean {
  return column === undefined ? target !== undefined : scores.has(column);
}

function directionOfSet(
  spec: MetricSpec,
  { directions }: ResultSet,
): Pick<SideOutcomes, 'higherIsBetter' | 'isGuessed'> {
  const isSaid = spec.higherIsBetter !== undefined || directions.has(spec.name) || directions.has(spec.key);
  return {
    higherIsBetter: directionOf({ spec, directions }),
    isGuessed: !isSaid && !isKnownDirection(spec.key),
  };
}
